package chart_test

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"gradus/internal/chart"
	"gradus/internal/score"
)

// hostile is text that would break out of wherever it is put unescaped.
const hostile = `</script><img src=x onerror=alert(1)>"'&` + "\x00\u2028 \xff__f__"

func TestPicturesAreAccessibleAndHaveNoStyles(t *testing.T) {
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			elements := parse(t, chart.Draw(c).SVG)
			root := elements[0]
			if root.attr("role") != "img" || root.attr("aria-labelledby") != "c-title c-desc" {
				t.Errorf("root: %v", root.Attr)
			}
			if title := elements[1]; title.Name.Local != "title" || title.attr("id") != "c-title" || title.text != c.Title {
				t.Errorf("title: %+v", title)
			}
			if desc := elements[2]; desc.Name.Local != "desc" || desc.attr("id") != "c-desc" || desc.text != c.Description {
				t.Errorf("desc: %+v", desc)
			}
			for _, e := range elements {
				if e.Name.Local == "style" || e.Name.Local == "tspan" || e.attr("style") != "" {
					t.Errorf("<%s> with style %q", e.Name.Local, e.attr("style"))
				}
			}
		})
	}
}

// TestTextStaysInside takes every letter for as wide as those of Arial are on
// average in such names, and checks that no text leaves the picture.
func TestTextStaysInside(t *testing.T) {
	const em = 13.0
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			elements := parse(t, chart.Draw(c).SVG)
			box := strings.Fields(elements[0].attr("viewBox"))
			right, bottom := number(t, box[2]), number(t, box[3])
			for _, e := range elements {
				if e.Name.Local != "text" {
					continue
				}
				width := 0.0
				for _, r := range e.text {
					if r >= 0x2E80 {
						width += em
					} else {
						width += em * 0.48
					}
				}
				x, y := number(t, e.attr("x")), number(t, e.attr("y"))
				from := x - map[string]float64{"start": 0, "middle": width / 2, "end": width}[e.attr("text-anchor")]
				if from < 0 || from+width > right || y-em*0.8 < 0 || y+em*0.2 > bottom {
					t.Errorf("%q at %v,%v from %v to %v is not within %v x %v", e.text, x, y, from, from+width, right, bottom)
				}
			}
		})
	}
}

func TestRingsAreTheLevelsOfTheScale(t *testing.T) {
	c := newChart(1, 9, []string{"a", "b", "c"}, numbers(chart.Current, 2, 2, 2))
	var rings int
	var numerals []string
	for _, e := range parse(t, chart.Radar(c).SVG) {
		switch e.attr("class") {
		case "ring":
			rings++
		case "ring-label":
			numerals = append(numerals, e.text)
		}
	}
	if rings != 8 {
		t.Errorf("got %d rings, want 8 around the middle, which is level 1", rings)
	}
	if want := strings.Fields("1 2 3 4 5 6 7 8 9"); !slices.Equal(numerals, want) {
		t.Errorf("numerals: got %v, want %v", numerals, want)
	}
}

// TestScaleIsNotFittedToTheData moves a number and expects nothing else to
// move.
func TestScaleIsNotFittedToTheData(t *testing.T) {
	grid := func(value float64) string {
		c := newChart(0, 5, []string{"a", "b", "c"}, numbers(chart.Current, 1, 1, value))
		c.Description = ""
		svg := chart.Radar(c).SVG
		return svg[:strings.Index(svg, `<g class="series-current"`)]
	}
	if grid(0.5) != grid(5) {
		t.Error("the grid depends on the numbers")
	}
}

func TestMissingNumberIsAGap(t *testing.T) {
	unknown := math.NaN()
	tests := map[string]struct {
		values []float64
		lines  []string // the element of each, with how many points it joins
		marks  int
		dashes int
	}{
		"complete":         {[]float64{1, 2, 3, 4, 5}, []string{"polygon 5"}, 5, 0},
		"one missing":      {[]float64{1, 2, unknown, 4, 5}, []string{"polyline 4"}, 4, 1},
		"first missing":    {[]float64{unknown, 2, 3, 4, 5}, []string{"polyline 4"}, 4, 1},
		"last missing":     {[]float64{1, 2, 3, 4, unknown}, []string{"polyline 4"}, 4, 1},
		"two stretches":    {[]float64{unknown, 2, 3, unknown, 5}, []string{"polyline 2"}, 3, 2},
		"around the start": {[]float64{1, unknown, unknown, unknown, 5}, []string{"polyline 2"}, 2, 3},
		"lone points":      {[]float64{unknown, 2, unknown, 4, unknown}, nil, 2, 3},
		"nothing":          {[]float64{unknown, unknown, unknown, unknown, unknown}, nil, 0, 5},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			c := newChart(0, 5, []string{"a", "b", "c", "d", "e"}, numbers(chart.Current, test.values...))
			var lines []string
			var marks, dashes int
			for _, e := range parse(t, chart.Radar(c).SVG) {
				switch class := e.attr("class"); {
				case class == "line":
					lines = append(lines, e.Name.Local+" "+strconv.Itoa(len(strings.Fields(e.attr("points")))))
				case class == "mark":
					marks++
				case strings.HasPrefix(class, "missing"):
					dashes++
				}
			}
			if !slices.Equal(lines, test.lines) || marks != test.marks || dashes != test.dashes {
				t.Errorf("got %v, %d marks, %d dashes; want %v, %d, %d", lines, marks, dashes, test.lines, test.marks, test.dashes)
			}
		})
	}
}

func TestFirstAxisIsAtTheTopAndTheSecondClockwise(t *testing.T) {
	c := newChart(0, 5, []string{"a", "b", "c", "d"}, numbers(chart.Current, 5, 5, 5, 5))
	for _, e := range parse(t, chart.Radar(c).SVG) {
		if e.attr("class") == "line" {
			if got, want := e.attr("points"), "200,74 296,170 200,266 104,170"; got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		}
	}
}

func TestCurrentIsDrawnOnTop(t *testing.T) {
	c := newChart(0, 5, []string{"a", "b", "c"}, numbers(chart.Current, 1, 1, 1), numbers(chart.Previous, 1, 1, 1), numbers(chart.Target, 1, 1, 1))
	var order []string
	for _, e := range parse(t, chart.Radar(c).SVG) {
		if e.Name.Local == "g" {
			order = append(order, e.attr("class"))
		}
	}
	if want := []string{"series-previous", "series-target", "series-current"}; !slices.Equal(order, want) {
		t.Errorf("got %v, want %v", order, want)
	}
}

func TestKindFollowsTheNumberOfAxes(t *testing.T) {
	for n, want := range map[int]string{0: "bars", 1: "bars", 2: "bars", 3: "radar", 12: "radar", 13: "bars"} {
		if got := chart.Draw(chart.Chart{ID: "c", Axes: long(n), Max: 5}).Kind; got != want {
			t.Errorf("%d axes: got %s, want %s", n, got, want)
		}
	}
}

// TestOddCharts only asks for pictures that can be read as XML, with numbers in
// them, and for no panic.
func TestOddCharts(t *testing.T) {
	odd := chart.Series{Name: hostile, Role: chart.Current, Values: []score.Number{
		score.Known(math.Inf(1)), score.Known(math.NaN()), score.Known(-1e300), score.Known(1e300),
	}}
	for _, c := range []chart.Chart{
		{},
		{Axes: []string{"", "", ""}},
		{Axes: long(5), Max: 5, Series: []chart.Series{odd}},
		{Axes: long(2), Max: 5, Series: []chart.Series{odd}},
		{Axes: long(4), Min: 3, Max: 3, Series: []chart.Series{odd}},
		{Axes: long(4), Min: 5, Max: 1, Series: []chart.Series{odd, {Role: "other"}}},
		{ID: hostile, Title: hostile, Description: hostile, Unknown: hostile, Axes: []string{hostile, strings.Repeat("长", 500), strings.Repeat("x", 500)}, Max: 5, Series: []chart.Series{odd}},
	} {
		for _, figure := range []chart.Figure{chart.Draw(c), chart.Radar(c), chart.Bars(c)} {
			if strings.Contains(figure.SVG, "NaN") || strings.Contains(figure.SVG, "Inf") {
				t.Errorf("not a number in %s", figure.SVG)
			}
			parse(t, figure.SVG)
			decode(t, figure.Option)
		}
	}
}

// An element of a picture, with the text that stands in it last.
type element struct {
	xml.StartElement
	text string
}

func (e element) attr(name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func parse(t *testing.T, svg string) []element {
	t.Helper()
	decoder := xml.NewDecoder(strings.NewReader(svg))
	var all []element
	var open []int
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("%v in %s", err, svg)
		}
		switch token := token.(type) {
		case xml.StartElement:
			open = append(open, len(all))
			all = append(all, element{StartElement: token.Copy()})
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text = string(token)
			}
		}
	}
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
