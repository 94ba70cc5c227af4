package score

import "gradus/internal/maturity"

// Marks of a criterion that has no value from 0 to 1.
const (
	unanswered    = -1
	notApplicable = -2
)

// passing holds f(L) of the scoring rules, section 2: for each capability the
// share of each level above the scale's lowest that is met.
type passing struct {
	shares []float64
	levels int // of one capability
}

func newPassing(capabilities int, scale maturity.Scale) passing {
	levels := max(0, scale.Len()-1)
	return passing{make([]float64, capabilities*levels), levels}
}

// of returns the shares of one capability, lowest level first.
func (p passing) of(capability int) []float64 {
	return p.shares[capability*p.levels:][:p.levels:p.levels]
}

// passed reports whether a level whose share f is met is passed.
func passed(f float64) bool { return f >= 1-eps }

// rate works out status, basis, score, level, evidence and blockers of every
// capability, and fills in how far each passes its levels.
func (s *Scorer) rate(a *maturity.Assessment, p passing) []Capability {
	all := make([]Capability, len(s.rules))
	for i := range all {
		r := &s.rules[i]
		all[i] = Capability{
			ID: r.definition.ID, Status: Unassessed, Blockers: []string{},
			Definition: r.definition, rules: r,
		}
	}
	s.find(a, all)

	var marks []float64
	blockers := make([]string, 0, 4*len(all))
	for i := range all {
		c := &all[i]
		switch {
		case c.Rating == nil:
		case c.Rating.Kind == maturity.NotApplicable:
			c.Status = NotApplicable
		case c.Rating.Kind == maturity.Rated:
			var answered int
			marks, answered = c.rules.mark(c.Rating, marks)
			if answered == 0 && c.Rating.Level == maturity.NoLevel {
				continue // only criteria that the model does not know
			}
			c.rate(marks, answered > 0, p.of(i))
			first := len(blockers)
			blockers = c.appendBlockers(blockers, marks)
			c.Blockers = blockers[first:len(blockers):len(blockers)]
		}
	}
	return all
}

// mark returns the value of each criterion's answer, in the order of
// r.criteria, and how many are answered. Answers the model does not know count
// as none. It reuses marks.
func (r *rules) mark(rating *maturity.Rating, marks []float64) (_ []float64, answered int) {
	marks = marks[:0]
	for range r.criteria {
		marks = append(marks, unanswered)
	}
	for i := range rating.Criteria {
		k := &rating.Criteria[i]
		at, ok := r.position[k.Criterion.ID]
		if !ok {
			continue
		}
		if k.Answer.ID == maturity.AnswerNA {
			marks[at] = notApplicable
			answered++
		} else if value, ok := r.answers[k.Answer.ID]; ok {
			marks[at] = value
			answered++
		}
	}
	return marks, answered
}

// rate scores a capability with a level or answers.
func (c *Capability) rate(marks []float64, answered bool, shares []float64) {
	c.Status = Rated
	switch {
	case len(c.InheritedFrom) > 0:
		c.Basis = Inherited
	case answered:
		c.Basis = Criteria
	default:
		c.Basis = Declared
	}
	for i := range shares {
		shares[i] = c.rules.share(i, c.Rating.Level, marks)
	}
	c.Level = At(c.rules.level(shares))
	c.Score = Known(c.rules.score(shares))
	c.Evidence = c.hasEvidence()
}

// share is f(L) of the i-th level above the lowest, given the declared level.
func (r *rules) share(i, declared int, marks []float64) float64 {
	l := &r.levels[i]
	if l.first == l.end && l.level <= declared {
		return 1
	}
	sum, n := 0.0, 0
	for _, mark := range marks[l.first:l.end] {
		if mark != notApplicable {
			sum += l.value(mark, declared)
			n++
		}
	}
	if n == 0 {
		return 0 // waved through as not applicable is not passed
	}
	return sum / float64(n)
}

// value is v(k) of a criterion that applies: a declared level stands for all
// that is not answered otherwise.
func (l *levelRules) value(mark float64, declared int) float64 {
	if mark != unanswered {
		return mark
	}
	if l.level <= declared {
		return 1
	}
	return 0
}

// level is the highest level that is passed with all those below it.
func (r *rules) level(shares []float64) int {
	level := r.scale.Min
	for _, f := range shares {
		if !passed(f) {
			break
		}
		level++
	}
	return level
}

// score is the capability's score by the model's method.
func (r *rules) score(shares []float64) float64 {
	if r.method == maturity.Additive {
		score := float64(r.scale.Min)
		for _, f := range shares {
			score += f
		}
		return score
	}
	level := r.level(shares)
	score := float64(level)
	if next := level - r.scale.Min; next < len(shares) {
		score += shares[next]
	}
	return score
}

// hasEvidence reports whether the rating brings any, or an answer to a
// criterion of the level that was reached.
func (c *Capability) hasEvidence() bool {
	if len(c.Rating.Evidence) > 0 {
		return true
	}
	for i := range c.Rating.Criteria {
		k := &c.Rating.Criteria[i]
		if len(k.Evidence) == 0 {
			continue
		}
		if at, ok := c.rules.position[k.Criterion.ID]; ok && c.rules.criteria[at].Level == c.Level.Int {
			return true
		}
	}
	return false
}

// appendBlockers appends the ids of the criteria that the next level lacks.
func (c *Capability) appendBlockers(ids []string, marks []float64) []string {
	next := c.Level.Int - c.rules.scale.Min
	if next >= len(c.rules.levels) {
		return ids
	}
	l := &c.rules.levels[next]
	for at := l.first; at < l.end; at++ {
		if marks[at] != notApplicable && !passed(l.value(marks[at], c.Rating.Level)) {
			ids = append(ids, c.rules.criteria[at].ID)
		}
	}
	return ids
}

// A Fraction says how far one level is met, and by what: how a score was made.
type Fraction struct {
	Level    int
	Share    float64 // of its criteria that is met, 0 to 1
	Passed   bool
	Criteria []Mark // in the model's order
}

// A Mark is what one criterion counts.
type Mark struct {
	Criterion *maturity.Criterion
	Value     Number                    // 0 to 1; unknown when the criterion was answered "not applicable"
	Answer    *maturity.CriterionAnswer // nil when the declared level speaks for it
}

// Fractions says how a rated capability's score was made, level by level above
// the scale's lowest; nil for one that is not rated. It is worked out anew at
// each call, because most scorecards are never asked.
func (c *Capability) Fractions() []Fraction {
	if c.Status != Rated {
		return nil
	}
	marks, _ := c.rules.mark(c.Rating, nil)
	answers := make(map[string]*maturity.CriterionAnswer, len(c.Rating.Criteria))
	for i := range c.Rating.Criteria {
		answers[c.Rating.Criteria[i].Criterion.ID] = &c.Rating.Criteria[i]
	}
	fractions := make([]Fraction, len(c.rules.levels))
	for i := range fractions {
		l := &c.rules.levels[i]
		f := c.rules.share(i, c.Rating.Level, marks)
		fractions[i] = Fraction{Level: l.level, Share: f, Passed: passed(f)}
		for at := l.first; at < l.end; at++ {
			k := Mark{Criterion: c.rules.criteria[at]}
			if marks[at] != unanswered {
				k.Answer = answers[k.Criterion.ID]
			}
			if marks[at] != notApplicable {
				k.Value = Known(l.value(marks[at], c.Rating.Level))
			}
			fractions[i].Criteria = append(fractions[i].Criteria, k)
		}
	}
	return fractions
}
