package markdown

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/diag"
)

func parse(t testing.TB, src string) *Document {
	t.Helper()
	d, found := Parse([]byte(src), diag.Position{Path: "content/zh/a.md", Line: 5})
	if len(found) > 0 {
		t.Fatalf("not clean:\n%s", report(found))
	}
	return d
}

const chapter = `开头见[方法](../method.md#how "怎么做")。

## 监控采集 {#collection}

> [!TIP]
> 先看 **黄金信号**。

` + "```levels\nmonitoring.collection\n```" + `

### 采集 [服务](capability:monitoring.collection.service)[^1] *一*

正文，![架构图](img/a.png)
完。

[^1]: 脚注。
`

func TestWhatADocumentHolds(t *testing.T) {
	d := parse(t, chapter)
	at := func(line, col int) diag.Position { return diag.Position{Path: "content/zh/a.md", Line: line, Col: col} }
	want := Document{
		Headings: []Heading{
			{Pos: at(7, 1), Level: 2, ID: "collection", Explicit: true, Text: "监控采集", HTML: "监控采集"},
			{Pos: at(16, 1), Level: 3, ID: "采集-服务-一", Text: "采集 服务 一", HTML: "采集 服务 <em>一</em>"},
		},
		Links: []Link{
			{Pos: at(5, 4), Target: "../method.md#how", Text: "方法", Title: "怎么做"},
			{Pos: at(16, 8), Target: "capability:monitoring.collection.service", Text: "服务"},
			{Pos: at(18, 4), Target: "img/a.png", Image: true, Alt: "架构图"},
		},
		LevelTables: []LevelTable{{Pos: at(13, 1), ID: "monitoring.collection"}},
	}
	got := Document{Headings: d.Headings, Links: d.Links, LevelTables: d.LevelTables}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(Document{}, program{})); diff != "" {
		t.Error(diff)
	}
	sections := []Section{
		{Heading: -1, Text: "开头见方法。\n"},
		{Heading: 0, Text: "先看 黄金信号。\n"},
		{Heading: 1, Text: "正文，架构图完。\n脚注。\n"},
	}
	if diff := cmp.Diff(sections, d.Sections()); diff != "" {
		t.Error(diff)
	}
	if want := "开头见方法。\n监控采集\n先看 黄金信号。\n采集 服务 一\n正文，架构图完。\n脚注。\n"; d.Text() != want {
		t.Errorf("text %q, want %q", d.Text(), want)
	}
}

func TestResolver(t *testing.T) {
	d := parse(t, chapter)
	out := render(t, d, Resolver{
		Word: english,
		Link: func(l Link) (string, bool) {
			switch {
			case l.Image:
				return "../img/a.1f.png", false
			case strings.HasPrefix(l.Target, "capability:"):
				return "https://example.org/x?a=1&b=2", true
			}
			return "", false
		},
		LevelTable:     levelTable,
		ImageSize:      func(Link) (int, int) { return 640, 480 },
		HeadingNumber:  func(i int) string { return []string{"1.2", ""}[i] },
		HeadingShift:   1,
		HeadingPrefix:  "p1-",
		FootnotePrefix: "n1-",
	})
	for _, want := range []string{
		`<p>开头见方法。</p>`, // no address: the words alone
		`<h3 id="p1-collection"><span class="num">1.2</span> 监控采集 <a class="anchor" href="#p1-collection" aria-label="Link to this section">#</a></h3>`,
		`<p class="alert-title">Tip</p>`,
		`<!-- levels of monitoring.collection -->`,
		`采集 <a href="https://example.org/x?a=1&amp;b=2" class="external" rel="noopener noreferrer">服务</a><sup class="footnote-ref" id="n1-fnref:1"><a href="#n1-fn:1"`,
		`<img src="../img/a.1f.png" alt="架构图" loading="lazy" width="640" height="480">`,
		`<li id="n1-fn:1">`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("without %s:\n%s", want, out)
		}
	}
}

// Whoever resolves links may err; a bad address is not written.
func TestResolverIsNotTrusted(t *testing.T) {
	d := parse(t, "[a](x.md) ![b](y.png)")
	for _, address := range []string{
		"javascript:alert(1)", "JAVASCRIPT:x", " javascript:x", "java\tscript:x", "//evil.example", `\\evil.example`,
		"data:text/html,x", "vbscript:x", "term:x", "https:evil", "https://u@evil.example",
	} {
		out := render(t, d, Resolver{Link: func(Link) (string, bool) { return address, false }})
		if out != "<p>a b</p>\n" {
			t.Errorf("%q: %s", address, out)
		}
	}
	out := render(t, d, Resolver{
		Link:          func(Link) (string, bool) { return `x"><script>`, true },
		HeadingNumber: func(int) string { return "<b>" },
	})
	checkSafe(t, out)
}

func TestManyAtOnce(t *testing.T) {
	d := parse(t, chapter)
	want := [2]string{render(t, d, Resolver{Word: chinese}), render(t, d, Resolver{Word: english})}
	if want[0] == want[1] {
		t.Error("both languages read the same")
	}
	var group sync.WaitGroup
	for g := range 8 {
		group.Go(func() {
			for i := range 50 {
				lang := (g + i) % 2
				if got := render(t, d, Resolver{Word: []func(string) string{chinese, english}[lang]}); got != want[lang] {
					t.Errorf("%s: %s", []string{"zh", "en"}[lang], got)
				}
				fresh, _ := Parse([]byte(chapter), diag.Position{Path: "a.md", Line: 1})
				if got := render(t, fresh, Resolver{Word: chinese}); got != want[0] {
					t.Errorf("parsed beside others: %s", got)
				}
			}
		})
	}
	group.Wait()
}

func TestNoteText(t *testing.T) {
	n, found := ParseNote("**重点：**见[记录](https://a.example/)", diag.Position{Path: "a.yaml", Line: 1, Col: 1})
	if len(found) > 0 || n.Text() != "重点：见记录\n" {
		t.Errorf("%q\n%s", n.Text(), report(found))
	}
	if got := NoteHTML("<b>", english); got != "<p>&lt;b&gt;</p>\n" {
		t.Error(got)
	}
}

// handbookChapter is about 5 KB of what chapters are made of.
func handbookChapter() []byte {
	var b strings.Builder
	for i := range 6 {
		fmt.Fprintf(&b, "## 监控采集 %d {#collection-%d}\n\n%s\n\n```levels\nmonitoring.collection\n```\n\n", i, i,
			strings.Repeat("采集服务把**指标、日志和链路：**送到同一处，见[采集](capability:monitoring.collection.service)，\n每 30 秒一次。", 3))
		fmt.Fprintf(&b, "- **第一步。** 列出 `T1` 服务\n- **第二步。** 写下负责人\n\n| 指标 | 目标 |\n|--|--:|\n| 覆盖 | ≥90%% |\n\n")
	}
	return []byte(b.String())
}

func BenchmarkParse(b *testing.B) {
	src := handbookChapter()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(src, diag.Position{Path: "a.md", Line: 1})
	}
}

func BenchmarkHTML(b *testing.B) {
	d, _ := Parse(handbookChapter(), diag.Position{Path: "a.md", Line: 1})
	b.ReportAllocs()
	for b.Loop() {
		render(b, d, Resolver{Word: chinese})
	}
}

func BenchmarkNote(b *testing.B) {
	for name, note := range map[string]string{"plain": "已完成演练，恢复用时 20 分钟。", "marked": "**已完成**演练，见[记录](https://a.example/)。"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				NoteHTML(note, english)
			}
		})
	}
}
