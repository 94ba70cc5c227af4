package site

import (
	"strings"

	"gradus/internal/chart"
	"gradus/internal/score"
)

// overallChart has an axis for each domain.
func (p *Page) overallChart(card, before *score.Scorecard) chart.Chart {
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
	return p.finish(c, now, target, was)
}

// domainChart has an axis for each capability of a domain.
func (p *Page) domainChart(d *score.Domain, before *score.Scorecard) chart.Chart {
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
	return p.finish(c, now, target, was)
}

func (p *Page) newChart(id, title string) chart.Chart {
	scale := p.site.source.Model.Scale
	return chart.Chart{ID: id, Title: title, Unknown: p.word("unassessed"), Min: scale.Min, Max: scale.Max}
}

// finish adds the series that have any number, names them and describes the
// chart in words.
func (p *Page) finish(c chart.Chart, series ...chart.Series) chart.Chart {
	for _, s := range series {
		if !hasAny(s.Values) {
			continue
		}
		s.Name = p.word("series." + string(s.Role))
		c.Series = append(c.Series, s)
	}
	c.Description = p.describe(c)
	return c
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
			if number == "" && s.Role == chart.Target {
				continue // there is none, which is not the same as unknown
			}
			if number == "" {
				number = c.Unknown
			}
			numbers = append(numbers, p.word("figure.number", "series", s.Name, "value", number))
		}
		parts = append(parts, p.word("figure.axis", "axis", axis, "numbers", strings.Join(numbers, p.word("list.comma"))))
	}
	return strings.Join(parts, p.word("list.semicolon"))
}

// A LegendEntry names a stroke and marker of charts and tracks.
type LegendEntry struct {
	Name string
	Key  string // an SVG of both
}

// legend names the series that a chart has.
func legend(c chart.Chart) []LegendEntry {
	var entries []LegendEntry
	for _, s := range c.Series {
		entries = append(entries, LegendEntry{s.Name, chart.Key(s.Role)})
	}
	return entries
}
