package score

import (
	"maps"
	"slices"
	"strings"
)

// An Aggregate says how many teams stand (the scoring rules, section 7).
type Aggregate struct {
	Teams        int            `json:"teams"`      // whose scorecards entered
	Incomplete   int            `json:"incomplete"` // whose scorecards did not, for too little coverage
	Overall      Distribution   `json:"overall"`
	Domains      []Distribution `json:"domains"`      // in the model's order
	Capabilities []Distribution `json:"capabilities"` // in the model's order
}

// A Distribution says how teams stand in one respect. With fewer than three
// scores there are counts only: a median of two says who they are.
type Distribution struct {
	ID         string       `json:"id,omitempty"` // of a domain or a capability; "" for the whole
	N          int          `json:"n"`            // how many teams have a score
	Unassessed int          `json:"unassessed"`
	NA         int          `json:"na"`     // not applicable
	Levels     []LevelCount `json:"levels"` // every level of the scale, lowest first
	Q1         Number       `json:"q1"`     // lower quartile
	Median     Number       `json:"median"`
	Q3         Number       `json:"q3"` // upper quartile
}

// A LevelCount says how many teams stand at a level.
type LevelCount struct {
	Level int `json:"level"`
	Count int `json:"count"`
}

// minTeams is how many scores it takes for a median and quartiles.
const minTeams = 3

// Overview looks over scorecards, at most one of each team, made by one
// scorer. Those that are not complete enter no number. The caller leaves out
// the teams that have retired ([Retired]).
func Overview(cards []*Scorecard) Aggregate {
	var out Aggregate
	if len(cards) == 0 {
		return out
	}
	first := cards[0]
	complete := make([]*Scorecard, 0, len(cards))
	for _, c := range cards {
		if c.Complete {
			complete = append(complete, c)
		}
	}
	out.Teams = len(complete)
	out.Incomplete = len(cards) - len(complete)
	out.Overall = distribute(complete, first, "", func(c *Scorecard) result {
		return summaryResult(&c.Overall.Summary)
	})
	for i := range first.Domains {
		out.Domains = append(out.Domains, distribute(complete, first, first.Domains[i].ID, func(c *Scorecard) result {
			return summaryResult(&c.Domains[i].Summary)
		}))
	}
	for i := range first.capabilities {
		out.Capabilities = append(out.Capabilities, distribute(complete, first, first.capabilities[i].ID, func(c *Scorecard) result {
			k := &c.capabilities[i]
			return result{k.Status, k.Score.Float, k.Level.Int}
		}))
	}
	return out
}

// Domain returns the distribution of a domain, or nil.
func (a *Aggregate) Domain(id string) *Distribution { return distribution(a.Domains, id) }

// Capability returns the distribution of a capability, or nil.
func (a *Aggregate) Capability(id string) *Distribution { return distribution(a.Capabilities, id) }

func distribution(all []Distribution, id string) *Distribution {
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// A result is how one team stands in one respect.
type result struct {
	status Status
	score  float64
	level  int
}

// summaryResult is a group's result: not applicable when nothing of it is.
func summaryResult(s *Summary) result {
	switch {
	case s.Score.Valid:
		return result{Rated, s.Score.Float, s.Level.Int}
	case s.Coverage.Applicable == 0:
		return result{status: NotApplicable}
	default:
		return result{status: Unassessed}
	}
}

func distribute(cards []*Scorecard, model *Scorecard, id string, of func(*Scorecard) result) Distribution {
	scale := model.Definition.Scale
	d := Distribution{ID: id, Levels: make([]LevelCount, scale.Len())}
	for i := range d.Levels {
		d.Levels[i].Level = scale.Min + i
	}
	scores := make([]float64, 0, len(cards))
	for _, c := range cards {
		switch r := of(c); r.status {
		case Rated:
			scores = append(scores, r.score)
			d.Levels[r.level-scale.Min].Count++
		case NotApplicable:
			d.NA++
		default:
			d.Unassessed++
		}
	}
	d.N = len(scores)
	if d.N >= minTeams {
		slices.Sort(scores)
		d.Q1 = Known(quantile(scores, 0.25))
		d.Median = Known(quantile(scores, 0.5))
		d.Q3 = Known(quantile(scores, 0.75))
	}
	return d
}

// quantile interpolates linearly between sorted scores, the method that
// spreadsheets call inclusive.
func quantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	low := int(at)
	high := min(low+1, len(sorted)-1)
	return sorted[low] + (at-float64(low))*(sorted[high]-sorted[low])
}

// A Group is the teams of a group and of all below it.
type Group struct {
	Path  string // "commerce", "commerce/checkout"
	Cards []*Scorecard
}

// Groups sorts scorecards into the groups of their teams, at every prefix of
// the path. The groups come by path; one that no card's team is in does not
// come. Each is for [Overview] to look over.
func Groups(cards []*Scorecard) []Group {
	byPath := make(map[string][]*Scorecard)
	for _, c := range cards {
		if c.TeamRecord == nil {
			continue
		}
		path := c.TeamRecord.Group
		for path != "" {
			byPath[path] = append(byPath[path], c)
			path = path[:max(0, strings.LastIndexByte(path, '/'))]
		}
	}
	groups := make([]Group, 0, len(byPath))
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		groups = append(groups, Group{path, byPath[path]})
	}
	return groups
}
