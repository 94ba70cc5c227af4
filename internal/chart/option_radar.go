package chart

import "github.com/go-echarts/go-echarts/v2/charts"

// Where the radar stands in a box of the form of the static picture, with room
// for the legend below: shares of its size.
var (
	radarCenter = []string{"50%", "47%"}
	radarRadius = "54%"
)

func radarOption(c Chart) string {
	radar := charts.NewRadar()
	own := object{"radar": radarComponent(c)}
	for i, s := range c.inDrawingOrder() {
		if complete(c, s) {
			radar.MultiSeries = append(radar.MultiSeries, newSeries("radar", s, i, []any{object{"name": s.Name, "value": values(c, s)}}))
			continue
		}
		line := newSeries("line", s, i, polarValues(c, s))
		line.CoordSystem = "polar"
		radar.MultiSeries = append(radar.MultiSeries, line)
		addPolar(own, c)
	}
	radar.Accept(completion{chart: c, own: own})
	radar.Validate()
	return encode(radar.JSON())
}

func radarComponent(c Chart) object {
	indicators := make([]object, len(c.Axes))
	for i, name := range c.Axes {
		_, lines := c.label(i)
		if _, ok := c.missingOn(i); ok {
			lines = append(lines, dash)
		}
		indicators[i] = object{
			"name": name, "min": c.Min, "max": c.Max,
			"lines": lines, // ECharts does not break names; charts.js has it show these
			// The numerals of the rings stand on the first axis alone.
			"axisLabel": object{"show": i == 0, "showMinLabel": true, "showMaxLabel": true},
		}
	}
	return object{
		"indicator":   indicators,
		"splitNumber": max(1, c.Max-c.Min),
		"clockwise":   true,
		"center":      radarCenter,
		"radius":      radarRadius,
		"splitArea":   object{"show": false},
		"axisNameGap": labelGap,
	}
}

func complete(c Chart, s Series) bool {
	for i := range c.Axes {
		if !s.at(i).Valid {
			return false
		}
	}
	return true
}

// ECharts draws a missing number of a radar in the middle, as the lowest there
// is. A line on polar axes leaves it out, so a series with gaps is such a line,
// on invisible axes that lie upon those of the radar.

// polarValues are pairs of a number and its axis; the first comes once more at
// the end, to close the line.
func polarValues(c Chart, s Series) []any {
	pairs := make([]any, 0, len(c.Axes)+1)
	for i := range len(c.Axes) + 1 {
		axis := i % len(c.Axes)
		pairs = append(pairs, object{"name": c.Axes[axis], "value": []any{value(s.at(axis)), axis}})
	}
	return pairs
}

func addPolar(own object, c Chart) {
	own["polar"] = object{"center": radarCenter, "radius": radarRadius}
	own["angleAxis"] = object{"type": "category", "data": c.Axes, "boundaryGap": false, "startAngle": 90, "show": false}
	own["radiusAxis"] = object{"type": "value", "min": c.Min, "max": max(c.Min+1, c.Max), "show": false}
}
