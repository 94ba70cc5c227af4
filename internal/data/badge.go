package data

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// Badge is badges/<team>.json: the team's newest score in the form that
// shields.io reads from an endpoint (https://shields.io/badges/endpoint-badge).
type Badge struct {
	SchemaVersion int    `json:"schemaVersion"` // always 1
	Label         string `json:"label"`
	Message       string `json:"message"`
	Color         string `json:"color"`

	title string // what the badge says in a sentence
}

// Words of a badge by language; other languages read English.
var (
	badgeLabel      = map[string]string{"en": "maturity", "zh": "成熟度"}
	badgeNothing    = map[string]string{"en": "not assessed", "zh": "未评估"}
	badgeIncomplete = map[string]string{"en": "not enough assessed", "zh": "评估不充分"}
	badgeScore      = map[string]string{"en": "%s · level %d", "zh": "%s · %d 级"}
	badgeTitle      = map[string]string{"en": "%s: %s %s (%s, %s)", "zh": "%s：%s %s（%s，%s）"}
	badgeBare       = map[string]string{"en": "%s: %s %s", "zh": "%s：%s %s"}
	badgeKind       = map[string]map[maturity.Kind]string{
		"en": {maturity.Self: "self-assessment", maturity.Peer: "peer assessment", maturity.External: "external assessment"},
		"zh": {maturity.Self: "自评", maturity.Peer: "互评", maturity.External: "外部评估"},
	}
)

// The colours of a badge, from the lowest level of the scale to the highest,
// and of one without a score. White reads on each of them with a contrast of at
// least 4.5 (WCAG 2.2, 1.4.3).
var (
	badgeColours  = []string{"#8a5a00", "#666717", "#1a6c4f", "#004b62", "#1f1d72"}
	badgeNoColour = "#59636e"
)

// Badge makes the badge of a published team, in the first of the site's
// languages. A scorecard for which too little is assessed has no badge score
// (the scoring rules, section 3).
func (d *Data) Badge(t *maturity.Team) Badge {
	lang := d.source.Config.Languages[0]
	words := "en"
	if _, ok := badgeLabel[lang]; ok {
		words = lang
	}
	name := t.Name.In(lang)
	badge := Badge{SchemaVersion: 1, Label: badgeLabel[words], Message: badgeNothing[words], Color: badgeNoColour}
	a := score.NewestOf(t, "")
	if a == nil {
		badge.title = fmt.Sprintf(badgeBare[words], name, badge.Label, badge.Message)
		return badge
	}
	card := d.scorer.Scorecard(a)
	switch overall := card.Overall; {
	case card.Complete:
		badge.Message = fmt.Sprintf(badgeScore[words], score.Show(overall.Score.Float), overall.Level.Int)
		badge.Color = levelColour(overall.Level.Int, d.source.Model.Scale)
	case overall.Coverage.Rated > 0:
		badge.Message = badgeIncomplete[words]
	}
	badge.title = fmt.Sprintf(badgeTitle[words], name, badge.Label, badge.Message, a.Date, badgeKind[words][a.Kind])
	return badge
}

// levelColour spreads the colours over the scale.
func levelColour(level int, scale maturity.Scale) string {
	return badgeColours[(level-scale.Min)*(len(badgeColours)-1)/(scale.Max-scale.Min)]
}

// Measures of a badge in pixels.
const (
	badgeHeight  = 20
	badgePadding = 6
)

// SVG draws the badge: a picture with a name of its own, without script, style
// or anything to load.
func (b Badge) SVG() []byte {
	label, message := textWidth(b.Label), textWidth(b.Message)
	left, right := label+2*badgePadding, message+2*badgePadding
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" role="img" aria-label="%s">`, left+right, badgeHeight, escaped(b.title))
	fmt.Fprintf(&out, `<title>%s</title>`, escaped(b.title))
	fmt.Fprintf(&out, `<rect width="%d" height="%d" fill="#1f2328"/>`, left, badgeHeight)
	fmt.Fprintf(&out, `<rect x="%d" width="%d" height="%d" fill="%s"/>`, left, right, badgeHeight, b.Color)
	out.WriteString(`<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,Noto Sans CJK SC,sans-serif" font-size="11" aria-hidden="true">`)
	fmt.Fprintf(&out, `<text x="%d" y="14" textLength="%d">%s</text>`, badgePadding, label, escaped(b.Label))
	fmt.Fprintf(&out, `<text x="%d" y="14" textLength="%d">%s</text>`, left+badgePadding, message, escaped(b.Message))
	out.WriteString("</g></svg>\n")
	return out.Bytes()
}

// textWidth is how wide a text is to be in 11 pixels of Verdana; the browser
// spaces it to fit. Characters beyond Latin are square.
func textWidth(s string) int {
	width := 0
	for _, r := range s {
		switch {
		case r == ' ' || r == '.' || r == '·' || r == 'i' || r == 'l' || r == 't':
			width += 4
		case r == 'm' || r == 'w':
			width += 10
		case r < 0x2E80:
			width += 7
		default:
			width += 11
		}
	}
	return width
}

func escaped(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
