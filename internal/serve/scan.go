package serve

import (
	"crypto/sha256"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// A scan is what the site's folder held at one time: the truth about changes,
// however they came about and whatever events were lost.
type scan map[string]entry

type entry struct {
	folder bool
	size   int64
	time   time.Time
	hash   [sha256.Size]byte // of a file's content; zero for what is neither file nor folder
	young  bool              // read so soon after its time that a later change may have the same
}

// young is how long a file's time may stay the same while its content changes:
// some file systems keep times in steps of two seconds.
const young = 2 * time.Second

// watched are the parts of a site's folder that a build reads.
var watched = []string{"gradus.yaml", "content", "model", "assessments", "themes"}

// takeScan looks at every file. One whose size and time are as in the scan
// before, and whose time had passed by then, is taken to be the same; any other
// is read, so that a save without a change is none.
func takeScan(files fs.FS, before scan) scan {
	now := scan{}
	for _, top := range watched {
		_ = fs.WalkDir(files, top, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil // it went away meanwhile; the next scan will tell
			}
			if isTemporary(path.Base(name)) {
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			}
			now.look(files, name, d, before)
			return nil
		})
	}
	return now
}

func (s scan) look(files fs.FS, name string, d fs.DirEntry, before scan) {
	if d.IsDir() {
		s[name] = entry{folder: true}
		return
	}
	if !d.Type().IsRegular() {
		s[name] = entry{} // an error of the site as long as it is there
		return
	}
	info, err := d.Info()
	if err != nil {
		return
	}
	e := entry{size: info.Size(), time: info.ModTime(), young: time.Since(info.ModTime()) < young}
	if was, ok := before[name]; ok && !was.young && was.size == e.size && was.time.Equal(e.time) {
		s[name] = was
		return
	}
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return
	}
	e.hash = sha256.Sum256(content)
	s[name] = e
}

// equal reports whether both scans saw the same names and contents.
func (s scan) equal(t scan) bool {
	return maps.EqualFunc(s, t, func(a, b entry) bool { return a.folder == b.folder && a.hash == b.hash })
}

// folders are the folders seen and the root, sorted.
func (s scan) folders() []string {
	names := []string{"."}
	for name, e := range s {
		if e.folder {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// isTemporary reports whether a name is one that editors and systems use for
// files of a moment, or a hidden one.
func isTemporary(name string) bool {
	switch {
	case name == "." || name == "":
		return false
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"),
		strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"),
		name == "4913": // vim asks with it whether it may write here
		return true
	}
	switch path.Ext(name) {
	case ".swp", ".swx", ".bck", ".tmp", ".part", ".crdownload":
		return true
	}
	return strings.HasSuffix(name, "jb_old___") || strings.HasSuffix(name, "jb_tmp___") || strings.HasSuffix(name, "jb_bak___")
}
