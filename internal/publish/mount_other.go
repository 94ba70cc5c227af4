//go:build !unix

package publish

// isMountPoint is a question for systems that have mount points as folders.
func isMountPoint(error) bool { return false }
