package site

import (
	"strings"

	"gradus/internal/chart"
	"gradus/internal/score"
)

// overallFigure is the radar of the whole: an axis for each domain.
func (p *Page) overallFigure(card, before *score.Scorecard) chart.Figure {
	c := p.newChart("overall", p.word("figure.overall"))
	now, target, was := chart.Series{Role: chart.Current}, chart.Series{Role: chart.Target}, chart.Series{Role: chart.Previous}
	for i, d := range card.Domains {
		c.Axes = append(c.Axes, p.text(d.Definition.Name))
		now.Values = append(now.Values, d.Score)
		target.Values = append(target.Values, d.Target)
		if before != nil {
			was.Values = append(was.Values, before.Domains[i].Score)
		}
	}
	return p.draw(c, now, target, was)
}

// domainFigure is the chart of one domain: an axis for each capability.
func (p *Page) domainFigure(d score.Domain, card, before *score.Scorecard) chart.Figure {
	c := p.newChart("domain-"+d.ID, p.word("figure.domain", "domain", p.text(d.Definition.Name)))
	now, target, was := chart.Series{Role: chart.Current}, chart.Series{Role: chart.Target}, chart.Series{Role: chart.Previous}
	for _, a := range d.Areas {
		for _, capability := range a.Capabilities {
			c.Axes = append(c.Axes, p.text(capability.Definition.Name))
			now.Values = append(now.Values, capability.Score)
			aim := score.Number{Float: float64(capability.Target.Int), Valid: capability.Target.Valid}
			target.Values = append(target.Values, aim)
			if before != nil {
				was.Values = append(was.Values, before.Capability(capability.ID).Score)
			}
		}
	}
	return p.draw(c, now, target, was)
}

func (p *Page) newChart(id, title string) chart.Chart {
	scale := p.site.source.Model.Scale
	return chart.Chart{ID: id, Title: title, Unknown: p.word("unassessed"), Min: scale.Min, Max: scale.Max}
}

// draw adds the series that have any number, names them and describes the
// chart in words.
func (p *Page) draw(c chart.Chart, series ...chart.Series) chart.Figure {
	for _, s := range series {
		if !hasAny(s.Values) {
			continue
		}
		s.Name = p.word("series." + string(s.Role))
		c.Series = append(c.Series, s)
	}
	c.Description = p.describe(c)
	return chart.Draw(c)
}

func hasAny(values []score.Number) bool {
	for _, v := range values {
		if v.Valid {
			return true
		}
	}
	return false
}

// describe says every axis with its numbers: "Monitoring: now 2.4, target 3.0".
func (p *Page) describe(c chart.Chart) string {
	var parts []string
	for i, axis := range c.Axes {
		var numbers []string
		for _, s := range c.Series {
			number := show(s.Values[i])
			if number == "" {
				number = c.Unknown
			}
			numbers = append(numbers, p.word("figure.number", "series", s.Name, "value", number))
		}
		parts = append(parts, p.word("figure.axis", "axis", axis, "numbers", strings.Join(numbers, p.word("list.comma"))))
	}
	return strings.Join(parts, p.word("list.semicolon"))
}
