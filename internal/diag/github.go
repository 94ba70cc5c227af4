package diag

import (
	"bufio"
	"cmp"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// WriteGitHub prints the list as workflow commands, which GitHub shows as
// annotations of a pull request. Errors come first, because GitHub shows only
// the first ten of a kind. Base is the site's folder in the repository, since
// GitHub reckons paths from there; "" or "." for its root.
//
// Every value is escaped as GitHub asks, so that nothing in the input can begin
// a command of its own.
func WriteGitHub(w io.Writer, l List, lang, base string) error {
	sorted := slices.Clone(l)
	slices.SortStableFunc(sorted, func(a, b Diagnostic) int { return cmp.Compare(b.Severity, a.Severity) })
	b := bufio.NewWriter(w)
	for _, d := range sorted {
		b.WriteString("::" + d.Severity.String() + " ")
		if d.Pos.IsValid() {
			b.WriteString("file=" + githubProperty.Replace(path.Join(base, d.Pos.Path)) + ",")
		}
		if d.Pos.Line > 0 {
			b.WriteString("line=" + strconv.Itoa(d.Pos.Line) + ",")
		}
		if d.Pos.Col > 0 {
			b.WriteString("col=" + strconv.Itoa(d.Pos.Col) + ",")
		}
		b.WriteString("title=" + githubProperty.Replace(d.Message.Code) + "::" + githubData.Replace(withHints(d, lang)) + "\n")
	}
	return b.Flush()
}

var (
	githubData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// withHints is the sentence of d with its hints, one a line.
func withHints(d Diagnostic, lang string) string {
	text := d.Text(lang)
	for _, h := range d.Hints {
		text += "\n"
		if h.Pos.IsValid() {
			text += Printable(h.Pos.String()) + ": "
		}
		text += h.Text(lang)
	}
	return text
}
