package render

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/jba/templatecheck"

	"gradus/internal/diag"
	"gradus/internal/site"
	"gradus/internal/theme"
	"gradus/internal/words"
)

// parsed are the layouts of a theme in a language.
func parsed(t *testing.T, files fstest.MapFS, lang string) (*layouts, diag.List) {
	t.Helper()
	th, list := theme.Open(files, theme.Default)
	catalog, more := words.Load(th)
	list = append(list, more...)
	assets, more := loadAssets(th)
	list = append(list, more...)
	texts, more := readLayouts(th)
	list = append(list, more...)
	if len(list) > 0 {
		t.Fatal(list)
	}
	return parseLayouts(texts, assets, catalog.In(lang))
}

// Every layout asks its view for nothing that the view does not have, on
// whatever branch.
func TestLayoutsFitTheirViews(t *testing.T) {
	l, problems := parsed(t, fstest.MapFS{}, "en")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	views := map[string]any{"notfound": NotFound{}}
	for kind, view := range Views {
		views[string(kind)] = view
	}
	for name, layout := range l.byName {
		view, ok := views[name]
		if !ok {
			t.Errorf("the layout %s has no view", name)
			continue
		}
		if err := templatecheck.CheckHTML(layout.Lookup("page"), view); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		delete(views, name)
	}
	for name := range views {
		t.Errorf("there is no layout %s", name)
	}
	if err := templatecheck.CheckHTML(l.byName["chapter"].Lookup("level-table"), site.LevelTable{}); err != nil {
		t.Error(err)
	}
}

// What is wrong with a template is said at its place in the site's own file,
// once and not for every language.
func TestBrokenLayout(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"layouts/home.html", "{{define \"main\"}}\n<h1>{{.Title}\n{{end}}", "themes/default/layouts/home.html:2"},
		{"layouts/home.html", "{{define \"main\"}}\n{{nothing 1}}{{end}}", "themes/default/layouts/home.html:2"},
		{"layouts/home.html", "{{define \"main\"}}\n\n{{if .Title}}", "themes/default/layouts/home.html:3"},
		{"layouts/base.html", "{{define \"page\"}}{{end}}{{end}}", "themes/default/layouts/base.html:1"},
		{"partials/nav.html", "\n{{define nav}}", "themes/default/partials/nav.html:2"},
	} {
		_, problems := parsed(t, fstest.MapFS{"themes/default/" + tc.name: {Data: []byte(tc.text)}}, "en")
		if len(problems) != 1 || problems[0].Pos.String() != tc.want || problems[0].Message != diag.ThemeLayout {
			t.Errorf("%s %q: got %v, want one at %s", tc.name, tc.text, problems, tc.want)
			continue
		}
		if text := problems[0].Text("en"); strings.Contains(text, "template:") || strings.Contains(text, tc.name) {
			t.Errorf("%q: the place stands in the text: %s", tc.text, text)
		}
	}
}

func TestPageError(t *testing.T) {
	th, _ := theme.Open(fstest.MapFS{}, theme.Default)
	l, _ := parsed(t, fstest.MapFS{"themes/default/layouts/glossary.html": {Data: []byte("{{define \"main\"}}\n  {{.View.Nothing}}{{end}}")}}, "en")
	err := l.byName["glossary"].ExecuteTemplate(&strings.Builder{}, "page", Views[site.KindGlossary])
	if err == nil {
		t.Fatal("a field that is not there is no error")
	}
	d := PageError(th, "glossary/index.html", err)
	if d.Pos.String() != "themes/default/layouts/glossary.html:2:10" || len(d.Hints) != 1 || !strings.Contains(d.Hints[0].Text("en"), "glossary/index.html") {
		t.Errorf("%v: %s %v", d.Pos, d.Text("en"), d.Hints)
	}
	if d := PageError(th, "a/index.html", errFor("chart")); d.Pos.Path != "a/index.html" || !strings.Contains(d.Text("en"), "chart") {
		t.Errorf("an error of no template: %v: %s", d.Pos, d.Text("en"))
	}
}

type errFor string

func (e errFor) Error() string { return string(e) }

// A word or an asset that is not there is an error that names it.
func TestFunctions(t *testing.T) {
	for text, want := range map[string]string{
		`{{t "no.such"}}`:        `no.such`,
		`{{asset "none.css"}}`:   `none.css`,
		`{{count "no.such" 2}}`:  `no.such`,
		`{{data "\"</script>"}}`: `data with an unescaped`,
	} {
		l, problems := parsed(t, fstest.MapFS{"themes/default/layouts/notfound.html": {Data: []byte(`{{define "page"}}` + text + `{{end}}`)}}, "zh")
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		if err := l.byName["notfound"].ExecuteTemplate(&strings.Builder{}, "page", NotFound{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// Text is escaped wherever a layout puts it, but for finished HTML.
func TestEscaping(t *testing.T) {
	l, problems := parsed(t, fstest.MapFS{"themes/default/layouts/notfound.html": {Data: []byte(
		`{{define "page"}}<a title="{{.SiteTitle}}" href="{{.Base}}">{{.SiteTitle}}</a>{{note .SiteTitle}}{{end}}`)}}, "zh")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	var out strings.Builder
	err := l.byName["notfound"].ExecuteTemplate(&out, "page", NotFound{SiteTitle: `<b>"x"</b>`, Base: "javascript:alert(1)"})
	if err != nil {
		t.Fatal(err)
	}
	got := out.String()
	if strings.Contains(got, "<b>") || strings.Contains(got, "javascript:") || strings.Contains(got, `"x"<`) {
		t.Error(got)
	}
}
