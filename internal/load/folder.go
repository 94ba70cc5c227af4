package load

import (
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"gradus/internal/diag"
)

// Sizes above which a file is not read. Files under assessments/ come from
// strangers; the others are reviewed by the site's owners.
const (
	maxAssessmentBytes = 256 << 10
	maxOwnBytes        = 1 << 20
)

// A folder gives out the site's files. It opens nothing but regular files and
// folders, never through a symbolic link, and keeps a list of what it gave.
// Its methods may be called from several goroutines.
type folder struct {
	fsys   fs.FS
	mu     sync.Mutex
	inputs []string
	diags  diag.List
}

func (d *folder) report(found ...diag.Diagnostic) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.diags = append(d.diags, found...)
}

func (d *folder) read(name string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.inputs = append(d.inputs, name)
}

// exists reports whether name is a regular file; what is there but is not one
// is reported.
func (d *folder) exists(name string) bool {
	info, err := fs.Lstat(d.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return false
	}
	if err != nil {
		d.report(diag.New(diag.Position{Path: name}, diag.FileUnreadable))
		return false
	}
	return d.usable(name, info.Mode().Type(), 0)
}

// usable reports whether a file has the wanted type (0 or fs.ModeDir), and
// reports what is neither a file nor a folder.
func (d *folder) usable(name string, got, want fs.FileMode) bool {
	switch {
	case got == want:
		return true
	case got&fs.ModeSymlink != 0:
		d.report(diag.New(diag.Position{Path: name}, diag.FileSymlink))
	case got != 0 && got != fs.ModeDir, want == 0:
		d.report(diag.New(diag.Position{Path: name}, diag.FileNotRegular))
	default:
		d.report(diag.New(diag.Position{Path: name}, diag.FileStray))
	}
	return false
}

// An entry is a file or a folder in a folder.
type entry struct {
	name string // its own name
	path string // with its folder
	dir  bool
}

// list returns the files and folders in a folder, sorted by name, without
// links, devices and what an editor or the system leaves lying about. A folder
// that does not exist is empty.
func (d *folder) list(name string) []entry {
	info, err := fs.Lstat(d.fsys, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil && !d.usable(name, info.Mode().Type(), fs.ModeDir) {
		return nil
	}
	found, err := fs.ReadDir(d.fsys, name)
	if err != nil {
		d.report(diag.New(diag.Position{Path: name}, diag.FileUnreadable))
		return nil
	}
	d.read(name)
	var entries []entry
	for _, e := range found {
		if ignored(e.Name()) {
			continue
		}
		full := path.Join(name, e.Name())
		if e.IsDir() {
			entries = append(entries, entry{e.Name(), full, true})
		} else if d.usable(full, e.Type(), 0) {
			entries = append(entries, entry{e.Name(), full, false})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return entries
}

// ignored reports whether a file is none of the site's: hidden, a temporary of
// an editor, or a README for those who browse the repository.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "#") || strings.HasSuffix(name, "~") ||
		strings.HasSuffix(name, ".swp") || strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".bak") ||
		name == "4913" || strings.HasPrefix(name, "README.")
}

// content reads a file of at most limit bytes; it reports the file and returns
// false when that cannot be done.
func (d *folder) content(name string, limit int) ([]byte, bool) {
	d.read(name)
	content, err := readRegular(d.fsys, name, limit)
	switch {
	case errors.Is(err, errTooLarge):
		d.report(diag.New(diag.Position{Path: name}, diag.FileTooLarge, "limit", kib(limit)))
	case err != nil:
		d.report(diag.New(diag.Position{Path: name}, diag.FileUnreadable))
	default:
		return content, true
	}
	return nil, false
}

var (
	errTooLarge   = errors.New("file too large")
	errNotRegular = errors.New("not a regular file")
)

// readRegular reads a file that was a regular one when it was listed, and looks
// again once it is open, in case it has been exchanged.
func readRegular(fsys fs.FS, name string, limit int) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errNotRegular
	}
	if info.Size() > int64(limit) {
		return nil, errTooLarge
	}
	content := make([]byte, 0, info.Size()+1)
	for {
		n, err := f.Read(content[len(content):cap(content)])
		content = content[:len(content)+n]
		if err == io.EOF {
			return content, nil
		}
		if err != nil {
			return nil, err
		}
		if len(content) > limit {
			return nil, errTooLarge
		}
		if len(content) == cap(content) {
			content = slices.Grow(content, 512)
		}
	}
}
