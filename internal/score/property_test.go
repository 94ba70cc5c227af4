package score_test

import (
	"encoding/json"
	"math"
	"slices"
	"sync"
	"testing"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

const seeds = 300

func TestWeightsSumToOne(t *testing.T) {
	for seed := range uint64(seeds) {
		site := newRandomSite(seed)
		card := score.New(site.model, site.portfolio).Scorecard(site.newest("t"))
		sum, gain, rated := 0.0, 0.0, 0
		for _, c := range card.Capabilities() {
			if c.Status == score.Rated {
				sum += c.Weight.Float
				gain += c.Gain.Float
				rated++
			}
		}
		if rated > 0 && math.Abs(sum-1) > 1e-9 {
			t.Errorf("seed %d: the weights sum to %v", seed, sum)
		}
		if math.Abs(gain-card.Overall.Gap.Float) > 1e-9 {
			t.Errorf("seed %d: the gains sum to %v, the overall gap is %v", seed, gain, card.Overall.Gap.Float)
		}
	}
}

func TestOneMoreCriterionMetNeverLowers(t *testing.T) {
	compared := 0
	for seed := range uint64(seeds) {
		site := newRandomSite(seed)
		scorer := score.New(site.model, site.portfolio)
		a := site.newest("t")
		before := scorer.Scorecard(a)
		for _, r := range a.Ratings {
			if r.Kind != maturity.Rated || len(r.Criteria) == 0 {
				continue
			}
			given := r.Criteria
			for _, l := range site.model.Capability(r.Capability.ID).Levels {
				for _, k := range l.Criteria {
					if isAnswered(given, k.ID) {
						continue
					}
					r.Criteria = append(slices.Clip(given), answered(r.Capability.ID, k.ID, "met").Criteria...)
					after := scorer.Scorecard(a)
					compared++
					was, now := before.Capability(r.Capability.ID), after.Capability(r.Capability.ID)
					if now.Score.Float < was.Score.Float-1e-9 || now.Level.Int < was.Level.Int ||
						after.Overall.Score.Float < before.Overall.Score.Float-1e-9 {
						t.Errorf("seed %d: %s of %s met: from %v to %v", seed, k.ID, was.ID, was.Score, now.Score)
					}
				}
			}
			r.Criteria = given
		}
	}
	if compared < 1000 {
		t.Errorf("only %d comparisons: the sites are too poor", compared)
	}
}

func isAnswered(answers []maturity.CriterionAnswer, criterion string) bool {
	return slices.ContainsFunc(answers, func(a maturity.CriterionAnswer) bool { return a.Criterion.ID == criterion })
}

// TestPlanReachesTargets carries out each plan step by step, by the model's
// requirements and not by the plan's own word for them.
func TestPlanReachesTargets(t *testing.T) {
	steps, pulled := 0, 0
	for seed := range uint64(seeds) {
		site := newRandomSite(seed)
		card := score.New(site.model, site.portfolio).Scorecard(site.newest("t"))
		passed := passedLevels(card)
		overall := card.Overall.Score.Float
		for n, s := range card.Plan {
			steps++
			if s.PulledBy != nil {
				pulled++
				if first := firstNeeding(card.Plan, n); first < 0 || card.Plan[first].Capability != *s.PulledBy {
					t.Errorf("seed %d: %s@%d is pulled by %s, which is not the first to need it", seed, s.Capability, s.To, *s.PulledBy)
				}
			}
			if passed[s.Capability][s.To] {
				t.Errorf("seed %d: step %s@%d is done already", seed, s.Capability, s.To)
			}
			for _, q := range site.model.Capability(s.Capability).Level(s.To).Requires {
				if !stands(site.model, passed, card, q.Capability.ID, q.Level) {
					t.Errorf("seed %d: step %s@%d comes before %s@%d", seed, s.Capability, s.To, q.Capability.ID, q.Level)
				}
			}
			if !stands(site.model, passed, card, s.Capability, s.From) {
				t.Errorf("seed %d: step %s@%d comes before the level below it", seed, s.Capability, s.To)
			}
			passed[s.Capability][s.To] = true
			overall += s.Gain
			if math.Abs(s.Projected-overall) > 1e-9 || s.Gain < 0 {
				t.Errorf("seed %d: step %s@%d: gain %v, projected %v", seed, s.Capability, s.To, s.Gain, s.Projected)
			}
		}
		for _, g := range card.Gaps {
			if !stands(site.model, passed, card, g.Capability, g.Target) {
				t.Errorf("seed %d: after the plan %s is not at its target %d", seed, g.Capability, g.Target)
			}
		}
	}
	if steps < 1000 || pulled < 50 {
		t.Errorf("only %d steps, %d of them pulled in: the sites are too poor", steps, pulled)
	}
}

func passedLevels(card *score.Scorecard) map[string]map[int]bool {
	passed := make(map[string]map[int]bool)
	for _, c := range card.Capabilities() {
		passed[c.ID] = make(map[int]bool)
		for _, f := range c.Fractions() {
			passed[c.ID][f.Level] = f.Passed
		}
	}
	return passed
}

// stands reports whether a capability has passed a level and all below it.
func stands(m *maturity.Model, passed map[string]map[int]bool, card *score.Scorecard, id string, level int) bool {
	if card.Capability(id).Status == score.NotApplicable {
		return true
	}
	for l := m.Scale.Min + 1; l <= level; l++ {
		if !passed[id][l] {
			return false
		}
	}
	return true
}

// firstNeeding returns the place of the first step that needs the n-th directly, or -1.
func firstNeeding(plan []score.Step, n int) int {
	for i := range plan {
		if slices.Contains(directNeeds(plan, i), n) {
			return i
		}
	}
	return -1
}

// TestPlanTakesTheMostValuableFirst works out each step's value by another way:
// backwards along the plan, in which every step stands after what it needs.
func TestPlanTakesTheMostValuableFirst(t *testing.T) {
	for seed := range uint64(seeds) {
		site := newRandomSite(seed)
		plan := score.New(site.model, site.portfolio).Scorecard(site.newest("t")).Plan
		needs := make([][]int, len(plan))
		value := make([]float64, len(plan))
		for i, s := range plan {
			needs[i] = directNeeds(plan, i)
			value[i] = s.Gain / s.Effort
		}
		for i := len(plan) - 1; i >= 0; i-- {
			for _, need := range needs[i] {
				value[need] = max(value[need], value[i])
			}
		}
		for i := range plan {
			for j := i + 1; j < len(plan); j++ {
				ready := !slices.ContainsFunc(needs[j], func(need int) bool { return need >= i })
				if ready && value[j] > value[i]+1e-9 {
					t.Errorf("seed %d: step %d, worth %v, comes before step %d, worth %v", seed, i, value[i], j, value[j])
				}
			}
		}
	}
}

// directNeeds returns the places in the plan of what the i-th step needs.
func directNeeds(plan []score.Step, i int) []int {
	highest := func(capability string, upTo int) []int {
		found := -1
		for j, s := range plan {
			if s.Capability == capability && s.To <= upTo && (found < 0 || s.To > plan[found].To) {
				found = j
			}
		}
		if found < 0 {
			return nil
		}
		return []int{found}
	}
	needs := highest(plan[i].Capability, plan[i].From)
	for _, n := range plan[i].Needs {
		needs = append(needs, highest(n.Capability, n.Level)...)
	}
	return needs
}

func TestOrderOfInputChangesNothing(t *testing.T) {
	for seed := range uint64(seeds) {
		site := newRandomSite(seed)
		want := encode(t, site)
		shuffle := func(n int, swap func(i, j int)) { site.rng.Shuffle(n, swap) }
		teams := site.portfolio.Teams
		shuffle(len(teams), func(i, j int) { teams[i], teams[j] = teams[j], teams[i] })
		for _, team := range teams {
			as := team.Assessments
			shuffle(len(as), func(i, j int) { as[i], as[j] = as[j], as[i] })
			for _, a := range as {
				shuffle(len(a.Ratings), func(i, j int) { a.Ratings[i], a.Ratings[j] = a.Ratings[j], a.Ratings[i] })
				for _, r := range a.Ratings {
					shuffle(len(r.Criteria), func(i, j int) { r.Criteria[i], r.Criteria[j] = r.Criteria[j], r.Criteria[i] })
				}
			}
		}
		if got := encode(t, site); got != want {
			t.Errorf("seed %d: another order gave another scorecard:\n%s\nnot\n%s", seed, got, want)
		}
	}
}

// encode scores every team's newest assessment, in the order of the teams' ids.
func encode(t *testing.T, site *randomSite) string {
	t.Helper()
	scorer := score.New(site.model, site.portfolio)
	teams := slices.Clone(site.portfolio.Teams)
	slices.SortFunc(teams, func(a, b *maturity.Team) int { return int(a.ID[0]) - int(b.ID[0]) })
	var cards []*score.Scorecard
	for _, team := range teams {
		cards = append(cards, scorer.Scorecard(score.NewestOf(team, "")))
	}
	data, err := json.Marshal(struct {
		Cards    []*score.Scorecard
		Overview score.Aggregate
	}{cards, score.Overview(cards)})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestConcurrentUse(t *testing.T) {
	site := newRandomSite(1)
	want := encode(t, site)
	scorer := score.New(site.model, site.portfolio)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				for _, team := range site.portfolio.Teams {
					scorer.Scorecard(score.NewestOf(team, ""))
				}
			}
		})
	}
	wg.Wait()
	if got := encode(t, site); got != want {
		t.Error("scoring changed its input")
	}
}
