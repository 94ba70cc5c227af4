package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/maturity"
	"gradus/internal/theme"
	"gradus/internal/words"
	"gradus/themes"
)

func catalog(t *testing.T, site fs.FS) *words.Catalog {
	t.Helper()
	th, problems := theme.Open(site, theme.Default)
	c, more := words.Load(th)
	if problems = append(problems, more...); len(problems) > 0 {
		t.Fatal(problems)
	}
	return c
}

// Both languages have every word, with the same placeholders. The wording for
// one is English grammar; Chinese needs none.
func TestBothLanguages(t *testing.T) {
	c := catalog(t, fstest.MapFS{})
	en, zh := c.In("en"), c.In("zh")
	common := func(key string) bool { return !strings.HasSuffix(key, ".one") }
	if diff := cmp.Diff(slices.Collect(filter(en.Keys(), common)), slices.Collect(filter(zh.Keys(), common))); diff != "" {
		t.Errorf("keys (-en +zh):\n%s", diff)
	}
	for _, key := range zh.Keys() {
		if strings.HasPrefix(key, "month.") || key == "date" {
			continue // a language needs either the name or the number of a month
		}
		english, _ := en.Text(key)
		chinese, _ := zh.Text(key)
		if diff := cmp.Diff(placeholders(english), placeholders(chinese)); diff != "" {
			t.Errorf("placeholders of %q (-en +zh):\n%s", key, diff)
		}
	}
	for _, key := range en.Keys() {
		if many, one := strings.CutSuffix(key, ".one"); one {
			text, _ := en.Text(key)
			all, err := en.Text(many)
			if err != nil {
				t.Errorf("%q has no wording for many", key)
			}
			for _, p := range placeholders(text) {
				if !slices.Contains(placeholders(all), p) {
					t.Errorf("%q has a placeholder {%s} that %q lacks", key, p, many)
				}
			}
		}
	}
}

func filter(keys []string, keep func(string) bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, key := range keys {
			if keep(key) && !yield(key) {
				return
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{([a-z]+)\}`)

func placeholders(text string) []string {
	var names []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		names = append(names, m[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Every word that a layout or the program asks for is there, and no word is
// there that nothing asks for.
func TestEveryWordUsed(t *testing.T) {
	used := map[string]string{} // key, or its beginning with "*", to where
	layoutKeys(t, used)
	goKeys(t, used)
	keys := catalog(t, fstest.MapFS{}).In(words.Fallback).Keys()
	for key, place := range used {
		if !slices.ContainsFunc(keys, func(k string) bool { return matches(k, key) }) {
			t.Errorf("%s asks for %q, which no language has", place, key)
		}
	}
	for _, key := range keys {
		asked := false
		for wanted := range used {
			asked = asked || matches(strings.TrimSuffix(key, ".one"), wanted)
		}
		if !asked {
			t.Errorf("nothing asks for %q", key)
		}
	}
}

func matches(key, wanted string) bool {
	if start, open := strings.CutSuffix(wanted, "*"); open {
		return strings.HasPrefix(key, start)
	}
	return key == wanted
}

var (
	plainKey   = regexp.MustCompile(`\b(?:t|count) "([^"]+)"`)
	printedKey = regexp.MustCompile(`\b(?:t|count) \(print "([^"]+)"`)
)

// layoutKeys finds what layouts ask for with t and count.
func layoutKeys(t *testing.T, used map[string]string) {
	err := fs.WalkDir(themes.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") {
			return err
		}
		content, err := fs.ReadFile(themes.FS, name)
		for _, m := range plainKey.FindAllStringSubmatch(string(content), -1) {
			used[m[1]] = name
		}
		for _, m := range printedKey.FindAllStringSubmatch(string(content), -1) {
			used[m[1]+"*"] = name
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// goKeys finds what Go code asks for: calls of a method that takes a key, or the
// beginning of one.
func goKeys(t *testing.T, used map[string]string) {
	for _, folder := range []string{"site", "build", "render", "words"} {
		files, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", folder, err)
		}
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tree, err := parser.ParseFile(token.NewFileSet(), file, content, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(tree, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				method, ok := call.Fun.(*ast.SelectorExpr)
				if !ok || !slices.Contains(askers, method.Sel.Name) {
					return true
				}
				for _, arg := range call.Args {
					if key := keyOf(arg); key != "" {
						used[key] = file
					}
					if !slices.Contains(takers, method.Sel.Name) {
						break // the rest are placeholders
					}
				}
				return true
			})
		}
	}
}

// Methods that take keys: askers one each, takers as many as there are
// arguments, of which those that end in a dot are beginnings of keys.
var (
	askers = append([]string{"word", "Text", "Count", "find"}, takers...)
	takers = []string{"WithPrefix", "scriptFrame"}
)

// keyOf is the key that an expression is, or its beginning with "*"; "" for
// anything else.
func keyOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if key, err := strconv.Unquote(e.Value); err == nil && strings.HasSuffix(key, ".") {
			return key + "*"
		} else if err == nil && len(key) > 1 {
			return key
		}
	case *ast.BinaryExpr:
		if start := keyOf(e.X); start != "" {
			return strings.TrimSuffix(start, "*") + "*"
		}
	}
	return ""
}

func TestText(t *testing.T) {
	c := catalog(t, fstest.MapFS{"themes/default/i18n/de.json": {Data: []byte(`{"language": "Deutsch", "of": "{n} von {of}"}`)}})
	for _, tc := range []struct {
		lang, key string
		pairs     []any
		want      string
	}{
		{"en", "of", []any{"n", 2, "of", 3}, "2 of 3"},
		{"zh", "of", []any{"n", 2, "of", 3}, "2/3"},
		{"de", "of", []any{"n", 2, "of", 3}, "2 von 3"},
		{"de", "score", nil, "Score"},                  // a third language begins with one file
		{"fr", "of", []any{"n", 2, "of", 3}, "2 of 3"}, // one without any reads English
		{"en", "of", []any{"n", "{of}", "of", "{n}"}, "{of} of {n}"},
		{"en", "due", []any{"date", maturity.Date("2026-03-09")}, "due 9 March 2026"},
		{"zh", "due", []any{"date", maturity.Date("2026-03-09")}, "2026 年 3 月 9 日到期"},
	} {
		if got, err := c.In(tc.lang).Text(tc.key, tc.pairs...); err != nil || got != tc.want {
			t.Errorf("%s %s: got %q, %v, want %q", tc.lang, tc.key, got, err, tc.want)
		}
	}
	for _, pairs := range [][]any{nil, {"n"}} {
		if _, err := c.In("zh").Text("no.such.key", pairs...); err == nil || !strings.Contains(err.Error(), "no.such.key") {
			t.Errorf("an unknown key: %v", err)
		}
	}
	if _, err := c.In("en").Text("of", "n"); err == nil {
		t.Error("a placeholder without a value is no error")
	}
	if diff := cmp.Diff([]string{"de", "en", "zh"}, c.Languages()); diff != "" {
		t.Error(diff)
	}
}

func TestCount(t *testing.T) {
	c := catalog(t, fstest.MapFS{"themes/default/i18n/de.json": {Data: []byte(`{"criteria": "{n} Kriterien"}`)}})
	for _, tc := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 0, "0 criteria"}, {"en", 1, "1 criterion"}, {"en", 2, "2 criteria"},
		{"zh", 1, "1 条判据"}, {"zh", 2, "2 条判据"},
		{"de", 1, "1 Kriterien"}, // its own words before another language's grammar
		{"fr", 1, "1 criterion"},
	} {
		if got, err := c.In(tc.lang).Count("criteria", tc.n); err != nil || got != tc.want {
			t.Errorf("%s %d: got %q, %v, want %q", tc.lang, tc.n, got, err, tc.want)
		}
	}
}

func TestDate(t *testing.T) {
	c := catalog(t, fstest.MapFS{})
	for _, tc := range []struct {
		lang string
		date maturity.Date
		want string
	}{
		{"en", "2026-10-31", "31 October 2026"},
		{"en", "0999-01-02", "2 January 0999"},
		{"zh", "2026-01-02", "2026 年 1 月 2 日"},
		{"zh", "", ""},
	} {
		if got := c.In(tc.lang).Date(tc.date); got != tc.want {
			t.Errorf("%s %s: got %q, want %q", tc.lang, tc.date, got, tc.want)
		}
	}
}

// A site changes the words one by one.
func TestOverride(t *testing.T) {
	c := catalog(t, fstest.MapFS{"themes/default/i18n/zh.json": {Data: []byte(`{"teams": "小组"}`)}})
	for key, want := range map[string]string{"teams": "小组", "score": "得分"} {
		if got, _ := c.In("zh").Text(key); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
}

func TestBroken(t *testing.T) {
	for content, want := range map[string]string{
		"{\n  \"teams\": \"小组\",\n  \"score\": 1\n}":  "themes/default/i18n/zh.json:3:12",
		"{\n  \"teams\": \"小组\"\n  \"score\": \"x\"}": "themes/default/i18n/zh.json:3:3",
		"[]":  "themes/default/i18n/zh.json:1:1",
		"":    "themes/default/i18n/zh.json:1:1",
		"{}}": "themes/default/i18n/zh.json:1:3",
	} {
		th, _ := theme.Open(fstest.MapFS{"themes/default/i18n/zh.json": {Data: []byte(content)}}, theme.Default)
		_, problems := words.Load(th)
		if len(problems) != 1 || problems[0].Pos.String() != want {
			t.Errorf("%q: got %v, want one at %s", content, problems, want)
			continue
		}
		if text := problems[0].Text("en"); strings.Contains(text, "Go ") || strings.Contains(text, "json:") {
			t.Errorf("%q: a library speaks: %s", content, text)
		}
	}
}

func TestWithPrefix(t *testing.T) {
	c := catalog(t, fstest.MapFS{"themes/default/i18n/de.json": {Data: []byte(`{"criteria": "{n} Kriterien"}`)}})
	for lang, want := range map[string]map[string]string{
		"en": {"criteria": "{n} criteria", "criteria.one": "1 criterion"},
		"zh": {"criteria": "{n} 条判据"},       // without the English wording for one
		"de": {"criteria": "{n} Kriterien"}, // likewise
	} {
		if diff := cmp.Diff(want, c.In(lang).WithPrefix("criteria")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", lang, diff)
		}
	}
}
