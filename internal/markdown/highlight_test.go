package markdown

import (
	"html"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every language that can be named has a lexer, and colours nothing away.
func TestEveryLanguage(t *testing.T) {
	const code = "+ n\n# a \"b\" 'c' <d> & 监控 1.5\nselect x from y -- z\n{\"k\": [1, true]}\n\n"
	tags := regexp.MustCompile(`</?span[^>]*>`)
	for name, lexer := range languages {
		c := &compiler{}
		out := string(c.highlight([]byte(code), lexer))
		if !strings.Contains(out, `<span class="hl-`) {
			t.Errorf("%s: nothing is coloured: %q", name, out)
		}
		if got := html.UnescapeString(tags.ReplaceAllString(out, "")); got != code {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// All classes that can come out are in the style sheet.
func TestHighlightCSS(t *testing.T) {
	css := string(HighlightCSS(LightPalette, DarkPalette))
	for _, c := range readCases(t, "testdata/blocks.txt") {
		for _, m := range regexp.MustCompile(`"(hl-[a-z]+)"`).FindAllStringSubmatch(c.html, -1) {
			if !strings.Contains(css, "."+m[1]+"{") {
				t.Errorf("%s is missing in\n%s", m[1], css)
			}
		}
	}
	if len(css) > 2000 {
		t.Errorf("%d bytes", len(css))
	}
	for _, want := range []string{":root{--hl-keyword:" + LightPalette.Keyword, "[data-theme=dark]{--hl-keyword:" + DarkPalette.Keyword, "@media screen and (prefers-color-scheme:dark)"} {
		if !strings.Contains(css, want) {
			t.Errorf("without %s:\n%s", want, css)
		}
	}
}

// Code can be read: 4.5:1 on the surface of the default theme (WCAG 1.4.3).
func TestPaletteContrast(t *testing.T) {
	for surface, palette := range map[string]Palette{"#f6f8fa": LightPalette, "#151b23": DarkPalette} {
		for _, c := range palette.colours() {
			a, b := luminance(t, surface), luminance(t, c[1])
			if ratio := (max(a, b) + 0.05) / (min(a, b) + 0.05); ratio < 4.5 {
				t.Errorf("%s %s on %s: %.2f", c[0], c[1], surface, ratio)
			}
		}
	}
}

func luminance(t *testing.T, colour string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil || len(colour) != 7 {
		t.Fatalf("%q: %v", colour, err)
	}
	channel := func(shift uint) float64 {
		v := float64(n>>shift&255) / 255
		if v <= 0.03928 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0)
}
