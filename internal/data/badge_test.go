package data_test

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"gradus/internal/data"
	"gradus/internal/sitetest"
)

func TestBadge(t *testing.T) {
	src := source(t, sitetest.Site())
	d := data.New(src, "2026-11-20")
	for team, want := range map[string]string{
		"platform": "成熟度|3.0 · 2 级|#666717",
		"payments": "成熟度|评估不充分|#59636e", // 2 of 5 assessed: no badge score
		"quiet":    "成熟度|未评估|#59636e",
	} {
		b := d.Badge(src.Portfolio.Team(team))
		if got := b.Label + "|" + b.Message + "|" + b.Color; got != want || b.SchemaVersion != 1 {
			t.Errorf("%s: got %s, want %s", team, got, want)
		}
	}
	src.Config.Languages = []string{"fr", "en"} // no words in French
	if b := data.New(src, "").Badge(src.Portfolio.Team("platform")); b.Label != "maturity" || b.Message != "3.0 · level 2" {
		t.Errorf("in a language without words: %+v", b)
	}
}

// TestBadgePicture reads the pictures as a browser would: each has a name, and
// nothing in it is run or loaded.
func TestBadgePicture(t *testing.T) {
	src := source(t, sitetest.Site())
	d := data.New(src, "2026-11-20")
	for team, title := range map[string]string{
		"platform": "平台组：成熟度 3.0 · 2 级（2026-09-30，互评）",
		"quiet":    "安静组：成熟度 未评估",
		"hostile":  sitetest.HostileName + "：成熟度 评估不充分（2026-06-30，自评）",
	} {
		picture := d.Badge(src.Portfolio.Team(team)).SVG()
		decoder := xml.NewDecoder(bytes.NewReader(picture))
		var texts []string
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", team, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				if !strings.Contains(" svg title rect g text ", " "+token.Name.Local+" ") {
					t.Errorf("%s: an element %s", team, token.Name.Local)
				}
				for _, a := range token.Attr {
					if a.Name.Local == "style" || a.Name.Local == "href" || strings.HasPrefix(a.Name.Local, "on") {
						t.Errorf("%s: an attribute %s", team, a.Name.Local)
					}
					if a.Name.Local == "aria-label" && a.Value != title {
						t.Errorf("%s: its name is %q", team, a.Value)
					}
				}
			case xml.CharData:
				if text := strings.TrimSpace(string(token)); text != "" {
					texts = append(texts, text)
				}
			}
		}
		if len(texts) != 3 || texts[0] != title {
			t.Errorf("%s: reads %q", team, texts)
		}
	}
}

// TestBadgeContrast measures white on every colour that a badge can have.
func TestBadgeContrast(t *testing.T) {
	src := source(t, sitetest.Site())
	team := src.Portfolio.Team("platform")
	colours := map[string]bool{}
	for level := 1; level <= 5; level++ {
		for _, r := range team.Assessments[0].Ratings {
			r.Level = level
		}
		colours[data.New(src, "").Badge(team).Color] = true
	}
	colours[data.New(src, "").Badge(src.Portfolio.Team("quiet")).Color] = true
	if len(colours) != 6 {
		t.Errorf("%d colours for five levels and none", len(colours))
	}
	for colour := range colours {
		if c := 1.05 / (luminance(t, colour) + 0.05); c < 4.5 {
			t.Errorf("white on %s has a contrast of %.2f", colour, c)
		}
	}
}

// luminance is that of WCAG 2.2.
func luminance(t *testing.T, colour string) float64 {
	var r, g, b int
	if _, err := fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b); err != nil {
		t.Fatal(err)
	}
	part := func(c int) float64 {
		if v := float64(c) / 255; v > 0.04045 {
			return math.Pow((v+0.055)/1.055, 2.4)
		} else {
			return v / 12.92
		}
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}
