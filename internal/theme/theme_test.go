package theme_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/diag"
	"gradus/internal/theme"
)

func file(content string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(content), Mode: 0o644} }

func read(t *testing.T, th *theme.Theme, name string) string {
	t.Helper()
	content, err := th.Read(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func codes(list diag.List) []string {
	var all []string
	for _, d := range list {
		all = append(all, d.Pos.String()+" "+d.Message.Code)
	}
	return all
}

// A site overrides the embedded theme file by file, and may add partials and
// languages.
func TestOverride(t *testing.T) {
	th, problems := theme.Open(fstest.MapFS{
		"themes/default/layouts/home.html":   file("mine"),
		"themes/default/partials/extra.html": file("new"),
		"themes/default/i18n/de.json":        file("{}"),
		"themes/default/.DS_Store":           file("x"),
		"themes/default/.git/config":         file("x"),
	}, theme.Default)
	if len(problems) > 0 {
		t.Error(codes(problems))
	}
	if got := read(t, th, "layouts/home.html"); got != "mine" {
		t.Errorf("home.html is %q", got)
	}
	if got := read(t, th, "layouts/base.html"); !strings.Contains(got, `{{define "page"`) {
		t.Errorf("base.html is not the embedded one: %.80q", got)
	}
	if content, err := th.ReadEmbedded("layouts/home.html"); err != nil || string(content) == "mine" {
		t.Errorf("the hidden home.html: %v", err)
	}
	if _, err := th.Read("layouts/none.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is nowhere: %v", err)
	}
	partials, err := th.List("partials")
	if err != nil || !slices.Contains(partials, "partials/extra.html") || !slices.Contains(partials, "partials/nav.html") || !slices.IsSorted(partials) {
		t.Errorf("partials: %v, %v", partials, err)
	}
	for _, folder := range []string{"partials", "layouts", "i18n"} {
		if names, _ := th.List(folder); len(slices.Compact(slices.Clone(names))) != len(names) {
			t.Errorf("%s lists a name twice: %v", folder, names)
		}
	}
	if got := th.Place("layouts/home.html"); got != "themes/default/layouts/home.html" {
		t.Error(got)
	}
}

// A file that overrides nothing is most likely misspelt.
func TestStranger(t *testing.T) {
	_, problems := theme.Open(fstest.MapFS{
		"themes/default/layouts/hom.html":  file(""),
		"themes/default/assets/style.css":  file(""),
		"themes/default/notes/todo/my.txt": file(""),
	}, theme.Default)
	want := []string{"themes/default/layouts/hom.html theme-stranger", "themes/default/notes/todo/my.txt theme-stranger"}
	if diff := cmp.Diff(want, codes(problems)); diff != "" {
		t.Error(diff)
	}
	if len(problems) > 0 && (len(problems[0].Hints) != 1 || !strings.Contains(problems[0].Hints[0].Text("en"), "layouts/home.html")) {
		t.Errorf("hints: %v", problems[0].Hints)
	}
	if problems.HasErrors() {
		t.Error("a stranger stops the build")
	}
}

// A theme of another name starts from the default one.
func TestOwnTheme(t *testing.T) {
	th, problems := theme.Open(fstest.MapFS{
		"themes/mine/layouts/home.html":    file("mine"),
		"themes/default/layouts/home.html": file("not this one"),
	}, "mine")
	if len(problems) > 0 {
		t.Error(codes(problems))
	}
	if got := read(t, th, "layouts/home.html"); got != "mine" {
		t.Error(got)
	}
	if got := read(t, th, "layouts/chapter.html"); got == "" {
		t.Error("chapter.html is empty")
	}
	if got := th.Place("x"); got != "themes/mine/x" {
		t.Error(got)
	}
}

func TestMissing(t *testing.T) {
	for _, site := range []fstest.MapFS{{}, {"themes/mine": file("a file and no folder")}} {
		th, problems := theme.Open(site, "mine")
		if diff := cmp.Diff([]string{"gradus.yaml theme-missing"}, codes(problems)); diff != "" {
			t.Error(diff)
		}
		if th == nil || !problems.HasErrors() {
			t.Error("no theme, or no error")
		}
	}
}
