package chart

import "gradus/internal/score"

// A LineChart shows numbers along the way: of a team over time, or of a plan
// step by step.
type LineChart struct {
	ID          string // unique in its page
	Title       string // names the chart to a reader who does not see it
	Description string // says in words what it shows
	Min, Max    int    // of the model's scale, never fitted to the numbers
	Ticks       []Tick // below the chart, from left to right
	Breaks      []Tick // upright lines: numbers on either side do not compare
	Lines       []Line
}

// A Tick is a place along the chart with a word: 0 at its left, 1 at its right.
type Tick struct {
	At   float64
	Text string
}

// A Line is numbers of one kind. Only neighbours that compare are joined.
type Line struct {
	Role   Role
	Points []Point
}

// A Point of a line; one whose number is unknown leaves a gap.
type Point struct {
	At    float64 // 0 at the left of the chart, 1 at its right
	Value score.Number
	Apart bool // not joined to the point before, because the two do not compare
}

// The form of a line chart.
const (
	linesLeft   = 24.0
	linesRight  = width - 16
	linesTop    = 20.0
	linesBottom = 172.0
	linesHeight = 200.0
	tickRoom    = 74.0 // between the middles of two words below
)

// Lines draws a line chart. It has no ECharts option: a static picture and a
// table say all there is.
func Lines(c LineChart) string {
	p := newPicture(Chart{ID: c.ID, Title: c.Title, Description: c.Description}, "lines", linesHeight)
	for level := c.Min; level <= c.Max; level++ {
		y := c.y(float64(level))
		p.line("ring", point{linesLeft, y}, point{linesRight, y})
		p.text("ring-label", "end", point{linesLeft - 6, y}, num(float64(level)))
	}
	p.ticks(c)
	for _, b := range c.Breaks {
		p.printf(`<line class="break" x1="%s" y1="%s" x2="%s" y2="%s" stroke="currentColor" stroke-dasharray="4 3"/>`,
			num(c.x(b.At)), num(linesTop-4), num(c.x(b.At)), num(linesBottom))
		p.text("ring-label", endAnchor(c.x(b.At)), point{c.x(b.At), linesTop - 11}, b.Text)
	}
	for _, l := range c.Lines {
		p.openSeries(l.Role)
		for _, run := range c.runs(l) {
			if len(run) > 1 {
				p.printf(`<polyline class="line" points="%s" %s/>`, points(run), l.Role.stroke())
			}
			for _, at := range run {
				p.marker(l.Role, at)
			}
		}
		p.closeSeries()
	}
	return p.end()
}

// ticks writes the words below, but for those that would lie on the one before.
// The last has its place before all others.
func (p *picture) ticks(c LineChart) {
	if len(c.Ticks) == 0 {
		return
	}
	last := c.Ticks[len(c.Ticks)-1]
	free := linesLeft - tickRoom
	for i, t := range c.Ticks {
		x := c.x(t.At)
		if i < len(c.Ticks)-1 && (x-free < tickRoom || c.x(last.At)-x < tickRoom) {
			continue
		}
		free = x
		p.text("ring-label", endAnchor(x), point{x, linesBottom + 16}, t.Text)
	}
}

// endAnchor keeps a word inside the picture at its ends.
func endAnchor(x float64) string {
	const room = tickRoom / 2
	switch {
	case x < linesLeft+room:
		return "start"
	case x > linesRight-room:
		return "end"
	default:
		return "middle"
	}
}

func (c LineChart) x(at float64) float64 {
	return linesLeft + 8 + max(0, min(1, at))*(linesRight-linesLeft-16)
}

func (c LineChart) y(v float64) float64 {
	share := Chart{Min: c.Min, Max: c.Max}.share(v)
	return linesBottom - share*(linesBottom-linesTop)
}

// runs are the stretches of a line that are joined.
func (c LineChart) runs(l Line) [][]point {
	var all [][]point
	var run []point
	for _, p := range l.Points {
		if (p.Apart || !p.Value.Valid) && run != nil {
			all, run = append(all, run), nil
		}
		if p.Value.Valid {
			run = append(run, point{c.x(p.At), c.y(p.Value.Float)})
		}
	}
	if run != nil {
		all = append(all, run)
	}
	return all
}
