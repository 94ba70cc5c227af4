package score

import (
	"slices"

	"gradus/internal/maturity"
)

// A Scorer scores assessments against one model. It holds what follows from
// the model and the portfolio alone, worked out once, and never changes after
// [New]: any number of goroutines may use it.
type Scorer struct {
	model   *maturity.Model
	rules   []rules            // by capability, in the model's order
	index   map[string]int     // capability id -> place in rules
	answers map[string]float64 // answer id -> value
	targets targetTables
	teams   map[string]history
}

// rules is what the model says of one capability, laid out for arithmetic.
type rules struct {
	definition *maturity.Capability
	method     maturity.Method
	scale      maturity.Scale
	weight     float64 // p(c): the product of the weights on its path
	answers    map[string]float64
	levels     []levelRules          // the levels above the scale's lowest, in rising order
	criteria   []*maturity.Criterion // of all levels, lowest level first
	position   map[string]int        // criterion id -> place in criteria
}

// levelRules is what the model says of one level of one capability.
type levelRules struct {
	level      int
	first, end int // its criteria are rules.criteria[first:end]
	effort     float64
	requires   []requirement
}

// A requirement is a maturity.Requirement whose capability has been found.
type requirement struct {
	capability int // place in Scorer.rules
	level      int
}

// A history is a team's record and assessments, oldest first.
type history struct {
	team        *maturity.Team
	assessments []*maturity.Assessment
}

// New returns the scorer of a model, which must be indexed, and a portfolio,
// which may be nil.
func New(m *maturity.Model, p *maturity.Portfolio) *Scorer {
	s := &Scorer{
		model:   m,
		index:   make(map[string]int),
		answers: make(map[string]float64, len(m.Answers)),
		teams:   make(map[string]history),
	}
	for _, a := range m.Answers {
		s.answers[a.ID] = a.Value
	}
	s.addCapabilities()
	s.addRequirements()
	if p != nil {
		s.addTeams(p.Teams)
	}
	s.targets = newTargetTables(m, p)
	return s
}

func (s *Scorer) addCapabilities() {
	for _, d := range s.model.Domains {
		for _, a := range d.Areas {
			for _, c := range a.Capabilities {
				if _, taken := s.index[c.ID]; !taken {
					s.index[c.ID] = len(s.rules)
				}
				s.rules = append(s.rules, s.newRules(c, orOne(d.Weight)*orOne(a.Weight)*orOne(c.Weight)))
			}
		}
	}
}

func (s *Scorer) newRules(c *maturity.Capability, weight float64) rules {
	r := rules{
		definition: c,
		method:     s.model.Scoring.Method,
		scale:      s.model.Scale,
		weight:     weight,
		answers:    s.answers,
		position:   make(map[string]int),
	}
	for level := r.scale.Min + 1; level <= r.scale.Max; level++ {
		l := levelRules{level: level, first: len(r.criteria), effort: 1}
		if def := c.Level(level); def != nil {
			l.effort = orOne(def.Effort)
			for _, k := range def.Criteria {
				r.position[k.ID] = len(r.criteria)
				r.criteria = append(r.criteria, k)
			}
		}
		l.end = len(r.criteria)
		r.levels = append(r.levels, l)
	}
	return r
}

// addRequirements links requirements once every capability has its place. One
// that names no capability of the model is left out.
func (s *Scorer) addRequirements() {
	for i := range s.rules {
		for j := range s.rules[i].levels {
			l := &s.rules[i].levels[j]
			def := s.rules[i].definition.Level(l.level)
			if def == nil {
				continue
			}
			for _, q := range def.Requires {
				if k, ok := s.index[q.Capability.ID]; ok {
					l.requires = append(l.requires, requirement{k, min(q.Level, s.model.Scale.Max)})
				}
			}
		}
	}
}

func (s *Scorer) addTeams(teams []*maturity.Team) {
	for _, t := range teams {
		assessments := t.Assessments
		if !slices.IsSortedFunc(assessments, maturity.CompareAssessments) {
			assessments = slices.Clone(assessments)
			slices.SortStableFunc(assessments, maturity.CompareAssessments)
		}
		s.teams[t.ID] = history{t, assessments}
	}
}

// orOne is the default of weights and efforts, which are above 0.
func orOne(f float64) float64 {
	if f <= 0 {
		return 1
	}
	return f
}

// Scorecard scores an assessment. The assessment need not be one of the
// portfolio's; what it extends and inherits is looked up there.
func (s *Scorer) Scorecard(a *maturity.Assessment) *Scorecard {
	team := s.teams[a.Team].team
	card := &Scorecard{
		Schema: Schema,
		Team:   a.Team,
		Date:   a.Date,
		Label:  a.Label,
		Kind:   a.Kind,
		Model:  Model{a.Model.ID, a.Model.Version},

		Assessment: a,
		TeamRecord: team,
		Definition: s.model,
		scorer:     s,
	}
	passing := newPassing(len(s.rules), s.model.Scale)
	card.capabilities = s.rate(a, passing)
	s.setTargets(card.capabilities, team)
	weigh(card.capabilities)

	card.Overall = s.overall(card.capabilities)
	card.Domains = s.domains(card.capabilities)
	card.Complete = s.complete(card.Overall.Coverage)
	card.Gaps = gaps(card.capabilities)
	card.Plan = s.plan(card, passing)
	return card
}

// complete reports whether enough is rated for a badge and for aggregates over
// teams.
func (s *Scorer) complete(c Coverage) bool {
	return c.Rated > 0 && float64(c.Rated) >= s.model.Scoring.MinCoverage*float64(c.Applicable)-eps
}

// weigh works out every rated capability's share of the overall score, and
// what closing its gap would gain.
func weigh(all []Capability) {
	var sum float64
	for i := range all {
		if all[i].Status == Rated {
			sum += all[i].rules.weight
		}
	}
	for i := range all {
		if c := &all[i]; c.Status == Rated {
			c.Weight = Known(c.rules.weight / sum)
			c.Gain = Known(c.Weight.Float * c.Gap.Float)
		}
	}
}
