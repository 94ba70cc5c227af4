package site

import (
	"cmp"
	"slices"

	"gradus/internal/address"
	"gradus/internal/maturity"
)

// Movers are the teams whose score moved between their last two assessments of
// one kind, up and down alike, the largest move first.
type Movers struct {
	Up, Down []MoverRow
	Same     int // teams whose score did not move
	Other    int // teams whose last two assessments do not compare
}

// A MoverRow is one team that moved.
type MoverRow struct {
	Link
	Since, Date maturity.Date
	By          string // with its sign
	Up, Down    int    // capabilities whose level rose or fell

	by float64
}

// movers finds who moved among teams that publish their scorecards.
func (p *Page) movers(results []teamResult) Movers {
	var m Movers
	for _, r := range results {
		if r.retired || r.move == nil || !r.move.by.Valid || !p.site.publish(r.team).Scorecards {
			continue
		}
		if !r.move.comparable {
			m.Other++
			continue
		}
		row := p.moverRow(r.team, r.newest, r.move)
		switch sign(row.by) {
		case 1:
			m.Up = append(m.Up, row)
		case -1:
			m.Down = append(m.Down, row)
		default:
			m.Same++
		}
	}
	sortMovers(m.Up, m.Down)
	return m
}

func (p *Page) moverRow(t *maturity.Team, now *maturity.Assessment, m *move) MoverRow {
	return MoverRow{
		Link:  Link{p.text(t.Name), p.href(address.Assessment(t.ID, now.Key()))},
		Since: m.since.Date, Date: now.Date,
		By: showChange(m.by.Float),
		Up: m.up, Down: m.down,
		by: m.by.Float,
	}
}

// sortMovers puts the largest move first.
func sortMovers(up, down []MoverRow) {
	slices.SortStableFunc(up, func(a, b MoverRow) int { return cmp.Compare(b.by, a.by) })
	slices.SortStableFunc(down, func(a, b MoverRow) int { return cmp.Compare(a.by, b.by) })
}
