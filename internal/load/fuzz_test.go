package load

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"gradus/internal/diag"
)

// FuzzAssessment asks that no text makes the reader panic, and that where
// nothing is returned there is an error with a place.
func FuzzAssessment(f *testing.F) {
	files, _ := filepath.Glob("testdata/cases/*.txtar")
	for _, file := range append(files, "testdata/site.txtar") {
		for _, file := range readArchive(f, file).files {
			if strings.HasSuffix(file.name, ".yaml") {
				f.Add([]byte(unreadable.Replace(file.data)))
			}
		}
	}
	for _, bomb := range bombs {
		if len(bomb.content) < 1000 {
			f.Add([]byte(bomb.content))
		}
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		a, found := ParseAssessment("assessments/a/2026-10-31-b.yaml", content)
		checkFound(t, a == nil, content, found)
		team, found := ParseTeam("assessments/a/team.yaml", content)
		checkFound(t, team == nil, content, found)
		if a == nil {
			return
		}
		for _, r := range a.Ratings {
			if r.Kind == 0 {
				t.Errorf("a rating of no kind: %+v", r)
			}
		}
	})
}

func checkFound(t *testing.T, nothing bool, content []byte, found diag.List) {
	t.Helper()
	if nothing && !found.HasErrors() {
		t.Error("nothing is read and nothing reported")
	}
	lines := strings.Split(string(content), "\n")
	for _, d := range found {
		if d.Pos.Line < 1 || d.Pos.Line > len(lines) {
			t.Errorf("%s: line %d of %d", d.Message.Code, d.Pos.Line, len(lines))
			continue
		}
		if n := utf8.RuneCountInString(lines[d.Pos.Line-1]); d.Pos.Col > n+1 {
			t.Errorf("%s: column %d of %d in %q", d.Message.Code, d.Pos.Col, n, lines[d.Pos.Line-1])
		}
		if text := d.Text("en"); strings.Contains(text, "yaml:") || strings.Contains(text, "!!") && !strings.Contains(string(content), "!!") {
			t.Errorf("the library speaks: %s", text)
		}
	}
}

// fullAssessment is an assessment of n capabilities, each with answers to
// criteria, and with notes and evidence where rich.
func fullAssessment(n, criteria int, rich bool) []byte {
	var b strings.Builder
	b.WriteString("model: techops@1.0.0\nteam: payments\ndate: 2026-10-31\nkind: self\nassessors: [平台组]\nratings:\n")
	for i := range n {
		fmt.Fprintf(&b, "  domain.area.capability-%d:\n    level: 2\n", i)
		if rich {
			b.WriteString("    note: 有界重试已上线，覆盖全部生产主机。\n    evidence:\n      - https://wiki.example.org/transport\n")
		}
		b.WriteString("    criteria:\n")
		for k := range criteria {
			fmt.Fprintf(&b, "      criterion-%d: met\n", k)
		}
	}
	return []byte(b.String())
}

// BenchmarkAssessment reads one assessment of 35 capabilities.
func BenchmarkAssessment(b *testing.B) {
	for name, content := range map[string][]byte{
		"levels":   fullAssessment(35, 1, false),
		"criteria": fullAssessment(35, 12, true),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				if _, found := ParseAssessment("assessments/payments/2026-10-31.yaml", content); len(found) > 0 {
					b.Fatal(found[0].Text("en"))
				}
			}
		})
	}
}

// BenchmarkLoad reads a site of 1,000 teams with four assessments each.
func BenchmarkLoad(b *testing.B) {
	site := validSite(b)
	for i := range 1000 {
		team := fmt.Sprintf("team-%d", i)
		for _, date := range []string{"2025-04-30", "2025-10-31", "2026-04-30", "2026-10-31"} {
			content := strings.Replace(string(fullAssessment(35, 4, false)), "payments", team, 1)
			content = strings.Replace(content, "2026-10-31", date, 1)
			site["assessments/"+team+"/"+date+".yaml"] = &fstest.MapFile{Data: []byte(content)}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, found := Load(site); len(found) > 0 {
			b.Fatal(found[0].Text("en"))
		}
	}
}
