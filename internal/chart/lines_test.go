package chart_test

import (
	"math"
	"strings"
	"testing"

	"gradus/internal/chart"
	"gradus/internal/score"
)

// A line is broken where a number is missing and where two do not compare.
func TestLinesBreak(t *testing.T) {
	at := func(x, y float64) chart.Point { return chart.Point{At: x, Value: score.Known(y)} }
	apart := at(0.8, 4)
	apart.Apart = true
	c := chart.LineChart{
		ID: "c", Title: hostile, Description: hostile, Min: 1, Max: 5,
		Ticks:  []chart.Tick{{At: 0, Text: "2025-01"}, {At: 0.01, Text: "2025-02"}, {At: 1, Text: "2026-01"}},
		Breaks: []chart.Tick{{At: 0.7, Text: "2.0.0"}},
		Lines: []chart.Line{
			{Role: chart.Self, Points: []chart.Point{at(0, 2), at(0.2, 3), {At: 0.4}, at(0.6, 3), apart, at(1, 5)}},
			{Role: chart.Peer, Points: []chart.Point{at(0.5, 2)}},
		},
	}
	var lines, marks, breaks int
	var words []string
	for _, e := range parse(t, chart.Lines(c)) {
		switch {
		case e.Name.Local == "polyline":
			lines++
		case strings.HasPrefix(e.attr("class"), "mark"):
			marks++
		case e.attr("class") == "break":
			breaks++
		case e.Name.Local == "text":
			words = append(words, e.text)
		}
	}
	if lines != 2 || marks != 6 || breaks != 1 {
		t.Errorf("%d lines, %d marks, %d breaks; want 2, 6 and 1", lines, marks, breaks)
	}
	if got := strings.Join(words, " "); got != "1 2 3 4 5 2025-01 2026-01 2.0.0" {
		t.Errorf("words: %s", got)
	}
	if first, second := chart.Lines(c), chart.Lines(c); first != second {
		t.Error("two drawings differ")
	}
}

// The axis is the model's scale, whatever the numbers are.
func TestLinesAreNeverFitted(t *testing.T) {
	flat := chart.LineChart{ID: "c", Min: 0, Max: 3, Lines: []chart.Line{{Role: chart.Current, Points: []chart.Point{
		{At: 0, Value: score.Known(1)}, {At: 1, Value: score.Known(1)},
	}}}}
	rings := 0
	for _, e := range parse(t, chart.Lines(flat)) {
		if e.attr("class") == "ring" {
			rings++
		}
	}
	if rings != 4 {
		t.Errorf("%d rings, want one for each of 4 levels", rings)
	}
}

func TestTrack(t *testing.T) {
	c := newChart(1, 5, []string{"a", "b"}, numbers(chart.Current, 3, math.NaN()), numbers(chart.Target, 5, 5))
	full, empty := parse(t, chart.Track(c, 0)), parse(t, chart.Track(c, 1))
	if full[0].attr("aria-hidden") != "true" {
		t.Error("a track says again what its row says")
	}
	classes := func(elements []element) string {
		var all []string
		for _, e := range elements[1:] {
			all = append(all, e.attr("class"))
		}
		return strings.Join(all, ", ")
	}
	if got := classes(full); got != "scale, series-target mark, series-current line, series-current mark" {
		t.Errorf("a row with both numbers: %s", got)
	}
	if got := classes(empty); got != "scale, series-target mark" {
		t.Errorf("a row without a current number: %s", got)
	}
	if got := full[4].attr("cx"); got != "64" {
		t.Errorf("the middle of the scale is at %s, want 64", got)
	}
}

func TestStack(t *testing.T) {
	widths := ""
	for _, e := range parse(t, chart.Stack(4, chart.Part{Count: 1, Class: "s1"}, chart.Part{Class: "s2"}, chart.Part{Count: 3, Class: hostile}))[1:] {
		widths += e.attr("width") + " "
	}
	if widths != "128 32 96 " {
		t.Errorf("widths: %s", widths)
	}
	if got := len(parse(t, chart.Stack(0))); got != 2 {
		t.Errorf("of nothing: %d elements", got)
	}
}

func TestNeedsPicture(t *testing.T) {
	n := chart.Needs{ID: "n", Title: "t", Description: "d", Middle: "Data storage",
		Before: []string{"Data intake and filtering L2", hostile}, After: []string{"数据服务 L3"}}
	boxes, arrows := 0, 0
	for _, e := range parse(t, chart.NeedsPicture(n)) {
		switch {
		case e.Name.Local == "rect":
			boxes++
		case e.attr("class") == "arrow":
			arrows++
		}
	}
	if boxes != 4 || arrows != 3 {
		t.Errorf("%d boxes and %d arrows, want 4 and 3", boxes, arrows)
	}
}
