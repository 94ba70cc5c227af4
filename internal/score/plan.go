package score

import (
	"cmp"
	"slices"

	"gradus/internal/maturity"
)

// gaps lists the rated capabilities below their targets, what gains most first
// (the scoring rules, section 4).
func gaps(all []Capability) []Gap {
	n := 0
	for i := range all {
		if all[i].Gap.Float > eps {
			n++
		}
	}
	list := make([]Gap, 0, n)
	for i := range all {
		if c := &all[i]; c.Gap.Float > eps {
			list = append(list, Gap{
				Capability: c.ID,
				Score:      c.Score.Float,
				Level:      c.Level.Int,
				Target:     c.Target.Int,
				Gap:        c.Gap.Float,
				Gain:       c.Gain.Float,
				Due:        c.Due,
				Result:     c,
			})
		}
	}
	slices.SortStableFunc(list, func(a, b Gap) int {
		return cmp.Or(compareNumbers(b.Gain, a.Gain), compareDue(a.Due, b.Due))
	})
	return list
}

// compareDue orders due dates, none last.
func compareDue(a, b maturity.Date) int {
	if (a == "") != (b == "") {
		return cmp.Compare(b, a)
	}
	return cmp.Compare(a, b)
}

// A planner finds the steps that close the gaps, and their order (the scoring
// rules, section 5).
type planner struct {
	rules        []rules
	capabilities []Capability
	passing      passing
	steps        []step
	at           []int // capability and level -> place in steps + 1; 0 for none
	scratch      []float64
}

// A step is one level of one capability that the plan has to pass.
type step struct {
	capability int // place in planner.capabilities
	level      int // place in rules.levels
	pulled     bool
	done       bool
	valued     bool
	gain       float64
	ratio      float64 // gain / effort
	value      float64 // the greatest ratio of itself and all that need it
	needs      []int   // places in steps: what it needs directly
	place      int     // in the finished plan
}

// plan returns the plan that closes a scorecard's gaps.
func (s *Scorer) plan(card *Scorecard, p passing) []Step {
	if len(card.Gaps) == 0 {
		return []Step{}
	}
	pl := &planner{
		rules:        s.rules,
		capabilities: card.capabilities,
		passing:      p,
		steps:        make([]step, 0, 4*len(card.Gaps)),
		at:           make([]int, len(p.shares)),
		scratch:      make([]float64, p.levels),
	}
	for i := range card.capabilities {
		if c := &card.capabilities[i]; c.Gap.Float > eps {
			pl.add(i, c.Target.Int, false)
		}
	}
	for i := 0; i < len(pl.steps); i++ { // pulling in makes the list longer
		pl.pull(i)
	}
	pl.link()
	pl.gains()
	pl.values()
	return pl.publish(pl.order(), card.Overall.Score.Float)
}

// add plans every level of a capability up to one that is not passed and not
// yet planned.
func (pl *planner) add(capability, upTo int, pulled bool) {
	for i, f := range pl.passing.of(capability) {
		if pl.rules[capability].levels[i].level > upTo {
			return
		}
		if at := pl.place(capability, i); !passed(f) && *at == 0 {
			pl.steps = append(pl.steps, step{capability: capability, level: i, pulled: pulled})
			*at = len(pl.steps)
		}
	}
}

func (pl *planner) place(capability, level int) *int {
	return &pl.at[capability*pl.passing.levels+level]
}

// open reports whether the plan has to bring about a required level: one that
// is not applicable counts as fulfilled, and one that nobody has assessed as
// standing at the lowest level.
func (pl *planner) open(q requirement) bool {
	switch c := &pl.capabilities[q.capability]; c.Status {
	case NotApplicable:
		return false
	case Rated:
		return c.Level.Int < q.level
	default:
		return q.level > pl.rules[q.capability].scale.Min
	}
}

func (pl *planner) requires(s *step) []requirement {
	return pl.rules[s.capability].levels[s.level].requires
}

// pull plans what the i-th step requires and no target asks for.
func (pl *planner) pull(i int) {
	for _, q := range pl.requires(&pl.steps[i]) {
		if pl.open(q) {
			pl.add(q.capability, q.level, true)
		}
	}
}

// link finds the steps that each step needs directly: the capability's next
// lower one, and the one that brings each required level about.
func (pl *planner) link() {
	needs := make([]int, 0, 2*len(pl.steps))
	for i := range pl.steps {
		s := &pl.steps[i]
		first := len(needs)
		if below := pl.highest(s.capability, s.level); below >= 0 {
			needs = append(needs, below)
		}
		for _, q := range pl.requires(s) {
			if pl.open(q) {
				levels := q.level - pl.rules[q.capability].scale.Min
				if need := pl.highest(q.capability, levels); need >= 0 {
					needs = append(needs, need)
				}
			}
		}
		s.needs = needs[first:len(needs):len(needs)]
	}
}

// highest returns the highest step among a capability's first levels, or -1.
func (pl *planner) highest(capability, levels int) int {
	for i := levels - 1; i >= 0; i-- {
		if at := *pl.place(capability, i); at > 0 {
			return at - 1
		}
	}
	return -1
}

// gains works out what each step is worth to the overall score once the
// capability's lower steps are done.
func (pl *planner) gains() {
	for capability := range pl.capabilities {
		if pl.highest(capability, pl.passing.levels) < 0 {
			continue
		}
		r, c := &pl.rules[capability], &pl.capabilities[capability]
		shares := pl.scratch
		copy(shares, pl.passing.of(capability))
		before := r.score(shares)
		for level := range shares {
			at := *pl.place(capability, level)
			if at == 0 {
				continue
			}
			shares[level] = 1
			after := r.score(shares)
			s := &pl.steps[at-1]
			s.gain = c.Weight.Float * (after - before) // an unassessed one weighs 0
			s.ratio = s.gain / r.levels[level].effort
			before = after
		}
	}
}

// values hands each step's ratio down to all that it needs, the greatest ratio
// first, so that the first value a step is given is its greatest.
func (pl *planner) values() {
	order := make([]int, len(pl.steps))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(pl.steps[b].ratio, pl.steps[a].ratio)
	})
	for _, i := range order {
		pl.handDown(i, pl.steps[i].ratio)
	}
}

func (pl *planner) handDown(i int, value float64) {
	s := &pl.steps[i]
	if s.valued {
		return
	}
	s.valued, s.value = true, value
	for _, need := range s.needs {
		pl.handDown(need, value)
	}
}

// order returns the steps in the order in which to do them. Steps that need
// each other in a circle, which an invalid model can ask for, are left out.
func (pl *planner) order() []int {
	next := pl.lowestSteps()
	order := make([]int, 0, len(pl.steps))
	for {
		best := -1
		for k, i := range next {
			if i >= 0 && pl.ready(i) && (best < 0 || pl.before(i, next[best])) {
				best = k
			}
		}
		if best < 0 {
			return order
		}
		i := next[best]
		pl.steps[i].done = true
		pl.steps[i].place = len(order)
		order = append(order, i)
		next[best] = pl.stepAbove(i)
	}
}

// lowestSteps returns the first step of each capability that has any, in the
// model's order.
func (pl *planner) lowestSteps() []int {
	lowest := make([]int, 0, len(pl.capabilities))
	for capability := range pl.capabilities {
		if i := pl.firstFrom(capability, 0); i >= 0 {
			lowest = append(lowest, i)
		}
	}
	return lowest
}

func (pl *planner) stepAbove(i int) int {
	return pl.firstFrom(pl.steps[i].capability, pl.steps[i].level+1)
}

// firstFrom returns a capability's lowest step from a level upwards, or -1.
func (pl *planner) firstFrom(capability, level int) int {
	for ; level < pl.passing.levels; level++ {
		if at := *pl.place(capability, level); at > 0 {
			return at - 1
		}
	}
	return -1
}

func (pl *planner) ready(i int) bool {
	for _, need := range pl.steps[i].needs {
		if !pl.steps[need].done {
			return false
		}
	}
	return true
}

// before reports whether step i comes before step j, whose capability stands
// earlier in the model.
func (pl *planner) before(i, j int) bool {
	a, b := &pl.steps[i], &pl.steps[j]
	return cmp.Or(compareNumbers(a.value, b.value), compareNumbers(a.ratio, b.ratio)) > 0
}

// publish writes the plan down, with the overall score after each step.
func (pl *planner) publish(order []int, overall float64) []Step {
	plan := make([]Step, len(order))
	for n, i := range order {
		s := &pl.steps[i]
		r, c := &pl.rules[s.capability], &pl.capabilities[s.capability]
		l := &r.levels[s.level]
		overall += s.gain
		plan[n] = Step{
			Capability: c.ID,
			From:       l.level - 1,
			To:         l.level,
			Gain:       s.gain,
			Effort:     l.effort,
			Projected:  overall,
			Assess:     c.Status == Unassessed,
			Needs:      pl.openNeeds(s),
			Result:     c,
		}
		for _, need := range s.needs {
			// The first step in the plan's order to need it comes first here.
			if p := &plan[pl.steps[need].place]; pl.steps[need].pulled && p.PulledBy == nil {
				p.PulledBy = &r.definition.ID
			}
		}
	}
	return plan
}

// openNeeds lists the levels of other capabilities that a step waits for.
func (pl *planner) openNeeds(s *step) []Need {
	needs := []Need{}
	for _, q := range pl.requires(s) {
		if pl.open(q) {
			needs = append(needs, Need{pl.rules[q.capability].definition.ID, q.level})
		}
	}
	return needs
}
