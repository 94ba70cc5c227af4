package site

import (
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A GroupView is the view of a group: its teams and those of all groups below.
type GroupView struct {
	Below   []GroupLink
	Table   TeamTable
	Spread  Spread
	Movers  Movers
	Without []string // teams that have handed in nothing
	Hidden  int      // teams whose scorecards are not published
}

// addGroups adds a page for every group, below that of the group it is in.
func (s *Site) addGroups(portfolio *Page) {
	paths := s.groupPaths()
	for _, path := range paths {
		parent := portfolio
		if above := groupAbove(path); above != "" {
			parent = s.Page(s.url(portfolio.Lang, address.Group(above)))
		}
		p := &Page{Kind: KindGroup, Lang: portfolio.Lang, Address: address.Group(path), site: s}
		p.Title = p.word("group.title", "group", path)
		p.Description = p.word("group.description", "group", path)
		p.short = path
		p.unlisted = len(paths) > mostListed
		p.view = func(p *Page) (any, error) { return p.groupView(path), nil }
		s.add(parent, p)
	}
}

func (p *Page) groupView(path string) GroupView {
	over := p.site.overview()
	view := GroupView{Below: p.groupsBelow(path), Spread: p.spread(over.groups[path])}
	var members []teamResult
	for _, r := range over.teams {
		if r.team.InGroup(path) {
			members = append(members, r)
		}
	}
	view.Table, view.Movers = p.teamTable(members), p.movers(members)
	for _, t := range p.site.teamsIn(path) {
		switch {
		case len(t.Assessments) == 0:
			view.Without = append(view.Without, p.text(t.Name))
		case !p.site.publish(t).Scorecards:
			view.Hidden++
		}
	}
	return view
}

// teamsIn are the teams of a group and of those below it that have not retired.
func (s *Site) teamsIn(path string) []*maturity.Team {
	var teams []*maturity.Team
	for _, t := range s.source.Portfolio.Teams {
		if t.InGroup(path) && !score.Retired(t, s.opts.AsOf) {
			teams = append(teams, t)
		}
	}
	return teams
}

// groupsBelow are the groups right below one, or the outermost for "".
func (p *Page) groupsBelow(path string) []GroupLink {
	var links []GroupLink
	for _, g := range p.site.groupPaths() {
		if groupAbove(g) == path {
			links = append(links, GroupLink{Link{g, p.href(address.Group(g))}, g, len(p.site.teamsIn(g))})
		}
	}
	return links
}

// groupLinks are the groups on the way to one, the outermost first, each named
// by the last part of its path.
func (p *Page) groupLinks(path string) []Link {
	var links []Link
	for i := range len(path) + 1 {
		if path != "" && (i == len(path) || path[i] == '/') {
			prefix := path[:i]
			links = append(links, Link{prefix[strings.LastIndexByte(prefix, '/')+1:], p.href(address.Group(prefix))})
		}
	}
	return links
}
