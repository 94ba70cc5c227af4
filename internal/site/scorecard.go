package site

import (
	"gradus/internal/address"
	"gradus/internal/chart"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A ScorecardView is the view of one assessment: where the team stands, how
// that came about, and what to do next.
type ScorecardView struct {
	Team     string
	Sample   bool // the team is an invented one
	Group    string
	Date     maturity.Date
	Kind     maturity.Kind
	Label    string
	Newest   bool // the team has no later assessment
	TeamHref string
	AgeDays  int  // on the as-of day; -1 where that is not known
	Stale    bool // older than the site allows
	Model    score.Model

	Overall  Standing
	Complete bool // enough is assessed for the score to be compared
	Change   *Change
	Others   []OtherKind // the newest scores of other kinds
	Next     *NextLevel
	Figure   chart.Figure
	Legend   []LegendEntry
	Domains  []DomainStanding
	TopGaps  []GapRow // the first three
	Gaps     []GapRow
	Plan     []StepRow
	NA       []NARow
	Unknown  []Link // what nobody has assessed
	History  []HistoryRow
	Summary  string // Markdown of assessments; "" when not published
	Source   string // where the file can be read or edited; "" when nowhere
	File     string
}

// A Standing is how the capabilities of the whole or of a part stand together.
type Standing struct {
	Score     string // one decimal; "" when nothing is rated
	Level     *LevelName
	Target    string
	Previous  string
	Gap       string // "" when there is none
	Coverage  score.Coverage
	Supported score.Supported
	Borne     string // the score that evidence supports
	OnTarget  score.OnTarget
	NA        int
}

// A Change is the difference to the assessment before, of the same kind.
type Change struct {
	Since      maturity.Date
	Href       string
	By         string // with its sign: "+0.3", "−0.1", "0.0"
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

// A LegendEntry names a series of the charts.
type LegendEntry struct {
	Role chart.Role
}

// A DomainStanding is a domain with its capabilities.
type DomainStanding struct {
	Link
	ID string
	Standing
	Figure       *chart.Figure // nil when nothing is rated
	Capabilities []CapabilityRow
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
	Evidence  bool
	Carried   maturity.Date // of the assessment it was carried over from; "" for this one
	Inherited []Link        // the teams it was inherited from
	Unmet     []CriterionView
}

// A GapRow is a capability below its target.
type GapRow struct {
	CapabilityRow
	Rank int
	Gap  string
	Gain string // of the overall score
	Due  maturity.Date
	Next LevelName // the level to work on
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

// An NARow is a capability that is not applicable.
type NARow struct {
	Link
	Reason string // "" when not published
	Review maturity.Date
	Due    bool // the review is due on the as-of day
}

// A HistoryRow is one of the team's assessments.
type HistoryRow struct {
	Link
	Date    maturity.Date
	Kind    maturity.Kind
	Version string // of the model it used
	Score   string
	Level   *LevelName
	Current bool
}

// tagSample marks teams that are made up to show what Gradus does.
const tagSample = "sample"

// addScorecards adds the portfolio and a page for each assessment: the newest
// of a team at the team's own address as well.
func (s *Site) addScorecards(lang string) {
	if len(s.source.Portfolio.Teams) == 0 {
		return
	}
	portfolio := &Page{Kind: KindPortfolio, Lang: lang, Address: address.Teams, site: s}
	portfolio.Title = portfolio.word("portfolio.title")
	portfolio.Description = portfolio.word("portfolio.description")
	portfolio.view = func(p *Page) (any, error) { return p.portfolioView(), nil }
	s.add(s.home(lang), portfolio)

	for _, t := range s.source.Portfolio.Teams {
		if !s.publish(t).Scorecards || len(t.Assessments) == 0 {
			continue
		}
		newest := s.add(portfolio, s.scorecardPage(lang, t, t.Assessments[len(t.Assessments)-1], address.Team(t.ID)))
		for _, a := range t.Assessments {
			s.add(newest, s.scorecardPage(lang, t, a, address.Assessment(t.ID, a.Key())))
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
	p.view = func(p *Page) (any, error) { return p.scorecardView(t, a) }
	return p
}

// publish is what the site shows of a team.
func (s *Site) publish(t *maturity.Team) maturity.Publish {
	return s.source.Config.Publish.And(t.Publish)
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

func (p *Page) scorecardView(t *maturity.Team, a *maturity.Assessment) (ScorecardView, error) {
	card := p.site.scorer.Scorecard(a)
	var before *score.Scorecard
	previous := score.Previous(t, a)
	if previous != nil {
		before = p.site.scorer.Scorecard(previous)
	}
	publish := p.site.publish(t)
	view := ScorecardView{
		Team:     p.text(t.Name),
		Sample:   t.HasTag(tagSample),
		Group:    t.Group,
		Date:     a.Date,
		Kind:     a.Kind,
		Label:    a.Label,
		Newest:   a == t.Assessments[len(t.Assessments)-1],
		TeamHref: p.href(address.Team(t.ID)),
		Model:    card.Model,
		Overall:  p.standing(card.Overall.Summary, summaryOf(before)),
		Complete: card.Complete,
		Change:   p.change(t, card, before),
		Others:   p.otherKinds(t, a),
		Next:     p.nextLevel(card, before),
		Figure:   p.overallFigure(card, before),
		Domains:  p.domainStandings(card, before),
		Gaps:     p.gapRows(card, before),
		Plan:     p.stepRows(card),
		History:  p.history(t, a),
		File:     a.Pos.Path,
		Source:   p.edit(),
	}
	view.AgeDays, view.Stale = p.age(a)
	view.Overall.NA = view.countNA(card)
	view.TopGaps = view.Gaps[:min(3, len(view.Gaps))]
	view.NA, view.Unknown = p.unrated(card, publish)
	if publish.Notes {
		view.Summary = p.text(a.Summary)
	}
	return view, nil
}

func summaryOf(c *score.Scorecard) *score.Summary {
	if c == nil {
		return nil
	}
	return &c.Overall.Summary
}

func (v *ScorecardView) countNA(c *score.Scorecard) int {
	return len(c.Capabilities()) - c.Overall.Coverage.Applicable
}

// age is how many days old an assessment is on the as-of day.
func (p *Page) age(a *maturity.Assessment) (days int, stale bool) {
	if p.site.opts.AsOf == "" {
		return -1, false
	}
	days = max(0, a.Date.Days(p.site.opts.AsOf))
	return days, days > p.site.source.Config.StaleAfter
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
		Target:    show(sum.Target),
		Coverage:  sum.Coverage,
		Supported: sum.Supported,
		Borne:     show(sum.Supported.Score),
		OnTarget:  sum.OnTarget,
	}
	if sum.Gap.Valid && sum.Gap.Float > 0 {
		s.Gap = show(sum.Gap)
	}
	if before != nil {
		s.Previous = show(before.Score)
	}
	return s
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
		Comparable: now.Model.Version == before.Model.Version,
	}
	c.Up, c.Down = moves(diff)
	return c
}

// otherKinds finds the newest scores by anyone else than who made a.
func (p *Page) otherKinds(t *maturity.Team, a *maturity.Assessment) []OtherKind {
	var others []OtherKind
	for _, kind := range maturity.Kinds {
		if kind == a.Kind {
			continue
		}
		newest := score.NewestOf(t, "", kind)
		if newest == nil {
			continue
		}
		card := p.site.scorer.Scorecard(newest)
		others = append(others, OtherKind{kind, newest.Date, show(card.Overall.Score), p.href(address.Assessment(t.ID, newest.Key()))})
	}
	return others
}

func (p *Page) nextLevel(card, before *score.Scorecard) *NextLevel {
	level := card.Overall.Level
	if !level.Valid || len(card.Overall.Blockers) == 0 {
		return nil
	}
	next := &NextLevel{Level: p.levelName(level.Int + 1), Needed: card.Overall.Needed}
	for _, id := range card.Overall.Blockers {
		next.Blockers = append(next.Blockers, p.capabilityRow(card.Capability(id), before))
	}
	return next
}

func (p *Page) domainStandings(card, before *score.Scorecard) []DomainStanding {
	var all []DomainStanding
	for i, d := range card.Domains {
		s := DomainStanding{Link: p.domainLink(d.Definition), ID: d.ID}
		var was *score.Summary
		if before != nil {
			was = &before.Domains[i].Summary
		}
		s.Standing = p.standing(d.Summary, was)
		for _, a := range d.Areas {
			for _, c := range a.Capabilities {
				row := p.capabilityRow(card.Capability(c.ID), before)
				if c.Status == score.NotApplicable {
					s.NA++
				}
				s.Capabilities = append(s.Capabilities, row)
			}
		}
		if d.Score.Valid {
			f := p.domainFigure(d, card, before)
			s.Figure = &f
		}
		all = append(all, s)
	}
	return all
}

func (p *Page) capabilityRow(c *score.Capability, before *score.Scorecard) CapabilityRow {
	row := CapabilityRow{
		Link:     p.capabilityLink(c.Definition),
		ID:       c.ID,
		Status:   c.Status,
		Basis:    c.Basis,
		Score:    c.Show(),
		Level:    p.level(c.Level),
		Target:   p.level(c.Target),
		Evidence: c.Evidence,
	}
	if c.CarriedFrom != nil {
		row.Carried = c.CarriedFrom.Date
	}
	for _, l := range c.InheritedFrom {
		row.Inherited = append(row.Inherited, p.teamLink(l.Team))
	}
	if before != nil {
		row.Previous = before.Capability(c.ID).Show()
	}
	for _, id := range c.Blockers {
		if k := c.Definition.Criterion(id); k != nil {
			row.Unmet = append(row.Unmet, CriterionView{
				ID: address.CriterionAnchor(k.ID), Name: k.ID, Text: p.text(k.Text), Evidence: p.text(k.Evidence),
			})
		}
	}
	return row
}

// teamLink is a team's name with the link to its scorecard, without one when
// the site does not show it.
func (p *Page) teamLink(id string) Link {
	t := p.site.source.Portfolio.Team(id)
	if t == nil {
		return Link{Title: id}
	}
	link := Link{Title: p.text(t.Name)}
	if p.site.publish(t).Scorecards && len(t.Assessments) > 0 {
		link.Href = p.href(address.Team(id))
	}
	return link
}

func (p *Page) gapRows(card, before *score.Scorecard) []GapRow {
	var rows []GapRow
	for i, g := range card.Gaps {
		rows = append(rows, GapRow{
			CapabilityRow: p.capabilityRow(g.Result, before),
			Rank:          i + 1,
			Gap:           score.Show(g.Gap),
			Gain:          showGain(g.Gain),
			Due:           g.Due,
			Next:          p.levelName(g.Level + 1),
		})
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

// unrated lists what is not applicable and what nobody has assessed.
func (p *Page) unrated(card *score.Scorecard, publish maturity.Publish) (na []NARow, unknown []Link) {
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		switch c.Status {
		case score.Unassessed:
			unknown = append(unknown, p.capabilityLink(c.Definition))
		case score.NotApplicable:
			row := NARow{Link: p.capabilityLink(c.Definition), Review: c.Rating.Review}
			row.Due = row.Review != "" && p.site.opts.AsOf != "" && row.Review < p.site.opts.AsOf
			if publish.Notes {
				row.Reason = p.text(c.Rating.Reason)
			}
			na = append(na, row)
		}
	}
	return na, unknown
}

// history lists the team's assessments, newest first.
func (p *Page) history(t *maturity.Team, current *maturity.Assessment) []HistoryRow {
	var rows []HistoryRow
	for i := len(t.Assessments) - 1; i >= 0; i-- {
		a := t.Assessments[i]
		sum := p.site.scorer.Scorecard(a).Overall.Summary
		rows = append(rows, HistoryRow{
			Link:    Link{a.Key(), p.href(address.Assessment(t.ID, a.Key()))},
			Date:    a.Date,
			Kind:    a.Kind,
			Version: a.Model.Version,
			Score:   show(sum.Score),
			Level:   p.level(sum.Level),
			Current: a == current,
		})
	}
	return rows
}
