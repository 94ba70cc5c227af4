package serve

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"gradus/internal/build"
	"gradus/internal/diag"
	"gradus/internal/htmltest"
	"gradus/internal/sitetest"
)

const addr = "127.0.0.1:1313"

// newTestServer is a server that shows the small site.
func newTestServer(t testing.TB) *server {
	t.Helper()
	src := build.Load(sitetest.Site(), build.Options{})
	site, problems := src.Site()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	s := newServer(addr)
	s.show(newState(1, site))
	return s
}

// ask answers a request with some headers; Host stands among them.
func ask(s *server, method, path string, headers map[string]string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://"+addr+"/", nil)
	r.URL.Path, r.RequestURI = path, path
	for name, value := range headers {
		if name == "Host" {
			r.Host = value
		} else {
			r.Header.Set(name, value)
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

// TestThreat11 holds the server against row 11 of the threats: pages elsewhere
// that reach for it, and paths that lead out of the site.
func TestThreat11(t *testing.T) {
	s := newTestServer(t)
	for _, tc := range []struct {
		name, method, path string
		headers            map[string]string
		want               int
	}{
		{"a page", "GET", "/method/", nil, 200},
		{"its head", "HEAD", "/method/", nil, 200},
		{"another loopback name", "GET", "/", map[string]string{"Host": "localhost:1313"}, 200},
		{"a name below localhost", "GET", "/", map[string]string{"Host": "gradus.localhost:1313"}, 200},
		{"the other loopback address", "GET", "/", map[string]string{"Host": "[::1]:1313"}, 200},
		{"its own page asks", "GET", "/", map[string]string{"Origin": "http://localhost:1313", "Sec-Fetch-Site": "same-origin"}, 200},
		{"the address bar asks", "GET", "/", map[string]string{"Sec-Fetch-Site": "none"}, 200},
		{"a link from elsewhere", "GET", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200},

		{"a name that resolves here", "GET", "/", map[string]string{"Host": "evil.test:1313"}, 403},
		{"one that ends like ours", "GET", "/", map[string]string{"Host": "evillocalhost:1313"}, 403},
		{"one that begins like ours", "GET", "/", map[string]string{"Host": "127.0.0.1.evil.test:1313"}, 403},
		{"another port", "GET", "/", map[string]string{"Host": "localhost:80"}, 403},
		{"no port", "GET", "/", map[string]string{"Host": "localhost"}, 403},
		{"no name", "GET", "/", map[string]string{"Host": ""}, 403},
		{"another machine", "GET", "/", map[string]string{"Host": "192.168.1.1:1313"}, 403},
		{"a forwarded name", "GET", "/", map[string]string{"Host": "evil.test", "X-Forwarded-Host": "localhost:1313", "Forwarded": "host=localhost:1313"}, 403},
		{"a page elsewhere", "GET", "/", map[string]string{"Origin": "http://evil.test"}, 403},
		{"a page without an origin", "GET", "/", map[string]string{"Origin": "null"}, 403},
		{"another server of this machine", "GET", "/", map[string]string{"Origin": "http://localhost:8080"}, 403},
		{"a script elsewhere", "GET", "/", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403},
		{"a script on another port", "GET", "/", map[string]string{"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403},
		{"the stream, from elsewhere", "GET", "/_gradus/events", map[string]string{"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 403},

		{"a change", "POST", "/", nil, 405},
		{"another", "PUT", "/index.html", nil, 405},
		{"another", "DELETE", "/_gradus/events", nil, 405},
		{"what is allowed", "OPTIONS", "/", nil, 405},

		{"a way out", "GET", "/../gradus.yaml", nil, 404},
		{"an encoded one", "GET", "/..%2fgradus.yaml", nil, 404},
		{"one with a backslash", "GET", `/\..\gradus.yaml`, nil, 404},
		{"one below a page", "GET", "/method/../../gradus.yaml", nil, 404},
		{"one with a slash at its end", "GET", "/method/../", nil, 404},
		{"two slashes", "GET", "//evil.test/", nil, 404},
		{"two slashes to a page", "GET", "//method", nil, 404},
		{"a source", "GET", "/content/zh/method.md", nil, 404},
		{"a hidden file", "GET", "/.git/config", nil, 404},
		{"a folder", "GET", "/assets/", nil, 404},
		{"the server's own folder", "GET", "/_gradus/", nil, 404},
		{"a way out of it", "GET", "/_gradus/../http.go", nil, 404},
		{"a source of the server", "GET", "/_gradus/http.go", nil, 404},
		{"a zero byte", "GET", "/method/\x00", nil, 404},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := ask(s, tc.method, tc.path, tc.headers)
			if w.Code != tc.want {
				t.Errorf("%s %q: got %d, want %d", tc.method, tc.path, w.Code, tc.want)
			}
			for name := range w.Header() {
				if strings.HasPrefix(name, "Access-Control-") {
					t.Errorf("%s lets others read", name)
				}
			}
			if w.Header().Get("X-Content-Type-Options") != "nosniff" {
				t.Error("the browser may guess what it gets")
			}
			if body := w.Body.String(); strings.Contains(body, "root:") || strings.Contains(body, "languages: [zh") || tc.want == 403 && strings.Contains(body, "手册") {
				t.Errorf("%q gave out what it should not", tc.path)
			}
		})
	}
	if allow := ask(s, "POST", "/", nil).Header().Get("Allow"); allow != "GET, HEAD" {
		t.Errorf("Allow: %q", allow)
	}
}

// On the usual port browsers name the host alone.
func TestUsualPort(t *testing.T) {
	s := newServer("127.0.0.1:80")
	for host, want := range map[string]bool{"localhost": true, "127.0.0.1": true, "[::1]": true, "localhost:80": true, "evil.test": false, "": false} {
		if got := s.allowsHost(host); got != want {
			t.Errorf("%q: %v", host, got)
		}
	}
}

// Only pages get the script, and the page of an unknown address is one of them.
func TestLiveScript(t *testing.T) {
	s := newTestServer(t)
	for path, kind := range map[string]string{
		"/": "text/html; charset=utf-8", "/method/": "text/html; charset=utf-8", "/en/teams/": "text/html; charset=utf-8", "/none/": "text/html; charset=utf-8",
		"/robots.txt": "text/plain; charset=utf-8", "/sitemap.xml": "", "/img/layers.svg": "image/svg+xml",
	} {
		w := ask(s, "GET", path, nil)
		if kind == "" { // the site has no address of its own
			continue
		}
		if got := w.Header().Get("Content-Type"); got != kind {
			t.Errorf("%s is %s", path, got)
		}
		live := strings.Contains(w.Body.String(), "_gradus")
		if live != strings.HasPrefix(kind, "text/html") {
			t.Errorf("%s: live %v", path, live)
		}
		if !live {
			continue
		}
		page := htmltest.Parse(t, w.Body.Bytes())
		script := page.One(t, "head script[data-build]")
		if script.Attr("src") != "/_gradus/live.js" || script.Attr("data-build") != "1" || `"`+script.Attr("data-hash")+`"` != w.Header().Get("ETag") {
			t.Errorf("%s: %v", path, script.Attrs())
		}
	}
	for path, kind := range map[string]string{"/_gradus/live.js": "text/javascript; charset=utf-8", "/_gradus/live.css": "text/css; charset=utf-8"} {
		w := ask(s, "GET", path, nil)
		if w.Code != 200 || w.Header().Get("Content-Type") != kind || w.Body.Len() == 0 {
			t.Errorf("%s: %d %s", path, w.Code, w.Header())
		}
	}
}

func TestAddresses(t *testing.T) {
	s := newTestServer(t)
	if w := ask(s, "GET", "/method", nil); w.Code != 301 || w.Header().Get("Location") != "/method/" {
		t.Errorf("without its slash: %d %s", w.Code, w.Header().Get("Location"))
	}
	w := ask(s, "GET", "/no/such/page/", nil)
	if w.Code != 404 || !strings.Contains(w.Body.String(), "没有找到页面") {
		t.Errorf("an unknown address: %d", w.Code)
	}
	if w := ask(s, "HEAD", "/method/", nil); w.Body.Len() != 0 || w.Header().Get("ETag") == "" {
		t.Errorf("HEAD: %d bytes, %s", w.Body.Len(), w.Header())
	}
	if got := ask(s, "GET", "/", nil).Header().Get("Cache-Control"); got != "no-cache" {
		t.Errorf("Cache-Control: %q", got)
	}
}

// A new state is shown at once, and a page it did not change keeps its mark.
func TestSwap(t *testing.T) {
	s := newTestServer(t)
	mark := func(path string) string { return ask(s, "HEAD", path, nil).Header().Get("ETag") }
	home, method := mark("/glossary/"), mark("/method/")
	files := sitetest.Site()
	files["content/zh/method.md"].Data = append(files["content/zh/method.md"].Data, "\n新的一句。\n"...)
	site, _ := build.Load(files, build.Options{}).Site()
	s.show(newState(2, site))
	if !strings.Contains(ask(s, "GET", "/method/", nil).Body.String(), "新的一句。") {
		t.Error("the old page is still shown")
	}
	if mark("/glossary/") != home || mark("/method/") == method {
		t.Error("the marks of pages do not follow their content")
	}
}

// What is wrong is told with its place and its hints; warnings are not.
func TestComplain(t *testing.T) {
	s := newTestServer(t)
	pos := diag.Position{Path: "content/zh/method.md", Line: 3, Col: 2}
	s.complain(diag.List{
		diag.New(pos, diag.UnknownTerm, "term", "slx").Hint(diag.HintNearest, "name", "slo").At(diag.Position{Path: "a.md", Line: 1}, diag.HintFirst),
		diag.New(pos, diag.Untranslated, "lang", "en"),
	}, "zh")
	c := s.streams.join()
	got := string(<-c)
	for _, want := range []string{`"build":1`, `"lang":"zh"`, `"place":"content/zh/method.md:3:2"`, `slx`, `slo`, `a.md:1: `} {
		if !strings.Contains(got, want) {
			t.Errorf("%s lacks %s", got, want)
		}
	}
	if strings.Count(got, `"place"`) != 1 {
		t.Errorf("a warning was told: %s", got)
	}
}

// A browser that reads slowly gets the newest message, and holds up nobody.
func TestSlowBrowser(t *testing.T) {
	var s streams
	slow, quick := s.join(), s.join()
	for i := range 100 {
		s.send(message{Build: i})
		<-quick
	}
	if got := string(<-slow); got != `{"build":99}` {
		t.Errorf("got %s", got)
	}
	if late := s.join(); string(<-late) != `{"build":99}` {
		t.Error("a browser that came later was not told how things stand")
	}
}

// Only so many pages may listen at once; one that goes makes room.
func TestStreamCap(t *testing.T) {
	web := httptest.NewServer(nil)
	defer web.Close()
	s := newTestServer(t)
	s.addr = web.Listener.Addr().String()
	web.Config.Handler = s
	open := func() (*http.Response, context.CancelFunc) {
		ctx, cancel := context.WithCancel(context.Background())
		r, err := http.NewRequestWithContext(ctx, "GET", web.URL+"/_gradus/events", nil)
		if err != nil {
			t.Fatal(err)
		}
		res, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		return res, cancel
	}
	var last context.CancelFunc
	for i := range maxStreams {
		res, cancel := open()
		defer res.Body.Close()
		defer cancel()
		if res.StatusCode != 200 {
			t.Fatalf("stream %d: %s", i, res.Status)
		}
		last = cancel
	}
	res, cancel := open()
	res.Body.Close()
	cancel()
	if res.StatusCode != 503 {
		t.Errorf("one more: %s", res.Status)
	}
	last()
	for {
		res, cancel := open()
		res.Body.Close()
		cancel()
		if res.StatusCode == 200 {
			break // the test's own deadline ends a server that never forgets
		}
	}
}
