package report

// A document is what a report says to people, before it has a form. All its
// texts are plain: names in it come from files that strangers write, and the
// writers escape every one of them.
type document struct {
	title string
	parts []part
}

// A part of a document; whatever is empty in it is left out.
type part struct {
	heading string
	lines   []line
	facts   []fact
	table   *table
}

// A line of text.
type line struct {
	text string
	tone tone
}

// A fact has a name: "Coverage", "34 of 35".
type fact struct{ name, value string }

// A table has the same number of cells in each row as it has columns.
type table struct {
	columns []column
	rows    [][]cell
	more    int // rows that were left out at the end
}

// A column of a table; numbers stand at its right.
type column struct {
	title string
	right bool
}

type cell struct {
	text string
	tone tone
}

// A tone says how something is meant. It is never the only sign of that.
type tone int

const (
	neutral tone = iota
	strong       // the point of it all
	good
	bad
	quiet // there for those who look for it
)

func (d *document) add(p part) { d.parts = append(d.parts, p) }

// first keeps the first rows of a table and counts the others.
func (t *table) first(n int) *table {
	if len(t.rows) > n {
		t.rows, t.more = t.rows[:n], len(t.rows)-n
	}
	return t
}

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

func left(title word, lang string) column  { return column{title.in(lang), false} }
func right(title word, lang string) column { return column{title.in(lang), true} }

func text(s string) cell { return cell{text: s} }

// id is a cell for those who edit the files.
func id(s string) cell { return cell{s, quiet} }
