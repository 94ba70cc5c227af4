package site

import (
	"cmp"
	"slices"
	"strconv"

	"gradus/internal/chart"
	"gradus/internal/score"
)

// A Spread says how teams stand: in the whole, by domain and by capability.
type Spread struct {
	N            int  // teams that count
	Incomplete   int  // teams that do not, for too little assessed
	Compare      bool // there are enough teams for medians
	Overall      SpreadRow
	Extremes     []SpreadRow // the domains with the lowest and the highest median; none where all are equal
	ByDomain     SpreadTable // the whole in its first row
	ByCapability SpreadTable // lowest median first, where there are medians
}

// A SpreadTable is how teams stand in several respects.
type SpreadTable struct {
	Name    string // of what is in the rows
	Compare bool   // there are enough teams for medians
	Levels  []LevelName
	Rows    []SpreadRow
}

// A SpreadRow says how teams stand in one respect.
type SpreadRow struct {
	Link
	Part                 string // the domain of a capability
	N                    int
	Median, Lower, Upper string // "" for fewer than three teams
	Counts               []LevelCount
	Stack                string // an SVG of the counts
	Unassessed, NA       int

	median score.Number
}

// A LevelCount says how many teams stand at a level.
type LevelCount struct {
	LevelName
	Count int
	Bar   string // an SVG of the share
}

func (p *Page) spread(over score.Aggregate) Spread {
	view := Spread{N: over.Teams, Incomplete: over.Incomplete, Compare: over.Overall.Median.Valid}
	if over.Teams == 0 {
		return view
	}
	m, levels := p.site.source.Model, p.levelNames()
	view.Overall = p.spreadRow(Link{Title: p.word("whole")}, over.Overall)
	view.ByDomain = SpreadTable{p.word("domain"), view.Compare, levels, []SpreadRow{view.Overall}}
	for i, d := range over.Domains {
		view.ByDomain.Rows = append(view.ByDomain.Rows, p.spreadRow(p.domainLink(m.Domains[i]), d))
	}
	view.Extremes = extremes(view.ByDomain.Rows[1:])
	view.ByCapability = SpreadTable{p.word("capability"), view.Compare, levels, p.capabilitySpread(over)}
	return view
}

func (p *Page) capabilitySpread(over score.Aggregate) []SpreadRow {
	var rows []SpreadRow
	for i, c := range p.site.source.Model.Capabilities() {
		row := p.spreadRow(p.capabilityLink(c), over.Capabilities[i])
		row.Part = p.text(c.Area.Domain.Name)
		rows = append(rows, row)
	}
	slices.SortStableFunc(rows, func(a, b SpreadRow) int {
		if a.median.Valid != b.median.Valid {
			return cmp.Compare(len(b.Median), len(a.Median)) // the one without a median last
		}
		return cmp.Compare(a.median.Float, b.median.Float)
	})
	return rows
}

func (p *Page) spreadRow(link Link, d score.Distribution) SpreadRow {
	row := SpreadRow{
		Link: link, N: d.N,
		Median: show(d.Median), Lower: show(d.Q1), Upper: show(d.Q3),
		Unassessed: d.Unassessed, NA: d.NA,
		median: d.Median,
	}
	var parts []chart.Part
	for _, l := range d.Levels {
		name := p.levelName(l.Level)
		part := chart.Part{Count: l.Count, Class: stepClass(name.Step)}
		parts = append(parts, part)
		row.Counts = append(row.Counts, LevelCount{name, l.Count, chart.Stack(d.N, part)})
	}
	row.Stack = chart.Stack(d.N, parts...)
	return row
}

// extremes are the rows with the lowest and the highest median.
func extremes(rows []SpreadRow) []SpreadRow {
	var found []SpreadRow
	for _, row := range rows {
		switch {
		case !row.median.Valid:
		case found == nil:
			found = []SpreadRow{row, row}
		case row.median.Float < found[0].median.Float:
			found[0] = row
		case row.median.Float > found[1].median.Float:
			found[1] = row
		}
	}
	if found == nil || found[0].Median == found[1].Median {
		return nil
	}
	return found
}

// stepClass is the class of a level's colour, by its place in the scale.
func stepClass(step int) string { return "s" + strconv.Itoa(step) }
