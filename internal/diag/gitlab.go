package diag

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path"
	"strconv"
)

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string `json:"path"`
	Lines struct {
		Begin int `json:"begin"`
	} `json:"lines"`
}

// WriteGitLab prints the list as a GitLab code-quality report. Base is the
// site's folder in the repository; "" or "." for its root.
//
// GitLab tells new findings from old ones by their fingerprint. It is made of
// the path, the code and the English sentence, so that it stays the same when
// lines move; equal ones in one file are counted, because GitLab drops doubles.
func WriteGitLab(w io.Writer, l List, lang, base string) error {
	issues := make([]gitlabIssue, len(l))
	for i, fingerprint := range fingerprints(l) {
		d := l[i]
		issues[i] = gitlabIssue{
			Description: withHints(d, lang),
			CheckName:   d.Message.Code,
			Fingerprint: fingerprint,
			Severity:    "minor",
		}
		if d.Severity == Error {
			issues[i].Severity = "major"
		}
		issues[i].Location.Path = path.Join(base, d.Pos.Path)
		issues[i].Location.Lines.Begin = max(1, d.Pos.Line)
	}
	return writeIndented(w, issues)
}

// fingerprints returns a hash for each diagnostic, without its line, unique
// within the list.
func fingerprints(l List) []string {
	seen := make(map[string]int)
	out := make([]string, len(l))
	for i, d := range l {
		key := d.Pos.Path + "\x00" + d.Message.Code + "\x00" + d.Text(Languages[0])
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		out[i] = hex.EncodeToString(sum[:])
	}
	return out
}
