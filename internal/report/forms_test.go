package report

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestColumns(t *testing.T) {
	for text, want := range map[string]int{
		"": 0, "abc": 3, "监控": 4, "Ａ１": 4, "ｱ": 1, "é": 1, "e\u0301": 1, "→—…▲": 4, "，": 2, "한글": 4,
	} {
		if got := columns(text); got != want {
			t.Errorf("columns(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestCut(t *testing.T) {
	for _, tt := range []struct {
		text string
		to   int
		want string
	}{{"abc", 3, "abc"}, {"abcd", 3, "ab…"}, {"监控管理", 8, "监控管理"}, {"监控管理", 7, "监控管…"}, {"监控管理", 6, "监控…"}} {
		if got := cut(tt.text, tt.to); got != tt.want {
			t.Errorf("cut(%q, %d) = %q, want %q", tt.text, tt.to, got, tt.want)
		}
	}
}

// sample is a document with everything that a writer has to place.
func sample() *document {
	t := &table{columns: []column{{"Name", false}, {"数字", true}, {"", false}, {"Id", false}}}
	t.add(cell{"短", bad}, cell{"1", neutral}, text(""), id("a"))
	t.add(cell{"a long name", good}, cell{"−10.5", neutral}, text("备注"), id("b"))
	return &document{title: "T", parts: []part{{
		heading: "H", lines: []line{{"line", strong}}, facts: []fact{{"覆盖", "1"}, {"Assessed", "2"}}, table: t,
	}}}
}

func TestTextIsAligned(t *testing.T) {
	want := `T

H
line
  覆盖      1
  Assessed  2
  Name          数字        Id
  短               1        a
  a long name  −10.5  备注  b
`
	if got := sample().text("en", false); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestColour(t *testing.T) {
	marked := sample().text("en", true)
	if !strings.Contains(marked, "\x1b[1mT\x1b[0m") || !strings.Contains(marked, "\x1b[1;31m短\x1b[0m ") {
		t.Errorf("nothing is marked: %q", marked)
	}
	if got := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(marked, ""); got != sample().text("en", false) {
		t.Errorf("colour moves the text:\n%s", got)
	}
}

// Nothing in a name reaches a terminal as a command, or turns its text around.
func TestTextIsPrintable(t *testing.T) {
	d := &document{title: "a\x1b[31mb\u202ec", parts: []part{{table: &table{
		columns: []column{{"Name", false}}, rows: [][]cell{{text("x\ny\x07")}},
	}}}}
	got := d.text("en", true)
	for _, bad := range []string{"\x1b[31m", "\u202e", "\x07", "x\ny"} {
		if strings.Contains(got, bad) {
			t.Errorf("%q stands in %q", bad, got)
		}
	}
}

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"plain 文字":              "plain 文字",
		"a|b":                   "a&#124;b",
		"<img src=x onerror=1>": "&lt;img src=x onerror=1&gt;",
		"`code`":                "&#96;code&#96;",
		"@admin":                "@&#8203;admin",
		"fixes #12":             "fixes #&#8203;12",
		"**b** _i_ ~~s~~":       "&#42;&#42;b&#42;&#42; &#95;i&#95; &#126;&#126;s&#126;&#126;",
		"![x](http://e.org)":    "&#33;&#91;x&#93;(http&#58;//e.org)",
		"www.e.org":             "www&#46;e.org",
		`\|`:                    "&#92;&#124;",
		"&lt;":                  "&amp;lt;",
		"a\nb":                  "a&lt;U+000A&gt;b",
		"a\u202eb":              "a&lt;U+202E&gt;b",
		"$x$":                   "&#36;x&#36;",
	} {
		if got := escape(text); got != want {
			t.Errorf("escape(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMarkdownFolds(t *testing.T) {
	for _, rows := range []int{mostOpenRows, mostOpenRows + 1} {
		tb := &table{columns: []column{{"N", true}}}
		for i := range rows {
			tb.add(text(strconv.Itoa(i)))
		}
		got := (&document{title: "T", parts: []part{{heading: "Rows", table: tb}}}).markdown("en")
		want := rows > mostOpenRows
		if folded := strings.Contains(got, fmt.Sprintf("<details>\n<summary>Rows (%d)</summary>\n\n| N |", rows)); folded != want {
			t.Errorf("%d rows: folded %v, want %v", rows, folded, want)
		}
		if strings.Count(got, "<details>") != strings.Count(got, "</details>") {
			t.Errorf("%d rows: the fold is not closed", rows)
		}
	}
}

// However much there is to say, and however much of it must be escaped, a
// comment stays under what hosts take, and says what it left out.
func TestMarkdownLimit(t *testing.T) {
	hostile := strings.Repeat("@", 300)
	tb := &table{columns: []column{{hostile, false}, {"B", false}}}
	for range 3000 {
		tb.add(text(hostile), text("b"))
	}
	d := &document{title: hostile, parts: []part{
		{heading: "First", lines: []line{{hostile, strong}}, facts: []fact{{"Fact", "1"}}, table: tb},
		{heading: "Second", table: tb},
	}}
	got := d.markdown("en")
	if n := utf8.RuneCountInString(got); n >= mostCharacters {
		t.Errorf("%d characters", n)
	}
	rows := strings.Count(got, "| b |")
	if want := fmt.Sprintf("… and %d more", 3000-rows); rows == 0 || !strings.Contains(got, want) {
		t.Errorf("%d rows, but not %q", rows, want)
	}
	if !strings.Contains(got, "#### Second\n\n… and 3000 more") {
		t.Error("the second table is not counted")
	}
}

var placeholder = regexp.MustCompile(`\{[a-z]+\}`)

// TestWords reads words.go: each wording is there in both languages, with the
// same placeholders.
func TestWords(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "words.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	words := 0
	ast.Inspect(file, func(n ast.Node) bool {
		literal, ok := n.(*ast.CompositeLit)
		if !ok {
			return true
		}
		if kind, ok := literal.Type.(*ast.Ident); !ok || kind.Name != "word" {
			return true
		}
		words++
		if len(literal.Elts) != 2 {
			t.Errorf("a word with %d wordings", len(literal.Elts))
			return false
		}
		var texts [2]string
		for i, e := range literal.Elts {
			if basic, ok := e.(*ast.BasicLit); ok {
				texts[i], _ = strconv.Unquote(basic.Value)
			}
		}
		if texts[0] == "" || texts[1] == "" || !slices.Equal(placeholders(texts[0]), placeholders(texts[1])) {
			t.Errorf("%q and %q", texts[0], texts[1])
		}
		return false
	})
	if words < 50 {
		t.Errorf("only %d words found", words)
	}
}

func placeholders(s string) []string {
	all := placeholder.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}
