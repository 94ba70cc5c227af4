package serve

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"gradus/internal/build"
	"gradus/internal/sitetest"
)

// deadline is for a slow machine: tests wait for what they expect, and no longer.
const deadline = 30 * time.Second

// A journal is a log that may be read while it is written.
type journal struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.buf.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.buf.String()
}

// A running is a server on a folder of its own, with one browser listening.
type running struct {
	t      *testing.T
	folder string
	url    string
	log    *journal
	heard  chan message // what the browser was told, in order
}

// start serves the small site from a folder until the test ends.
func start(t *testing.T, poll bool) *running {
	t.Helper()
	r := &running{t: t, folder: t.TempDir(), log: &journal{}, heard: make(chan message, 1000)}
	if err := os.CopyFS(r.folder, sitetest.Site()); err != nil {
		t.Fatal(err)
	}
	r.run(Options{Folder: r.folder, Poll: poll})
	r.listen()
	return r
}

// run starts a server with some of its options.
func (r *running) run(opts Options) {
	r.t.Helper()
	if opts.Files == nil {
		root, err := os.OpenRoot(r.folder)
		if err != nil {
			r.t.Fatal(err)
		}
		r.t.Cleanup(func() { root.Close() })
		opts.Files = root.FS()
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan string, 1), make(chan error, 1)
	opts.Addr, opts.Lang, opts.Log, opts.Ready = "127.0.0.1:0", "en", r.log, func(url string) { ready <- url }
	go func() { done <- Run(ctx, opts) }()
	r.t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			r.t.Errorf("the server ended with %v", err)
		}
	})
	select {
	case r.url = <-ready:
	case err := <-done:
		done <- err
		r.t.Fatalf("the server did not start: %v\n%s", err, r.log)
	}
}

// listen opens the stream of events, as a page does, and reads the first.
func (r *running) listen() {
	r.t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	r.t.Cleanup(cancel)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.url+"_gradus/events", nil)
	if err != nil {
		r.t.Fatal(err)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		r.t.Fatal(err)
	}
	if kind := res.Header.Get("Content-Type"); res.StatusCode != http.StatusOK || kind != "text/event-stream" {
		r.t.Fatalf("the stream: %s, %s", res.Status, kind)
	}
	go func() {
		defer res.Body.Close()
		for lines := bufio.NewScanner(res.Body); lines.Scan(); {
			if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
				var m message
				if json.Unmarshal([]byte(data), &m) == nil {
					r.heard <- m
				}
			}
		}
	}()
	r.next()
}

// next is what the browser is told next.
func (r *running) next() message {
	r.t.Helper()
	select {
	case m := <-r.heard:
		return m
	case <-time.After(deadline):
		r.t.Fatalf("the browser was told nothing\n%s", r.log)
		return message{}
	}
}

// until waits until the browser is told what fits.
func (r *running) until(what string, fits func(message) bool) message {
	r.t.Helper()
	for {
		select {
		case m := <-r.heard:
			if fits(m) {
				return m
			}
		case <-time.After(deadline):
			r.t.Fatalf("the browser was never told: %s\n%s", what, r.log)
		}
	}
}

func (r *running) write(name, content string) {
	r.t.Helper()
	name = filepath.Join(r.folder, name)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r *running) get(path string) (status int, body string) {
	r.t.Helper()
	res, err := http.Get(r.url + path)
	if err != nil {
		r.t.Fatal(err)
	}
	defer res.Body.Close()
	content, err := io.ReadAll(res.Body)
	if err != nil {
		r.t.Fatal(err)
	}
	return res.StatusCode, string(content)
}

// shows waits until a page holds a text: until a build that has it is in place.
func (r *running) shows(path, text string) {
	r.t.Helper()
	for end := time.Now().Add(deadline); time.Now().Before(end); {
		if _, body := r.get(path); strings.Contains(body, text) {
			return
		}
		select {
		case <-r.heard:
		case <-time.After(20 * time.Millisecond):
		}
	}
	r.t.Fatalf("%s never shows %q\n%s", path, text, r.log)
}

const method = "content/zh/method.md"

// methodPage is the document at method with a text of its own; home links to #roles.
func methodPage(text string) string {
	return "---\ntitle: 方法\norder: 10\n---\n## 角色 {#roles}\n\n" + text + "\n"
}

// TestSaveStyles saves a document in every way that editors do.
func TestSaveStyles(t *testing.T) {
	r := start(t, false)
	at := filepath.Join(r.folder, method)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, tc := range []struct {
		name string
		save func(content []byte)
	}{
		{"truncated and written", func(content []byte) {
			must(os.WriteFile(at, content, 0o644))
		}},
		{"renamed over", func(content []byte) {
			must(os.WriteFile(at+".tmp", content, 0o644))
			must(os.Rename(at+".tmp", at))
		}},
		{"the way of vim", func(content []byte) {
			probe := filepath.Join(filepath.Dir(at), "4913")
			must(os.WriteFile(probe, nil, 0o644))
			must(os.Remove(probe))
			must(os.Rename(at, at+"~"))
			must(os.WriteFile(at, content, 0o644))
			must(os.Chmod(at, 0o644))
			must(os.Remove(at + "~"))
		}},
		{"the way of emacs", func(content []byte) {
			lock := filepath.Join(filepath.Dir(at), ".#method.md")
			must(os.Symlink("nobody@nowhere.1:1", lock))
			must(os.WriteFile(at, content, 0o644))
			must(os.Remove(lock))
		}},
		{"removed and made again", func(content []byte) {
			must(os.Remove(at))
			must(os.WriteFile(at, content, 0o644))
		}},
		{"removed, and made again later", func(content []byte) {
			must(os.Remove(at))
			r.until("a link that leads nowhere", func(m message) bool { return len(m.Problems) > 0 })
			must(os.WriteFile(at, content, 0o644))
		}},
		{"written in small pieces", func(content []byte) {
			f, err := os.Create(at)
			must(err)
			for _, b := range content {
				_, err := f.Write([]byte{b})
				must(err)
			}
			must(f.Close())
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			tc.save([]byte(methodPage("保存：" + tc.name + "。")))
			r.shows("method/", "保存："+tc.name+"。")
			if log := r.log.String(); strings.Contains(log, "looking for them every") {
				t.Fatalf("events are given up: %s", log)
			}
		})
	}
}

// A save that changes nothing is none: the next build is that of the next change.
func TestNothingChanged(t *testing.T) {
	r := start(t, false)
	content, err := os.ReadFile(filepath.Join(r.folder, method))
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		r.write(method, string(content))
	}
	later := time.Now().Add(time.Hour)
	if err := os.Chtimes(filepath.Join(r.folder, "gradus.yaml"), later, later); err != nil {
		t.Fatal(err)
	}
	r.write("content/zh/notes.txt~", "a backup of an editor")
	r.write("public/index.html", "no part of the source")
	r.write(".git/index", "nor is this")
	time.Sleep(10 * quiet) // long enough for a build that ought not to be
	r.write(method, methodPage("变了。"))
	if m := r.next(); m.Build != 2 || len(m.Problems) > 0 {
		t.Errorf("after one change: %+v", m)
	}
}

// What is wrong is told, while the last good site stays; when it is mended the
// page comes back.
func TestRecovery(t *testing.T) {
	r := start(t, false)
	r.write(method, methodPage("好的。"))
	r.shows("method/", "好的。")
	for _, tc := range []struct{ name, broken, place string }{
		{method, methodPage("见[无](none.md)。"), "content/zh/method.md:7:2"},
		{"gradus.yaml", "gradus: 2\ntitle: x\nlanguages: [zh, en]\n", "gradus.yaml:1:9"},
		{"model/monitoring.yaml", "id: monitoring\nname: x\nareas: [\n", "model/monitoring.yaml:"},
		{"assessments/payments/2026-10-31.yaml", "model: ops@1.0.0\nteam: payments\ndate: 2026-10-31\nkind: self\nratings:\n  monitoring.colection.service: 2\n", "assessments/payments/2026-10-31.yaml:6:3"},
		{"themes/default/layouts/home.html", "{{define \"main\"}}\n{{.Title}", "themes/default/layouts/home.html:2"},
		{"themes/default/layouts/glossary.html", "{{define \"main\"}}\n<h1>{{.View.Nothing}}</h1>{{end}}", "themes/default/layouts/glossary.html:2:"},
		{"themes/default/i18n/zh.json", "{", "themes/default/i18n/zh.json:1:1"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			before, readErr := os.ReadFile(filepath.Join(r.folder, tc.name))
			r.write(tc.name, tc.broken)
			m := r.until("problems", func(m message) bool { return len(m.Problems) > 0 })
			if p := m.Problems[0]; !strings.HasPrefix(p.Place, tc.place) || p.Text == "" || m.Lang != "en" {
				t.Errorf("got %+v, want one at %s", m.Problems, tc.place)
			}
			if status, body := r.get("method/"); status != http.StatusOK || !strings.Contains(body, "好的。") {
				t.Errorf("the last good page is gone: %d", status)
			}
			good := m.Build
			if readErr == nil {
				r.write(tc.name, string(before))
			} else if err := os.Remove(filepath.Join(r.folder, tc.name)); err != nil {
				t.Fatal(err)
			}
			r.until("a good build", func(m message) bool { return len(m.Problems) == 0 && m.Build > good })
		})
	}
}

// Folders come, go and come back, with their files.
func TestFolders(t *testing.T) {
	r := start(t, false)
	r.write("content/zh/guide/deep/page.md", "---\ntitle: 深处\n---\n第一版。\n")
	r.shows("guide/deep/page/", "第一版。")
	r.write("content/zh/guide/deep/page.md", "---\ntitle: 深处\n---\n第二版。\n")
	r.shows("guide/deep/page/", "第二版。")

	guide, away := filepath.Join(r.folder, "content/zh/guide"), filepath.Join(t.TempDir(), "guide")
	if err := os.Rename(guide, away); err != nil {
		t.Fatal(err)
	}
	r.until("a build without the folder", func(message) bool {
		status, _ := r.get("guide/deep/page/")
		return status == http.StatusNotFound
	})
	if err := os.Rename(away, guide); err != nil {
		t.Fatal(err)
	}
	r.shows("guide/deep/page/", "第二版。")
	r.write("content/zh/guide/deep/page.md", "---\ntitle: 深处\n---\n第三版。\n")
	r.shows("guide/deep/page/", "第三版。")

	if err := os.RemoveAll(guide); err != nil {
		t.Fatal(err)
	}
	r.until("a build without the folder", func(message) bool {
		status, _ := r.get("guide/deep/page/")
		return status == http.StatusNotFound
	})
	r.write("content/zh/guide/deep/page.md", "---\ntitle: 深处\n---\n第四版。\n")
	r.shows("guide/deep/page/", "第四版。")
	if log := r.log.String(); strings.Contains(log, "looking for them every") {
		t.Errorf("events are given up: %s", log)
	}
}

// A link in the tree is an error, and taking it away mends it.
func TestLink(t *testing.T) {
	r := start(t, false)
	link := filepath.Join(r.folder, "content/zh/secret.md")
	if err := os.Symlink("/etc/passwd", link); err != nil {
		t.Skip(err)
	}
	m := r.until("problems", func(m message) bool { return len(m.Problems) > 0 })
	if m.Problems[0].Place != "content/zh/secret.md" {
		t.Errorf("%+v", m.Problems)
	}
	if err := os.Remove(link); err != nil {
		t.Fatal(err)
	}
	r.until("a good build", func(m message) bool { return len(m.Problems) == 0 })
}

// Where the system reports no changes a clock finds them.
func TestPoll(t *testing.T) {
	r := start(t, true)
	r.write(method, methodPage("轮询。"))
	r.shows("method/", "轮询。")
	r.write("content/zh/guide/page.md", "---\ntitle: 新页\n---\n新的。\n")
	r.shows("guide/page/", "新的。")
}

// A server can start on a site that does not build, and shows it once it does.
func TestBrokenAtFirst(t *testing.T) {
	r := &running{t: t, folder: t.TempDir(), log: &journal{}, heard: make(chan message, 1000)}
	if err := os.CopyFS(r.folder, sitetest.Site("-- model/model.yaml --\nid: ops\n")); err != nil {
		t.Fatal(err)
	}
	r.run(Options{Folder: r.folder})
	status, body := r.get("")
	if status != http.StatusServiceUnavailable || !strings.Contains(body, "/_gradus/live.js") {
		t.Errorf("%d: %s", status, body)
	}
	good, err := fs.ReadFile(sitetest.Site(), "model/model.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r.write("model/model.yaml", string(good))
	r.shows("", "<h1>运营手册</h1>")
}

// The built-in handbook has no folder to watch.
func TestWithoutFolder(t *testing.T) {
	r := &running{t: t, log: &journal{}, heard: make(chan message, 1000)}
	r.run(Options{Files: sitetest.Site(), Build: build.Options{AsOf: "2026-12-01"}})
	if status, body := r.get("teams/payments/"); status != http.StatusOK || !strings.Contains(body, "支付平台") {
		t.Errorf("%d", status)
	}
}

// Nothing that the server adds to pages is written to the disk.
func TestDiskUntouched(t *testing.T) {
	r := start(t, false)
	r.write(method, methodPage("再来。"))
	r.shows("method/", "再来。")
	for name := range sitetest.Site() {
		content, err := os.ReadFile(filepath.Join(r.folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte("_gradus")) {
			t.Errorf("%s has been written to", name)
		}
	}
	entries, err := os.ReadDir(r.folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if name := e.Name(); name != "gradus.yaml" && name != "content" && name != "model" && name != "assessments" {
			t.Errorf("%s is new", name)
		}
	}
}
