package site

import (
	"strconv"

	"gradus/internal/address"
	"gradus/internal/chart"
	"gradus/internal/maturity"
)

// A CapabilityTeams says how teams stand on one capability.
type CapabilityTeams struct {
	Spread SpreadRow
	From   LevelName   // from this level on a team can be asked
	Ask    []TeamLevel // teams that publish their scorecards, the highest level first
}

// A TeamLevel is a team with the level it has reached.
type TeamLevel struct {
	Link
	LevelName
}

// capabilityTeams says how teams stand; nil when none counts and none can be
// asked.
func (p *Page) capabilityTeams(c *maturity.Capability) *CapabilityTeams {
	over := p.site.overview()
	// Those who have nearly got to the top can tell how: the two highest levels.
	from := max(p.site.source.Model.Scale.Min+1, p.site.source.Model.Scale.Max-1)
	view := &CapabilityTeams{From: p.levelName(from)}
	if over.all.Teams > 0 {
		view.Spread = p.spreadRow(p.capabilityLink(c), over.all.Capabilities[c.Index])
	}
	for level := p.site.source.Model.Scale.Max; level >= from; level-- {
		for _, r := range over.teams {
			if l := r.levels[c.Index]; l.Valid && l.Int == level && !r.retired && p.site.publish(r.team).Scorecards {
				link := Link{p.text(r.team.Name), p.href(address.Team(r.team.ID))}
				view.Ask = append(view.Ask, TeamLevel{link, p.levelName(level)})
			}
		}
	}
	if over.all.Teams == 0 && len(view.Ask) == 0 {
		return nil
	}
	return view
}

// needsFigure draws what a capability needs and what needs it; "" without
// either.
func (p *Page) needsFigure(view *CapabilityView) string {
	n := chart.Needs{ID: "needs", Title: p.word("figure.needs", "capability", p.Title), Middle: p.Title}
	seen := map[string]bool{}
	add := func(to []string, r RequiredLevel) []string {
		text := r.Title + " L" + strconv.Itoa(r.Level)
		if seen[text] {
			return to
		}
		seen[text] = true
		return append(to, text)
	}
	for _, l := range view.Ladder {
		for _, r := range l.Requires {
			n.Before = add(n.Before, r)
		}
	}
	clear(seen)
	for _, by := range view.NeededBy {
		n.After = add(n.After, by.RequiredLevel)
	}
	if len(n.Before)+len(n.After) == 0 {
		return ""
	}
	n.Description = p.word("figure.needs.text", "before", p.list(n.Before), "after", p.list(n.After))
	return chart.NeedsPicture(n)
}

// list joins names; a dash stands for none.
func (p *Page) list(names []string) string {
	if len(names) == 0 {
		return "—"
	}
	text := names[0]
	for _, name := range names[1:] {
		text += p.word("list.separator") + name
	}
	return text
}
