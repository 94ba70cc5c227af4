package site

import (
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A Standing is how the capabilities of the whole or of a part stand together.
type Standing struct {
	Score     string // one decimal; "" when nothing is rated
	Level     *LevelName
	Floor     *LevelName // the lowest level among them
	Target    string
	Previous  string
	Gap       string // "0.0" when there is none, "" when nothing is rated
	Coverage  score.Coverage
	Supported score.Supported
	Borne     string // the score that evidence supports
	OnTarget  score.OnTarget
	NA        int

	gap score.Number
}

// A CapabilityRow is one capability on a scorecard.
type CapabilityRow struct {
	Link
	ID        string
	Status    score.Status
	Basis     score.Basis
	Score     string
	Level     *LevelName
	Target    *LevelName
	Previous  string
	Gap       string // "0.0" when there is none, "" without a score
	Evidence  bool
	Carried   maturity.Date // of the assessment it was carried over from; "" for this one
	Inherited []Link        // the teams it was inherited from; without a name those that do not publish
	Unmet     []CriterionView
	Track     string         // an SVG of the numbers on the scale; "" outside of a domain's table
	How       *CapabilityHow // nil without a score, and outside of a domain's table

	Anchor         string // of the row in its domain's table: "c-monitoring-data-storage"
	EvidenceAnchor string // of the capability in the list of evidence

	gap float64
}

func (p *Page) level(l score.Level) *LevelName {
	if !l.Valid {
		return nil
	}
	name := p.levelName(l.Int)
	return &name
}

func (p *Page) standing(sum score.Summary, before *score.Summary) Standing {
	s := Standing{
		Score:     show(sum.Score),
		Level:     p.level(sum.Level),
		Floor:     p.level(sum.Floor),
		Target:    show(sum.Target),
		Gap:       show(sum.Gap),
		Coverage:  sum.Coverage,
		Supported: sum.Supported,
		Borne:     show(sum.Supported.Score),
		OnTarget:  sum.OnTarget,
		gap:       sum.Gap,
	}
	if before != nil {
		s.Previous = show(before.Score)
	}
	return s
}

func (p *Page) capabilityRow(c *score.Capability, before *score.Scorecard) CapabilityRow {
	row := CapabilityRow{
		Link:      p.capabilityLink(c.Definition),
		ID:        c.ID,
		Status:    c.Status,
		Basis:     c.Basis,
		Score:     c.Show(),
		Level:     p.level(c.Level),
		Target:    p.level(c.Target),
		Gap:       show(c.Gap),
		Evidence:  c.Evidence,
		Inherited: p.inherited(c),
		Unmet:     p.unmet(c),

		Anchor:         rowAnchor(c.ID),
		EvidenceAnchor: evidenceAnchor(c.ID),
		gap:            c.Gap.Float,
	}
	if c.CarriedFrom != nil {
		row.Carried = c.CarriedFrom.Date
	}
	if before != nil {
		row.Previous = before.Capability(c.ID).Show()
	}
	return row
}

// rowAnchor and evidenceAnchor are anchors on a scorecard. A dot in an id has
// a meaning of its own to style sheets and scripts.
func rowAnchor(capability string) string      { return "c-" + strings.ReplaceAll(capability, ".", "-") }
func evidenceAnchor(capability string) string { return "e-" + strings.ReplaceAll(capability, ".", "-") }

// unmet are the criteria that the next level of a capability lacks.
func (p *Page) unmet(c *score.Capability) []CriterionView {
	var unmet []CriterionView
	for _, id := range c.Blockers {
		if k := c.Definition.Criterion(id); k != nil {
			unmet = append(unmet, CriterionView{
				ID: address.CriterionAnchor(k.ID), Name: k.ID, Text: p.text(k.Text), Evidence: p.text(k.Evidence),
			})
		}
	}
	return unmet
}

// inherited are the teams whose rating a capability was taken from, the nearest
// first. A team that does not publish its scorecards is not named.
func (p *Page) inherited(c *score.Capability) []Link {
	var teams []Link
	for _, l := range c.InheritedFrom {
		link := p.teamLink(l.Team)
		if link.Href == "" {
			link.Title = p.word("inherited.unnamed")
		}
		teams = append(teams, link)
	}
	return teams
}

// teamLink is a team's name with the link to its scorecard, without one when
// the site does not show it.
func (p *Page) teamLink(id string) Link {
	t := p.site.source.Portfolio.Team(id)
	if t == nil {
		return Link{Title: id}
	}
	link := Link{Title: p.text(t.Name)}
	if p.site.hasScorecards(t) {
		link.Href = p.href(address.Team(id))
	}
	return link
}

// hasScorecards reports whether a team has scorecard pages.
func (s *Site) hasScorecards(t *maturity.Team) bool {
	return s.publish(t).Scorecards && len(t.Assessments) > 0
}

// publish is what the site shows of a team.
func (s *Site) publish(t *maturity.Team) maturity.Publish {
	return s.source.Config.Publish.And(t.Publish)
}

// publishRating is what the site shows of a rating on the page of a team: of an
// inherited one no more than the teams show that it was passed on by.
func (s *Site) publishRating(t *maturity.Team, c *score.Capability) maturity.Publish {
	shown := s.publish(t)
	for _, l := range c.InheritedFrom {
		from := s.source.Portfolio.Team(l.Team)
		if from == nil || !s.publish(from).Scorecards {
			return maturity.Publish{}
		}
		shown = shown.And(from.Publish)
	}
	return shown
}

// shownOf reports of the capabilities of a team whether the site shows the
// rating that counts, and not just what it comes to.
func (s *Site) shownOf(t *maturity.Team) func(*score.Capability) bool {
	return func(c *score.Capability) bool { return s.publishRating(t, c).Scorecards }
}

// age is how many days old an assessment is on the as-of day; -1 without one.
func (p *Page) age(a *maturity.Assessment) (days int, stale bool) {
	if p.site.opts.AsOf == "" {
		return -1, false
	}
	days = max(0, a.Date.Days(p.site.opts.AsOf))
	return days, days > p.site.source.Config.StaleAfter
}
