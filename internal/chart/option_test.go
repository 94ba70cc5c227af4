package chart_test

import (
	"encoding/json"
	"maps"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/chart"
)

func TestOptionKeys(t *testing.T) {
	common := []string{"animation", "aria", "legend", "series", "tooltip"}
	tests := map[string][]string{
		"radar-7":       {"radar"},
		"radar-missing": {"angleAxis", "polar", "radar", "radiusAxis"},
		"bars-2":        {"grid", "xAxis", "yAxis"},
	}
	for name, own := range tests {
		t.Run(name, func(t *testing.T) {
			option := decode(t, chart.Draw(cases[name]).Option)
			got := slices.Sorted(maps.Keys(option))
			if want := slices.Sorted(slices.Values(slices.Concat(common, own))); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
			if got := at(option, "tooltip", "renderMode"); got != "richText" {
				t.Errorf("tooltip.renderMode: %v: HTML breaks the content security policy", got)
			}
			if got := at(option, "aria", "label", "description"); got != cases[name].Description {
				t.Errorf("aria.label.description: %v", got)
			}
			if option["animation"] != false {
				t.Errorf("animation: %v", option["animation"])
			}
			for _, s := range option["series"].([]any) {
				if s.(map[string]any)["areaStyle"] != nil {
					t.Error("a filled area")
				}
			}
		})
	}
}

func TestRadarOptionHasTheScaleOfTheModel(t *testing.T) {
	option := decode(t, chart.Draw(cases["radar-scale-1-9"]).Option)
	for _, indicator := range at(option, "radar", "indicator").([]any) {
		if low, high := at(indicator, "min"), at(indicator, "max"); low != 1.0 || high != 9.0 {
			t.Errorf("scale from %v to %v, want 1 to 9", low, high)
		}
	}
	if got := at(option, "radar", "splitNumber"); got != 8.0 {
		t.Errorf("splitNumber: got %v, want 8", got)
	}
}

// TestOptionOfMissingNumbers: ECharts would draw a radar's null in the middle,
// as the lowest level; a line on polar axes leaves it out.
func TestOptionOfMissingNumbers(t *testing.T) {
	axes := []string{"a", "b", "c"}
	c := newChart(0, 5, axes, numbers(chart.Current, 1.23456, math.NaN(), 3), numbers(chart.Target, 4, 4, 4))
	series := decode(t, chart.Radar(c).Option)["series"].([]any)

	target, current := series[0], series[1]
	if at(target, "type") != "radar" {
		t.Errorf("a complete series is a %v, want a radar", at(target, "type"))
	}
	if at(current, "type") != "line" || at(current, "coordinateSystem") != "polar" {
		t.Errorf("a series with a gap is a %v on %v, want a line on polar axes", at(current, "type"), at(current, "coordinateSystem"))
	}
	var got []any
	for _, pair := range at(current, "data").([]any) {
		got = append(got, at(pair, "value"))
	}
	want := []any{[]any{1.23, 0.0}, []any{nil, 1.0}, []any{3.0, 2.0}, []any{1.23, 0.0}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("data (-want +got):\n%s", diff)
	}

	c.Axes = axes[:2]
	series = decode(t, chart.Bars(c).Option)["series"].([]any)
	if diff := cmp.Diff([]any{1.23, nil}, at(series[1], "data")); diff != "" {
		t.Errorf("data of bars (-want +got):\n%s", diff)
	}
}

func TestLookOfEachRole(t *testing.T) {
	var got []string
	for _, s := range decode(t, chart.Draw(cases["radar-7"]).Option)["series"].([]any) {
		role, _, _ := strings.Cut(at(s, "id").(string), "-")
		got = append(got, role+" "+at(s, "symbol").(string)+" "+at(s, "lineStyle", "type").(string))
	}
	if want := []string{"previous rect dotted", "target diamond dashed", "current circle solid"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestOptionIsSafeInAScriptElement(t *testing.T) {
	for _, axes := range [][]string{{hostile, hostile}, {hostile, hostile, hostile}} {
		c := newChart(0, 5, axes, numbers(chart.Current, 1, 2, 3), numbers(chart.Target, 1, math.NaN(), 3))
		c.Title, c.Description, c.Unknown, c.Series[0].Name = hostile, hostile, hostile, hostile
		option := chart.Draw(c).Option
		if i := strings.IndexAny(option, "<>&\u2028\u2029"); i >= 0 {
			t.Errorf("raw %q in %s", option[i:i+1], option)
		}
		if got := at(decode(t, option), "aria", "label", "description"); !strings.HasPrefix(got.(string), "</script>") {
			t.Errorf("text did not come through: %v", got)
		}
	}
}

func TestOptionHoldsNoCode(t *testing.T) {
	for name, c := range cases {
		if option := chart.Draw(c).Option; strings.Contains(option, "__f__") || strings.Contains(option, "function") {
			t.Errorf("%s: a function in %s", name, option)
		}
	}
}

func TestFiguresAreRepeatable(t *testing.T) {
	for name, c := range cases {
		first := chart.Draw(c)
		for range 20 {
			if again := chart.Draw(c); again != first {
				t.Fatalf("%s: two drawings differ", name)
			}
		}
	}
}

func decode(t *testing.T, option string) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal([]byte(option), &v); err != nil {
		t.Fatalf("%v in %s", err, option)
	}
	return v
}

// at goes down into decoded JSON; nil where there is nothing.
func at(v any, keys ...string) any {
	for _, key := range keys {
		object, _ := v.(map[string]any)
		v = object[key]
	}
	return v
}
