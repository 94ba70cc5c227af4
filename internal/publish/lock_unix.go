//go:build unix

package publish

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// takeLock returns ErrBusy while another process holds the file at path. The
// system frees the lock of a process that dies.
func takeLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if err == nil && !isAt(f, path) {
		err = syscall.EWOULDBLOCK // its last holder has just removed the file
	}
	if err == nil {
		return f, nil
	}
	_ = f.Close()
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, fmt.Errorf("%s: %w", path, ErrBusy)
	}
	return nil, err
}

// isAt reports whether f is still the file at path.
func isAt(f *os.File, path string) bool {
	held, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(path)
	return err == nil && os.SameFile(held, there)
}

// releaseLock removes the lock's file while still holding it, then frees it.
func releaseLock(f *os.File) {
	_ = os.Remove(f.Name())
	_ = f.Close()
}

// syncDir makes the names in a folder last.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
