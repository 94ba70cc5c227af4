package diag

import (
	"encoding/json"
	"io"
)

// jsonPlace is a place; line and col are left out where they are not known.
type jsonPlace struct {
	Path string `json:"path,omitempty"`
	Line int    `json:"line,omitempty"`
	Col  int    `json:"col,omitempty"`
}

// A JSONHint is a hint as [WriteJSON] prints it.
type JSONHint struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	jsonPlace
}

// A JSONDiagnostic is a diagnostic as [WriteJSON] prints it; package schema
// describes it.
type JSONDiagnostic struct {
	jsonPlace
	Severity string     `json:"severity"`
	Code     string     `json:"code"`
	Message  string     `json:"message"`
	Hints    []JSONHint `json:"hints,omitempty"`
}

// WriteJSON prints the list as an array of objects, in a language of
// [Languages]. Each object has:
//
//	path      the file, relative to the site's folder, with slashes
//	line      from 1; left out when only the file is known
//	col       in characters, from 1; left out when only the line is known
//	severity  "error" or "warning"
//	code      a stable word, such as "unknown-key"
//	message   a sentence
//	hints     what helps to mend it, left out when there is nothing: objects with
//	          code and message, and with path, line and col for a second place
//
// An empty list is an empty array.
func WriteJSON(w io.Writer, l List, lang string) error {
	out := make([]JSONDiagnostic, len(l))
	for i, d := range l {
		out[i] = JSONDiagnostic{
			jsonPlace: jsonPlace(d.Pos),
			Severity:  d.Severity.String(),
			Code:      d.Message.Code,
			Message:   d.Text(lang),
		}
		for _, h := range d.Hints {
			out[i].Hints = append(out[i].Hints, JSONHint{h.Message.Code, h.Text(lang), jsonPlace(h.Pos)})
		}
	}
	return writeIndented(w, out)
}

// writeIndented prints JSON for people and programs: indented, and with < and >
// as they are, since it is not embedded in HTML.
func writeIndented(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
