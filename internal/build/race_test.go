//go:build race

package build_test

// Under the race detector everything takes ten times as long.
func init() { everyCombination = false }
