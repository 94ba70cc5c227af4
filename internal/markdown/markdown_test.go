package markdown

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/diag"
)

var update = flag.Bool("update", false, "write what comes out into the case files")

// The case files hold cases as goldmark's do: a title, Markdown, HTML, and here
// also the diagnostics, parted by these lines.
const (
	betweenParts = "//- - - - - - - - -//\n"
	betweenCases = "//= = = = = = = = = = = = = = = =//\n"
)

type mdCase struct{ title, markdown, html, diags string }

func readCases(t testing.TB, file string) []mdCase {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []mdCase
	for _, s := range strings.Split(strings.TrimSuffix(string(content), betweenCases), betweenCases) {
		parts := strings.Split(s, betweenParts)
		if len(parts) < 2 {
			t.Fatalf("%s: a case without Markdown: %q", file, s)
		}
		parts = append(parts, "", "")
		cases = append(cases, mdCase{strings.TrimSuffix(parts[0], "\n"), parts[1], parts[2], parts[3]})
	}
	return cases
}

func writeCases(t testing.TB, file string, cases []mdCase) {
	t.Helper()
	var b strings.Builder
	for _, c := range cases {
		b.WriteString(strings.Join([]string{c.title + "\n", c.markdown, c.html, c.diags}, betweenParts) + betweenCases)
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestCases holds every case file against what comes out. Files whose name
// begins with "note" hold notes, the others documents in Chinese.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			cases := readCases(t, file)
			for i := range cases {
				t.Run(cases[i].title, func(t *testing.T) { runCase(t, &cases[i], strings.HasPrefix(filepath.Base(file), "note")) })
			}
			if *update {
				writeCases(t, file, cases)
			}
		})
	}
}

func runCase(t *testing.T, c *mdCase, note bool) {
	var html string
	var found diag.List
	if note {
		var n *Note
		n, found = ParseNote(strings.TrimSuffix(c.markdown, "\n"), diag.Position{Path: "a.yaml", Line: 3, Col: 9})
		html = n.HTML(english)
	} else {
		var d *Document
		d, found = Parse([]byte(c.markdown), diag.Position{Path: "a.md", Line: 1})
		html = render(t, d, Resolver{Word: chinese, LevelTable: levelTable})
	}
	diags := report(found)
	checkSafe(t, html)
	if *update {
		c.html, c.diags = html, diags
		return
	}
	if diff := cmp.Diff(c.html, html); diff != "" {
		t.Errorf("HTML (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(c.diags, diags); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
}

// Words as the themes have them.
func chinese(key string) string {
	return map[string]string{
		"note": "注意", "tip": "提示", "important": "重要", "warning": "警告", "caution": "小心",
		"anchor": "本节链接", "table": "表格", "done": "已完成", "open": "未完成",
		"footnote": "脚注", "footnotes": "脚注", "footnote-back": "返回正文",
	}[key]
}

func english(key string) string {
	return map[string]string{
		"note": "Note", "tip": "Tip", "important": "Important", "warning": "Warning", "caution": "Caution",
		"anchor": "Link to this section", "table": "Table", "done": "Done", "open": "Not done",
		"footnote": "Footnote", "footnotes": "Footnotes", "footnote-back": "Back to the text",
	}[key]
}

func levelTable(l LevelTable) []byte { return []byte("<table><!-- levels of " + l.ID + " --></table>") }

func render(t testing.TB, d *Document, r Resolver) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.HTML(&b, r); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// report prints diagnostics on a line each, with their hints.
func report(found diag.List) string {
	var b strings.Builder
	for _, d := range found {
		fmt.Fprintf(&b, "%s: %s: %s [%s]\n", d.Pos, d.Severity, d.Text("en"), d.Message.Code)
		for _, h := range d.Hints {
			fmt.Fprintf(&b, "    %s\n", strings.TrimPrefix(h.Pos.String()+": "+h.Text("en"), ": "))
		}
	}
	return b.String()
}
