package chart

import "gradus/internal/score"

// The form of bars: names at the left, a track for each, the current number at
// the right.
const (
	nameWidth  = 136.0
	trackStart = nameWidth + 16
	trackEnd   = width - 48
	barsTop    = 34.0
	rowHeight  = 40.0
)

// onTrack is the x of a number.
func (c Chart) onTrack(v float64) float64 {
	return trackStart + c.share(v)*(trackEnd-trackStart)
}

func barsSVG(c Chart) string {
	bottom := barsTop + rowHeight*float64(len(c.Axes))
	p := newPicture(c, "bars", bottom+8)
	for level := c.Min; level <= c.Max; level++ {
		x := c.onTrack(float64(level))
		p.line("ring", point{x, barsTop - 8}, point{x, bottom})
		p.text("ring-label", "middle", point{x, barsTop - 18}, num(float64(level)))
	}
	for i, name := range c.Axes {
		y := barsTop + rowHeight*(float64(i)+0.5)
		p.lines("axis-label", "end", point{nameWidth, y}, wrap(name, nameWidth))
		p.line("track", point{trackStart, y}, point{trackEnd, y})
		p.row(c, i, y)
	}
	return p.end()
}

// row draws the numbers of one axis on its track: the current one as a bar
// with a circle, the others as markers alone.
func (p *picture) row(c Chart, axis int, y float64) {
	for _, s := range c.inDrawingOrder() {
		v := s.at(axis)
		if !v.Valid {
			continue
		}
		x := c.onTrack(v.Float)
		p.openSeries(s.Role)
		if s.Role == Current {
			p.printf(`<line class="line" x1="%s" y1="%s" x2="%s" y2="%s" %s/>`, num(trackStart), num(y), num(x), num(y), s.Role.stroke())
		}
		p.marker(s.Role, point{x, y})
		p.closeSeries()
	}
	for _, s := range c.Series {
		if s.Role != Current {
			continue
		}
		at := point{trackEnd + 28, y}
		if v := s.at(axis); v.Valid {
			p.text("value "+s.Role.class(), "middle", at, score.Show(v.Float))
		} else {
			p.missing(s.Role, c.Unknown, at)
		}
	}
}
