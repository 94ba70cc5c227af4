package load

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"gradus/internal/diag"
)

// bombs are small or legal-looking files that make a YAML parser work hard.
// Each is as large as a file of assessments/ may be, where size is the point.
var bombs = map[string]struct {
	content string
	want    *diag.Message
}{
	"aliases":          {"a: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\n", diag.YAMLAnchor},
	"recursive anchor": {"a: &a\n  b: *a\n", diag.YAMLAnchor},
	"merge key panic":  {"{1: a, <<: {[a]: b}}", diag.YAMLMerge},
	"utf-8 panic":      {"0: [:!00 \xef", diag.FileNotUTF8},
	"flow depth":       {strings.Repeat("[", 5000), diag.LimitDepth},
	"flow depth full":  {strings.Repeat("[", maxAssessmentBytes), diag.LimitDepth},
	"map depth":        {strings.Repeat("{a: ", 5000), diag.LimitDepth},
	"list depth":       {strings.Repeat("- ", maxAssessmentBytes/2), diag.LimitDepth},
	"key depth":        {strings.Repeat("? ", maxAssessmentBytes/2), diag.LimitDepth},
	"indent depth":     {indented(700), diag.LimitDepth},
	"just too deep":    {strings.Repeat("[", maxDepth+2) + strings.Repeat("]", maxDepth+2), diag.LimitDepth},
	"flow list":        {"[" + strings.Repeat("a,", maxAssessmentBytes/2-2) + "]", diag.LimitNodes},
	"flow map":         {"{" + strings.Repeat("a,", maxAssessmentBytes/2-2) + "}", diag.LimitNodes},
	"block list":       {strings.Repeat("-\n", maxAssessmentBytes/2), diag.LimitNodes},
	"block map":        {strings.Repeat("a:\n", maxAssessmentBytes/3), diag.LimitNodes},
	"just too many":    {"[" + strings.Repeat("a, ", maxNodes) + "]", diag.LimitNodes},
	"scalar":           {"a: " + strings.Repeat("x", maxScalarBytes+1), diag.LimitScalar},
	"quoted scalar":    {`a: "` + strings.Repeat(`\n`, maxAssessmentBytes/2-10) + `"`, diag.LimitScalar},
	"folded scalar":    {"a: >\n" + strings.Repeat(" x\n\n", maxAssessmentBytes/4-10), nil},
	"quotes":           {"a: " + strings.Repeat(`"`, maxAssessmentBytes-10), nil},
	"comments":         {strings.Repeat("#\n", maxAssessmentBytes/2), nil},
	"comments in list": {"- a\n" + strings.Repeat(" #\n", maxAssessmentBytes/3-10), nil},
	"comments in map":  {"a:\n" + strings.Repeat("  # x\n\n", maxAssessmentBytes/8) + "  b: 1\n", nil},
	"long key":         {strings.Repeat("x", maxAssessmentBytes-10) + ": 1", nil},
	"no colons":        {"a: 1\n" + strings.Repeat("x\n", maxAssessmentBytes/2-10), nil},
	"late quote":       {strings.Repeat("a: 1\n", 7000) + "b: \"x\n", nil},
	"late bracket":     {strings.Repeat("a: 1\n", 7000) + "b: " + strings.Repeat("[x, ", 60) + "\n", nil},
	"tags":             {strings.Repeat("- !a b\n", 10000), diag.YAMLTag},
	"anchors":          {strings.Repeat("- &a b\n", 10000), diag.YAMLAnchor},
	"unknown keys":     {strings.Repeat("é: 1\n", 9000), diag.UnknownKey},
	"documents":        {strings.Repeat("---\n", maxAssessmentBytes/4), nil},
	"spaces":           {strings.Repeat(" ", maxAssessmentBytes-10) + "a", nil},
	"tabs":             {"a:" + strings.Repeat("\t", maxAssessmentBytes-10) + "b", nil},
	"marks":            {"a: z" + strings.Repeat("\u0301", 5000), diag.CharacterMarks},
	"bidi":             {"a: " + strings.Repeat("\u202e", 5000), diag.CharacterBidi},
}

func indented(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

func TestBombs(t *testing.T) {
	for name, bomb := range bombs {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, found := ParseAssessment("assessments/a/2026-10-31.yaml", []byte(bomb.content))
			took := time.Since(start)
			runtime.ReadMemStats(&after)

			if !found.HasErrors() {
				t.Fatal("nothing is reported")
			}
			if bomb.want != nil && !has(found, bomb.want) {
				t.Errorf("%s is not reported, but:", bomb.want.Code)
				for _, d := range found[:min(3, len(found))] {
					t.Errorf("  %v: %s", d.Pos, d.Text("en"))
				}
			}
			for _, d := range found {
				if d.Pos.Line < 1 {
					t.Errorf("no line: %s", d.Text("en"))
				}
			}
			t.Logf("%s: %v, %d KiB allocated", name, took, (after.TotalAlloc-before.TotalAlloc)>>10)
			// The aim is 50 ms and 32 MiB; the test leaves room for a loaded machine
			// and the race detector.
			if took > time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func has(l diag.List, m *diag.Message) bool {
	for _, d := range l {
		if d.Message == m {
			return true
		}
	}
	return false
}

// What a busy team may well write is far from every limit.
func TestLimitsLeaveRoom(t *testing.T) {
	a, found := ParseAssessment("assessments/a/2026-10-31.yaml", fullAssessment(200, 12, true))
	for _, d := range found {
		t.Errorf("%v: %s", d.Pos, d.Text("en"))
	}
	if len(a.Ratings) != 200 {
		t.Errorf("%d ratings", len(a.Ratings))
	}
}
