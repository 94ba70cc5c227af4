package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncTree makes sure that the tree is on the disk before it is exchanged, so
// that a power cut shows the old site or the new one. One call for the whole
// file system is much cheaper than one for each of thousands of small files.
func syncTree(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(unix.Syncfs(int(d.Fd())), d.Close())
}
