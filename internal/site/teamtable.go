package site

import (
	"maps"
	"slices"
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
)

// A TeamTable is teams side by side: the heat map.
type TeamTable struct {
	Domains []Link
	Levels  []LevelName
	Teams   []TeamRow // by group, then by name: no ranking unless a reader asks for it
	Groups  []string  // that occur, sorted: what there is to filter by
	Tags    []string
	Kinds   []maturity.Kind
	Stale   int // teams that are out of date
}

// A TeamRow is a team's newest assessment.
type TeamRow struct {
	Link
	ID       string
	Group    string
	Tags     string // separated by spaces
	Sample   bool
	Date     maturity.Date
	Kind     maturity.Kind
	AgeDays  int
	Stale    bool
	Complete bool
	Overall  Standing
	Cells    []Standing // by domain
}

// teamTable sets teams side by side that publish their scorecards and have not
// retired.
func (p *Page) teamTable(results []teamResult) TeamTable {
	table := TeamTable{Levels: p.levelNames()}
	for _, d := range p.site.source.Model.Domains {
		table.Domains = append(table.Domains, p.domainLink(d))
	}
	groups, tags, kinds := map[string]bool{}, map[string]bool{}, map[maturity.Kind]bool{}
	for _, r := range results {
		if r.retired || !p.site.publish(r.team).Scorecards {
			continue
		}
		row := p.teamRow(r)
		table.Teams = append(table.Teams, row)
		if row.Stale {
			table.Stale++
		}
		for path := r.team.Group; path != ""; path = groupAbove(path) {
			groups[path] = true
		}
		for _, tag := range r.team.Tags {
			tags[tag] = true
		}
		kinds[row.Kind] = true
	}
	table.Groups = slices.Sorted(maps.Keys(groups))
	table.Tags = slices.Sorted(maps.Keys(tags))
	for _, k := range maturity.Kinds {
		if kinds[k] {
			table.Kinds = append(table.Kinds, k)
		}
	}
	p.sortTeams(table.Teams)
	return table
}

func (p *Page) teamRow(r teamResult) TeamRow {
	row := TeamRow{
		Link:     Link{p.text(r.team.Name), p.href(address.Team(r.team.ID))},
		ID:       r.team.ID,
		Group:    r.team.Group,
		Tags:     strings.Join(slices.Sorted(slices.Values(r.team.Tags)), " "),
		Sample:   r.team.HasTag(tagSample),
		Date:     r.newest.Date,
		Kind:     r.newest.Kind,
		Complete: r.complete,
		Overall:  p.standing(r.overall, nil),
	}
	row.AgeDays, row.Stale = p.age(r.newest)
	for _, d := range r.domains {
		row.Cells = append(row.Cells, p.standing(d, nil))
	}
	return row
}
