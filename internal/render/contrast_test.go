package render

import (
	"math"
	"regexp"
	"strconv"
	"testing"
	"testing/fstest"

	"gradus/internal/theme"
)

var token = regexp.MustCompile(`--([a-z0-9-]+): light-dark\(#([0-9a-f]{6}), #([0-9a-f]{6})\);`)

// tokens are the colours of the style sheet by name, one for each scheme.
func tokens(t *testing.T) map[string][2]string {
	t.Helper()
	th, _ := theme.Open(fstest.MapFS{}, theme.Default)
	css, err := th.Read("assets/style.css")
	if err != nil {
		t.Fatal(err)
	}
	colours := map[string][2]string{}
	for _, m := range token.FindAllStringSubmatch(string(css), -1) {
		colours[m[1]] = [2]string{m[2], m[3]}
	}
	return colours
}

// luminance is the relative luminance of a colour (WCAG 2.2).
func luminance(t *testing.T, hex string) float64 {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		t.Fatal(err)
	}
	channel := func(shift uint) float64 {
		v := float64(n>>shift&255) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}

func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

// Contrasts are those that WCAG 2.2 AA asks for: 4.5 for text (1.4.3), 3 for
// what has to be seen to use or to understand the page (1.4.11).
func TestContrast(t *testing.T) {
	const text, shape = 4.5, 3
	colours := tokens(t)
	type pair struct {
		front, back string
		least       float64
	}
	pairs := []pair{{"control", "bg", shape}}
	for _, front := range []string{"text", "muted", "link", "error", "warning", "success"} {
		pairs = append(pairs, pair{front, "bg", text}, pair{front, "surface", text})
	}
	for _, series := range []string{"series-current", "series-target", "series-previous"} {
		pairs = append(pairs, pair{series, "bg", shape}, pair{series, "surface", shape})
	}
	for _, level := range []string{"s1", "s2", "s3", "s4", "s5"} {
		numeral := "on-s"
		if level == "s1" {
			numeral = "on-s1"
		}
		pairs = append(pairs, pair{level, "bg", shape}, pair{numeral, level, text})
	}
	for _, p := range pairs {
		for scheme, name := range []string{"light", "dark"} {
			front, back := colours[p.front][scheme], colours[p.back][scheme]
			if front == "" || back == "" {
				t.Errorf("the style sheet has no --%s or no --%s", p.front, p.back)
				continue
			}
			if got := contrast(t, front, back); got < p.least {
				t.Errorf("%s: --%s on --%s is %.2f, below %v", name, p.front, p.back, got, p.least)
			}
		}
	}
}

// Levels stay in order for readers who see no colour: each step is further
// from the page than the one below.
func TestLevelsInOrder(t *testing.T) {
	colours := tokens(t)
	for scheme, name := range []string{"light", "dark"} {
		before := 0.0
		for _, level := range []string{"s1", "s2", "s3", "s4", "s5"} {
			got := contrast(t, colours[level][scheme], colours["bg"][scheme])
			if got <= before {
				t.Errorf("%s: --%s is no further from the page than the step below", name, level)
			}
			before = got
		}
	}
}

func TestContrastFormula(t *testing.T) {
	for _, tc := range []struct {
		a, b string
		want float64
	}{{"ffffff", "000000", 21}, {"59636e", "ffffff", 6.11}, {"c28621", "ffffff", 3.12}} {
		if got := contrast(t, tc.a, tc.b); math.Abs(got-tc.want) > 0.01 {
			t.Errorf("%s on %s: %.3f, want %v", tc.a, tc.b, got, tc.want)
		}
	}
}
