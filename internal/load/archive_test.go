package load

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// An archive is a text file in the form of txtar: a comment, then files, each
// behind a line "-- NAME --". The packages that read the form all need
// golang.org/x/tools, which this module does without.
type archive struct {
	comment string
	files   []archived
}

type archived struct{ name, data string }

func readArchive(t testing.TB, path string) *archive {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	a := &archive{}
	into := &a.comment
	for line := range strings.Lines(string(content)) {
		name, marked := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		name, closed := strings.CutSuffix(name, " --")
		if marked && closed {
			a.files = append(a.files, archived{name: name})
			into = &a.files[len(a.files)-1].data
			continue
		}
		*into += line
	}
	return a
}

func (a *archive) write(t testing.TB, path string) {
	t.Helper()
	out := a.comment
	for _, f := range a.files {
		out += "-- " + f.name + " --\n" + f.data
	}
	if err := os.WriteFile(path, []byte(out), 0o644); err != nil {
		t.Fatal(err)
	}
}

// site is the valid site of testdata/site.txtar.
func validSite(t testing.TB) fstest.MapFS {
	t.Helper()
	site := fstest.MapFS{}
	for _, f := range readArchive(t, "testdata/site.txtar").files {
		site[f.name] = &fstest.MapFile{Data: []byte(f.data), Mode: 0o644}
	}
	return site
}
