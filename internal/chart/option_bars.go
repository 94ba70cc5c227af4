package chart

import "github.com/go-echarts/go-echarts/v2/charts"

// barsOption draws every number as a marker, and one that is current as a thin
// bar too.
func barsOption(c Chart) string {
	bars := charts.NewBar().SetXAxis(c.Axes).XYReversal()
	for i, s := range c.inDrawingOrder() {
		if s.Role == Current {
			bar := newSeries("bar", s, i, values(c, s))
			bar.BarWidth = "3"
			bars.MultiSeries = append(bars.MultiSeries, bar)
		}
		bars.MultiSeries = append(bars.MultiSeries, newSeries("scatter", s, i, values(c, s)))
	}
	bars.Accept(completion{chart: c, own: object{
		"grid":  object{"left": 4, "right": 16, "top": 8, "bottom": 32, "containLabel": true},
		"xAxis": object{"type": "value", "min": c.Min, "max": max(c.Min+1, c.Max), "interval": 1, "position": "top"},
		"yAxis": object{
			"type": "category", "data": rowNames(c), "inverse": true,
			"axisTick":  object{"show": false},
			"axisLabel": object{"width": nameWidth, "overflow": "break", "interval": 0},
		},
	}})
	bars.Validate()
	return encode(bars.JSON())
}

// rowNames are those of the axes, with a dash where a current number is
// missing: no marker alone could be a marker overlooked.
func rowNames(c Chart) []string {
	names := make([]string, len(c.Axes))
	for i, name := range c.Axes {
		names[i] = name
		if role, ok := c.missingOn(i); ok && role == Current {
			names[i] += " " + dash
		}
	}
	return names
}
