//go:build race

package markdown

// Under the race detector everything takes ten times as long.
func init() { longest = maxDocument / 16 }
