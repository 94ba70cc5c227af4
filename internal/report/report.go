// Package report writes scorecards, the difference between two of them, and
// assessment rounds for people and programs: as text for a terminal, as
// Markdown for a pull request, as CSV for a spreadsheet, as JSON.
//
// [WriteScorecard], [WriteDiff] and [WriteRound] write one report each. JSON
// and CSV hold the values as they are, unrounded. For people a report is first
// laid out as a document: a title, and parts with facts and a table. Only the
// writers of text and of Markdown know what is to be escaped there and how a
// table is aligned, so that no report has to think of either.
//
// The words of all reports stand in words.go, in every language of messages.
package report

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"gradus/internal/maturity"
)

// Format is a form of output.
type Format string

// The formats. There is no CSV of a [Diff].
const (
	Text     Format = "text"
	JSON     Format = "json"
	CSV      Format = "csv"
	Markdown Format = "markdown"
)

// Options are the choices of the reader.
type Options struct {
	Format Format
	Lang   string // of the report's own words, "en" or "zh", and of names where they are written in it
	Colour bool   // Text marks what matters by colour and weight, as a terminal shows them
}

// write lays out a report in one of the forms for people.
func write(w io.Writer, d *document, o Options) error {
	var out string
	switch o.Format {
	case Text:
		out = d.text(o.Lang, o.Colour)
	case Markdown:
		out = d.markdown(o.Lang)
	default:
		return fmt.Errorf("this report has no form %q", o.Format)
	}
	_, err := io.WriteString(w, out)
	return err
}

// writeJSON prints a value indented, and with < and > as they are, since it is
// not embedded in HTML.
func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// teamName is the name of a team, its id when there is no record of it.
func teamName(t *maturity.Team, id, lang string) string {
	if t == nil || t.Name.IsZero() {
		return id
	}
	return t.Name.In(lang)
}

// dated names an assessment by its date and label, and by who made it.
func dated(date maturity.Date, label string, kind maturity.Kind, lang string) string {
	return strings.TrimSpace(string(date)+" "+label) + " · " + kindName(kind, lang)
}

func kindName(k maturity.Kind, lang string) string {
	switch k {
	case maturity.Self:
		return wordSelf.in(lang)
	case maturity.Peer:
		return wordPeer.in(lang)
	case maturity.External:
		return wordExternal.in(lang)
	}
	return string(k)
}
