//go:build unix

package publish

import (
	"errors"
	"syscall"
)

// isMountPoint reports whether a folder could not be renamed because something
// is mounted on it.
func isMountPoint(err error) bool {
	return errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV)
}
