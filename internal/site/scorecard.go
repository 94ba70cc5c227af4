package site

import (
	"cmp"
	"slices"

	"gradus/internal/address"
	"gradus/internal/chart"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A ScorecardView is the view of one assessment: where the team stands, how
// that came about, and what to do next.
type ScorecardView struct {
	Team     string
	TeamID   string
	Sample   bool // the team is an invented one
	Group    []Link
	Owner    string // "" when not published
	Retired  maturity.Date
	Date     maturity.Date
	Kind     maturity.Kind
	Label    string
	Scope    string   // "" when not published
	Assessed []string // by whom; none when not published
	Newest   bool     // the team has no later assessment
	TeamHref string
	Earlier  *Link // the assessment before it, of any kind
	Later    *Link
	AgeDays  int  // on the as-of day; -1 where that is not known
	Stale    bool // older than the site allows
	Model    score.Model
	Current  string // version of the model by which it was scored, when it is another; else ""

	Overall  Standing
	Complete bool // enough is assessed for the score to be compared
	Change   *Change
	Others   []OtherKind // the newest scores of other kinds
	Next     *NextLevel
	Mean     MeanHow
	Stage    *LevelHow
	Support  *SupportHow
	Aim      *TargetHow
	Figure   chart.Figure
	Legend   []LegendEntry
	Domains  []DomainStanding // in the model's order
	ByGap    []DomainStanding // the largest gap first

	TopGaps     []GapRow // the first three
	Gaps        []GapRow
	Strengths   []CapabilityRow
	Plan        []StepRow
	PlanFigure  string // an SVG; "" without one
	NA          []NARow
	Unknown     []Link // what nobody has assessed
	Calibration *CalibrationView
	History     History
	Evidence    []EvidenceRow
	Summary     string // Markdown of assessments; "" when not published
	Source      string // where the file can be read or edited; "" when nowhere
	File        string
	WhatIf      WhatIf
}

// A Change is the difference to the assessment before, of the same kind.
type Change struct {
	Since      maturity.Date
	Href       string
	By         string // with its sign: "+0.3", "−0.1", "±0.0"
	Up, Down   int    // capabilities whose level rose or fell
	Comparable bool   // the model's version is the same
}

// An OtherKind is the newest assessment by someone else.
type OtherKind struct {
	Kind  maturity.Kind
	Date  maturity.Date
	Score string
	Href  string
}

// NextLevel says what holds the whole down.
type NextLevel struct {
	Level    LevelName
	Needed   int // how many of the blockers must rise at the least
	Blockers []CapabilityRow
}

// A DomainStanding is a domain with its capabilities.
type DomainStanding struct {
	Link
	ID string
	Standing
	Track        string        // an SVG of the numbers on the scale
	Figure       *chart.Figure // nil when nothing is rated
	Next         *NextLevel
	Mean         MeanHow
	Stage        *LevelHow
	Capabilities []CapabilityRow // the largest gap first
}

// An NARow is a capability that is not applicable.
type NARow struct {
	Link
	Reason string // "" when not published
	Review maturity.Date
	Due    bool // the review is due on the as-of day
}

// tagSample marks teams that are made up to show what Gradus does.
const tagSample = "sample"

// addScorecards adds a page for each assessment of a team below the portfolio:
// the newest at the team's own address as well.
func (s *Site) addScorecards(portfolio *Page) {
	teams := s.source.Portfolio.Teams
	for _, t := range teams {
		if !s.hasScorecards(t) {
			continue
		}
		newest := s.scorecardPage(portfolio.Lang, t, t.Assessments[len(t.Assessments)-1], address.Team(t.ID))
		newest.unlisted = len(teams) > mostListed
		s.add(portfolio, newest)
		for _, a := range t.Assessments {
			s.add(newest, s.scorecardPage(portfolio.Lang, t, a, address.Assessment(t.ID, a.Key())))
		}
	}
}

func (s *Site) scorecardPage(lang string, t *maturity.Team, a *maturity.Assessment, addr string) *Page {
	p := &Page{Kind: KindScorecard, Lang: lang, Address: addr, Source: a.Pos.Path, site: s}
	name := p.text(t.Name)
	p.Title = p.word("scorecard.title", "team", name)
	p.short = name
	if addr != address.Team(t.ID) {
		p.Title = p.word("scorecard.title.dated", "team", name, "date", a.Date, "label", a.Label)
		p.short = a.Key()
	}
	p.Description = p.word("scorecard.description", "team", name, "date", a.Date)
	p.view = func(p *Page) (any, error) { return p.scorecardView(t, a), nil }
	return p
}

// word is a word of the interface. The embedded theme has all of those that
// this package uses, and a site's theme can only change them.
func (p *Page) word(key string, pairs ...any) string {
	text, err := p.words().Text(key, pairs...)
	if err != nil {
		return key
	}
	return text
}

func (p *Page) scorecardView(t *maturity.Team, a *maturity.Assessment) ScorecardView {
	card := p.site.scorer.Scorecard(a)
	var before *score.Scorecard
	if previous := score.Previous(t, a); previous != nil {
		before = p.site.scorer.Scorecard(previous)
	}
	whole := p.overallChart(card, before)
	view := ScorecardView{
		Date:        a.Date,
		Kind:        a.Kind,
		Label:       a.Label,
		Newest:      a == t.Assessments[len(t.Assessments)-1],
		Model:       card.Model,
		Overall:     p.standing(card.Overall.Summary, summaryOf(before)),
		Complete:    card.Complete,
		WhatIf:      p.whatIf(t, card),
		Change:      p.change(t, card, before),
		Others:      p.otherKinds(t, a),
		Next:        p.nextLevel(card, card.Overall.Summary),
		Mean:        p.overallHow(card),
		Stage:       p.levelHow(card.Overall.Summary, card.Capabilities()),
		Support:     p.supportHow(card),
		Aim:         p.targetHow(card),
		Figure:      chart.Draw(whole),
		Legend:      legend(whole),
		Domains:     p.domainStandings(t, card, before, whole),
		Gaps:        p.gapRows(card, before),
		Strengths:   p.strengths(card),
		Plan:        p.stepRows(card),
		PlanFigure:  p.planFigure(card),
		Calibration: p.calibrationView(t, a.Date),
		History:     p.history(t, a),
		Evidence:    p.evidenceRows(t, card),
		File:        a.Pos.Path,
		Source:      p.edit(),
	}
	if version := p.site.source.Model.Version; version != card.Model.Version {
		view.Current = version
	}
	view.AgeDays, view.Stale = p.age(a)
	view.Overall.NA = len(card.Capabilities()) - card.Overall.Coverage.Applicable
	view.TopGaps = view.Gaps[:min(3, len(view.Gaps))]
	view.ByGap = byGap(view.Domains, func(d DomainStanding) float64 { return d.gap.Float })
	view.Earlier, view.Later = p.neighbourCards(t, a)
	view.addTeam(p, t)
	view.addText(p, t, a, card)
	return view
}

// addTeam fills in what the page says of the team itself.
func (v *ScorecardView) addTeam(p *Page, t *maturity.Team) {
	v.Team, v.TeamID = p.text(t.Name), t.ID
	v.Sample = t.HasTag(tagSample)
	v.Group = p.groupLinks(t.Group)
	v.TeamHref = p.href(address.Team(t.ID))
	v.Retired = t.Retired
	if p.site.publish(t).People {
		v.Owner = t.Owner
	}
}

// addText fills in what people wrote, as far as it is published.
func (v *ScorecardView) addText(p *Page, t *maturity.Team, a *maturity.Assessment, card *score.Scorecard) {
	publish := p.site.publish(t)
	if publish.Notes {
		v.Summary, v.Scope = p.text(a.Summary), p.text(a.Scope)
	}
	if publish.People {
		v.Assessed = a.Assessors
	}
	v.NA, v.Unknown = p.unrated(t, card)
}

func summaryOf(c *score.Scorecard) *score.Summary {
	if c == nil {
		return nil
	}
	return &c.Overall.Summary
}

// neighbourCards are the team's assessments before and after one, of any kind.
func (p *Page) neighbourCards(t *maturity.Team, a *maturity.Assessment) (earlier, later *Link) {
	i := slices.Index(t.Assessments, a)
	link := func(a *maturity.Assessment) *Link {
		return &Link{a.Key(), p.href(address.Assessment(t.ID, a.Key()))}
	}
	if i > 0 {
		earlier = link(t.Assessments[i-1])
	}
	if i+1 < len(t.Assessments) {
		later = link(t.Assessments[i+1])
	}
	return earlier, later
}

func (p *Page) change(t *maturity.Team, now, before *score.Scorecard) *Change {
	if before == nil || !now.Overall.Score.Valid || !before.Overall.Score.Valid {
		return nil
	}
	diff := score.Compare(before, now)
	c := &Change{
		Since:      before.Date,
		Href:       p.href(address.Assessment(t.ID, before.Assessment.Key())),
		By:         showChange(now.Overall.Score.Float - before.Overall.Score.Float),
		Comparable: diff.NotComparable == "",
	}
	c.Up, c.Down, _ = diff.Moves()
	return c
}

// otherKinds finds the newest scores up to a, by anyone else than who made it.
func (p *Page) otherKinds(t *maturity.Team, a *maturity.Assessment) []OtherKind {
	var others []OtherKind
	for _, kind := range maturity.Kinds {
		if kind == a.Kind {
			continue
		}
		newest := score.NewestOf(t, a.Date, kind)
		if newest == nil {
			continue
		}
		card := p.site.scorer.Scorecard(newest)
		others = append(others, OtherKind{kind, newest.Date, show(card.Overall.Score), p.href(address.Assessment(t.ID, newest.Key()))})
	}
	return others
}

// nextLevel says what a group lacks for its next level; nil when it has none.
func (p *Page) nextLevel(card *score.Scorecard, sum score.Summary) *NextLevel {
	if !sum.Level.Valid || len(sum.Blockers) == 0 {
		return nil
	}
	next := &NextLevel{Level: p.levelName(sum.Level.Int + 1), Needed: sum.Needed}
	for _, id := range sum.Blockers {
		next.Blockers = append(next.Blockers, p.capabilityRow(card.Capability(id), nil))
	}
	return next
}

func (p *Page) domainStandings(t *maturity.Team, card, before *score.Scorecard, whole chart.Chart) []DomainStanding {
	var all []DomainStanding
	for i := range card.Domains {
		d := &card.Domains[i]
		var was *score.Summary
		if before != nil {
			was = &before.Domains[i].Summary
		}
		c := p.domainChart(d, before)
		s := DomainStanding{
			Link: p.domainLink(d.Definition), ID: d.ID,
			Standing: p.standing(d.Summary, was),
			Next:     p.nextLevel(card, d.Summary),
			Mean:     p.domainHow(d),
		}
		if d.Score.Valid {
			f := chart.Draw(c)
			s.Figure, s.Track = &f, chart.Track(whole, i)
		}
		s.addCapabilities(p, t, d, before, c)
		all = append(all, s)
	}
	return all
}

// addCapabilities fills in the rows of a domain's table.
func (s *DomainStanding) addCapabilities(p *Page, t *maturity.Team, d *score.Domain, before *score.Scorecard, c chart.Chart) {
	var group []score.Capability
	for _, a := range d.Areas {
		group = append(group, a.Capabilities...)
	}
	for i := range group {
		row := p.capabilityRow(&group[i], before)
		if row.Status == score.NotApplicable {
			s.NA++
		}
		if row.Status == score.Rated {
			row.Track, row.How = chart.Track(c, i), p.capabilityHow(t, &group[i])
		}
		s.Capabilities = append(s.Capabilities, row)
	}
	s.Stage = p.levelHow(d.Summary, group)
	s.Capabilities = byGap(s.Capabilities, func(r CapabilityRow) float64 { return r.gap })
}

// byGap returns rows with the largest gap first, else in their order.
func byGap[Row any](rows []Row, gap func(Row) float64) []Row {
	sorted := slices.Clone(rows)
	slices.SortStableFunc(sorted, func(a, b Row) int { return cmp.Compare(gap(b), gap(a)) })
	return sorted
}

// unrated lists what is not applicable and what nobody has assessed.
func (p *Page) unrated(t *maturity.Team, card *score.Scorecard) (na []NARow, unknown []Link) {
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		switch c.Status {
		case score.Unassessed:
			unknown = append(unknown, p.capabilityLink(c.Definition))
		case score.NotApplicable:
			row, publish := NARow{Link: p.capabilityLink(c.Definition)}, p.site.publishRating(t, c)
			if publish.Scorecards {
				row.Review, row.Due = c.Rating.Review, p.isPast(c.Rating.Review)
			}
			if publish.Notes {
				row.Reason = p.text(c.Rating.Reason)
			}
			na = append(na, row)
		}
	}
	return na, unknown
}
