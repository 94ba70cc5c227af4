package site

import (
	"strings"

	"gradus/internal/address"
	"gradus/internal/chart"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A History is a team's assessments, each kind for itself.
type History struct {
	Domains []Link
	Kinds   []KindHistory
	Whole   string        // an SVG of the overall scores; "" with fewer than two
	Parts   []PartHistory // by domain, where Whole is there
	Legend  []LegendEntry
	Breaks  bool // the model's version changed in between
	Columns int  // of the table
}

// A PartHistory is the history of one domain.
type PartHistory struct {
	Link
	Figure string // an SVG
}

// A KindHistory is the assessments of one kind, newest first.
type KindHistory struct {
	Kind maturity.Kind
	Rows []HistoryRow
}

// A HistoryRow is one of the team's assessments.
type HistoryRow struct {
	Link
	Date    maturity.Date
	Version string // of the model it used
	Other   bool   // the assessment before it, of its kind, used another version
	Score   string
	Level   *LevelName
	Domains []string // scores, in the model's order; "" for an unknown one
	Current bool
}

// roles are how the kinds are drawn.
var roles = map[maturity.Kind]chart.Role{
	maturity.Self: chart.Self, maturity.Peer: chart.Peer, maturity.External: chart.External,
}

// history sets all assessments of a team side by side.
func (p *Page) history(t *maturity.Team, current *maturity.Assessment) History {
	var h History
	for _, d := range p.site.source.Model.Domains {
		h.Domains = append(h.Domains, p.domainLink(d))
	}
	h.Columns = len(h.Domains) + 4
	var series []kindCards
	for _, kind := range maturity.Kinds {
		cards := p.site.cardsOf(t, kind)
		if len(cards) == 0 {
			continue
		}
		series = append(series, kindCards{kind, cards})
		h.Legend = append(h.Legend, LegendEntry{p.word("kind." + string(kind)), chart.Key(roles[kind])})
		rows := KindHistory{Kind: kind}
		for i := len(cards) - 1; i >= 0; i-- {
			row := p.historyRow(cards[i], current)
			row.Other = i > 0 && cards[i-1].Model != cards[i].Model
			h.Breaks = h.Breaks || row.Other
			rows.Rows = append(rows.Rows, row)
		}
		h.Kinds = append(h.Kinds, rows)
	}
	if len(t.Assessments) > 1 {
		h.Whole = p.historyFigure("history-all", p.word("figure.history"), series, func(c *score.Scorecard) score.Number {
			return c.Overall.Score
		})
		for i, d := range p.site.source.Model.Domains {
			figure := p.historyFigure("history-"+d.ID, p.text(d.Name), series, func(c *score.Scorecard) score.Number {
				return c.Domains[i].Score
			})
			h.Parts = append(h.Parts, PartHistory{p.domainLink(d), figure})
		}
	}
	return h
}

// kindCards are a team's scorecards of one kind, oldest first.
type kindCards struct {
	kind  maturity.Kind
	cards []*score.Scorecard
}

func (s *Site) cardsOf(t *maturity.Team, kind maturity.Kind) []*score.Scorecard {
	var cards []*score.Scorecard
	for _, a := range t.Assessments {
		if a.Kind == kind {
			cards = append(cards, s.scorer.Scorecard(a))
		}
	}
	return cards
}

func (p *Page) historyRow(card *score.Scorecard, current *maturity.Assessment) HistoryRow {
	a := card.Assessment
	row := HistoryRow{
		Link:    Link{a.Key(), p.href(address.Assessment(a.Team, a.Key()))},
		Date:    a.Date,
		Version: card.Model.Version,
		Score:   show(card.Overall.Score),
		Level:   p.level(card.Overall.Level),
		Current: a == current,
	}
	for _, d := range card.Domains {
		row.Domains = append(row.Domains, show(d.Score))
	}
	return row
}

// historyFigure draws a line for each kind, broken where the model changes.
func (p *Page) historyFigure(id, title string, series []kindCards, value func(*score.Scorecard) score.Number) string {
	scale := p.site.source.Model.Scale
	c := chart.LineChart{ID: id, Title: title, Min: scale.Min, Max: scale.Max}
	first, last := span(series)
	at := func(d maturity.Date) float64 {
		return float64(first.Days(d)) / float64(max(1, first.Days(last)))
	}
	var said []string
	for _, s := range series {
		line := chart.Line{Role: roles[s.kind]}
		var numbers []string
		for i, card := range s.cards {
			point := chart.Point{At: at(card.Date), Value: value(card)}
			if i > 0 && s.cards[i-1].Model != card.Model {
				point.Apart = true
				c.Breaks = append(c.Breaks, chart.Tick{At: (at(s.cards[i-1].Date) + at(card.Date)) / 2, Text: card.Model.Version})
			}
			line.Points = append(line.Points, point)
			shown := show(point.Value)
			if shown == "" {
				shown = p.word("unassessed")
			}
			numbers = append(numbers, p.word("figure.number", "series", string(card.Date), "value", shown))
		}
		c.Lines = append(c.Lines, line)
		said = append(said, p.word("figure.axis", "axis", p.word("kind."+string(s.kind)), "numbers", strings.Join(numbers, p.word("list.comma"))))
	}
	c.Ticks = []chart.Tick{{At: 0, Text: month(first)}, {At: 1, Text: month(last)}}
	c.Description = strings.Join(said, p.word("list.semicolon"))
	return chart.Lines(c)
}

// span is the first and the last day of all.
func span(series []kindCards) (first, last maturity.Date) {
	for _, s := range series {
		for _, c := range s.cards {
			if first == "" || c.Date < first {
				first = c.Date
			}
			last = max(last, c.Date)
		}
	}
	return first, last
}

// month is a day without its day: "2026-10".
func month(d maturity.Date) string { return string(d)[:min(7, len(d))] }
