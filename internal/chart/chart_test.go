package chart_test

import (
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/chart"
	"gradus/internal/score"
)

var update = flag.Bool("update", false, "write the golden files anew; look at them in a browser")

// cases are charts as scorecards have them, and at the edges of what they have.
var cases = map[string]chart.Chart{
	"radar-3": newChart(0, 5, []string{"Alerting", "Collection", "Tracing"},
		numbers(chart.Current, 2.4, 3, 1), numbers(chart.Target, 4, 3, 3)),
	"radar-7": newChart(0, 5, []string{"监控", "事件响应", "变更管理", "容量管理", "灾难恢复", "安全运营", "自动化"},
		numbers(chart.Current, 2.4, 3.25, 1, 4, 2, 3.5, 5), numbers(chart.Target, 4, 3.25, 3, 4, 3, 4, 5), numbers(chart.Previous, 2, 3.25, 1, 3, 2.5, 3, 4)),
	"radar-12": newChart(1, 5, long(12),
		numbers(chart.Current, 1, 2, 3, 4, 5, 4, 3, 2, 1, 2, 3, 4), numbers(chart.Target, 3, 3, 3, 3, 5, 5, 3, 3, 3, 3, 3, 5)),
	"radar-long-chinese": newChart(0, 5, []string{"监控与告警体系的建设", "应急响应与故障复盘等", "变更发布与回滚的控制", "容量规划与成本的优化", "灾难恢复与业务连续性"},
		numbers(chart.Current, 2, 3, 4, 3, 2), numbers(chart.Target, 3, 3, 4, 4, 4)),
	"radar-missing": newChart(1, 5, []string{"Monitoring", "Incidents", "Change", "Capacity", "Recovery", "Security", "Automation"},
		numbers(chart.Current, math.NaN(), 3, 2, math.NaN(), 4, math.NaN(), 3), numbers(chart.Target, 3, 3, 3, 4, 4, 3, 3), numbers(chart.Previous, 2, 2, math.NaN(), 1, 3, 2, 2)),
	"radar-missing-long": newChart(0, 5, long(8),
		numbers(chart.Current, math.NaN(), 3, math.NaN(), 3, math.NaN(), 4, math.NaN(), 4)),
	"radar-scale-0-3": newChart(0, 3, []string{"Governance", "Design", "Implementation", "Verification", "Operations"},
		numbers(chart.Current, 0, 1.5, 2.25, 3, 0.63)),
	"radar-scale-1-9": newChart(1, 9, []string{"One", "Two", "Three", "Four", "Five", "Six"},
		numbers(chart.Current, 1, 9, 5, 4.5, 7, 2), numbers(chart.Target, 6, 6, 6, 6, 6, 6)),
	"bars-1": newChart(0, 5, []string{"监控与告警体系的建设与持续改进"},
		numbers(chart.Current, 2.46), numbers(chart.Target, 4)),
	"bars-2": newChart(0, 5, []string{"Configuration management data", "Capacity"},
		numbers(chart.Current, 3, math.NaN()), numbers(chart.Target, 3, 4), numbers(chart.Previous, 3, 1)),
	"bars-13": newChart(1, 5, long(13), numbers(chart.Current, 1, 2, 3, 4, 5, 4, 3, 2, 1, 2, 3, 4, 5)),
}

func newChart(low, high int, axes []string, series ...chart.Series) chart.Chart {
	c := chart.Chart{ID: "c", Title: "Maturity by domain", Unknown: "not assessed", Axes: axes, Min: low, Max: high, Series: series}
	for i, axis := range axes {
		c.Description += fmt.Sprintf("%s: %v; ", axis, series[0].Values[i].Float)
	}
	return c
}

// numbers is a series in which NaN stands for an unknown number.
func numbers(role chart.Role, values ...float64) chart.Series {
	s := chart.Series{Name: strings.ToUpper(string(role)), Role: role}
	for _, v := range values {
		if math.IsNaN(v) {
			s.Values = append(s.Values, score.Number{})
		} else {
			s.Values = append(s.Values, score.Known(v))
		}
	}
	return s
}

// long makes names of 28 characters.
func long(n int) []string {
	var names []string
	for i := range n {
		names = append(names, fmt.Sprintf("Configuration management %03d", i+1))
	}
	return names
}

func TestGolden(t *testing.T) {
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			figure := chart.Draw(c)
			if kind, _, _ := strings.Cut(name, "-"); figure.Kind != kind {
				t.Errorf("kind: got %s, want %s", figure.Kind, kind)
			}
			compare(t, name+".svg", strings.ReplaceAll(figure.SVG, "><", ">\n<"))
			compare(t, name+".json", figure.Option+"\n")
		})
	}
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}
