package search_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
	"gradus/internal/build"
	"gradus/internal/search"
)

// root is the root of the repository: its handbook is what is searched here.
const root = "../.."

// driver is the module that asks the scripts.
const driver = "internal/search/testdata/run.js"

// A script runs an expression on the modules of the page. It may use run, the
// driver's module, and core and load for a language.
type script interface {
	eval(t *testing.T, lang, expression string, result any)
}

// An index is that of this repository's handbook in one language.
type index struct {
	search.Collection
	files map[string][]byte
}

func handbook(t testing.TB) map[string]index {
	t.Helper()
	src := build.Load(os.DirFS(root), build.Options{})
	if src.Diags.HasErrors() {
		t.Fatal(src.Diags)
	}
	site, problems := src.Site()
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	all := map[string]index{}
	for _, lang := range src.Source.Config.Languages {
		one := index{site.Pages.Search(lang), map[string][]byte{}}
		for _, f := range search.Build(one.Collection) {
			one.files[f.Path] = f.Content
		}
		all[lang] = one
	}
	return all
}

// TestChromium and TestNode put the same questions: the tokens of queries, the
// golden set, and every pair of Han in titles and criteria.
func TestChromium(t *testing.T) {
	ctx := browsertest.New(t)
	all := handbook(t)
	mux := http.NewServeMux()
	mux.Handle("/", http.FileServer(http.Dir(root)))
	mux.HandleFunc("/search/", func(w http.ResponseWriter, r *http.Request) {
		for _, one := range all {
			if content, ok := one.files[strings.TrimPrefix(r.URL.Path, "/")]; ok {
				w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
				_, _ = w.Write(content)
				return
			}
		}
		http.NotFound(w, r)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	browsertest.Run(t, ctx, chromedp.Navigate(server.URL+"/LICENSE"))
	ask(t, chromium{ctx}, all)
}

type chromium struct{ ctx context.Context }

func (c chromium) eval(t *testing.T, lang, expression string, result any) {
	t.Helper()
	text := browsertest.Eval[string](t, c.ctx, fmt.Sprintf(`(async () => {
		const run = await import("/%s"), { part } = await import("/themes/default/src/search-load.js");
		const load = (path) => part("/", path), core = await load(%q);
		return JSON.stringify(await %s);
	})()`, driver, search.Core(lang), expression))
	if err := json.Unmarshal([]byte(text), result); err != nil {
		t.Fatal(err)
	}
}

func TestNode(t *testing.T) {
	path, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node on the PATH")
	}
	all := handbook(t)
	n := node{path: path, dir: t.TempDir()}
	for _, one := range all {
		for name, content := range one.files {
			file := filepath.Join(n.dir, name)
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, content, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	if out, err := n.run(`console.log(1)`); err != nil || out != "1\n" {
		t.Skipf("this node can't run the modules: %v", err)
	}
	ask(t, n, all)
}

type node struct{ path, dir string }

func (n node) eval(t *testing.T, lang, expression string, result any) {
	t.Helper()
	module, err := filepath.Abs(filepath.Join(root, driver))
	if err != nil {
		t.Fatal(err)
	}
	out, err := n.run(fmt.Sprintf(`import { readFileSync } from "node:fs"; import { pathToFileURL } from "node:url";
		globalThis.window = globalThis;
		const run = await import(pathToFileURL(%q));
		const load = async (path) => {
			(0, eval)(readFileSync(%q + "/" + path, "utf8"));
			return gradus[path.replace(/(?:\.[0-9a-f]{8})?\.js$/, "")];
		};
		const core = await load(%q);
		console.log(JSON.stringify(await %s));`, module, n.dir, search.Core(lang), expression))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(out), result); err != nil {
		t.Fatal(err)
	}
}

func (n node) run(program string) (string, error) {
	file := filepath.Join(n.dir, "program.mjs")
	if err := os.WriteFile(file, []byte(program), 0o644); err != nil {
		return "", err
	}
	out, err := exec.Command(n.path, "--no-warnings", "--experimental-default-type=module", file).Output()
	return string(out), err
}

func ask(t *testing.T, s script, all map[string]index) {
	t.Run("words", func(t *testing.T) { askWords(t, s) })
	for lang, one := range all {
		t.Run(lang, func(t *testing.T) { askGolden(t, s, one) })
		t.Run(lang+" pairs", func(t *testing.T) { askPairs(t, s, one) })
	}
}

// askWords compares how the script takes queries apart with the vectors that
// package search holds itself to.
func askWords(t *testing.T, s script) {
	var vectors []struct {
		Text  string
		Words [][]string
	}
	read(t, "tokens.json", &vectors)
	var texts []string
	for _, v := range vectors {
		texts = append(texts, v.Text)
	}
	var got [][][]string
	s.eval(t, "zh", "run.takeApart("+encode(t, texts)+")", &got)
	for i, v := range vectors {
		if encode(t, got[i]) != encode(t, v.Words) {
			t.Errorf("%q: got %q, want %q", v.Text, got[i], v.Words)
		}
	}
}

// The most that an answer may take: bytes, compressed, of all that is loaded
// for it, and milliseconds.
const (
	maxBytes = 60 << 10
	maxTime  = 50
)

// askGolden asks what people ask, and expects what they want first: a page, or
// a place on one.
func askGolden(t *testing.T, s script, one index) {
	var golden [][2]string
	read(t, "golden."+one.Lang+".json", &golden)
	if len(golden) < 60 {
		t.Errorf("%d queries", len(golden))
	}
	var queries []string
	for _, g := range golden {
		queries = append(queries, g[0])
	}
	var answers []struct {
		Query         string
		First, Loaded []string
		Took          float64
	}
	s.eval(t, one.Lang, "run.answers(core, load, "+encode(t, queries)+")", &answers)

	script := compressed(t, readFile(t, filepath.Join(root, "themes/default/assets/search.js"))) +
		compressed(t, readFile(t, filepath.Join(root, "themes/default/assets/search.css")))
	core := compressed(t, one.files[search.Core(one.Lang)])
	var times []float64
	var sizes []int
	for i, a := range answers {
		if want := golden[i][1]; len(a.First) == 0 || !leads(a.First[0], want) {
			t.Errorf("%s: got %q, want %s first", a.Query, a.First, want)
		}
		size := script + core
		for _, path := range a.Loaded {
			size += compressed(t, one.files[path])
		}
		if size > maxBytes {
			t.Errorf("%s: the first answer takes %d bytes", a.Query, size)
		}
		sizes = append(sizes, size)
		times = append(times, a.Took)
	}
	slices.Sort(times)
	slices.Sort(sizes)
	p95 := len(times) * 95 / 100
	t.Logf("%d queries: p50 %.2f ms, p95 %.2f ms; first answer p50 %d bytes, most %d, of which script %d and core %d",
		len(times), times[len(times)/2], times[p95], sizes[len(sizes)/2], sizes[len(sizes)-1], script, core)
	if times[p95] > maxTime {
		t.Errorf("one in twenty answers takes longer than %.0f ms", times[p95])
	}
}

// leads reports whether an address is the wanted one, or on the wanted page.
func leads(got, want string) bool {
	page, _, _ := strings.Cut(got, "#")
	return got == want || page == want
}

// askPairs asks every two characters of Han that stand together in a title or a
// criterion, and expects every entry that has them.
func askPairs(t *testing.T, s script, one index) {
	wanted := map[string][]string{}
	for _, p := range one.Pages {
		for _, e := range p.Entries {
			texts := []string{e.Title}
			for _, part := range e.Parts {
				if part.Weight == search.OfCriterion {
					texts = append(texts, part.Text)
				}
			}
			address := p.Address
			if e.Anchor != "" {
				address += "#" + e.Anchor
			}
			for _, text := range texts {
				for pair := range pairs(text) {
					wanted[pair] = append(wanted[pair], address)
				}
			}
		}
	}
	var missing []string
	s.eval(t, one.Lang, "run.missing(core, load, "+encode(t, wanted)+")", &missing)
	if len(missing) > 0 {
		t.Errorf("of %d pairs %d are not found: %.500q", len(wanted), len(missing), missing)
	}
	t.Logf("%d pairs found", len(wanted))
}

// pairs yields every two characters of Han that stand together.
func pairs(text string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		chars := []rune(text)
		for i := 1; i < len(chars); i++ {
			if unicode.Is(unicode.Han, chars[i-1]) && unicode.Is(unicode.Han, chars[i]) && !yield(string(chars[i-1:i+1])) {
				return
			}
		}
	}
}

func read(t *testing.T, name string, into any) {
	t.Helper()
	if err := json.Unmarshal(readFile(t, filepath.Join("testdata", name)), into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func encode(t *testing.T, value any) string {
	t.Helper()
	text, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// compressed is the size of a file as a server sends it.
func compressed(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, 6)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
