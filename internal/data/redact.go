package data

import (
	"slices"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// scorecard makes a team's scorecard without what is not published.
func (d *Data) scorecard(t *maturity.Team, a *maturity.Assessment) Scorecard {
	publish := d.publish(t)
	card := d.scorer.Scorecard(a)
	out := Scorecard{Scorecard: d.withoutHiddenTeams(card), Remarks: []Remark{}}
	if publish.People {
		out.Assessors = a.Assessors
	}
	if publish.Notes {
		out.Scope, out.Summary = d.text(a.Scope), d.text(a.Summary)
	}
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		if c.Own != nil {
			out.Remarks = append(out.Remarks, d.remarks(c.ID, c.Own, publish)...)
		}
		if c.Rating == nil || c.Rating == c.Own {
			continue
		}
		if shown := d.inherited(publish, c); shown.Scorecards {
			out.Remarks = append(out.Remarks, d.remarks(c.ID, c.Rating, shown)...)
		}
	}
	return out
}

// inherited is what the site shows of a rating that was taken over from other
// teams: no more than each of them shows itself.
func (d *Data) inherited(publish maturity.Publish, c *score.Capability) maturity.Publish {
	for _, link := range c.InheritedFrom {
		from := d.source.Portfolio.Team(link.Team)
		if from == nil {
			return maturity.Publish{}
		}
		publish = publish.And(d.publish(from))
	}
	return publish
}

// withoutHiddenTeams returns the scorecard, or a copy in which teams
// without published scorecards are not named.
func (d *Data) withoutHiddenTeams(card *score.Scorecard) *score.Scorecard {
	hidden := func(l score.Link) bool {
		t := d.source.Portfolio.Team(l.Team)
		return t == nil || !d.publish(t).Scorecards
	}
	if !slices.ContainsFunc(card.Capabilities(), func(c score.Capability) bool { return slices.ContainsFunc(c.InheritedFrom, hidden) }) {
		return card
	}
	out := *card
	out.Domains = slices.Clone(out.Domains)
	for i := range out.Domains {
		areas := slices.Clone(out.Domains[i].Areas)
		for j := range areas {
			capabilities := slices.Clone(areas[j].Capabilities)
			for k := range capabilities {
				links := slices.Clone(capabilities[k].InheritedFrom)
				for n := range links {
					if hidden(links[n]) {
						links[n] = score.Link{}
					}
				}
				capabilities[k].InheritedFrom = links
			}
			areas[j].Capabilities = capabilities
		}
		out.Domains[i].Areas = areas
	}
	return &out
}

// remarks are those of a rating and of its answers, as far as published.
func (d *Data) remarks(capability string, r *maturity.Rating, publish maturity.Publish) []Remark {
	var out []Remark
	add := func(remark Remark) {
		if remark.Note != nil || remark.Reason != nil || remark.Review != nil || remark.Evidence != nil {
			out = append(out, remark)
		}
	}
	add(d.remark(Remark{Capability: capability}, publish, r.Note, r.Reason, r.Review, r.Evidence))
	for _, a := range r.Criteria {
		add(d.remark(Remark{Capability: capability, Criterion: a.Criterion.ID}, publish, a.Note, a.Reason, a.Review, a.Evidence))
	}
	return out
}

func (d *Data) remark(of Remark, publish maturity.Publish, note, reason maturity.Text, review maturity.Date, evidence []maturity.Evidence) Remark {
	of.Review = orNull(review)
	if publish.Notes {
		of.Note, of.Reason = d.text(note), d.text(reason)
	}
	if publish.Evidence {
		of.Evidence = d.evidence(evidence)
	}
	return of
}

// evidence leaves out what is not fit to be linked.
func (d *Data) evidence(all []maturity.Evidence) []Evidence {
	var out []Evidence
	for _, e := range all {
		if url, _, err := address.Evidence(e.URL); err == nil {
			out = append(out, Evidence{d.text(e.Title), url, orNull(e.Date)})
		}
	}
	return out
}
