package diag

import (
	"bufio"
	"io"
)

// WriteText prints the list for people, in a language of [Languages]:
//
//	assessments/payments/2026-10-31.yaml:14:7: error: unknown key “taget” [unknown-key]
//	    did you mean “target”?
//	assessments/payments/2026-10-31.yaml:20:3: error: key “level” stands here a second time [duplicate-key]
//	    assessments/payments/2026-10-31.yaml:18:3: note: first here
//
// One line each, so that editors and terminals find the places; the hints are
// indented below. The words error, warning and note are the same in every
// language, because tools look for them.
func WriteText(w io.Writer, l List, lang string) error {
	b := bufio.NewWriter(w)
	for _, d := range l {
		writePlace(b, d.Pos)
		b.WriteString(d.Severity.String() + ": " + d.Text(lang) + " [" + d.Message.Code + "]\n")
		for _, h := range d.Hints {
			b.WriteString("    ")
			if h.Pos.IsValid() {
				writePlace(b, h.Pos)
				b.WriteString("note: ")
			}
			b.WriteString(h.Text(lang) + "\n")
		}
	}
	return b.Flush()
}

func writePlace(b *bufio.Writer, p Position) {
	if p.IsValid() {
		p.Path = Printable(p.Path)
		b.WriteString(p.String() + ": ")
	}
}
