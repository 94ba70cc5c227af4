package chart

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"gradus/internal/score"
)

// object is a part of an option that go-echarts has no type for.
type object = map[string]any

// A completion is the one visitor of an option: it takes away what go-echarts
// puts there unasked and adds what it cannot say.
type completion struct {
	charts.BaseConfigurationVisitor
	chart Chart
	own   object // the coordinate systems of this kind of chart
}

// Visit makes the option fit for a page with a strict content security policy
// (a tooltip of rich text instead of HTML) and for a reader who does not see
// it. Colours and motion are the page's business: charts.js sets them.
func (v completion) Visit(option map[string]any) {
	for _, unasked := range []string{"title", "toolbox", "color"} {
		delete(option, unasked)
	}
	option["animation"] = false
	option["tooltip"] = object{"trigger": "item", "renderMode": "richText", "confine": true}
	option["aria"] = object{"enabled": true, "label": object{"description": v.chart.Description}}
	option["legend"] = object{"data": v.legend(), "bottom": 0, "itemWidth": 12, "itemHeight": 12}
	for key, value := range v.own {
		option[key] = value
	}
}

// legend names the series as they are given, each with its marker.
func (v completion) legend() []object {
	entries := []object{}
	for _, s := range v.chart.Series {
		entries = append(entries, object{"name": s.Name, "icon": s.Role.look().symbol})
	}
	return entries
}

// A look is how ECharts shows a role: the same as in the static picture.
type look struct {
	symbol string
	size   int // of the symbol
	stroke string
	width  float32 // of the stroke
}

func (r Role) look() look {
	switch r {
	case Target:
		return look{"diamond", 13, "dashed", 1.5}
	case Previous:
		return look{"rect", 8, "dotted", 1.5}
	default:
		return look{"circle", 8, "solid", 2.5}
	}
}

// newSeries makes one of an ECharts kind, with the look of its role. The id
// begins with the role; charts.js chooses the colour by it.
func newSeries(kind string, s Series, index int, data []any) charts.SingleSeries {
	look := s.Role.look()
	return charts.SingleSeries{
		Type: kind, Name: s.Name, Id: fmt.Sprintf("%s-%d-%s", s.Role, index, kind), Data: data,
		Symbol: look.symbol, SymbolSize: look.size,
		LineStyle: &opts.LineStyle{Width: look.width, Type: look.stroke},
	}
}

// values are the series' numbers on all axes.
func values(c Chart, s Series) []any {
	all := make([]any, len(c.Axes))
	for i := range c.Axes {
		all[i] = value(s.at(i))
	}
	return all
}

// value is a number as the option has it: null when unknown.
func value(n score.Number) any {
	if !n.Valid {
		return nil
	}
	return round(n.Float)
}

// encode writes an option. Marshal escapes <, > and &, so that no text can end
// the script element it stands in.
func encode(option map[string]any) string {
	data, err := json.Marshal(option)
	if err != nil {
		panic(fmt.Sprintf("chart: an option of plain values did not encode: %v", err))
	}
	return string(data)
}
