package publish

import (
	"bytes"
	"errors"
	"path/filepath"
	"slices"
	"strings"
)

// errMountPoint is how swap says that the folder can't be moved.
var errMountPoint = errors.New("the folder is a mount point")

// publishInPlace copies the new tree into the folder file by file, each under
// another name first and then renamed. Assets come first, pages after what
// they name, and last what is stale goes, so that a page a reader has finds
// what it needs. A build killed on the way leaves a mixture of whole files,
// which the next build completes.
func (s *Staging) publishInPlace(stale []string) error {
	var assets, pages []string
	for path := range s.seen {
		if strings.HasSuffix(path, ".html") {
			pages = append(pages, path)
		} else {
			assets = append(assets, path)
		}
	}
	slices.Sort(assets)
	slices.Sort(pages)
	for _, path := range slices.Concat([]string{Marker}, assets, pages) {
		if err := s.replace(path); err != nil {
			return err
		}
	}
	for _, path := range stale {
		target := filepath.Join(s.out, filepath.FromSlash(path))
		if err := s.disk.remove(target); err != nil {
			return err
		}
		s.removeEmpty(filepath.Dir(target))
	}
	return s.disk.syncTree(s.out)
}

// replace puts one file of the new tree into the folder.
func (s *Staging) replace(path string) error {
	content, err := s.disk.readFile(filepath.Join(s.dir, filepath.FromSlash(path)))
	if err != nil {
		return err
	}
	target := filepath.Join(s.out, filepath.FromSlash(path))
	if was, err := s.disk.readFile(target); err == nil && bytes.Equal(was, content) {
		return nil
	}
	if err := s.disk.mkdirAll(filepath.Dir(target)); err != nil {
		return err
	}
	temporary := filepath.Join(filepath.Dir(target), ".gradus-tmp")
	_ = s.disk.remove(temporary) // of a build that was killed
	if err := s.disk.create(temporary, content); err != nil {
		return err
	}
	return s.disk.rename(temporary, target)
}

// removeEmpty removes folders that have become empty, upwards to the site's.
func (s *Staging) removeEmpty(dir string) {
	for dir != s.out && s.disk.remove(dir) == nil {
		dir = filepath.Dir(dir)
	}
}
