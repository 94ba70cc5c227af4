package site

import (
	"gradus/internal/address"
	"gradus/internal/chart"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A GapRow is a capability below its target.
type GapRow struct {
	CapabilityRow
	Rank   int
	Gap    string
	Gain   string // of the overall score
	Weight string // share of the overall score; times Gap it is Gain
	Due    maturity.Date
	Late   bool      // due before the as-of day
	Next   LevelName // the level to work on
}

// A StepRow is a step of the plan.
type StepRow struct {
	Link
	Number    int
	From, To  LevelName
	Gain      string
	Effort    float64
	Projected string
	PulledBy  *Link
	Assess    bool
	Needs     []RequiredLevel
}

func (p *Page) gapRows(card, before *score.Scorecard) []GapRow {
	var rows []GapRow
	for i, g := range card.Gaps {
		rows = append(rows, GapRow{
			CapabilityRow: p.capabilityRow(g.Result, before),
			Rank:          i + 1,
			Gap:           score.Show(g.Gap),
			Gain:          showGain(g.Gain),
			Weight:        percent(g.Result.Weight.Float),
			Due:           g.Due,
			Late:          p.isPast(g.Due),
			Next:          p.levelName(g.Level + 1),
		})
	}
	return rows
}

// isPast reports whether a day lies before the as-of day.
func (p *Page) isPast(d maturity.Date) bool {
	return d != "" && p.site.opts.AsOf != "" && d < p.site.opts.AsOf
}

// strengths are the capabilities that have reached their target, in the order
// of the model.
func (p *Page) strengths(card *score.Scorecard) []CapabilityRow {
	var rows []CapabilityRow
	for i := range card.Capabilities() {
		if c := &card.Capabilities()[i]; c.Target.Valid && c.Gap.Float < 1e-9 {
			rows = append(rows, p.capabilityRow(c, nil))
		}
	}
	return rows
}

func (p *Page) stepRows(card *score.Scorecard) []StepRow {
	m := p.site.source.Model
	var rows []StepRow
	for i, s := range card.Plan {
		c := m.Capability(s.Capability)
		row := StepRow{
			Link:      Link{p.text(c.Name), p.href(address.Level(c.ID, s.To))},
			Number:    i + 1,
			From:      p.levelName(s.From),
			To:        p.levelName(s.To),
			Gain:      showGain(s.Gain),
			Effort:    s.Effort,
			Projected: showGain(s.Projected),
			Assess:    s.Assess,
		}
		if s.PulledBy != nil {
			if by := m.Capability(*s.PulledBy); by != nil {
				link := p.capabilityLink(by)
				row.PulledBy = &link
			}
		}
		for _, n := range s.Needs {
			if c := m.Capability(n.Capability); c != nil {
				row.Needs = append(row.Needs, p.requiredLevel(c, n.Level))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// planFigure draws how the score rises with the steps; "" for a plan of fewer
// than two.
func (p *Page) planFigure(card *score.Scorecard) string {
	n := len(card.Plan)
	if n < 2 {
		return ""
	}
	scale := p.site.source.Model.Scale
	line := chart.Line{Role: chart.Current, Points: []chart.Point{{At: 0, Value: card.Overall.Score}}}
	c := chart.LineChart{
		ID: "plan-figure", Title: p.word("figure.plan"), Min: scale.Min, Max: scale.Max,
		Description: p.word("figure.plan.text", "from", show(card.Overall.Score),
			"to", score.Show(card.Plan[n-1].Projected), "n", n),
		Ticks: []chart.Tick{{At: 0, Text: "0"}},
	}
	for i, s := range card.Plan {
		at := float64(i+1) / float64(n)
		line.Points = append(line.Points, chart.Point{At: at, Value: score.Known(s.Projected)})
		c.Ticks = append(c.Ticks, chart.Tick{At: at, Text: p.word("plan.tick", "n", i+1)})
	}
	c.Lines = []chart.Line{line}
	return chart.Lines(c)
}
