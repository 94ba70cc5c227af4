package check_test

import (
	"flag"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/check"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

var update = flag.Bool("update", false, "write what is found into the cases")

// TestCases spoils the site of testdata/site.txtar in one place each, and
// compares every diagnostic with those in the case.
//
// A file of a case named "edit PATH" holds pairs of lines, the text to replace
// and, after "=> ", what replaces it; any other file is added or replaced as it
// is, and removed when it is empty. A comment "as-of DATE" sets the day. The
// file "want" holds the diagnostics.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			c, err := readArchive(file)
			if err != nil {
				t.Fatal(err)
			}
			site := baseSite(t)
			want := -1
			for i, f := range c.files {
				if f.name == "want" {
					want = i
				} else {
					spoil(t, site, f)
				}
			}
			if want < 0 {
				t.Fatal("no file “want”")
			}
			got := diagnose(site, asOf(t, c.comment))
			if *update {
				c.files[want].data = got
				if err := c.write(file); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(c.files[want].data, got); diff != "" {
				t.Errorf("diagnostics (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSoundSite(t *testing.T) {
	if got := diagnose(baseSite(t), "2026-11-01"); got != "" {
		t.Errorf("the site of the cases is not sound:\n%s", got)
	}
}

func baseSite(t *testing.T) fstest.MapFS {
	t.Helper()
	base, err := readArchive("testdata/site.txtar")
	if err != nil {
		t.Fatal(err)
	}
	return mapFS(base)
}

func mapFS(a *archive) fstest.MapFS {
	site := fstest.MapFS{}
	for _, f := range a.files {
		site[f.name] = &fstest.MapFile{Data: []byte(f.data)}
	}
	return site
}

func spoil(t *testing.T, site fstest.MapFS, f archived) {
	t.Helper()
	name, edit := strings.CutPrefix(f.name, "edit ")
	switch {
	case edit:
		if site[name] == nil {
			t.Fatalf("%s: no such file to edit", name)
		}
		site[name] = &fstest.MapFile{Data: []byte(edited(t, string(site[name].Data), f.data))}
	case f.data == "":
		delete(site, name)
	default:
		site[name] = &fstest.MapFile{Data: []byte(f.data)}
	}
}

func edited(t *testing.T, text, pairs string) string {
	t.Helper()
	lines := strings.Split(strings.TrimSuffix(pairs, "\n"), "\n")
	for i := 0; i+1 < len(lines); i += 2 {
		now, ok := strings.CutPrefix(lines[i+1], "=> ")
		if !ok || strings.Count(text, lines[i]) != 1 {
			t.Fatalf("%q stands %d times, and is followed by %q", lines[i], strings.Count(text, lines[i]), lines[i+1])
		}
		text = strings.Replace(text, lines[i], strings.ReplaceAll(now, `\n`, "\n"), 1)
	}
	return text
}

func asOf(t *testing.T, comment string) maturity.Date {
	t.Helper()
	for line := range strings.Lines(comment) {
		if day, ok := strings.CutPrefix(strings.TrimSpace(line), "as-of "); ok {
			date, err := maturity.ParseDate(day)
			if err != nil {
				t.Fatal(err)
			}
			return date
		}
	}
	return "2026-11-01"
}

// diagnose loads and checks a site, as the program does.
func diagnose(site fs.FS, asOf maturity.Date) string {
	src, found := load.Load(site)
	found = append(found, check.Site(src, check.Options{AsOf: asOf})...)
	return printed(found.Sort())
}

func printed(list diag.List) string {
	var b strings.Builder
	if err := diag.WriteText(&b, list, "en"); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	return b.String()
}
