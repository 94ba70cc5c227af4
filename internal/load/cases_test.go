package load

import (
	"flag"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the expected diagnostics")

// TestCases goes through the cases of testdata/cases. In such a file the first
// part of a name is the case, the rest a file that takes the place of one in
// the valid site. In a case's files "⇥" stands for a tab, "␀" for U+0007, "⇐" for
// U+202E, "␣" for U+200B and "⏎" for CR, so that the cases can be read. "want" holds
// the diagnostics in both languages, "delete" the files that are left out.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	count := 0
	for _, file := range files {
		a := readArchive(t, file)
		for _, name := range caseNames(a) {
			count++
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar")+"/"+name, func(t *testing.T) {
				runCase(t, a, name)
			})
		}
		if *update {
			a.write(t, file)
		}
	}
	if count < 70 {
		t.Errorf("only %d cases", count)
	}
}

func caseNames(a *archive) []string {
	var names []string
	for _, f := range a.files {
		if name, _, _ := strings.Cut(f.name, "/"); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

var unreadable = strings.NewReplacer("⇥", "\t", "␀", "\a", "⇐", "\u202e", "␣", "\u200b", "⏎", "\r")

func runCase(t *testing.T, a *archive, name string) {
	site := validSite(t)
	var want *archived
	for i, f := range a.files {
		of, path, _ := strings.Cut(f.name, "/")
		switch {
		case of != name:
		case path == "want":
			want = &a.files[i]
		case path == "delete":
			for file := range strings.FieldsSeq(f.data) {
				delete(site, file)
			}
		default:
			site[path] = &fstest.MapFile{Data: []byte(unreadable.Replace(f.data)), Mode: 0o644}
		}
	}
	_, found := Load(site)
	var got strings.Builder
	for _, lang := range diag.Languages {
		if err := diag.WriteText(&got, found, lang); err != nil {
			t.Fatal(err)
		}
	}
	if *update {
		if want == nil {
			at := 1 + slices.IndexFunc(a.files, func(f archived) bool { return strings.HasPrefix(f.name, name+"/") })
			for at < len(a.files) && strings.HasPrefix(a.files[at].name, name+"/") {
				at++
			}
			a.files = slices.Insert(a.files, at, archived{name: name + "/want"})
			want = &a.files[at]
		}
		want.data = got.String()
		return
	}
	if want == nil {
		t.Fatal("the case does not say what is wanted")
	}
	if diff := cmp.Diff(want.data, got.String()); diff != "" {
		t.Errorf("diagnostics (-want +got):\n%s", diff)
	}
	if len(found) == 0 {
		t.Error("nothing is found")
	}
}
