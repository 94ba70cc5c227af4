package check

import (
	"gradus/internal/diag"
	"gradus/internal/markdown"
	"gradus/internal/maturity"
)

// notes reports what a note of an assessment may not hold: HTML, images,
// headings, links other than http and https.
func (c *checker) notes(a *maturity.Assessment) {
	c.note(a.Pos, a.Summary)
	for _, r := range a.Ratings {
		c.note(r.Pos, r.Note)
		for _, answer := range r.Criteria {
			c.note(answer.Pos, answer.Note)
		}
	}
}

// note checks one note. Its own lines are not those of the file it stands in,
// so the place is that of what the note belongs to.
func (c *checker) note(pos diag.Position, note maturity.Text) {
	for _, text := range wordings(note) {
		_, found := markdown.ParseNote(text, pos)
		for _, d := range found {
			d.Pos = pos
			c.report(d)
		}
	}
}
