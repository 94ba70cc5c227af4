package diag

import (
	"bytes"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// samples hold what the formats have to bear: two places, a file without a
// line, equal diagnostics in one file, and hostile names and values.
func samples() List {
	path := "assessments/payments/2026-10-31.yaml"
	at := func(line, col int) Position { return Position{Path: path, Line: line, Col: col} }
	return List{
		New(Position{Path: "assessments/a,b:c%d/x.txt"}, FileStray),
		New(at(14, 7), UnknownKey, "key", "taget").Nearest("taget", []string{"target", "due"}),
		New(at(20, 3), DuplicateKey, "key", "level").At(at(18, 3), HintFirst),
		New(at(22, 3), UnknownKey, "key", "taget").Nearest("taget", []string{"target", "due"}),
		New(at(30, 0), UnknownChoice, "value", "x\n::error::\x1b[31m\u202e<b>").Wanted("self, peer, external"),
	}
}

func TestWrite(t *testing.T) {
	formats := []struct {
		name  string
		write func(w io.Writer) error
	}{
		{"text.en", func(w io.Writer) error { return WriteText(w, samples(), "en") }},
		{"text.zh", func(w io.Writer) error { return WriteText(w, samples(), "zh") }},
		{"json", func(w io.Writer) error { return WriteJSON(w, samples(), "en") }},
		{"json.none", func(w io.Writer) error { return WriteJSON(w, nil, "en") }},
		{"github", func(w io.Writer) error { return WriteGitHub(w, samples(), "en", "docs/ops") }},
		{"gitlab", func(w io.Writer) error { return WriteGitLab(w, samples(), "zh", ".") }},
		{"gitlab.none", func(w io.Writer) error { return WriteGitLab(w, nil, "zh", "") }},
		{"sarif", func(w io.Writer) error { return WriteSARIF(w, samples(), "en", "docs/ops", "1.2.3") }},
	}
	for _, format := range formats {
		t.Run(format.name, func(t *testing.T) {
			var out bytes.Buffer
			if err := format.write(&out); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", format.name+".golden")
			if *update {
				if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), out.String()); diff != "" {
				t.Errorf("differs from %s (-want +got):\n%s", golden, diff)
			}
		})
	}
}

// GitHub reads every line that begins with "::" as a command.
func TestWriteGitHubOneLineEach(t *testing.T) {
	var out bytes.Buffer
	if err := WriteGitHub(&out, samples(), "en", ""); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(lines) != len(samples()) {
		t.Fatalf("%d lines for %d diagnostics:\n%s", len(lines), len(samples()), out.String())
	}
	for _, line := range lines[:4] {
		if !strings.HasPrefix(line, "::error ") {
			t.Errorf("an error is printed after a warning, or not as one: %s", line)
		}
	}
	if !strings.Contains(lines[4], "file=assessments/a%2Cb%3Ac%25d/x.txt,") {
		t.Errorf("a path is not escaped: %s", lines[4])
	}
}

// GitLab drops findings of one fingerprint, and takes a moved one for new
// unless its fingerprint stays.
func TestFingerprints(t *testing.T) {
	l := samples()
	before := fingerprints(l)
	seen := map[string]bool{}
	for i, f := range before {
		if seen[f] {
			t.Errorf("fingerprint of diagnostic %d is taken", i)
		}
		seen[f] = true
	}
	for i := range l {
		l[i].Pos.Line += 100
	}
	if diff := cmp.Diff(before, fingerprints(l)); diff != "" {
		t.Errorf("fingerprints change when lines move:\n%s", diff)
	}
}

func TestWriteSARIFRefersToItsRules(t *testing.T) {
	var out bytes.Buffer
	if err := WriteSARIF(&out, samples(), "zh", "", ""); err != nil {
		t.Fatal(err)
	}
	var log sarifLog
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	for _, r := range run.Results {
		if got := run.Tool.Driver.Rules[r.RuleIndex].ID; got != r.RuleID {
			t.Errorf("result of rule %s points at rule %s", r.RuleID, got)
		}
	}
}
