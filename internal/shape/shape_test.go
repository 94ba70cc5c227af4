// Package shape holds no code: its test is the plan of the house. It lists what
// each package may import of ours, where each third-party module lives, and
// why the module is there, and fails when the house changes without the list.
package shape

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// imports is what the code of each package, without its tests, imports of
// ours, below internal unless it says otherwise. Imports go one way: down this list.
var imports = map[string]string{
	"diag":     "",
	"publish":  "",
	"search":   "",
	"address":  "",
	"maturity": "diag",
	"history":  "maturity",
	"score":    "maturity",
	"csv":      "score",
	"handin":   "diag maturity",
	"markdown": "diag",
	"load":     "address diag markdown maturity",
	"check":    "address diag load markdown maturity score",
	"chart":    "score",
	"report":   "csv diag maturity score",
	"scaffold": "handin load maturity score",
	"sheet":    "diag load maturity score",
	"data":     "address csv load maturity score",
	"schema":   "data diag load maturity report score",
	"theme":    "/themes diag",
	"words":    "diag maturity theme",
	"site":     "address chart diag load markdown maturity score search words",
	"render":   "address diag markdown maturity site theme words",
	"build":    "address check data diag history load maturity publish render schema search site theme words",
	"serve":    "address build diag",

	"/themes":     "",
	"/":           "",
	"/cmd/gradus": "/ /themes build check diag handin history load maturity publish report scaffold schema score serve sheet",

	"bundle": "", // a program of its own, run by go generate

	"browsertest": "", // what tests share
	"htmltest":    "",
	"sitetest":    "",
}

// homes are the packages whose code may import a package of a third party, or
// one of the standard library that must not be everywhere. A module lives in one
// room, so that it can be exchanged there.
var homes = map[string]string{
	"github.com/yuin/goldmark":        "markdown",
	"github.com/alecthomas/chroma/v2": "markdown",
	"gopkg.in/yaml.v3":                "load",
	"github.com/go-echarts":           "chart",
	"github.com/fsnotify/fsnotify":    "serve",
	"github.com/tdewolff/minify/v2":   "render",
	"html/template":                   "render",
	"text/template":                   "scaffold", // of YAML, where nothing is to be escaped as HTML
	"github.com/evanw/esbuild":        "bundle",
	"github.com/xuri/excelize/v2":     "data sheet", // the portfolio out; the questionnaire out and in
	"golang.org/x/sync":               "build",
	"golang.org/x/sys":                "publish",
	"golang.org/x/term":               "/cmd/gradus",
	"golang.org/x/text/collate":       "site",
	"golang.org/x/text/language":      "search site",
	"golang.org/x/text/cases":         "check search",
	"golang.org/x/text/unicode":       "check search",
	"golang.org/x/text/width":         "report",
	"golang.org/x/net":                "htmltest",
	"github.com/chromedp/chromedp":    "browsertest",
	"github.com/rogpeppe/go-internal": "sitetest",
}

// modules are those that the program and its tests import themselves, each with
// the reason why it is here.
var modules = map[string]string{
	"github.com/alecthomas/chroma/v2":       "highlights code of chapters when they are built",
	"github.com/evanw/esbuild":              "bundles the theme's scripts, without Node.js",
	"github.com/fsnotify/fsnotify":          "tells serve that a file may have changed",
	"github.com/go-echarts/go-echarts/v2":   "builds the options of charts; chosen by the users",
	"github.com/tdewolff/minify/v2":         "minifies what is published; chosen by the users",
	"github.com/xuri/excelize/v2":           "writes and reads spreadsheets",
	"github.com/yuin/goldmark":              "parses Markdown; chosen by the users",
	"golang.org/x/sync":                     "runs the rendering of pages on all processors, with its errors",
	"golang.org/x/sys":                      "exchanges two folders in one step",
	"golang.org/x/term":                     "knows a terminal from a pipe",
	"golang.org/x/text":                     "orders Chinese, folds case, knows wide characters",
	"gopkg.in/yaml.v3":                      "parses YAML; chosen by the users",
	"github.com/chromedp/cdproto":           "tests: what chromedp says to the browser, such as keys",
	"github.com/chromedp/chromedp":          "tests: a real browser",
	"github.com/google/go-cmp":              "tests: what differs",
	"github.com/jba/templatecheck":          "tests: layouts against their views",
	"github.com/rogpeppe/go-internal":       "tests: scripts of the command line, and archives of files",
	"github.com/santhosh-tekuri/jsonschema": "tests: the published schemas against what is published",
	"golang.org/x/net":                      "tests: pages, parsed",
}

// A file is one Go file of the repository.
type file struct {
	name    string // from the root: "internal/site/nav.go"
	room    string // its package as the lists above name it
	test    bool
	content []byte
	tree    *ast.File
}

func (f file) imports() []string {
	var all []string
	for _, spec := range f.tree.Imports {
		name, _ := strconv.Unquote(spec.Path.Value)
		all = append(all, name)
	}
	return all
}

// files are all Go files of the repository.
func files(t *testing.T) []file {
	t.Helper()
	root := os.DirFS("../..")
	var all []file
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || name == "public"):
			return fs.SkipDir
		case path.Ext(name) != ".go":
			return nil
		}
		content, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), name, content, 0)
		if err != nil {
			return err
		}
		all = append(all, file{name, room(path.Dir(name)), strings.HasSuffix(name, "_test.go"), content, tree})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// room is the name of a folder's package in the lists above.
func room(folder string) string {
	if name, internal := strings.CutPrefix(folder, "internal/"); internal {
		return name
	}
	return path.Join("/", folder)
}

func TestImports(t *testing.T) {
	got := map[string]string{}
	for _, f := range files(t) {
		if f.test {
			continue
		}
		rooms := strings.Fields(got[f.room])
		for _, name := range f.imports() {
			if folder, ours := strings.CutPrefix(name, "gradus"); ours && (folder == "" || folder[0] == '/') {
				rooms = append(rooms, room(strings.TrimPrefix(folder, "/")))
			}
		}
		slices.Sort(rooms)
		got[f.room] = strings.Join(slices.Compact(rooms), " ")
	}
	if diff := cmp.Diff(imports, got); diff != "" {
		t.Errorf("the house has changed (-the list +the code); change the list too, if it was meant to:\n%s", diff)
	}
}

// Nothing of another's is imported outside of its home. Tests may import what
// they need: which modules there are at all, TestModules says.
func TestHomes(t *testing.T) {
	used := map[string]bool{}
	for _, f := range files(t) {
		if f.test {
			continue
		}
		for _, name := range f.imports() {
			first, _, _ := strings.Cut(name, "/")
			home, listed := homeOf(name)
			used[home] = true
			switch {
			case !listed && strings.Contains(first, "."):
				t.Errorf("%s imports %s, which has no home in the list", f.name, name)
			case listed && !slices.Contains(strings.Fields(homes[home]), f.room):
				t.Errorf("%s imports %s, whose home is %q", f.name, name, homes[home])
			}
		}
	}
	for name := range homes {
		if !used[name] && homes[name] != "" {
			t.Errorf("nothing imports %s", name)
		}
	}
}

// homeOf is the entry of homes that an import path falls under.
func homeOf(name string) (entry string, listed bool) {
	for entry := range homes {
		if name == entry || strings.HasPrefix(name, entry+"/") {
			return entry, true
		}
	}
	return "", false
}

func TestModules(t *testing.T) {
	used := map[string]bool{}
	for _, f := range files(t) {
		for _, name := range f.imports() {
			if first, _, _ := strings.Cut(name, "/"); !strings.Contains(first, ".") {
				continue
			}
			module := moduleOf(name)
			if module == "" {
				t.Errorf("%s imports %s, whose module is not in the list", f.name, name)
			}
			used[module] = true
		}
	}
	for module, reason := range modules {
		if !used[module] {
			t.Errorf("nothing imports %s any more", module)
		}
		if reason == "" {
			t.Errorf("%s has no reason", module)
		}
	}
	// go.mod names no module as direct that the list lacks.
	content, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(content)) {
		fields := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(fields) == 2 && strings.Contains(fields[0], ".") && moduleOf(fields[0]) == "" {
			t.Errorf("go.mod requires %s, which is not in the list", fields[0])
		}
	}
}

// moduleOf is the module of the list that an import path belongs to.
func moduleOf(name string) string {
	for module := range modules {
		if name == module || strings.HasPrefix(name, module+"/") {
			return module
		}
	}
	return ""
}

// Finished HTML is made in one file, which says for each function why it may.
func TestTrusted(t *testing.T) {
	types := []string{"HTML", "HTMLAttr", "CSS", "JS", "JSStr", "URL", "Srcset"}
	for _, f := range files(t) {
		if f.name == "internal/render/trusted.go" || !slices.Contains(f.imports(), "html/template") {
			continue
		}
		ast.Inspect(f.tree, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				if fun, ok := call.Fun.(*ast.SelectorExpr); ok && slices.Contains(types, fun.Sel.Name) {
					if pkg, ok := fun.X.(*ast.Ident); ok && pkg.Name == "template" {
						t.Errorf("%s makes a template.%s", f.name, fun.Sel.Name)
					}
				}
			}
			return true
		})
	}
}

// A package says by its name what is in it, and a file is short enough to read.
func TestSizes(t *testing.T) {
	const lines = 500
	bags := []string{"util", "utils", "common", "types", "helpers", "helper", "misc", "pkg", "shared", "base"}
	for _, f := range files(t) {
		if name := filepath.Base(f.room); slices.Contains(bags, name) || slices.Contains(bags, f.tree.Name.Name) {
			t.Errorf("%s is in a package called %s", f.name, name)
		}
		if n := bytes.Count(f.content, []byte("\n")); n > lines && !f.test {
			t.Errorf("%s has %d lines, more than %d", f.name, n, lines)
		}
	}
}

// ARCHITECTURE.md has a row for each room.
func TestArchitecture(t *testing.T) {
	content, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(imports)) {
		row := "| `internal/" + name + "` |"
		switch name {
		case "/":
			row = "| `embed.go` |"
		case "/themes", "/cmd/gradus":
			row = "| `" + name[1:] + "` |"
		}
		if !strings.Contains(string(content), row) {
			t.Errorf("ARCHITECTURE.md has no row that begins %s", row)
		}
	}
}
