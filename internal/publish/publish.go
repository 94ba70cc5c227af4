// Package publish puts a finished site into a folder, all of it or nothing.
//
// A [Staging] is a new tree beside the folder it will replace, on the same
// file system. The caller writes every file into it; nothing in the folder is
// touched until [Staging.Commit] exchanges the two trees in one step. A file
// whose content is the same as before is carried over with its time, so that a
// second build changes only what changed; what the new tree does not hold is
// gone; files and folders whose name begins with a dot (.gitkeep, .git) are
// not the site's and stay.
//
// A folder is Gradus's own when it is missing, holds nothing but dot files, or
// holds the [Marker] that every commit leaves. Any other folder is refused.
//
// A build that was killed leaves a staging tree or, where the system can't
// exchange two folders in one step, the old tree under another name; the next
// [Open] clears the first away and restores the second.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Marker is the file that tells a published folder from anyone else's.
const Marker = ".gradus-site"

const markerText = "This folder is written by gradus build. Whatever else is put here is removed by the next build.\n"

// ErrForeign is returned for a folder that holds files Gradus did not write.
var ErrForeign = errors.New("the folder holds files that gradus did not write")

// ErrBusy is returned when another build is publishing to the same folder.
var ErrBusy = errors.New("another build is publishing to this folder")

// Changes counts what a commit did, in files.
type Changes struct {
	Written, Unchanged, Removed int
}

// A Staging is a site on its way into a folder. It is not safe for concurrent
// use, except Write.
type Staging struct {
	out   string // the folder to replace, absolute
	dir   string // the new tree
	lock  *os.File
	stats chan Changes // holds one value; a lock and a counter in one
	seen  map[string]bool
}

// Open prepares to replace the folder out, whose parent must exist. It returns
// [ErrForeign] or [ErrBusy], wrapped, and leaves everything as it is.
func Open(out string) (*Staging, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	lock, err := takeLock(sibling(out, "lock"))
	if err != nil {
		return nil, err
	}
	s := &Staging{out: out, dir: sibling(out, "new"), lock: lock, stats: make(chan Changes, 1), seen: map[string]bool{}}
	s.stats <- Changes{}
	if err := s.prepare(); err != nil {
		s.Abort()
		return nil, err
	}
	return s, nil
}

// sibling is a hidden name beside out: on the same file system, and told apart
// from those of other folders by the folder's own name.
func sibling(out, what string) string {
	return filepath.Join(filepath.Dir(out), "."+filepath.Base(out)+".gradus-"+what)
}

func (s *Staging) prepare() error {
	if err := s.recover(); err != nil {
		return err
	}
	if err := checkOwn(s.out); err != nil {
		return err
	}
	return os.Mkdir(s.dir, 0o755)
}

// recover finishes what a killed build left behind.
func (s *Staging) recover() error {
	old := sibling(s.out, "old")
	if _, err := os.Lstat(s.out); errors.Is(err, fs.ErrNotExist) {
		if err := os.Rename(old, s.out); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return errors.Join(s.discard(old), s.discard(s.dir))
}

// discard removes a tree that is not the site any more, after giving the
// folder back the dot files that are still in it.
func (s *Staging) discard(tree string) error {
	entries, err := os.ReadDir(tree)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") || e.Name() == Marker {
			continue
		}
		home := filepath.Join(s.out, e.Name())
		if _, err := os.Lstat(home); !errors.Is(err, fs.ErrNotExist) {
			continue // the new site has a file of this name
		}
		if err := os.Rename(filepath.Join(tree, e.Name()), home); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return os.RemoveAll(tree)
}

// checkOwn returns ErrForeign unless the folder may be replaced.
func checkOwn(out string) error {
	info, err := os.Lstat(out)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s: %w", out, ErrForeign)
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return err
	}
	own := true
	for _, e := range entries {
		if e.Name() == Marker {
			return nil
		}
		own = own && strings.HasPrefix(e.Name(), ".")
	}
	if !own {
		return fmt.Errorf("%s: %w", out, ErrForeign)
	}
	return nil
}

// Write puts one file into the new tree. The path is relative, with slashes.
// It may be called from several goroutines for different paths.
func (s *Staging) Write(path string, content []byte) error {
	if !filepath.IsLocal(filepath.FromSlash(path)) || path == Marker {
		return fmt.Errorf("not a path inside the site: %q", path)
	}
	target := filepath.Join(s.dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
		return err
	}
	carried := s.carry(path, target, content)
	if !carried {
		if err := writeFile(target, content); err != nil {
			return err
		}
	}
	c := <-s.stats
	if carried {
		c.Unchanged++
	} else {
		c.Written++
	}
	s.seen[path] = true
	s.stats <- c
	return nil
}

// carry links the published file into the new tree when it has this content.
// The link keeps the file's time, and costs no copy. Where the file system has
// no links the file is written anew.
func (s *Staging) carry(path, target string, content []byte) bool {
	old := filepath.Join(s.out, filepath.FromSlash(path))
	info, err := os.Lstat(old)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(content)) {
		return false
	}
	was, err := os.ReadFile(old)
	return err == nil && bytes.Equal(was, content) && os.Link(old, target) == nil
}

func writeFile(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// Commit replaces the folder by the new tree and returns what that changed.
// After an error before the exchange the folder is as it was before Open.
func (s *Staging) Commit() (Changes, error) {
	defer s.Abort()
	c := <-s.stats
	s.stats <- c
	if err := writeFile(filepath.Join(s.dir, Marker), []byte(markerText)); err != nil {
		return c, err
	}
	c.Removed = s.countRemoved()
	if err := syncTree(s.dir); err != nil {
		return c, err
	}
	old, err := s.swap()
	if err != nil {
		return c, err
	}
	s.dir = "" // it is the site now, or the tree to discard
	return c, errors.Join(syncDir(filepath.Dir(s.out)), s.discard(old))
}

// swap exchanges the folder and the new tree, and returns where the old one is.
func (s *Staging) swap() (old string, err error) {
	old = sibling(s.out, "old")
	if _, err := os.Lstat(s.out); errors.Is(err, fs.ErrNotExist) {
		return old, os.Rename(s.dir, s.out)
	}
	if err := exchange(s.dir, s.out); err == nil {
		return s.dir, nil
	}
	if err := os.Rename(s.out, old); err != nil {
		return "", err
	}
	if err := os.Rename(s.dir, s.out); err != nil {
		return "", errors.Join(err, os.Rename(old, s.out))
	}
	return old, nil
}

// countRemoved counts the published files that the new tree does not hold.
func (s *Staging) countRemoved() int {
	n := 0
	_ = filepath.WalkDir(s.out, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return fs.SkipAll // only a figure for the reader hangs on this walk
		}
		rel, _ := filepath.Rel(s.out, path)
		if d.IsDir() || strings.HasPrefix(rel, ".") {
			return nil
		}
		if !s.seen[filepath.ToSlash(rel)] {
			n++
		}
		return nil
	})
	return n
}

// Abort gives the staging up and frees the folder for others. After Commit it
// does nothing.
func (s *Staging) Abort() {
	if s.lock == nil {
		return
	}
	if s.dir != "" {
		_ = os.RemoveAll(s.dir) // else the next Open clears it away
	}
	releaseLock(s.lock)
	s.lock = nil
}
