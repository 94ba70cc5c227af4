package handin_test

import (
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"gradus"
	"gradus/internal/diag"
	"gradus/internal/handin"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

// alike compares assessments by what they say, not by where.
var alike = cmp.Options{
	cmpopts.IgnoreTypes(diag.Position{}),
	cmp.AllowUnexported(maturity.Text{}),
	cmpopts.EquateEmpty(),
}

func parse(t *testing.T, name, content string) *maturity.Assessment {
	t.Helper()
	a, found := load.ParseAssessment(name, []byte(content))
	if len(found) > 0 {
		var b strings.Builder
		_ = diag.WriteText(&b, found, "en")
		t.Fatalf("%s\n%s", b.String(), content)
	}
	return a
}

func TestFormat(t *testing.T) {
	a := parse(t, "a.yaml", `
kind: peer
team: payments
date: "2026-10-31"
model: techops@1.0.0
assessors: [Platform SRE, 张三]
extends: "2026-04-30"
scope: 'one: "two"'
summary:
  zh: |
    第一行

      - 缩进
  en: "first line\n\n  - indented"
ratings:
  b.c.from: {from: no}
  b.c.na: {na: {reason: none, review: 2027-03-31}, target: 4}
  a.b.plain: {level: 3}
  a.b.dropped: unassessed
  a.b.short: {level: 3, evidence: [https://e.example/x], note: ok}
  a.b.long:
    criteria:
      one: {answer: met}
      two: {answer: na, reason: none, review: 2027-01-01}
      three: {answer: partly, note: "a\nb", evidence: [{title: "x, y", url: "https://e.example/a,b#c", date: 2026-01-01}]}
    level: 2
    due: 2027-06-30
    target: 4
    evidence: [https://e.example/one/that/is/longer/than/a/line/can/be, https://e.example/two/that/is/longer]
`)
	got := string(handin.Format(a, handin.Style{Head: []string{"Two lines", "", "of comment."}}))
	want := `# Two lines
#
# of comment.
model: techops@1.0.0
team: payments
date: 2026-10-31
kind: peer
assessors: ["Platform SRE", "张三"]
scope: "one: \"two\""
extends: 2026-04-30
summary:
  en: |-
    first line

      - indented
  zh: |-
    第一行

      - 缩进
ratings:
  b.c.from: {from: no}
  b.c.na: {na: {reason: "none", review: 2027-03-31}, target: 4}
  a.b.plain: 3
  a.b.dropped: unassessed
  a.b.short: {level: 3, note: "ok", evidence: [https://e.example/x]}
  a.b.long:
    level: 2
    target: 4
    due: 2027-06-30
    evidence:
      - https://e.example/one/that/is/longer/than/a/line/can/be
      - https://e.example/two/that/is/longer
    criteria:
      one: met
      two: {answer: na, reason: "none", review: 2027-01-01}
      three:
        answer: partly
        note: |-
          a
          b
        evidence: [{title: "x, y", url: "https://e.example/a,b#c", date: 2026-01-01}]
`
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(a, parse(t, "a.yaml", got), alike); d != "" {
		t.Errorf("read back it differs: %s", d)
	}
}

// Every sample reads back as the same assessment, and writing it twice changes
// nothing.
func TestRoundTrip(t *testing.T) {
	src, found := load.Load(gradus.Handbook)
	if found.HasErrors() {
		t.Fatal("the handbook's own site has errors")
	}
	files, err := fs.Glob(gradus.Handbook, "assessments/*/2*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no assessments: %v", err)
	}
	for _, name := range files {
		content, err := fs.ReadFile(gradus.Handbook, name)
		if err != nil {
			t.Fatal(err)
		}
		a := parse(t, name, string(content))
		first := handin.Format(a, handin.Style{})
		if d := cmp.Diff(a, parse(t, name, string(first)), alike); d != "" {
			t.Errorf("%s: read back it differs: %s", name, d)
		}
		ordered := handin.Format(a, handin.Style{Model: src.Model})
		if d := cmp.Diff(string(ordered), string(handin.Format(parse(t, name, string(ordered)), handin.Style{Model: src.Model}))); d != "" {
			t.Errorf("%s: written again it differs: %s", name, d)
		}
	}
}

func FuzzTexts(f *testing.F) {
	for _, s := range []string{"yes", "a: b", "# no", "- x", "'", `\`, "a\n\n b\n", "监控：一", "\u2028", "\u0085", "|", "a\n#b\n---\n...", "\t", "{}", "a\n \nb", "{{ . }}", "😀"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // no text that was read holds anything else
		}
		a := &maturity.Assessment{
			Model: maturity.ModelRef{ID: "m", Version: "1.0.0"}, Team: "t", Date: "2026-01-01", Kind: maturity.Self,
			Assessors: []string{s},
			Ratings: []*maturity.Rating{{
				Capability: maturity.Ref{ID: "a.b.c"}, Kind: maturity.Rated, Level: 1, Note: maturity.Plain(s),
				Evidence: []maturity.Evidence{{URL: s, Title: maturity.Plain(s)}},
			}},
		}
		back, found := load.ParseAssessment("f.yaml", handin.Format(a, handin.Style{}))
		if found.HasErrors() {
			return // a text that no file of a site may hold
		}
		want := strings.TrimSpace(s)
		r := back.Ratings[0]
		for _, got := range []string{back.Assessors[0], r.Note.In(), r.Evidence[0].URL, r.Evidence[0].Title.In()} {
			if got != want {
				t.Fatalf("%q became %q", want, got)
			}
		}
	})
}
