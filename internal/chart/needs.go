package chart

// Needs is a capability between those it needs and those that need it.
type Needs struct {
	ID          string // unique in its page
	Title       string
	Description string // says in words what the picture shows
	Middle      string
	Before      []string // what it needs, with the level
	After       []string // what needs it, with the level
}

// The form of the picture: three columns of boxes.
const (
	needsWidth  = 620.0
	needsBox    = 176.0
	needsPad    = 9.0
	needsGap    = 10.0 // between boxes
	needsMargin = 2.0
)

// NeedsPicture draws what a capability stands on and what stands on it.
func NeedsPicture(n Needs) string {
	before, after := newColumn(n.Before), newColumn(n.After)
	middle := newColumn([]string{n.Middle})
	height := max(before.height, after.height, middle.height)
	p := new(picture)
	id := escape(n.ID)
	p.printf(`<svg class="chart-svg chart-needs" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title %s-desc" font-size="%s">`,
		num(needsWidth), num(height+2*needsMargin), id, id, num(textSize))
	p.printf(`<title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`, id, escape(n.Title), id, escape(n.Description))

	second := (needsWidth - needsBox) / 2
	at := middle.draw(p, "box own", second, height)[0]
	for _, y := range before.draw(p, "box", needsMargin, height) {
		p.arrow(point{needsMargin + needsBox, y}, point{second, at})
	}
	third := needsWidth - needsBox - needsMargin
	for _, y := range after.draw(p, "box", third, height) {
		p.arrow(point{second + needsBox, at}, point{third, y})
	}
	return p.end()
}

// A column is boxes of text, one below the other.
type column struct {
	lines  [][]string
	height float64
}

func newColumn(texts []string) column {
	var c column
	for i, t := range texts {
		if i > 0 {
			c.height += needsGap
		}
		c.lines = append(c.lines, wrap(t, needsBox-2*needsPad))
		c.height += c.box(i)
	}
	return c
}

func (c column) box(i int) float64 { return lineHeight*float64(len(c.lines[i])) + 2*needsPad }

// draw draws the boxes in the middle of the height, and returns the heights of
// their middles.
func (c column) draw(p *picture, class string, x, height float64) []float64 {
	var middles []float64
	y := needsMargin + (height-c.height)/2
	for i, lines := range c.lines {
		h := c.box(i)
		p.printf(`<rect class="%s" x="%s" y="%s" width="%s" height="%s" rx="6" fill="none" stroke="currentColor"/>`,
			class, num(x), num(y), num(needsBox), num(h))
		p.lines("axis-label", "start", point{x + needsPad, y + h/2}, lines)
		middles = append(middles, y+h/2)
		y += h + needsGap
	}
	return middles
}

// arrow draws a curve with a head, from left to right.
func (p *picture) arrow(from, to point) {
	const head = 7.0
	end, half := to.x-head, (to.x-from.x)/2
	p.printf(`<path class="arrow" d="M%s %sC%s %s %s %s %s %s" fill="none" stroke="currentColor"/>`,
		num(from.x), num(from.y), num(from.x+half), num(from.y), num(to.x-half), num(to.y), num(end), num(to.y))
	p.printf(`<polygon class="head" points="%s" fill="currentColor"/>`,
		points([]point{{end, to.y - 4}, to, {end, to.y + 4}}))
}
