package chart

import "math"

// The form of a radar.
const (
	radius      = 96.0
	radarHeight = 340.0 // room for three lines above a dash
	labelGap    = 10.0  // from the outer ring to a name
	missingGap  = 20.0  // the same where a dash stands in between
	widestLabel = 112.0
)

var middle = point{width / 2, radarHeight / 2}

// spoke is the point of axis i, at a share of the radius.
func (c Chart) spoke(i int, share float64) point {
	sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(len(c.Axes)))
	return point{middle.x + sin*radius*share, middle.y - cos*radius*share}
}

func radarSVG(c Chart) string {
	p := newPicture(c, "radar", radarHeight)
	p.radarGrid(c)
	p.radarLabels(c)
	for _, s := range c.inDrawingOrder() {
		p.radarSeries(c, s)
	}
	return p.end()
}

// radarGrid draws a ring for each level above Min, which is the middle.
func (p *picture) radarGrid(c Chart) {
	for level := c.Min + 1; level <= c.Max; level++ {
		ring := make([]point, len(c.Axes))
		for i := range c.Axes {
			ring[i] = c.spoke(i, c.share(float64(level)))
		}
		p.printf(`<polygon class="ring" points="%s" fill="none" stroke="currentColor"/>`, points(ring))
	}
	for i := range c.Axes {
		p.line("axis", middle, c.spoke(i, 1))
	}
	for level := c.Min; level <= c.Max; level++ {
		at := c.spoke(0, c.share(float64(level)))
		p.text("ring-label", "end", point{at.x - 5, at.y}, num(float64(level)))
	}
}

// radarLabels writes the names around the rings, and a dash before the name of
// an axis on which a series has no number.
func (p *picture) radarLabels(c Chart) {
	for i := range c.Axes {
		if role, ok := c.missingOn(i); ok {
			p.missing(role, c.Unknown, c.spoke(i, 1+10/radius))
		}
		at, lines := c.label(i)
		// A name at the top or bottom grows away from the rings; one at the
		// side stands level with its axis.
		up := (middle.y - at.y) / radius
		up = max(-1, min(1, up))
		at.y -= up * up * up * lineHeight * float64(len(lines)) / 2
		p.lines("axis-label", anchor(at.x), at, lines)
	}
}

// label divides the name of an axis into lines and says where they begin.
func (c Chart) label(axis int) (at point, lines []string) {
	gap := labelGap
	if _, ok := c.missingOn(axis); ok {
		gap = missingGap
	}
	at = c.spoke(axis, 1+gap/radius)
	return at, wrap(c.Axes[axis], c.labelRoom(at))
}

// labelRoom is how wide a name at a point may be: at the side as far as the
// edge, at the top or bottom as far as the names beside it.
func (c Chart) labelRoom(at point) float64 {
	room := width/2 - math.Abs(at.x-middle.x)
	if anchor(at.x) == "middle" {
		room = 2*math.Abs(c.spoke(1, 1).x-middle.x) - 4
	}
	return min(widestLabel, room)
}

// missingOn returns the topmost series without a number on an axis.
func (c Chart) missingOn(axis int) (role Role, missing bool) {
	for _, s := range c.inDrawingOrder() {
		if !s.at(axis).Valid {
			role, missing = s.Role, true
		}
	}
	return role, missing
}

// anchor makes a text at x grow away from the middle.
func anchor(x float64) string {
	switch {
	case x > middle.x+1:
		return "start"
	case x < middle.x-1:
		return "end"
	default:
		return "middle"
	}
}

// radarSeries draws a closed line, or open ones between the gaps.
func (p *picture) radarSeries(c Chart, s Series) {
	p.openSeries(s.Role)
	for _, run := range runs(c, s) {
		switch {
		case len(run) == len(c.Axes):
			p.printf(`<polygon class="line" points="%s" %s/>`, points(run), s.Role.stroke())
		case len(run) > 1:
			p.printf(`<polyline class="line" points="%s" %s/>`, points(run), s.Role.stroke())
		}
		for _, at := range run {
			p.marker(s.Role, at)
		}
	}
	p.closeSeries()
}

// runs are the stretches of neighbouring axes on which a series has numbers.
// The last axis and the first are neighbours.
func runs(c Chart, s Series) [][]point {
	n := len(c.Axes)
	first := 0 // an axis after a gap, if there is a gap
	for i := range n {
		if !s.at(i).Valid {
			first = i + 1
			break
		}
	}
	var all [][]point
	var run []point
	for k := range n {
		i := (first + k) % n
		if v := s.at(i); v.Valid {
			run = append(run, c.spoke(i, c.share(v.Float)))
			continue
		}
		if run != nil {
			all = append(all, run)
		}
		run = nil
	}
	if run != nil {
		all = append(all, run)
	}
	return all
}
