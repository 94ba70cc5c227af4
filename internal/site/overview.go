package site

import (
	"maps"
	"slices"
	"strings"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// An overview is what pages over many teams are made of: worked out once, when
// the first of them is made, and light enough to be kept. It holds no
// scorecard.
type overview struct {
	teams       []teamResult // those that have handed in, by id
	all         score.Aggregate
	groups      map[string]score.Aggregate // by path, at every prefix
	differences []capabilityDifferences    // by capability, in the model's order
	calibrated  int                        // teams that have both assessments
}

// A teamResult is how a team stands by its newest assessment.
type teamResult struct {
	team     *maturity.Team
	newest   *maturity.Assessment
	retired  bool
	complete bool
	overall  score.Summary
	domains  []score.Summary // in the model's order
	levels   []score.Level   // of the capabilities, in the model's order
	move     *move           // nil without an earlier assessment of the same kind
}

// A move is what changed since a team's assessment before, of the same kind.
type move struct {
	since      *maturity.Assessment
	by         score.Number // of the overall score
	up, down   int          // capabilities whose level rose or fell
	comparable bool         // the same version of the model
}

// capabilityDifferences are by how much teams rate themselves higher than
// others do.
type capabilityDifferences struct {
	capability *maturity.Capability
	values     []float64
}

// newOverview looks at the newest assessment of every team. Those that have
// retired are in no aggregate.
func (s *Site) newOverview() *overview {
	o := &overview{groups: map[string]score.Aggregate{}}
	for _, c := range s.source.Model.Capabilities() {
		o.differences = append(o.differences, capabilityDifferences{capability: c})
	}
	var cards []*score.Scorecard
	for _, t := range s.source.Portfolio.Teams {
		newest := score.NewestOf(t, "")
		if newest == nil {
			continue
		}
		card := s.scorer.Scorecard(newest)
		result := newTeamResult(t, card, score.Retired(t, s.opts.AsOf))
		if previous := score.Previous(t, newest); previous != nil {
			result.move = newMove(s.scorer.Scorecard(previous), card)
		}
		o.teams = append(o.teams, result)
		if !result.retired {
			cards = append(cards, card)
			o.addDifferences(s.calibrate(t, ""))
		}
	}
	o.all = score.Overview(cards)
	for _, g := range score.Groups(cards) {
		o.groups[g.Path] = score.Overview(g.Cards)
	}
	return o
}

func newTeamResult(t *maturity.Team, card *score.Scorecard, retired bool) teamResult {
	r := teamResult{
		team: t, newest: card.Assessment, retired: retired,
		complete: card.Complete,
		overall:  withoutBlockers(card.Overall.Summary),
	}
	for _, d := range card.Domains {
		r.domains = append(r.domains, withoutBlockers(d.Summary))
	}
	for i := range card.Capabilities() {
		r.levels = append(r.levels, card.Capabilities()[i].Level)
	}
	return r
}

// withoutBlockers drops the list that would keep a scorecard in memory.
func withoutBlockers(sum score.Summary) score.Summary {
	sum.Blockers = nil
	return sum
}

func newMove(before, now *score.Scorecard) *move {
	diff := score.Compare(before, now)
	m := &move{since: before.Assessment, comparable: diff.NotComparable == ""}
	if before.Overall.Score.Valid && now.Overall.Score.Valid {
		m.by = score.Known(now.Overall.Score.Float - before.Overall.Score.Float)
	}
	m.up, m.down, _ = diff.Moves()
	return m
}

// addDifferences adds a team's calibration, where both sides used the same model.
func (o *overview) addDifferences(c *score.Calibration) {
	if c == nil || c.Self.Model != c.Other.Model {
		return
	}
	o.calibrated++
	for _, d := range c.Differences {
		i := c.Self.Capability(d.Capability).Definition.Index
		o.differences[i].values = append(o.differences[i].values, d.Difference)
	}
}

// groupPaths are the paths of all groups that have a team, with those above
// them, sorted.
func (s *Site) groupPaths() []string {
	paths := map[string]bool{}
	for _, t := range s.source.Portfolio.Teams {
		for path := t.Group; path != ""; path = groupAbove(path) {
			paths[path] = true
		}
	}
	return slices.Sorted(maps.Keys(paths))
}

// groupAbove is the path of the group above, "" at the top.
func groupAbove(path string) string { return path[:max(0, strings.LastIndexByte(path, '/'))] }
