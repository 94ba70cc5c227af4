package report

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"gradus/internal/diag"
)

// widestCell is how many columns of a terminal a cell may take. The id beside
// a name that is cut says which one it is.
const widestCell = 48

// text lays out the document for a terminal: tables are aligned by the columns
// that characters take there, two for a Chinese one.
func (d *document) text(lang string, colour bool) string {
	t := &textWriter{lang: lang, colour: colour}
	t.line(d.title, strong)
	for _, p := range d.parts {
		t.line("", neutral)
		t.part(p)
	}
	return t.b.String()
}

type textWriter struct {
	b      strings.Builder
	lang   string
	colour bool
}

func (t *textWriter) line(text string, tone tone) {
	t.b.WriteString(t.toned(diag.Printable(text), tone) + "\n")
}

func (t *textWriter) part(p part) {
	if p.heading != "" {
		t.line(p.heading, strong)
	}
	for _, l := range p.lines {
		t.line(l.text, l.tone)
	}
	t.facts(p.facts)
	if p.table != nil {
		t.table(p.table)
	}
}

func (t *textWriter) facts(facts []fact) {
	widest := 0
	for _, f := range facts {
		widest = max(widest, columns(f.name))
	}
	for _, f := range facts {
		t.line("  "+pad(f.name, widest)+"  "+f.value, neutral)
	}
}

func (t *textWriter) table(table *table) {
	rows := [][]cell{make([]cell, len(table.columns))}
	for i, c := range table.columns {
		rows[0][i] = cell{c.title, quiet}
	}
	rows = append(rows, table.rows...)

	widths := make([]int, len(table.columns))
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], columns(shown(c)))
		}
	}
	for _, row := range rows {
		t.row(table.columns, widths, row)
	}
	if table.more > 0 {
		t.line("  "+wordMore.in(t.lang, "n", plain(table.more)), quiet)
	}
}

// row writes one row, without blanks at its end.
func (t *textWriter) row(shape []column, widths []int, row []cell) {
	var line strings.Builder
	for i, c := range row {
		blanks := strings.Repeat(" ", widths[i]-columns(shown(c)))
		if shape[i].right {
			line.WriteString("  " + blanks + t.toned(shown(c), c.tone))
		} else {
			line.WriteString("  " + t.toned(shown(c), c.tone) + blanks)
		}
	}
	t.b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
}

// shown is the text of a cell as a terminal gets it.
func shown(c cell) string { return cut(diag.Printable(c.text), widestCell) }

// Marks of a terminal (ECMA-48, “Select Graphic Rendition”).
var marks = map[tone]string{strong: "1", good: "32", bad: "1;31", quiet: "2"}

func (t *textWriter) toned(text string, tone tone) string {
	if !t.colour || text == "" || marks[tone] == "" {
		return text
	}
	return "\x1b[" + marks[tone] + "m" + text + "\x1b[0m"
}

// columns is how many columns of a terminal a text takes.
func columns(s string) int {
	n := 0
	for _, r := range s {
		n += runeColumns(r)
	}
	return n
}

// runeColumns follows Unicode's annex 11; what is ambiguous there is taken as
// narrow, as most terminals do.
func runeColumns(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// pad fills a text up to a number of columns.
func pad(s string, to int) string { return s + strings.Repeat(" ", max(0, to-columns(s))) }

// cut shortens a text to a number of columns.
func cut(s string, to int) string {
	if columns(s) <= to {
		return s
	}
	n := 0
	for i, r := range s {
		if n += runeColumns(r); n > to-1 {
			return s[:i] + "…"
		}
	}
	return s
}
