package chart

import (
	"fmt"
	"html"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// Lengths in the pictures' own unit, which is a CSS pixel at full size. Each
// picture is as wide as every other, so that a page may scale them alike.
const (
	width      = 400.0
	textSize   = 13.0
	lineHeight = 16.0
)

// dash stands in a picture where a number is missing.
const dash = "—"

// A picture is an SVG element in the making. Colours come from the style sheet
// by class; form (width of strokes, dashes) is in attributes, so that the
// picture reads without a style sheet too.
type picture struct{ strings.Builder }

func newPicture(c Chart, kind string, height float64) *picture {
	p := new(picture)
	id := escape(c.ID)
	p.printf(`<svg class="chart-svg chart-%s" viewBox="0 0 %s %s" role="img" aria-labelledby="%s-title %s-desc" font-size="%s">`,
		kind, num(width), num(height), id, id, num(textSize))
	p.printf(`<title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`, id, escape(c.Title), id, escape(c.Description))
	return p
}

func (p *picture) end() string {
	p.WriteString("</svg>\n")
	return p.String()
}

func (p *picture) printf(format string, args ...any) { fmt.Fprintf(p, format, args...) }

func (p *picture) line(class string, from, to point) {
	p.printf(`<line class="%s" x1="%s" y1="%s" x2="%s" y2="%s" stroke="currentColor"/>`,
		class, num(from.x), num(from.y), num(to.x), num(to.y))
}

// text writes a line of text whose middle stands at height at.y.
func (p *picture) text(class, anchor string, at point, s string) {
	p.printf(`<text class="%s" x="%s" y="%s" text-anchor="%s" fill="currentColor">%s</text>`,
		class, num(at.x), num(at.y+textSize*0.35), anchor, escape(s))
}

// lines writes lines of text, one below the other, whose middle stands at at.
func (p *picture) lines(class, anchor string, at point, lines []string) {
	top := at.y - lineHeight*float64(len(lines)-1)/2
	for i, line := range lines {
		p.text(class, anchor, point{at.x, top + lineHeight*float64(i)}, line)
	}
}

// missing writes the dash of a number that is not there.
func (p *picture) missing(role Role, unknown string, at point) {
	p.printf(`<text class="missing %s" x="%s" y="%s" text-anchor="middle" fill="currentColor"><title>%s</title>%s</text>`,
		role.class(), num(at.x), num(at.y+textSize*0.35), escape(unknown), dash)
}

// openSeries starts the group of all that belongs to a series.
func (p *picture) openSeries(role Role) {
	p.printf(`<g class="%s" fill="none" stroke="currentColor">`, role.class())
}

func (p *picture) closeSeries() { p.WriteString("</g>") }

func (r Role) class() string { return "series-" + string(r) }

func (r Role) stroke() string {
	switch r {
	case Target, Peer:
		return `stroke-width="1.5" stroke-dasharray="6 4"`
	case Previous, External:
		return `stroke-width="1.5" stroke-linecap="round" stroke-dasharray="0.1 4"`
	default:
		return `stroke-width="2.5"`
	}
}

// marker draws the sign of a role. The sizes are such that where all three lie
// on one spot, the corners of the lower ones still show.
func (p *picture) marker(role Role, at point) {
	switch role {
	case Target, Peer:
		const r = 6.5
		p.shape(point{at.x, at.y - r}, point{at.x + r, at.y}, point{at.x, at.y + r}, point{at.x - r, at.y})
	case Previous, External:
		const r = 4
		p.shape(point{at.x - r, at.y - r}, point{at.x + r, at.y - r}, point{at.x + r, at.y + r}, point{at.x - r, at.y + r})
	default:
		p.printf(`<circle class="mark" cx="%s" cy="%s" r="4" fill="currentColor" stroke="none"/>`, num(at.x), num(at.y))
	}
}

func (p *picture) shape(corners ...point) {
	p.printf(`<polygon class="mark" points="%s" fill="currentColor" stroke="none"/>`, points(corners))
}

// A point of a picture; x grows to the right and y downwards.
type point struct{ x, y float64 }

func points(ps []point) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(num(p.x) + "," + num(p.y))
	}
	return b.String()
}

// round keeps two decimals: as much as can be seen, and the same on every
// machine.
func round(f float64) float64 {
	return math.Round(f*100)/100 + 0 // adding 0 turns -0 into 0
}

func num(f float64) string { return strconv.FormatFloat(round(f), 'f', -1, 64) }

func escape(s string) string { return html.EscapeString(clean(s)) }

// clean replaces what no XML may hold.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(s, string(unicode.ReplacementChar)))
}
