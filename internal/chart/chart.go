// Package chart draws a scorecard's numbers: as a static picture and as the
// options with which ECharts upgrades it.
//
// A [Chart] is the numbers; a [Figure] is what a page needs to show them. The
// static picture is an SVG drawn here, with classes instead of styles, so that
// it follows the colour scheme, prints, passes a strict content security
// policy and comes out the same byte for byte. go-echarts lives here: it makes
// the option JSON that lies beside the picture as data.
//
// The rules of an honest radar are kept by construction: the scale is the
// model's and never fitted to the data, the axes stand in the order given,
// lines only, no filled area, at most three series told apart by stroke and
// marker as well as by colour, and what is missing is a gap, never a zero.
package chart

import (
	"cmp"
	"math"
	"slices"

	"gradus/internal/score"
)

// A Chart is one or more series of numbers over the same axes.
type Chart struct {
	ID          string // unique in its page; the ids within the picture begin with it
	Title       string // names the chart to a reader who does not see it
	Description string // says in words what it shows: every axis and number
	Unknown     string // the word for a missing number: "not assessed"
	Axes        []string
	Min, Max    int // of the model's scale, on every chart alike
	Series      []Series
}

// Role is what a series means; it decides stroke and marker.
type Role string

// The roles, in the order in which they are drawn, the last on top.
const (
	Previous Role = "previous"
	Target   Role = "target"
	Current  Role = "current"
)

// The roles of a [Line]: who assessed. They are not mixed in one line.
const (
	Self     Role = "self"
	Peer     Role = "peer"
	External Role = "external"
)

// A Series is one number for each axis.
type Series struct {
	Name   string
	Role   Role
	Values []score.Number
}

// A Figure is a chart ready for a page.
type Figure struct {
	Kind   string // "radar" or "bars"
	SVG    string // a complete <svg> element; all text in it is escaped
	Option string // the ECharts option as JSON, safe inside a script element
}

// Two axes make no radar, and the names of more than twelve do not fit around
// one.
const (
	fewestRadarAxes = 3
	mostRadarAxes   = 12
)

// Draw makes the figure that suits the number of axes: a [Radar] for three to
// twelve, [Bars] for fewer and for more.
func Draw(c Chart) Figure {
	if len(c.Axes) > mostRadarAxes {
		return Bars(c)
	}
	return Radar(c)
}

// Radar draws a chart of three or more axes around a middle that stands for
// Min: the first at the top, the others clockwise. Of fewer it makes [Bars].
func Radar(c Chart) Figure {
	if len(c.Axes) < fewestRadarAxes {
		return Bars(c)
	}
	return Figure{Kind: "radar", SVG: radarSVG(c), Option: radarOption(c)}
}

// Bars draws a chart as one row for each axis, on a track from Min to Max.
func Bars(c Chart) Figure {
	return Figure{Kind: "bars", SVG: barsSVG(c), Option: barsOption(c)}
}

// inDrawingOrder returns the series with the one to be on top last.
func (c Chart) inDrawingOrder() []Series {
	roles := []Role{Previous, Target, Current}
	sorted := slices.Clone(c.Series)
	slices.SortStableFunc(sorted, func(a, b Series) int {
		return cmp.Compare(slices.Index(roles, a.Role), slices.Index(roles, b.Role))
	})
	return sorted
}

// share is how far along an axis a number lies: 0 at Min, 1 at Max. A number
// outside the scale stays at its end.
func (c Chart) share(v float64) float64 {
	return max(0, min(1, (v-float64(c.Min))/float64(max(1, c.Max-c.Min))))
}

// at is the series' number on an axis, unknown where it has none.
func (s Series) at(axis int) score.Number {
	if axis >= len(s.Values) || math.IsNaN(s.Values[axis].Float) || math.IsInf(s.Values[axis].Float, 0) {
		return score.Number{}
	}
	return s.Values[axis]
}
