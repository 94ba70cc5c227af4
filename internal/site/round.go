package site

import (
	"maps"
	"slices"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A RoundView is the view of an assessment round: who has handed in, and where
// the teams stood. Its figures are those of what was handed in up to its last
// day, and never change after it.
type RoundView struct {
	From, Until maturity.Date
	State       RoundState
	Asked       int
	HandedIn    []SubmissionRow
	Late        []SubmissionRow
	Missing     []MissingRow
	Groups      []RoundGroup
	Rated       int // capabilities assessed in what was handed in, over all teams
	Applicable  int // of how many
	Spread      Spread
	Earlier     *RoundMoves // since the round before; nil without one
}

// A RoundState says whether a round's figures can still change.
type RoundState string

// The states, by the as-of day.
const (
	RoundAhead  RoundState = "ahead"
	RoundOpen   RoundState = "open"
	RoundFrozen RoundState = "frozen"
)

// A SubmissionRow is what a team handed in.
type SubmissionRow struct {
	Link  // without an address where the scorecard is not published
	Group string
	Date  maturity.Date
	Kind  maturity.Kind
	Standing
}

// A MissingRow is a team that was asked and has handed in nothing.
type MissingRow struct {
	Link
	Group string
}

// A RoundGroup counts the teams of a group and of those below it.
type RoundGroup struct {
	Link
	Asked, HandedIn, Late, Missing int
}

// RoundMoves is what moved since the round before.
type RoundMoves struct {
	Round   Link
	Both    int        // teams that handed in both times
	Compare bool       // enough of them for medians
	Domains []MoveRow  // medians of the teams that handed in both times
	Up      []MoverRow // teams whose score rose
	Down    []MoverRow
	Other   int // teams whose two assessments do not compare
}

// A MoveRow is how a median moved.
type MoveRow struct {
	Link
	Was, Now, By string
}

func (s *Site) addRounds(portfolio *Page) {
	for _, r := range s.source.Portfolio.Rounds {
		p := &Page{Kind: KindRound, Lang: portfolio.Lang, Address: address.Round(r.ID), site: s}
		name := p.roundName(r)
		p.Title, p.short = p.word("round.title", "round", name), name
		p.Description = p.word("round.description", "round", name)
		p.view = func(p *Page) (any, error) { return p.roundView(r), nil }
		s.add(portfolio, p)
	}
}

// roundName is what a round is called: its id, where it has no name.
func (p *Page) roundName(r maturity.Round) string {
	if r.Name.IsZero() {
		return r.ID
	}
	return p.text(r.Name)
}

// roundLinks are all rounds, the newest first.
func (p *Page) roundLinks() []RoundLink {
	var links []RoundLink
	for _, r := range slices.Backward(p.site.source.Portfolio.Rounds) {
		report := score.InRound(p.site.source.Portfolio, r)
		links = append(links, RoundLink{
			Link: Link{p.roundName(r), p.href(address.Round(r.ID))},
			From: r.From, Until: r.Until,
			HandedIn: len(report.HandedIn), Asked: asked(report),
		})
	}
	return links
}

// asked is how many teams a round asks.
func asked(r score.RoundReport) int { return len(r.HandedIn) + len(r.Late) + len(r.Missing) }

func (p *Page) roundView(r maturity.Round) RoundView {
	report := score.InRound(p.site.source.Portfolio, r)
	cards := p.site.cardsIn(report)
	view := RoundView{
		From: r.From, Until: r.Until,
		State:   p.site.roundState(r),
		Asked:   asked(report),
		Groups:  p.roundGroups(report),
		Spread:  p.spread(score.Overview(cards)),
		Earlier: p.roundMoves(r, cards),
	}
	for _, c := range cards {
		view.Rated += c.Overall.Coverage.Rated
		view.Applicable += c.Overall.Coverage.Applicable
		view.HandedIn = append(view.HandedIn, p.submissionRow(c))
	}
	for _, s := range report.Late {
		view.Late = append(view.Late, p.submissionRow(p.site.scorer.Scorecard(s.Assessment)))
	}
	for _, t := range report.Missing {
		view.Missing = append(view.Missing, MissingRow{p.teamLink(t.ID), t.Group})
	}
	return view
}

// cardsIn scores what was handed in in a round.
func (s *Site) cardsIn(r score.RoundReport) []*score.Scorecard {
	var cards []*score.Scorecard
	for _, sub := range r.HandedIn {
		cards = append(cards, s.scorer.Scorecard(sub.Assessment))
	}
	return cards
}

func (s *Site) roundState(r maturity.Round) RoundState {
	switch day := s.opts.AsOf; {
	case day != "" && day < r.From:
		return RoundAhead
	case day != "" && day <= r.Until:
		return RoundOpen
	default:
		return RoundFrozen
	}
}

// submissionRow says who handed in what; the numbers only where the team
// publishes its scorecards.
func (p *Page) submissionRow(c *score.Scorecard) SubmissionRow {
	t := c.TeamRecord
	row := SubmissionRow{Link: Link{Title: p.text(t.Name)}, Group: t.Group, Date: c.Date, Kind: c.Kind}
	if p.site.hasScorecards(t) {
		row.Href = p.href(address.Assessment(t.ID, c.Assessment.Key()))
		row.Standing = p.standing(c.Overall.Summary, nil)
	}
	return row
}

// roundGroups counts at every prefix of the teams' groups.
func (p *Page) roundGroups(r score.RoundReport) []RoundGroup {
	groups := map[string]*RoundGroup{}
	count := func(t *maturity.Team, add func(*RoundGroup)) {
		for path := t.Group; path != ""; path = groupAbove(path) {
			if groups[path] == nil {
				groups[path] = &RoundGroup{Link: Link{path, p.href(address.Group(path))}}
			}
			groups[path].Asked++
			add(groups[path])
		}
	}
	for _, s := range r.HandedIn {
		count(s.Team, func(g *RoundGroup) { g.HandedIn++ })
	}
	for _, s := range r.Late {
		count(s.Team, func(g *RoundGroup) { g.Late++ })
	}
	for _, t := range r.Missing {
		count(t, func(g *RoundGroup) { g.Missing++ })
	}
	var rows []RoundGroup
	for _, path := range slices.Sorted(maps.Keys(groups)) {
		rows = append(rows, *groups[path])
	}
	return rows
}

// roundMoves compares the teams that have handed in in a round and in the one
// before it.
func (p *Page) roundMoves(r maturity.Round, now []*score.Scorecard) *RoundMoves {
	rounds := p.site.source.Portfolio.Rounds
	i := slices.IndexFunc(rounds, func(o maturity.Round) bool { return o.ID == r.ID })
	if i < 1 {
		return nil
	}
	before := rounds[i-1]
	byTeam := map[string]*score.Scorecard{}
	for _, c := range p.site.cardsIn(score.InRound(p.site.source.Portfolio, before)) {
		byTeam[c.Team] = c
	}
	moves := &RoundMoves{Round: Link{p.roundName(before), p.href(address.Round(before.ID))}}
	var was, is []*score.Scorecard
	for _, c := range now {
		if old := byTeam[c.Team]; old != nil {
			was, is = append(was, old), append(is, c)
			moves.add(p, old, c)
		}
	}
	moves.Both = len(is)
	moves.medians(p, score.Overview(was), score.Overview(is))
	sortMovers(moves.Up, moves.Down)
	return moves
}

// add says how one team moved, where it publishes its scorecards. Assessments
// of two kinds or versions of the model do not compare.
func (m *RoundMoves) add(p *Page, was, now *score.Scorecard) {
	if !p.site.hasScorecards(now.TeamRecord) {
		return
	}
	move := newMove(was, now)
	if !move.comparable || was.Kind != now.Kind || !move.by.Valid {
		m.Other++
		return
	}
	row := p.moverRow(now.TeamRecord, now.Assessment, move)
	switch sign(row.by) {
	case 1:
		m.Up = append(m.Up, row)
	case -1:
		m.Down = append(m.Down, row)
	}
}

func (m *RoundMoves) medians(p *Page, was, now score.Aggregate) {
	if !was.Overall.Median.Valid || !now.Overall.Median.Valid {
		return
	}
	m.Compare = true
	m.Domains = append(m.Domains, moveRow(Link{Title: p.word("whole")}, was.Overall, now.Overall))
	for i, d := range p.site.source.Model.Domains {
		m.Domains = append(m.Domains, moveRow(p.domainLink(d), was.Domains[i], now.Domains[i]))
	}
}

func moveRow(link Link, was, now score.Distribution) MoveRow {
	row := MoveRow{Link: link, Was: show(was.Median), Now: show(now.Median)}
	if was.Median.Valid && now.Median.Valid {
		row.By = showChange(now.Median.Float - was.Median.Float)
	}
	return row
}
