package site

import (
	"cmp"
	"slices"
	"strconv"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A PortfolioView is the view of all teams side by side. Where there are very
// many, the heat map goes on over several pages, and the first of them has all
// else.
type PortfolioView struct {
	Table   TeamTable
	Spread  Spread
	Movers  Movers
	Over    []OverRow // what teams rate higher than others do, the largest difference first
	Both    int       // teams that have both assessments
	Groups  []GroupLink
	Rounds  []RoundLink
	Changes string   // where the page of changes is; "" without one
	Without []string // teams that have handed in nothing
	Retired []Link
	Hidden  int        // teams whose scorecards are not published
	Page    int        // of the heat map, from 1
	Pages   []PageLink // of the heat map; none when one page holds it
	Total   int        // rows of the heat map on all pages
	First   int        // number of the first row on this page, from 1
	Data    []Link     // the portfolio as files for programs and spreadsheets
}

// A PageLink is one of the pages of a long table.
type PageLink struct {
	Link
	Current bool // it is this page
}

// An OverRow says by how much teams rate themselves higher in one capability
// than others do.
type OverRow struct {
	Link
	N             int
	Higher, Lower int    // teams that rate themselves higher, lower
	Mean          string // with its sign; "" for fewer than three teams

	mean score.Number
}

// A GroupLink is a group with how many teams are in it and below.
type GroupLink struct {
	Link
	Path  string
	Teams int
}

// A RoundLink is a round with how many of those asked have handed in.
type RoundLink struct {
	Link
	From, Until maturity.Date
	HandedIn    int
	Asked       int
}

// Above mostOnPage teams the heat map is divided; above mostListed the side bar
// does not list teams.
const (
	mostOnPage = 500
	mostListed = 24
)

// addTeams adds the portfolio and all pages below it.
func (s *Site) addTeams(lang string) {
	if len(s.source.Portfolio.Teams) == 0 {
		return
	}
	portfolio := s.add(s.home(lang), s.portfolioPage(lang, 1))
	for n := 2; (n-1)*mostOnPage < s.rows(); n++ {
		page := s.add(portfolio, s.portfolioPage(lang, n))
		page.unlisted = true
	}
	s.addChanges(portfolio)
	s.addRounds(portfolio)
	s.addGroups(portfolio)
	s.addScorecards(portfolio)
	s.leadToPortfolio(portfolio)
}

// leadToPortfolio leads from the folders of groups and rounds, which a reader
// may come to by shortening an address, to where they are listed.
func (s *Site) leadToPortfolio(portfolio *Page) {
	if len(s.groupPaths()) > 0 {
		s.redirect(s.url(portfolio.Lang, address.Groups), s.url(portfolio.Lang, address.Teams+"#groups"))
	}
	if len(s.source.Portfolio.Rounds) > 0 {
		s.redirect(s.url(portfolio.Lang, address.Rounds), s.url(portfolio.Lang, address.Teams+"#rounds"))
	}
}

// rows is how many teams the heat map shows.
func (s *Site) rows() int {
	n := 0
	for _, t := range s.source.Portfolio.Teams {
		if s.hasScorecards(t) && !score.Retired(t, s.opts.AsOf) {
			n++
		}
	}
	return n
}

func (s *Site) portfolioPage(lang string, n int) *Page {
	p := &Page{Kind: KindPortfolio, Lang: lang, Address: address.TeamsPage(n), site: s}
	p.Title, p.Description = p.word("portfolio.title"), p.word("portfolio.description")
	if n > 1 {
		p.Title = p.word("portfolio.title.page", "n", n)
	}
	p.view = func(p *Page) (any, error) { return p.portfolioView(n), nil }
	return p
}

func (p *Page) portfolioView(n int) PortfolioView {
	over := p.site.overview()
	view := PortfolioView{Table: p.teamTable(over.teams), Page: n}
	view.divide(p)
	if n > 1 {
		return view
	}
	view.Spread = p.spread(over.all)
	view.Movers = p.movers(over.teams)
	view.Over, view.Both = p.overRated(over), over.calibrated
	view.Groups = p.groupsBelow("")
	view.Rounds = p.roundLinks()
	view.Changes = p.href(address.Changes)
	view.Data = p.portfolioData()
	for _, t := range p.site.source.Portfolio.Teams {
		switch {
		case score.Retired(t, p.site.opts.AsOf):
			view.Retired = append(view.Retired, p.teamLink(t.ID))
		case len(t.Assessments) == 0:
			view.Without = append(view.Without, p.text(t.Name))
		case !p.site.publish(t).Scorecards:
			view.Hidden++
		}
	}
	return view
}

// divide keeps the rows of the heat map that are on this page.
func (v *PortfolioView) divide(p *Page) {
	teams := v.Table.Teams
	v.Total = len(teams)
	v.First = (v.Page-1)*mostOnPage + 1
	for n := 1; v.Total > mostOnPage && (n-1)*mostOnPage < v.Total; n++ {
		v.Pages = append(v.Pages, PageLink{Link{strconv.Itoa(n), p.href(address.TeamsPage(n))}, n == v.Page})
	}
	v.Table.Teams = teams[min(v.Total, v.First-1):min(v.Total, v.Page*mostOnPage)]
}

// overRated lists the capabilities on which teams and others differ. Under
// three teams there are counts only.
func (p *Page) overRated(over *overview) []OverRow {
	var rows []OverRow
	for _, d := range over.differences {
		row := OverRow{Link: p.capabilityLink(d.capability), N: len(d.values)}
		sum := 0.0
		for _, v := range d.values {
			sum += v
			switch sign(v) {
			case 1:
				row.Higher++
			case -1:
				row.Lower++
			}
		}
		if row.Higher+row.Lower == 0 {
			continue
		}
		if row.N >= fewestCompared {
			row.mean = score.Known(sum / float64(row.N))
			row.Mean = showChange(row.mean.Float)
		}
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b OverRow) int {
		if a.mean.Valid != b.mean.Valid {
			return cmp.Compare(len(b.Mean), len(a.Mean)) // the one without a mean last
		}
		return cmp.Compare(b.mean.Float, a.mean.Float)
	})
	return rows
}

// fewestCompared is how many teams it takes for a mean or a median: of fewer
// it says who they are.
const fewestCompared = 3
