package markdown

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"gradus/internal/diag"
)

// hostile makes texts of about n bytes that are known to be slow somewhere:
// in goldmark, in chroma, or in a program like ours.
var hostile = map[string]func(n int) string{
	"asterisks":           repeat("*"),
	"openers":             repeat("*a "),
	"openers and closers": func(n int) string { return repeat("*a ")(n/2) + repeat("b_ ")(n/2) },
	"nested emphasis":     repeat("*a **a "),
	"tildes":              repeat("~a ~~b "),
	"chinese emphasis":    repeat("**中：**"),
	"open brackets":       repeat("["),
	"nested brackets":     func(n int) string { return repeat("[")(n/2) + repeat("]")(n/2) },
	"open links":          repeat("[a]("),
	"open titles":         repeat("[a](b '\n"),
	"links":               repeat("[a](b) "),
	"links over lines":    repeat("[a](b)\n"),
	"images without end":  repeat("![]("),
	"empty images":        repeat("![](b)\n"),
	"references":          repeat("[a]: b\n"),
	"reference links":     repeat("[a][b"),
	"quotes":              repeat(">"),
	"lazy quotes":         func(n int) string { return repeat(strings.Repeat(">", 60)+"a\n")(n/2) + repeat("a\n")(n/2) },
	"list markers":        repeat("- "),
	"nested lists":        nested("  ", "- a\n"),
	"nested numbers":      nested("   ", "1. a\n"),
	"code spans":          nested("`", "a"),
	"tags":                repeat("<a "),
	"comments":            repeat("a<!-- "),
	"instructions":        repeat("a<?"),
	"HTML blocks":         repeat("<div>\n\n"),
	"entities":            repeat("&aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
	"wide head":           func(n int) string { return repeat("|a")(n/4) + "\n" + repeat("|-")(n/4) + "\n" + repeat("a\n")(n/4) },
	"100 columns":         func(n int) string { return repeat("a|")(200) + "\n" + repeat("-|")(200) + "\n" + repeat("a\n")(n) },
	"many tables":         repeat(repeat("a|")(80) + "\n" + repeat("-|")(80) + "\n" + repeat("a\n")(2000) + "\n"),
	"escaped pipes":       func(n int) string { return "a|b\n-|-\n" + repeat("`\\|`|`\\|`\n")(n) },
	"footnotes":           func(n int) string { return "[^a]: b\n\n" + repeat("[^a]")(n) },
	"definitions":         repeat("a\n: b\n\n"),
	"headings":            repeat("## a\n"),
	"headings with ids":   repeat("## a {#b}\n"),
	"alerts":              repeat("> [!NOTE]\n"),
	"captions":            repeat("表：a\n\n"),
	"long paragraph":      repeat("中\n"),
	"bad links":           repeat("[a](javascript:b) "),
	"zero bytes":          repeat("\x00"),
	"no UTF-8":            repeat("\xff"),
	"code in Markdown":    func(n int) string { return repeat("```md\n" + repeat("[!`")(15000) + "\n```\n")(n) },
	"code in Go":          func(n int) string { return repeat("```go\n" + repeat("/*")(15000) + "\n```\n")(n) },
	"code in bash":        func(n int) string { return repeat("```sh\n" + repeat("$((")(15000) + "\n```\n")(n) },
	"code in HTML":        func(n int) string { return repeat("```html\n" + repeat("<script ")(15000) + "\n```\n")(n) },
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)+1) }
}

func nested(step, item string) func(int) string {
	return func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			b.WriteString(strings.Repeat(step, i) + item)
		}
		return b.String()
	}
}

// longest is the length of the longest text that is tried.
var longest = maxDocument

// A text of the largest size takes no longer than the deadline, which is far
// above what is measured (below one second), and twice the text does not take
// four times as long, as it would if the work grew with the square.
func TestHostileTextsAreCheap(t *testing.T) {
	const deadline, noise = 8 * time.Second, 500 * time.Millisecond
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			whole := text(longest)
			whole = whole[:min(len(whole), longest)]
			for attempt := 1; ; attempt++ { // other work on the machine slows one attempt, not all
				once, twice, most := took(text(longest/4)), took(text(longest/2)), took(whole)
				if (twice < noise || twice < 7*once/2) && most < deadline {
					return
				}
				if attempt == 4 {
					t.Fatalf("%v, %v for twice the text, %v for the longest", once, twice, most)
				}
			}
		})
	}
}

func took(src string) time.Duration {
	start := time.Now()
	d, _ := Parse([]byte(src), diag.Position{Path: "a.md", Line: 1})
	if err := d.HTML(io.Discard, Resolver{}); err != nil {
		panic(err)
	}
	return time.Since(start)
}

// Each limit says what there is too much of, and lets what is below it pass.
func TestLimits(t *testing.T) {
	tests := []struct {
		name, under, over string
		want              string
	}{
		{"size", strings.Repeat("a", maxDocument), strings.Repeat("a", maxDocument+1), "markdown-too-long"},
		{"markers", repeat(">")(maxMarkers - 5), repeat(">")(maxMarkers), "markdown-too-complex"},
		{"nesting", nested("  ", "- a\n")(900), nested("  ", "- a\n")(3000), "markdown-too-deep"},
		{"delimiters", repeat("*a* ")(1900), repeat("*a* ")(2100), "markdown-too-complex"},
		{"footnotes", "[^a]: b\n\n" + repeat("[^a]")(3900), "[^a]: b\n\n" + repeat("[^a]")(4100), "markdown-too-complex"},
		{"references", "[a]\n\n" + repeat("[a]: b\n")(6900), repeat("[a]: b\n")(7100), "markdown-too-complex"},
		{"brackets", repeat("[")(maxBrackets - 5), repeat("[")(maxBrackets + 5), "markdown-too-complex"},
		{"cells", hostile["100 columns"](700), hostile["100 columns"](1400), "markdown-too-complex"},
		{"pipes", "a|b\n-|-\n" + repeat("a\\|b|c\n")(6000), "a|b\n-|-\n" + repeat("a\\|b|c\n")(8000), "markdown-too-complex"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, found := Parse([]byte(test.under), diag.Position{Path: "a.md", Line: 1}); len(found) > 0 {
				t.Errorf("below the limit: %s", report(found))
			}
			_, found := Parse([]byte(test.over), diag.Position{Path: "a.md", Line: 1})
			if len(found) != 1 || found[0].Message.Code != test.want || found[0].Severity != diag.Error || found[0].Pos.Line < 1 {
				t.Errorf("above the limit: %s", report(found))
			}
		})
	}
	if _, found := ParseNote(repeat("a")(maxNote), diag.Position{Path: "a.yaml", Line: 2, Col: 3}); report(found) == "" {
		t.Error("a note may have any length")
	}
}

// There is an end to diagnostics too.
func TestReportsAreLimited(t *testing.T) {
	_, found := Parse([]byte(repeat("<b> ")(100_000)), diag.Position{Path: "a.md", Line: 1})
	if len(found) != maxReports {
		t.Errorf("%d diagnostics", len(found))
	}
}

func TestPlacesInAnyOrder(t *testing.T) {
	src := []byte("监控\n\nabc 告警\nx")
	offsets := []int{0, 3, 6, 7, 8, 11, 12, 15, 18, 19}
	want := map[int]string{}
	for _, o := range offsets {
		var p places
		p.read(src)
		line, col := p.find(src, o)
		want[o] = fmt.Sprint(line, col)
	}
	if want[15] != "2 5" || want[19] != "3 0" {
		t.Fatalf("%v", want)
	}
	var p places
	p.read(src)
	for _, order := range [][]int{offsets, {18, 12, 15, 8, 19, 0, 3}, {3, 3, 0, 6}} {
		for _, o := range order {
			line, col := p.find(src, o)
			if got := fmt.Sprint(line, col); got != want[o] {
				t.Errorf("offset %d: %s, want %s", o, got, want[o])
			}
		}
	}
	if !slices.IsSorted(p.lines) {
		t.Error(p.lines)
	}
}
