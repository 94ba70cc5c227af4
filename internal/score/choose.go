package score

import (
	"slices"
	"strings"

	"gradus/internal/maturity"
)

// NewestOf returns a team's newest assessment of the given kinds, or of any
// kind when none is given, dated on or before asOf, or of any date when that is
// "". It returns nil when there is none.
func NewestOf(t *maturity.Team, asOf maturity.Date, kinds ...maturity.Kind) *maturity.Assessment {
	return newestWhere(t, func(a *maturity.Assessment) bool {
		return (asOf == "" || a.Date <= asOf) && (len(kinds) == 0 || slices.Contains(kinds, a.Kind))
	})
}

// Previous returns the team's newest assessment before a and of its kind, or
// nil. Kinds are never mixed in one line of history.
func Previous(t *maturity.Team, a *maturity.Assessment) *maturity.Assessment {
	return newestWhere(t, func(b *maturity.Assessment) bool {
		return b.Kind == a.Kind && maturity.CompareAssessments(b, a) < 0
	})
}

func newestWhere(t *maturity.Team, fits func(*maturity.Assessment) bool) *maturity.Assessment {
	var newest *maturity.Assessment
	for _, a := range t.Assessments {
		if fits(a) && (newest == nil || maturity.CompareAssessments(a, newest) > 0) {
			newest = a
		}
	}
	return newest
}

// Retired reports whether a team has retired by a day, and so belongs in no
// aggregate of that day. Nobody retires by the day "".
func Retired(t *maturity.Team, on maturity.Date) bool {
	return t.Retired != "" && on != "" && t.Retired <= on
}

// A RoundReport says who has handed in what in a round.
type RoundReport struct {
	Round    maturity.Round
	HandedIn []Submission     // what the figures of the round are made of, by team
	Late     []Submission     // too late for the figures, by team
	Missing  []*maturity.Team // asked, and nothing handed in before the next round, by team
}

// A Submission is the assessment by which a team takes part in a round.
type Submission struct {
	Team       *maturity.Team
	Assessment *maturity.Assessment
}

// InRound finds each team's assessment of a round: the newest dated within it,
// of any kind. One dated later but before the next round is late. Teams that
// the round does not ask, and those retired by its last day, are left out.
// Scorecards of what was handed in, passed to [Overview], are the frozen figures
// of the round: nothing dated later can change them.
func InRound(p *maturity.Portfolio, r maturity.Round) RoundReport {
	report := RoundReport{Round: r}
	next := nextRound(p.Rounds, r)
	teams := slices.Clone(p.Teams)
	slices.SortFunc(teams, func(a, b *maturity.Team) int { return strings.Compare(a.ID, b.ID) })
	for _, t := range teams {
		if !r.Asks(t) || Retired(t, r.Until) {
			continue
		}
		if a := within(t, r); a != nil {
			report.HandedIn = append(report.HandedIn, Submission{t, a})
		} else if a := after(t, r.Until, next); a != nil {
			report.Late = append(report.Late, Submission{t, a})
		} else {
			report.Missing = append(report.Missing, t)
		}
	}
	return report
}

// nextRound returns the first day of the round that follows r, "" for none.
func nextRound(rounds []maturity.Round, r maturity.Round) maturity.Date {
	var next maturity.Date
	for _, other := range rounds {
		if other.From > r.Until && (next == "" || other.From < next) {
			next = other.From
		}
	}
	return next
}

func within(t *maturity.Team, r maturity.Round) *maturity.Assessment {
	return newestWhere(t, func(a *maturity.Assessment) bool { return a.Date >= r.From && a.Date <= r.Until })
}

func after(t *maturity.Team, until, next maturity.Date) *maturity.Assessment {
	return newestWhere(t, func(a *maturity.Assessment) bool {
		return a.Date > until && (next == "" || a.Date < next)
	})
}
