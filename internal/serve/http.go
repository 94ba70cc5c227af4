package serve

import (
	"embed"
	"net"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"gradus/internal/address"
	"gradus/internal/diag"
)

// livePath is where the server's own files are; no page of a site is there.
const livePath = "/_gradus/"

//go:embed live.js live.css
var liveFiles embed.FS

// emptyPage is shown until a first build succeeds: what is wrong is laid over it.
const emptyPage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>gradus</title></head><body></body></html>`

// A server answers requests from the newest good state.
type server struct {
	addr    string // host and port it listens on
	streams streams

	mu      sync.Mutex
	current *state // nil until a first build succeeds
}

func newServer(addr string) *server { return &server{addr: addr} }

// show makes a state the current one, and then tells browsers.
func (s *server) show(st *state) {
	s.mu.Lock()
	s.current = st
	s.mu.Unlock()
	s.streams.send(message{Build: st.id})
}

// complain tells browsers what is wrong; the current state stays.
func (s *server) complain(problems diag.List, lang string) {
	m := message{Lang: lang}
	if st := s.state(); st != nil {
		m.Build = st.id
	}
	for _, d := range problems {
		if d.Severity == diag.Error {
			m.Problems = append(m.Problems, problem{Place: d.Pos.String(), Text: d.Text(lang), Hints: hints(d, lang)})
		}
	}
	s.streams.send(m)
}

func hints(d diag.Diagnostic, lang string) []string {
	var all []string
	for _, h := range d.Hints {
		text := h.Text(lang)
		if h.Pos.IsValid() {
			text = h.Pos.String() + ": " + text
		}
		all = append(all, text)
	}
	return all
}

func (s *server) state() *state {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.current
}

// ServeHTTP implements http.Handler.
func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-cache")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case !s.allowsHost(r.Host):
		http.Error(w, "gradus serve answers on this machine's own names only", http.StatusForbidden)
	case !s.allowsOrigin(r):
		http.Error(w, "gradus serve answers its own pages only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case r.URL.Path == livePath+"events":
		s.streams.serve(w, r)
	case strings.HasPrefix(r.URL.Path, livePath):
		serveLive(w, r)
	default:
		s.serveSite(w, r)
	}
}

// allowsHost refuses names that are not this machine's: a page elsewhere could
// otherwise have its own name resolve to the loopback address and read the site.
func (s *server) allowsHost(host string) bool {
	name, port, err := net.SplitHostPort(host)
	if err != nil {
		name, port = strings.Trim(host, "[]"), "80" // browsers leave this one out
	}
	_, own, _ := net.SplitHostPort(s.addr)
	if port != own {
		return false
	}
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// allowsOrigin refuses requests that a page of another site makes.
func (s *server) allowsOrigin(r *http.Request) bool {
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" && site != "none" {
		// Following a link from elsewhere to a page is fine; reading it is not.
		return r.Header.Get("Sec-Fetch-Mode") == "navigate" && r.URL.Path != livePath+"events"
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true
	}
	u, err := url.Parse(origin)
	return err == nil && s.allowsHost(u.Host)
}

// serveLive answers with a file of the server's own.
func serveLive(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, livePath)
	content, err := liveFiles.ReadFile(name)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	answer(w, r, http.StatusOK, mediaType(name), content)
}

// answer writes the answer to a GET, or to a HEAD all but its content.
func answer(w http.ResponseWriter, r *http.Request, status int, kind string, content []byte) {
	w.Header().Set("Content-Type", kind)
	w.WriteHeader(status)
	if r.Method == http.MethodGet {
		_, _ = w.Write(content) // a browser that left needs no answer
	}
}

// serveSite answers with a file of the current state.
func (s *server) serveSite(w http.ResponseWriter, r *http.Request) {
	st := s.state()
	if st == nil {
		answer(w, r, http.StatusServiceUnavailable, "text/html; charset=utf-8", withLive([]byte(emptyPage), 0, ""))
		return
	}
	name := strings.TrimPrefix(r.URL.Path, "/")
	if name != path.Clean(name) && !strings.HasSuffix(name, "/") && name != "" {
		http.NotFound(w, r)
		return
	}
	status := http.StatusOK
	f, problem := st.file(address.File(name))
	if f == nil && problem == nil && st.site.Has(name+"/index.html") {
		http.Redirect(w, r, "/"+name+"/", http.StatusMovedPermanently)
		return
	}
	if f == nil && problem == nil {
		status = http.StatusNotFound
		f, problem = st.file("404.html")
	}
	if problem != nil {
		http.Error(w, problem.Pos.String()+": "+problem.Text("en"), http.StatusInternalServerError)
		return
	}
	content := f.content
	if strings.HasPrefix(f.kind, "text/html") {
		content = withLive(f.content, st.id, f.hash)
	}
	w.Header().Set("ETag", `"`+f.hash+`"`)
	answer(w, r, status, f.kind, content)
}
