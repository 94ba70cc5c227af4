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
//
// A folder that is a mount point can't be exchanged at all. It is published
// file by file, what pages need before the pages, and [Changes.InPlace] says so.
package publish

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
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
	InPlace                     bool // the folder could not be exchanged: file by file
}

// A Staging is a site on its way into a folder.
type Staging struct {
	disk disk
	out  string // the folder to replace, absolute
	dir  string // the new tree; "" once it is the site
	lock *os.File

	mu      sync.Mutex // Write may be called from several goroutines
	changes Changes
	seen    map[string]bool // paths written
}

// Open prepares to replace the folder out, whose parent must exist. It returns
// [ErrForeign] or [ErrBusy], wrapped, and leaves everything as it is.
func Open(out string) (*Staging, error) { return open(out, systemDisk{}) }

func open(out string, d disk) (*Staging, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	lock, err := takeLock(sibling(out, "lock"))
	if err != nil {
		return nil, err
	}
	s := &Staging{disk: d, out: out, dir: sibling(out, "new"), lock: lock, seen: map[string]bool{}}
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
	if err := s.checkOwn(); err != nil {
		return err
	}
	return s.disk.mkdir(s.dir)
}

// recover finishes what a killed build left behind.
func (s *Staging) recover() error {
	old := sibling(s.out, "old")
	if !s.exists(s.out) {
		if err := s.disk.rename(old, s.out); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if !s.exists(s.out) { // the first build of all was killed: nothing is anyone else's
		return s.disk.removeAll(s.dir)
	}
	return errors.Join(s.discard(old), s.discard(s.dir))
}

func (s *Staging) exists(path string) bool {
	_, err := s.disk.lstat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// discard removes a tree that is not the site any more, after giving the
// folder back the dot files that are still in it.
func (s *Staging) discard(tree string) error {
	entries, err := s.disk.readDir(tree)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !isDotFile(e.Name()) {
			continue
		}
		if err := s.giveBack(filepath.Join(tree, e.Name()), filepath.Join(s.out, e.Name())); err != nil {
			return err // the tree stays until the file is safe
		}
	}
	return s.disk.removeAll(tree)
}

// giveBack moves a dot file to its place in the folder, unless the new site
// has a file of this name.
func (s *Staging) giveBack(from, home string) error {
	_, err := s.disk.lstat(home)
	if errors.Is(err, fs.ErrNotExist) {
		err = s.disk.rename(from, home)
	}
	return err
}

// noJekyll is the one hidden file that a site has of its own: GitHub Pages
// looks for it.
const noJekyll = ".nojekyll"

// isDotFile reports whether a name at the top of the folder is a hidden one
// that is not the site's.
func isDotFile(name string) bool {
	return strings.HasPrefix(name, ".") && name != Marker && name != noJekyll
}

// checkOwn returns ErrForeign unless the folder may be replaced.
func (s *Staging) checkOwn() error {
	if !s.exists(s.out) {
		return nil
	}
	info, err := s.disk.lstat(s.out)
	if err != nil {
		return err
	}
	if !info.IsDir() {
		return fmt.Errorf("%s: %w", s.out, ErrForeign)
	}
	entries, err := s.disk.readDir(s.out)
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
		return fmt.Errorf("%s: %w", s.out, ErrForeign)
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
	if err := s.disk.mkdirAll(filepath.Dir(target)); err != nil {
		return err
	}
	carried := s.carry(path, target, content)
	if !carried {
		if err := s.disk.create(target, content); err != nil {
			return err
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen[path] = true
	if carried {
		s.changes.Unchanged++
	} else {
		s.changes.Written++
	}
	return nil
}

// carry links the published file into the new tree when it has this content.
// The link keeps the file's time, and costs no copy. Where the file system has
// no links the file is written anew.
func (s *Staging) carry(path, target string, content []byte) bool {
	old := filepath.Join(s.out, filepath.FromSlash(path))
	info, err := s.disk.lstat(old)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(content)) {
		return false
	}
	was, err := s.disk.readFile(old)
	return err == nil && bytes.Equal(was, content) && s.disk.link(old, target) == nil
}

// Commit replaces the folder by the new tree and returns what that changed.
// After an error before the exchange the folder is as it was before Open.
func (s *Staging) Commit() (Changes, error) {
	defer s.Abort()
	if err := s.disk.create(filepath.Join(s.dir, Marker), []byte(markerText)); err != nil {
		return s.changes, err
	}
	stale, err := s.stale()
	if err != nil {
		return s.changes, err
	}
	s.changes.Removed = len(stale)
	if err := s.disk.syncTree(s.dir); err != nil {
		return s.changes, err
	}
	old, err := s.swap()
	if errors.Is(err, errMountPoint) {
		s.changes.InPlace = true
		return s.changes, s.publishInPlace(stale)
	}
	if err != nil {
		return s.changes, err
	}
	s.dir = "" // it is the site now, or the tree to discard
	return s.changes, errors.Join(s.disk.syncDir(filepath.Dir(s.out)), s.discard(old))
}

// swap exchanges the folder and the new tree, and returns where the old one is.
func (s *Staging) swap() (old string, err error) {
	old = sibling(s.out, "old")
	if !s.exists(s.out) {
		return old, s.disk.rename(s.dir, s.out)
	}
	if err := s.disk.exchange(s.dir, s.out); err == nil {
		return s.dir, nil
	}
	if err := s.disk.rename(s.out, old); err != nil {
		if isMountPoint(err) {
			return "", errMountPoint
		}
		return "", err
	}
	if err := s.disk.rename(s.dir, s.out); err != nil {
		return "", errors.Join(err, s.disk.rename(old, s.out))
	}
	return old, nil
}

// stale lists the published files that the new tree does not hold.
func (s *Staging) stale() ([]string, error) {
	var stale []string
	err := s.walk(s.out, "", func(path string) {
		if !s.seen[path] {
			stale = append(stale, path)
		}
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return stale, err
}

// walk visits the files of a tree, without the dot files at its top.
func (s *Staging) walk(dir, prefix string, visit func(path string)) error {
	entries, err := s.disk.readDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch {
		case prefix == "" && strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			if err := s.walk(filepath.Join(dir, e.Name()), prefix+e.Name()+"/", visit); err != nil {
				return err
			}
		default:
			visit(prefix + e.Name())
		}
	}
	return nil
}

// Abort gives the staging up and frees the folder for others. After Commit it
// does nothing.
func (s *Staging) Abort() {
	if s.lock == nil {
		return
	}
	if s.dir != "" {
		_ = s.disk.removeAll(s.dir) // else the next Open clears it away
	}
	releaseLock(s.lock)
	s.lock = nil
}
