package score

import (
	"strings"

	"gradus/internal/maturity"
)

// A Link is one team that an inherited rating was passed on by.
type Link struct {
	Team       string
	Assessment *maturity.Assessment // the one that was asked; nil when the team has none by that day
}

// A CircleError says that a chain of "from" comes back to a team it has
// already passed through.
type CircleError struct {
	Chain []Link // from the assessment that was asked; the last team is the one that comes twice
}

// Error names the teams in the order of the chain.
func (e *CircleError) Error() string {
	teams := make([]string, len(e.Chain))
	for i, l := range e.Chain {
		teams[i] = l.Team
	}
	return "ratings inherited in a circle: " + strings.Join(teams, " -> ")
}

// Inherit follows a "from" rating of assessment a to the rating that counts
// (the scoring rules, section 2), which may be one that is not applicable. It
// returns nil when the chain ends without one, and the teams passed through.
// Any other rating counts itself. The error, if any, is a [*CircleError].
//
// A rating that a carries over from an earlier assessment is to be passed with
// a, not with the earlier one: its "from" is resolved by a's date.
func (s *Scorer) Inherit(a *maturity.Assessment, r *maturity.Rating) (*maturity.Rating, []Link, error) {
	if r.Kind != maturity.Inherited {
		return counting(r), nil, nil
	}
	chain := []Link{{a.Team, a}}
	for r != nil && r.Kind == maturity.Inherited {
		from := Link{Team: r.From.ID}
		for _, l := range chain {
			if l.Team == from.Team {
				return nil, chain[1:], &CircleError{append(chain, from)}
			}
		}
		from.Assessment = s.newest(from.Team, a.Date)
		chain = append(chain, from)
		if from.Assessment == nil {
			return nil, chain[1:], nil
		}
		a = from.Assessment
		r = s.rating(a, r.Capability.ID)
	}
	return counting(r), chain[1:], nil
}

// counting is r, or nil when r says that there is no rating.
func counting(r *maturity.Rating) *maturity.Rating {
	if r == nil || r.Kind == maturity.Unassessed {
		return nil
	}
	return r
}

// newest returns a team's newest assessment up to a day, of any kind, or nil.
func (s *Scorer) newest(team string, until maturity.Date) *maturity.Assessment {
	all := s.teams[team].assessments
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Date <= until {
			return all[i]
		}
	}
	return nil
}

// rating returns what an assessment says of one capability, itself or by what
// it extends, or nil.
func (s *Scorer) rating(a *maturity.Assessment, capability string) *maturity.Rating {
	for ; a != nil; a = s.extended(a) {
		for _, r := range a.Ratings {
			if r.Capability.ID == capability {
				return r
			}
		}
	}
	return nil
}

// extended returns the assessment that a extends, or nil. It is an earlier one
// of the same team and kind, which is why following it ends.
func (s *Scorer) extended(a *maturity.Assessment) *maturity.Assessment {
	if a.Extends.ID == "" {
		return nil
	}
	for _, earlier := range s.teams[a.Team].assessments {
		if maturity.CompareAssessments(earlier, a) >= 0 {
			break
		}
		if earlier.Kind == a.Kind && earlier.Key() == a.Extends.ID {
			return earlier
		}
	}
	return nil
}

// find sets the ratings of all capabilities: what the assessment says, else
// what it carries over, and where that leads.
func (s *Scorer) find(a *maturity.Assessment, all []Capability) {
	for in := a; in != nil; in = s.extended(in) {
		for _, r := range in.Ratings {
			i, ok := s.index[r.Capability.ID]
			if !ok || all[i].Own != nil {
				continue
			}
			all[i].Own = r
			if in != a {
				all[i].CarriedFrom = in
			}
		}
	}
	for i := range all {
		c := &all[i]
		if c.Own == nil {
			continue
		}
		// A circle is reported by package check; here it leads to no rating.
		c.Rating, c.InheritedFrom, _ = s.Inherit(a, c.Own)
		c.Due = c.Own.Due
	}
}
