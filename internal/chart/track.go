package chart

import "fmt"

// The form of a track: small enough for the cell of a table.
const (
	trackWidth  = 128.0
	trackHeight = 20.0
	trackInset  = 9.0 // from the edge to the first and last level: half a marker
)

// Track draws the numbers of one axis on a line from Min to Max with a tick for
// each level, for the row of a table that holds the same numbers. It is hidden
// from readers who hear the page: the row says it all. A page has dozens, so a
// track is as short as can be, and takes form and colour from the style sheet.
func Track(c Chart, axis int) string {
	p := openSmall("chart-track", trackWidth, trackHeight)
	y := trackHeight / 2
	x := func(v float64) float64 { return trackInset + c.share(v)*(trackWidth-2*trackInset) }
	p.printf(`<path class="scale" d="M%s %sH%s`, num(trackInset), num(y), num(trackWidth-trackInset))
	for level := c.Min; level <= c.Max; level++ {
		p.printf(`M%s %sv8`, num(x(float64(level))), num(y-4))
	}
	p.printf(`"/>`)
	for _, s := range c.inDrawingOrder() {
		v := s.at(axis)
		if !v.Valid {
			continue
		}
		switch at := x(v.Float); s.Role {
		case Target:
			p.printf(`<path class="series-target mark" d="M%s %sl6.5 6.5l-6.5 6.5l-6.5-6.5z"/>`, num(at), num(y-6.5))
		case Previous:
			p.printf(`<path class="series-previous mark" d="M%s %sh8v8h-8z"/>`, num(at-4), num(y-4))
		default:
			p.printf(`<path class="series-current line" d="M%s %sH%s"/><circle class="series-current mark" cx="%s" cy="%s" r="4"/>`,
				num(trackInset), num(y), num(at), num(at), num(y))
		}
	}
	return p.end()
}

// Key draws stroke and marker of a role, for a legend.
func Key(role Role) string {
	const w, h = 32.0, 16.0
	p := openSmall("chart-key", w, h)
	p.openSeries(role)
	p.printf(`<line class="line" x1="1" y1="%s" x2="%s" y2="%s" %s/>`, num(h/2), num(w-1), num(h/2), role.stroke())
	p.marker(role, point{w / 2, h / 2})
	p.closeSeries()
	return p.end()
}

// A Part of a stack is as wide as its count.
type Part struct {
	Count int
	Class string // of its colour
}

// Stack draws counts side by side as parts of a whole, for the row of a table
// that holds the numbers.
func Stack(whole int, parts ...Part) string {
	const w, h = 128.0, 12.0
	p := openSmall("chart-stack", w, h)
	p.printf(`<rect class="track" width="%s" height="%s" fill="none" stroke="currentColor"/>`, num(w), num(h))
	x, unit := 0.0, w/float64(max(1, whole))
	for _, part := range parts {
		if wide := unit * float64(part.Count); wide > 0 {
			p.printf(`<rect class="part %s" x="%s" width="%s" height="%s" fill="currentColor"/>`, escape(part.Class), num(x), num(wide), num(h))
			x += wide
		}
	}
	return p.end()
}

// openSmall starts a picture that adds nothing to the words beside it.
func openSmall(class string, width, height float64) *picture {
	p := new(picture)
	fmt.Fprintf(p, `<svg class="%s" viewBox="0 0 %s %s" width="%s" height="%s" aria-hidden="true">`,
		class, num(width), num(height), num(width), num(height))
	return p
}
