package build_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/build"
	"gradus/internal/htmltest"
	"gradus/internal/maturity"
	"gradus/internal/publish"
	"gradus/internal/sitetest"
)

// digest is one line for a whole tree.
func (tr tree) digest() string {
	sum := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(tr)) {
		fmt.Fprintf(sum, "%s %d\n%s", name, len(tr[name]), tr[name])
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// TestRepeatable builds the site in processes that differ in everything a
// build must not depend on.
func TestRepeatable(t *testing.T) {
	if os.Getenv("GRADUS_TEST_DIGEST") != "" {
		fmt.Printf("digest=%s procs=%d\n", publishedDigest(t), runtime.GOMAXPROCS(0))
		return
	}
	want := publishedDigest(t)
	for _, env := range [][]string{
		{"GOMAXPROCS=1", "TZ=UTC", "LANG=C"},
		{"GOMAXPROCS=4", "TZ=Asia/Shanghai", "LANG=zh_CN.UTF-8", "LC_ALL=zh_CN.UTF-8"},
		{"GOMAXPROCS=4", "TZ=America/St_Johns", "LANG=de_DE.UTF-8"},
	} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestRepeatable$")
		cmd.Env = append(os.Environ(), append(env, "GRADUS_TEST_DIGEST=1")...)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", env, err, out)
		}
		if !strings.Contains(string(out), "digest="+want+" ") {
			t.Errorf("%v: other bytes: want %s, got %s", env, want, out)
		}
	}
}

// publishedDigest is that of the files a build writes.
func publishedDigest(t *testing.T) string {
	out := filepath.Join(t.TempDir(), "public")
	publishTo(t, sitetest.Site(), build.Options{}, out)
	return readTree(t, out).digest()
}

// readTree reads a published folder.
func readTree(t testing.TB, folder string) tree {
	t.Helper()
	tr := tree{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		tr[name], err = os.ReadFile(filepath.Join(folder, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tr
}

func publishTo(t testing.TB, files fs.FS, opts build.Options, out string) publish.Changes {
	t.Helper()
	changes, problems, err := newSite(t, files, opts).Publish(out)
	if err != nil || len(problems) > 0 {
		t.Fatalf("err %v, problems %v", err, problems)
	}
	return changes
}

func TestPublish(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	site := sitetest.Site()
	first := publishTo(t, site, build.Options{}, out)
	want := newTree(t, site, build.Options{})
	if first.Written != len(want) || first.Unchanged != 0 || first.Removed != 0 {
		t.Errorf("a first build of %d files: %+v", len(want), first)
	}
	want[publish.Marker] = readTree(t, out)[publish.Marker]
	if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), slices.Sorted(maps.Keys(readTree(t, out)))); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}

	times := modTimes(t, out)
	if again := publishTo(t, site, build.Options{}, out); again.Written != 0 || again.Removed != 0 || again.Unchanged != first.Written {
		t.Errorf("a second build of the same: %+v", again)
	}
	if diff := cmp.Diff(times, modTimes(t, out)); diff != "" {
		t.Errorf("times changed (-before +after):\n%s", diff)
	}

	site["content/zh/method.md"].Data = append(site["content/zh/method.md"].Data, "\n多一句。\n"...)
	delete(site, "assessments/solo/2026-11-01.yaml")
	delete(site, "assessments/solo/team.yaml")
	changed := publishTo(t, site, build.Options{}, out)
	if changed.Written == 0 || changed.Removed == 0 {
		t.Errorf("after a change and a removal: %+v", changed)
	}
	now := readTree(t, out)
	if _, stale := now["teams/solo/index.html"]; stale || !strings.Contains(string(now["method/index.html"]), "多一句。") {
		t.Error("the folder is not that of the changed site")
	}
	if now.digest() != freshDigest(t, site) {
		t.Error("a build over an older one differs from one into a new folder")
	}
}

func freshDigest(t *testing.T, site fs.FS) string {
	out := filepath.Join(t.TempDir(), "public")
	publishTo(t, site, build.Options{}, out)
	return readTree(t, out).digest()
}

func modTimes(t *testing.T, folder string) map[string]string {
	t.Helper()
	times := map[string]string{}
	for name := range readTree(t, folder) {
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil && name != publish.Marker {
			times[name] = info.ModTime().String()
		}
	}
	return times
}

// TestPublishFails makes one page fail while all others are fine: nothing of
// them may be written.
func TestPublishFails(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	publishTo(t, sitetest.Site(), build.Options{}, out)
	before, times := readTree(t, out), modTimes(t, out)

	broken := sitetest.Site("-- themes/default/layouts/glossary.html --\n{{define \"main\"}}\n<h1>{{.View.Nothing}}</h1>{{end}}\n")
	src := build.Load(broken, build.Options{})
	site, problems := src.Site()
	if len(problems) == 0 {
		_, problems, _ = site.Publish(out)
	}
	if len(problems) == 0 || problems[0].Pos.Path != "themes/default/layouts/glossary.html" || problems[0].Pos.Line != 2 {
		t.Fatalf("problems: %v", problems)
	}
	if diff := cmp.Diff(before, readTree(t, out)); diff != "" {
		t.Errorf("the folder has changed (-before +after):\n%s", diff)
	}
	if diff := cmp.Diff(times, modTimes(t, out)); diff != "" {
		t.Errorf("times have changed (-before +after):\n%s", diff)
	}
	entries, err := os.ReadDir(filepath.Dir(out))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != "public" {
			t.Errorf("%s was left behind", e.Name())
		}
	}
}

func TestPublishForeign(t *testing.T) {
	out := t.TempDir()
	if err := os.WriteFile(filepath.Join(out, "mine.txt"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, _, err := newSite(t, sitetest.Site(), build.Options{}).Publish(out); err == nil {
		t.Error("a folder that holds something else was replaced")
	}
	if tr := readTree(t, out); len(tr) != 1 {
		t.Errorf("the folder holds %d files", len(tr))
	}
}

// The site can be put under any path: nothing but what search engines are told
// names the address it has.
func TestAnyPath(t *testing.T) {
	var trees []tree
	for _, base := range []string{"https://ops.example.org/", "https://www.example.com/a/b/handbook/"} {
		tr := newTree(t, sitetest.Site(), build.Options{BaseURL: base})
		for name, content := range tr {
			tr[name] = []byte(strings.ReplaceAll(string(content), base, "BASE/"))
		}
		delete(tr, "404.html") // shown at any depth: TestNotFound
		trees = append(trees, tr)
	}
	if diff := cmp.Diff(trees[0], trees[1]); diff != "" {
		t.Errorf("pages depend on the path of the site:\n%.2000s", diff)
	}
}

func TestNotFound(t *testing.T) {
	for base, want := range map[string]string{
		"": "/", "https://ops.example.org/": "/", "https://ops.example.org/a/handbook/": "/a/handbook/",
	} {
		tr := newTree(t, sitetest.Site(), build.Options{BaseURL: base})
		page := htmltest.Parse(t, tr["404.html"])
		for _, link := range links(page) {
			file, under := strings.CutPrefix(link, want)
			if file == "" || strings.HasSuffix(file, "/") {
				file = path.Join(file, "index.html")
			}
			if _, exists := tr[file]; !under || !exists {
				t.Errorf("base %q: %q is not there", base, link)
			}
		}
		if homes := page.All("main a[hreflang]"); len(homes) != 2 || homes[1].Attr("href") != want+"en/" {
			t.Errorf("base %q: %d ways home", base, len(homes))
		}
	}
}

func TestForMachines(t *testing.T) {
	const base = "https://ops.example.org/handbook/"
	tr := newTree(t, sitetest.Site(), build.Options{BaseURL: base})
	var sitemap struct {
		URLs []struct {
			Loc   string `xml:"loc"`
			Links []struct {
				Lang string `xml:"hreflang,attr"`
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(tr["sitemap.xml"], &sitemap); err != nil {
		t.Fatal(err)
	}
	listed := map[string][]string{}
	for _, u := range sitemap.URLs {
		file, under := strings.CutPrefix(u.Loc, base)
		if _, exists := tr[path.Join(file, "index.html")]; !under || !exists {
			t.Errorf("the sitemap lists %q, which is not there", u.Loc)
		}
		for _, l := range u.Links {
			listed[file] = append(listed[file], l.Lang+" "+strings.TrimPrefix(l.Href, base))
		}
	}
	for file, want := range map[string][]string{
		"":                           {"zh-CN ", "en en/"},
		"en/monitoring/":             {"zh-CN monitoring/", "en en/monitoring/"},
		"method/":                    {"zh-CN method/"}, // there is no English one
		"continuity/risk/backup/":    {"zh-CN continuity/risk/backup/", "en en/continuity/risk/backup/"},
		"teams/payments/2026-04-30/": {"zh-CN teams/payments/2026-04-30/", "en en/teams/payments/2026-04-30/"},
		"en/method/":                 nil, // shows the Chinese text
		"monitoring/collection/":     nil, // leads on
		"how/":                       nil,
	} {
		if diff := cmp.Diff(want, listed[file]); diff != "" {
			t.Errorf("sitemap, %q (-want +got):\n%s", file, diff)
		}
	}
	if got := string(tr["robots.txt"]); got != "User-agent: *\nAllow: /\nSitemap: "+base+"sitemap.xml\n" {
		t.Errorf("robots.txt: %q", got)
	}

	page := htmltest.Parse(t, tr["en/monitoring/index.html"])
	if got := page.One(t, "link[rel=canonical]").Attr("href"); got != base+"en/monitoring/" {
		t.Errorf("canonical: %q", got)
	}
	var alternates []string
	for _, l := range page.All("link[rel=alternate]") {
		alternates = append(alternates, l.Attr("hreflang")+" "+l.Attr("href"))
	}
	if diff := cmp.Diff([]string{"zh-CN " + base + "monitoring/", "en " + base + "en/monitoring/", "x-default " + base + "monitoring/"}, alternates); diff != "" {
		t.Errorf("alternates (-want +got):\n%s", diff)
	}
}

// A site without an address says nothing to machines that would need one.
func TestWithoutAddress(t *testing.T) {
	tr := newTree(t, sitetest.Site(), build.Options{})
	if _, ok := tr["sitemap.xml"]; ok {
		t.Error("a sitemap without addresses")
	}
	for name, page := range tr.pages(t) {
		if n := len(page.All("link[rel=canonical]")) + len(page.All("link[rel=alternate]")); n > 0 {
			t.Errorf("%s: %d links for machines", name, n)
		}
	}
}

func TestNoIndex(t *testing.T) {
	site := sitetest.Site()
	site["gradus.yaml"].Data = append(site["gradus.yaml"].Data, "noindex: true\n"...)
	tr := newTree(t, site, build.Options{})
	if got := string(tr["robots.txt"]); got != "User-agent: *\nDisallow: /\n" {
		t.Errorf("robots.txt: %q", got)
	}
	for name, page := range tr.pages(t) {
		if page.One(t, "meta[name=robots]").Attr("content") != "noindex" {
			t.Errorf("%s may be indexed", name)
		}
	}
}

// TestFallback is about a page whose text is in another language than its own.
func TestFallback(t *testing.T) {
	const base = "https://ops.example.org/"
	tr := newTree(t, sitetest.Site(), build.Options{BaseURL: base})
	page := htmltest.Parse(t, tr["en/method/index.html"])
	if page.One(t, "html").Attr("lang") != "en" || page.One(t, ".text").Attr("lang") != "zh-CN" {
		t.Error("the languages of the page and of its text are not told apart")
	}
	if got := page.One(t, "main .notice").Text(); got == "" {
		t.Error("no notice")
	}
	if got := page.One(t, "link[rel=canonical]").Attr("href"); got != base+"method/" {
		t.Errorf("canonical: %q", got)
	}
	if n := len(page.All("link[rel=alternate]")); n != 0 {
		t.Errorf("%d alternates", n)
	}
	if n := len(htmltest.Parse(t, tr["method/index.html"]).All("link[rel=alternate]")); n != 2 { // itself and x-default
		t.Errorf("%d alternates of the page it shows", n)
	}
	for _, a := range page.All(".text a") {
		if strings.HasPrefix(a.Attr("href"), "../../m") {
			t.Errorf("%q leaves the language of the page", a.Attr("href"))
		}
	}
}

func TestAsOf(t *testing.T) {
	for asOf, want := range map[maturity.Date]maturity.Date{"": "2026-11-15", "2027-03-01": "2027-03-01"} {
		if got := build.Load(sitetest.Site(), build.Options{AsOf: asOf}).AsOf; got != want {
			t.Errorf("as of %q: got %q, want %q", asOf, got, want)
		}
	}
	site := sitetest.Site()
	maps.DeleteFunc(site, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "assessments/") })
	if got := build.Load(site, build.Options{}).AsOf; got != "" {
		t.Errorf("a site without assessments: %q", got)
	}
}

func TestStrict(t *testing.T) {
	if src := build.Load(sitetest.Site(), build.Options{Strict: true}); !src.Diags.HasErrors() {
		t.Error("warnings are no errors")
	}
}

// TestHandbook holds the repository's own model, content and assessments to
// the strictest measure.
func TestHandbook(t *testing.T) {
	for _, d := range build.Load(os.DirFS("../.."), build.Options{Strict: true}).Diags {
		t.Errorf("%v: %s [%s]", d.Pos, d.Text("en"), d.Message.Code)
	}
}
