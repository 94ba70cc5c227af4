package serve

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"mime"
	"path"
	"strconv"
	"sync"

	"gradus/internal/build"
	"gradus/internal/diag"
)

// A state is one build of the site. Its files are made when they are first
// asked for, and kept.
type state struct {
	id   int
	site *build.Site
	mu   sync.Mutex
	made map[string]*file
}

// A file is what a browser gets.
type file struct {
	content []byte
	hash    string // of the content, short
	kind    string // media type
}

func newState(id int, site *build.Site) *state {
	return &state{id: id, site: site, made: map[string]*file{}}
}

// file makes a file of the site, or returns nil where there is none.
func (s *state) file(name string) (*file, *diag.Diagnostic) {
	if !s.site.Has(name) {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if f := s.made[name]; f != nil {
		return f, nil
	}
	content, problem := s.site.Content(name)
	if problem != nil {
		return nil, problem
	}
	sum := sha256.Sum256(content)
	f := &file{content: content, hash: hex.EncodeToString(sum[:8]), kind: mediaType(name)}
	s.made[name] = f
	return f, nil
}

// withLive returns a page with the script that keeps it up to date. Only the
// server's answers have it; nothing of it is ever written to a disk.
func withLive(page []byte, build int, hash string) []byte {
	script := `<link rel="stylesheet" href="` + livePath + `live.css"><script src="` + livePath + `live.js" defer data-build="` +
		strconv.Itoa(build) + `" data-hash="` + hash + `"></script></head>`
	return bytes.Replace(page, []byte("</head>"), []byte(script), 1)
}

// mediaTypes are those of what browsers load. The system's own table comes
// first in package mime, and on some machines calls a script plain text.
var mediaTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".svg": "image/svg+xml", ".json": "application/json", ".txt": "text/plain; charset=utf-8", ".xml": "application/xml",
	".csv": "text/csv; charset=utf-8", ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

func mediaType(name string) string {
	ext := path.Ext(name)
	return cmp.Or(mediaTypes[ext], mime.TypeByExtension(ext), "application/octet-stream")
}
