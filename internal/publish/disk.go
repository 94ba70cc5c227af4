package publish

import (
	"errors"
	"io/fs"
	"os"
)

// A disk is every change this package makes, and every look it takes: the one
// place where a test can let any of them fail, or let the process die there.
type disk interface {
	lstat(path string) (fs.FileInfo, error)
	readDir(path string) ([]fs.DirEntry, error)
	readFile(path string) ([]byte, error)
	mkdir(path string) error
	mkdirAll(path string) error
	create(path string, content []byte) error // fails where the path exists
	link(from, to string) error
	rename(from, to string) error
	exchange(a, b string) error // in one step, or not at all
	remove(path string) error
	removeAll(path string) error
	syncTree(path string) error // makes the contents last
	syncDir(path string) error  // makes the names in a folder last
}

// systemDisk is the disk of the machine.
type systemDisk struct{}

func (systemDisk) lstat(path string) (fs.FileInfo, error)     { return os.Lstat(path) }
func (systemDisk) readDir(path string) ([]fs.DirEntry, error) { return os.ReadDir(path) }
func (systemDisk) readFile(path string) ([]byte, error)       { return os.ReadFile(path) }
func (systemDisk) mkdir(path string) error                    { return os.Mkdir(path, 0o755) }
func (systemDisk) mkdirAll(path string) error                 { return os.MkdirAll(path, 0o755) }
func (systemDisk) link(from, to string) error                 { return os.Link(from, to) }
func (systemDisk) rename(from, to string) error               { return os.Rename(from, to) }
func (systemDisk) exchange(a, b string) error                 { return exchange(a, b) }
func (systemDisk) remove(path string) error                   { return os.Remove(path) }
func (systemDisk) removeAll(path string) error                { return os.RemoveAll(path) }
func (systemDisk) syncTree(path string) error                 { return syncTree(path) }
func (systemDisk) syncDir(path string) error                  { return syncDir(path) }

func (systemDisk) create(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
