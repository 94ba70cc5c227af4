package site

import (
	"cmp"
	"slices"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A ChangesView is the view of what changed: the newest assessments with what
// they moved, and what falls due. The feed says the same.
type ChangesView struct {
	Days   []ChangeDay // newest first
	Coming []ComingRow // soonest first, what is overdue before all
	Window int         // how many days ahead Coming looks
	Older  bool        // there are older assessments than those shown
}

// A ChangeDay is what was handed in on one day.
type ChangeDay struct {
	Date  maturity.Date
	Items []ChangeItem
}

// A ChangeItem is one assessment and what it changed.
type ChangeItem struct {
	Link         // the scorecard, titled by the team
	Kind         maturity.Kind
	Label        string
	Score        string
	First        bool          // the team's first of this kind
	Since        maturity.Date // of the assessment before, of its kind
	By           string        // change of the score, with its sign; "" where unknown
	Comparable   bool          // to the assessment before
	Up, Down     []LevelMove
	Many         bool // so many moves that they are folded
	Regressions  int  // capabilities lower than before by the same means
	NewlyRated   int
	NoLongerDone int // rated before and not any more
}

// A LevelMove is a capability that went from one level to another.
type LevelMove struct {
	Link
	From, To LevelName
	Lower    bool // a regression
}

// A ComingRow is something that falls due.
type ComingRow struct {
	Date       maturity.Date
	Seen       maturity.Date // from this day on it is listed
	Late       bool
	Team       Link // the newest scorecard
	Capability Link
	ID         string // of the capability
	Review     bool   // a "not applicable" is to be reviewed; else a target is due
	Target     *LevelName
}

// mostChanges is how many assessments the page shows, mostMoves how many moves
// of one it shows unfolded, comingDays how far ahead it looks.
const (
	mostChanges = 100
	mostMoves   = 6
	comingDays  = 90
)

func (s *Site) addChanges(portfolio *Page) {
	p := &Page{Kind: KindChanges, Lang: portfolio.Lang, Address: address.Changes, site: s}
	p.Title, p.Description = p.word("changes.title"), p.word("changes.description")
	p.view = func(p *Page) (any, error) { return p.changesView(), nil }
	s.add(portfolio, p)
}

func (p *Page) changesView() ChangesView {
	all := p.site.published()
	view := ChangesView{Coming: p.coming(), Window: comingDays, Older: len(all) > mostChanges}
	for _, a := range all[:min(mostChanges, len(all))] {
		item := p.changeItem(p.site.source.Portfolio.Team(a.Team), a)
		if n := len(view.Days); n == 0 || view.Days[n-1].Date != a.Date {
			view.Days = append(view.Days, ChangeDay{Date: a.Date})
		}
		day := &view.Days[len(view.Days)-1]
		day.Items = append(day.Items, item)
	}
	return view
}

// published are the assessments that have a page, newest first.
func (s *Site) published() []*maturity.Assessment {
	var all []*maturity.Assessment
	for _, t := range s.source.Portfolio.Teams {
		if s.publish(t).Scorecards {
			all = append(all, t.Assessments...)
		}
	}
	slices.SortStableFunc(all, func(a, b *maturity.Assessment) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(a.Team, b.Team), cmp.Compare(a.Label, b.Label))
	})
	return all
}

func (p *Page) changeItem(t *maturity.Team, a *maturity.Assessment) ChangeItem {
	now := p.site.scorer.Scorecard(a)
	item := ChangeItem{
		Link: Link{p.text(t.Name), p.href(address.Assessment(t.ID, a.Key()))},
		Kind: a.Kind, Label: a.Label,
		Score: show(now.Overall.Score),
	}
	previous := score.Previous(t, a)
	if previous == nil {
		item.First = true
		return item
	}
	item.Since = previous.Date
	before := p.site.scorer.Scorecard(previous)
	if before.Overall.Score.Valid && now.Overall.Score.Valid {
		item.By = showChange(now.Overall.Score.Float - before.Overall.Score.Float)
	}
	diff := score.Compare(before, now)
	item.Comparable = diff.NotComparable == ""
	item.Regressions = diff.Regressions
	for _, c := range diff.Changes {
		item.add(p, c)
	}
	item.Many = len(item.Up)+len(item.Down) > mostMoves
	return item
}

// add sorts one change into those up and down.
func (item *ChangeItem) add(p *Page, c score.Change) {
	was, now := c.Was.Level, c.Now.Level
	switch {
	case !was.Valid && now.Valid:
		item.NewlyRated++
		return
	case was.Valid && !now.Valid:
		item.NoLongerDone++
		return
	case !was.Valid, was == now, c.NotComparable != "":
		return
	}
	move := LevelMove{
		Link: p.capabilityLink(p.site.source.Model.Capability(c.Capability)),
		From: p.levelName(was.Int), To: p.levelName(now.Int),
		Lower: c.Regression,
	}
	if now.Int > was.Int {
		item.Up = append(item.Up, move)
	} else {
		item.Down = append(item.Down, move)
	}
}

// coming lists what falls due by the newest assessment of every team that has
// not retired: targets that have not been reached, and reviews of what is not
// applicable.
func (p *Page) coming() []ComingRow {
	var rows []ComingRow
	if p.site.opts.AsOf == "" {
		return nil
	}
	for _, t := range p.site.source.Portfolio.Teams {
		if !p.site.hasScorecards(t) || score.Retired(t, p.site.opts.AsOf) {
			continue
		}
		rows = append(rows, p.comingOf(t)...)
	}
	slices.SortStableFunc(rows, func(a, b ComingRow) int { return cmp.Compare(a.Date, b.Date) })
	return rows
}

func (p *Page) comingOf(t *maturity.Team) []ComingRow {
	var rows []ComingRow
	card := p.site.scorer.Scorecard(score.NewestOf(t, ""))
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		if c.Status == score.Rated && c.Gap.Float > 0 {
			rows = p.appendComing(rows, t, c, c.Due, false)
		}
		if c.Rating == nil || !p.site.publishRating(t, c).Scorecards {
			continue
		}
		rows = p.appendComing(rows, t, c, c.Rating.Review, true)
		for _, k := range c.Rating.Criteria {
			rows = p.appendComing(rows, t, c, k.Review, true)
		}
	}
	return rows
}

// appendComing adds what is due on a day, where that is near or past.
func (p *Page) appendComing(rows []ComingRow, t *maturity.Team, c *score.Capability, due maturity.Date, review bool) []ComingRow {
	if due == "" || p.site.opts.AsOf.Days(due) > comingDays {
		return rows
	}
	if n := len(rows); n > 0 && rows[n-1].ID == c.ID && rows[n-1].Date == due && rows[n-1].Review == review {
		return rows // another criterion of the same capability
	}
	row := ComingRow{
		Date: due, Seen: due.Add(-comingDays), Late: p.isPast(due),
		Team:       p.teamLink(t.ID),
		Capability: p.capabilityLink(c.Definition), ID: c.ID,
		Review: review,
	}
	if !review {
		row.Target = p.level(c.Target)
	}
	return append(rows, row)
}
