//go:build !unix

package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// takeLock returns ErrBusy while the file at path exists. Unlike a lock of the
// system, the file of a process that was killed has to be removed by hand.
func takeLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return nil, fmt.Errorf("%s: %w", path, ErrBusy)
	}
	return f, err
}

func releaseLock(f *os.File) {
	_ = f.Close()
	_ = os.Remove(f.Name())
}

// syncDir does nothing: folders can't be synced here.
func syncDir(string) error { return nil }
