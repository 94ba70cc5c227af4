package site

import (
	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A PortfolioView is the view of all teams side by side.
type PortfolioView struct {
	Domains []Link
	Teams   []TeamRow
	Without []string       // teams that have handed in nothing
	Hidden  int            // teams whose scorecards are not published
	Over    []DomainSpread // over the teams; empty when the site shows none
	Levels  []LevelName
	Compare bool // there are enough teams for medians
	N       int  // teams that count
}

// A TeamRow is a team's newest assessment.
type TeamRow struct {
	Link
	ID       string
	Group    string
	Sample   bool
	Date     maturity.Date
	Kind     maturity.Kind
	AgeDays  int
	Stale    bool
	Complete bool
	Overall  Standing
	Cells    []Standing // by domain
}

// A DomainSpread says how the teams stand in one domain.
type DomainSpread struct {
	Link
	Median, Lower, Upper string
	Counts               []score.LevelCount // every level of the scale
	Unknown              int
}

func (p *Page) portfolioView() PortfolioView {
	view := PortfolioView{Levels: p.levelNames()}
	for _, d := range p.site.source.Model.Domains {
		view.Domains = append(view.Domains, p.domainLink(d))
	}
	var cards []*score.Scorecard
	for _, t := range p.site.source.Portfolio.Teams {
		newest := score.NewestOf(t, "")
		if newest == nil {
			view.Without = append(view.Without, p.text(t.Name))
			continue
		}
		card := p.site.scorer.Scorecard(newest)
		if !score.Retired(t, p.site.opts.AsOf) {
			cards = append(cards, card)
		}
		if !p.site.publish(t).Scorecards {
			view.Hidden++
			continue
		}
		view.Teams = append(view.Teams, p.teamRow(t, card))
	}
	p.sortTeams(view.Teams)
	view.addSpread(p, score.Overview(cards))
	return view
}

func (p *Page) teamRow(t *maturity.Team, card *score.Scorecard) TeamRow {
	a := card.Assessment
	row := TeamRow{
		Link:     Link{p.text(t.Name), p.href(address.Team(t.ID))},
		ID:       t.ID,
		Group:    t.Group,
		Sample:   t.HasTag(tagSample),
		Date:     a.Date,
		Kind:     a.Kind,
		Complete: card.Complete,
		Overall:  p.standing(card.Overall.Summary, nil),
	}
	row.AgeDays, row.Stale = p.age(a)
	for _, d := range card.Domains {
		row.Cells = append(row.Cells, p.standing(d.Summary, nil))
	}
	return row
}

func (view *PortfolioView) addSpread(p *Page, over score.Aggregate) {
	view.N = over.Overall.N
	view.Compare = over.Overall.Median.Valid
	for i, d := range over.Domains {
		view.Over = append(view.Over, DomainSpread{
			Link:   view.Domains[i],
			Median: show(d.Median), Lower: show(d.Q1), Upper: show(d.Q3),
			Counts:  d.Levels,
			Unknown: d.Unassessed + d.NA,
		})
	}
}
