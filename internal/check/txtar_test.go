package check_test

import (
	"bytes"
	"os"
	"strings"
)

// An archive is a text file in the form of txtar: a comment, then files, each
// behind a line "-- NAME --". The packages that read the form all need
// golang.org/x/tools, which this module does without.
type archive struct {
	comment string
	files   []archived
}

type archived struct{ name, data string }

func readArchive(path string) (*archive, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
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
	return a, nil
}

func (a *archive) write(path string) error {
	var b bytes.Buffer
	b.WriteString(a.comment)
	for _, f := range a.files {
		b.WriteString("-- " + f.name + " --\n" + f.data)
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
