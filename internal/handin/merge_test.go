package handin_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/diag"
	"gradus/internal/handin"
	"gradus/internal/maturity"
)

const top = "model: m@1.0.0\nteam: payments\ndate: 2026-10-31\nkind: self\n"

func TestMerge(t *testing.T) {
	tests := []struct {
		name  string
		parts []string
		want  string // the merged file
		diags string
	}{
		{
			name: "two domains, one assessor in common",
			parts: []string{
				top + "assessors: [A, B]\nscope: all\nratings:\n  a.b.c: 3\n",
				top + "assessors: [B, C]\nextends: 2026-04-30\nratings:\n  d.e.f: {from: platform}\n",
			},
			want: top + "assessors: [\"A\", \"B\", \"C\"]\nscope: \"all\"\nextends: 2026-04-30\nratings:\n  a.b.c: 3\n  d.e.f: {from: platform}\n",
		},
		{
			name: "the same rating twice, written differently",
			parts: []string{
				top + "ratings:\n  a.b.c: 3\n",
				top + "ratings:\n  a.b.c: {level: 3}\n  a.b.d: 1\n",
			},
			want: top + "ratings:\n  a.b.c: 3\n  a.b.d: 1\n",
		},
		{
			name: "rated differently",
			parts: []string{
				top + "ratings:\n  a.b.c: 3\n",
				top + "ratings:\n  # 监控\n  a.b.c: {level: 2, note: \"x\"}\n",
			},
			diags: `1.yaml:7:3: error: “a.b.c” is rated in two files, and not alike [rated-differently]
    found: {level: 2, note: "x"}
    0.yaml:6:3: note: 3 here
`,
		},
		{
			name: "another version, another base",
			parts: []string{
				top + "extends: 2026-04-30\nratings: {}\n",
				strings.Replace(top, "1.0.0", "2.0.0", 1) + "extends: 2025-04-30\nratings: {}\n",
			},
			diags: `1.yaml:1:8: error: “model” stands in two files of one assessment, and not alike [stated-differently]
    found: m@2.0.0
    0.yaml:1:8: note: m@1.0.0 here
1.yaml:5:10: error: “extends” stands in two files of one assessment, and not alike [stated-differently]
    found: 2025-04-30
    0.yaml:5:10: note: 2026-04-30 here
`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var parts []*maturity.Assessment
			for i, content := range test.parts {
				parts = append(parts, parse(t, string(rune('0'+i))+".yaml", content))
			}
			whole, found := handin.Merge(parts)
			var b strings.Builder
			if err := diag.WriteText(&b, found, "en"); err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(test.diags, b.String()); d != "" {
				t.Error(d)
			}
			if test.want != "" {
				if d := cmp.Diff(test.want, string(handin.Format(whole, handin.Style{}))); d != "" {
					t.Error(d)
				}
			}
		})
	}
}

func TestMergeLabel(t *testing.T) {
	labelled := func(name string) *maturity.Assessment { return parse(t, name, top+"ratings: {}\n") }
	for _, test := range []struct{ a, b, want string }{
		{"2026-10-31-drill.yaml", "2026-10-31-drill.yaml", "drill"},
		{"2026-10-31-alice.yaml", "2026-10-31-bob.yaml", ""},
		{"monitoring.yaml", "2026-10-31-bob.yaml", ""},
	} {
		whole, _ := handin.Merge([]*maturity.Assessment{labelled(test.a), labelled(test.b)})
		if whole.Label != test.want {
			t.Errorf("%s and %s: label %q, want %q", test.a, test.b, whole.Label, test.want)
		}
	}
}
