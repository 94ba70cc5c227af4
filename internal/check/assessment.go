package check

import (
	"slices"
	"strconv"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// assessment checks one assessment of a team.
func (c *checker) assessment(t *maturity.Team, a *maturity.Assessment) {
	c.assessmentDate(a)
	c.extends(t, a)
	c.assessmentAddresses(a)
	c.notes(a)
	if c.scorer == nil || !c.modelRef(a) {
		return
	}
	for _, r := range a.Ratings {
		c.from(a, r)
		capability := c.model.Capability(r.Capability.ID)
		if capability == nil {
			c.unknownCapability(a, r.Capability)
			continue
		}
		c.declaredLevel(r)
		c.notApplicable(capability, r)
		c.answers(a, capability, r)
		c.ownTarget(t, capability, r)
	}
	c.standing(t, a)
}

// modelRef checks which model an assessment is for, and reports whether that
// is the site's: the ids of another model say nothing here.
func (c *checker) modelRef(a *maturity.Assessment) bool {
	if a.Model.ID == "" || c.model.ID == "" {
		return true // package load has reported the one that could not be read
	}
	if a.Model.ID != c.model.ID {
		c.report(diag.New(a.Model.Pos, diag.OtherModel, "found", a.Model.ID, "model", c.model.ID).
			Wanted(c.model.ID + "@" + c.model.Version))
		return false
	}
	if c.otherVersion(a) {
		c.report(diag.New(a.Model.Pos, diag.OtherModelVersion, "found", a.Model.Version, "version", c.model.Version))
	}
	return true
}

func (c *checker) otherVersion(a *maturity.Assessment) bool {
	return a.Model.Version != "" && a.Model.Version != c.model.Version
}

// dangling reports an id that the model does not know. In an assessment of
// another version of the model that is only a warning: the id may well have
// been there.
func (c *checker) dangling(a *maturity.Assessment, d diag.Diagnostic) {
	if c.otherVersion(a) {
		d.Severity = diag.Warning
	}
	c.report(d)
}

// assessmentDate warns of a date after the as-of date; the assessment counts.
func (c *checker) assessmentDate(a *maturity.Assessment) {
	if c.asOf != "" && a.Date > c.asOf {
		c.report(diag.New(a.Pos, diag.DateAhead, "date", string(a.Date), "as-of", string(c.asOf)))
	}
}

// unknownCapability reports the id of no capability, unless its domain has a
// file that could not be read.
func (c *checker) unknownCapability(a *maturity.Assessment, ref maturity.Ref) {
	if c.unread(ref.ID) {
		return
	}
	d := diag.New(ref.Pos, diag.UnknownCapability, "capability", ref.ID)
	c.dangling(a, nearest(d, ref.ID, c.capabilityPlaces()))
}

// unread reports whether a dotted id lies in a domain that is listed in the
// model and whose file is there, but could not be read.
func (c *checker) unread(id string) bool {
	domain, _, _ := strings.Cut(id, ".")
	return c.model.Domain(domain) == nil && c.exists("model/"+domain+".yaml")
}

func (c *checker) capabilityPlaces() map[string]diag.Position {
	places := make(map[string]diag.Position)
	for _, capability := range c.model.Capabilities() {
		places[capability.ID] = capability.Pos
	}
	return places
}

// notApplicable reports a capability that the model does not allow to be not
// applicable. That a reason is given, package load has seen to.
func (c *checker) notApplicable(capability *maturity.Capability, r *maturity.Rating) {
	if r.Kind == maturity.NotApplicable && !capability.MayBeNA {
		c.report(diag.New(r.Pos, diag.NotApplicableForbidden, "capability", capability.ID).
			At(capability.Pos, diag.HintHere))
	}
}

// answers checks the criteria a rating answers and the answers it gives.
func (c *checker) answers(a *maturity.Assessment, capability *maturity.Capability, r *maturity.Rating) {
	for _, answer := range r.Criteria {
		if capability.Criterion(answer.Criterion.ID) == nil {
			c.unknownCriterion(a, capability, answer.Criterion)
		}
		if _, known := c.model.Answer(answer.Answer.ID); !known && answer.Answer.ID != maturity.AnswerNA {
			c.unknownAnswer(a, answer.Answer)
		}
	}
}

func (c *checker) unknownCriterion(a *maturity.Assessment, capability *maturity.Capability, ref maturity.Ref) {
	places := make(map[string]diag.Position)
	for _, level := range capability.Levels {
		for _, criterion := range level.Criteria {
			places[criterion.ID] = criterion.Pos
		}
	}
	d := diag.New(ref.Pos, diag.UnknownCriterion, "capability", capability.ID, "criterion", ref.ID)
	near := nearest(d, ref.ID, places)
	if len(near.Hints) == 0 {
		near = d.At(capability.Pos, diag.HintHere)
	}
	c.dangling(a, near)
}

func (c *checker) unknownAnswer(a *maturity.Assessment, ref maturity.Ref) {
	var ids []string
	places := map[string]diag.Position{maturity.AnswerNA: {}}
	for _, answer := range c.model.Answers {
		ids = append(ids, answer.ID)
		places[answer.ID] = answer.Pos
	}
	ids = append(ids, maturity.AnswerNA)
	d := diag.New(ref.Pos, diag.UnknownAnswer, "answer", ref.ID).Wanted(strings.Join(ids, ", "))
	c.dangling(a, nearest(d, ref.ID, places))
}

// declaredLevel reports a declared level that the model's scale lacks.
func (c *checker) declaredLevel(r *maturity.Rating) {
	if r.Level != maturity.NoLevel && !c.onScale(r.Level) {
		c.report(diag.New(r.Pos, diag.LevelOutside, "level", strconv.Itoa(r.Level)).
			Wanted(span(c.model.Scale.Min, c.model.Scale.Max)))
	}
}

func (c *checker) onScale(level int) bool {
	return c.model.Scale.Min <= level && level <= c.model.Scale.Max
}

// ownTarget checks a rating's own target, which may only raise the set one
// (the scoring rules, section 4).
func (c *checker) ownTarget(t *maturity.Team, capability *maturity.Capability, r *maturity.Rating) {
	if !r.TargetPos.IsValid() || !c.targetOnScale(r.Target, r.TargetPos) {
		return
	}
	set := c.scorer.SetTarget(t, capability.ID)
	if set.Valid && r.Target < set.Int {
		c.report(diag.New(r.TargetPos, diag.TargetBelowSet, "target", strconv.Itoa(r.Target), "set", strconv.Itoa(set.Int)).
			At(c.targetPlace(t, capability, set.Int), diag.SetHere))
	}
}

// targetOnScale reports a target that is no level above the lowest. It is true
// where there is nothing to complain of.
func (c *checker) targetOnScale(target int, pos diag.Position) bool {
	if c.onScale(target) && target > c.model.Scale.Min {
		return true
	}
	c.report(diag.New(pos, diag.TargetRange, "level", strconv.Itoa(target)).
		Wanted(span(c.model.Scale.Min+1, c.model.Scale.Max)))
	return false
}

// targetPlace is where the target of a team's capability is set to a level.
func (c *checker) targetPlace(t *maturity.Team, capability *maturity.Capability, level int) diag.Position {
	all := slices.Clone(t.Targets)
	for _, rule := range c.portfolio.Rules {
		if rule.Matches(t) {
			all = append(all, rule.Targets...)
		}
	}
	for _, target := range append(all, c.model.Targets...) {
		if _, applies := (maturity.Targets{target}).For(capability); applies && target.Level == level {
			return target.Scope.Pos
		}
	}
	return diag.Position{}
}

// extends checks the earlier assessment that this one carries on.
func (c *checker) extends(t *maturity.Team, a *maturity.Assessment) {
	key := a.Extends.ID
	if key == "" || c.portfolio.Team(t.ID) == nil {
		return
	}
	earlier := t.Assessment(key)
	switch {
	case earlier == nil:
		if c.exists("assessments/" + t.ID + "/" + key + ".yaml") {
			return // it is there, and package load has said why it could not be read
		}
		places := make(map[string]diag.Position)
		for _, other := range t.Assessments {
			if maturity.CompareAssessments(other, a) < 0 && other.Kind == a.Kind {
				places[other.Key()] = other.Pos
			}
		}
		d := diag.New(a.Extends.Pos, diag.UnknownExtends, "team", t.ID, "key", key)
		c.report(nearest(d, key, places))
	case maturity.CompareAssessments(earlier, a) >= 0:
		c.report(diag.New(a.Extends.Pos, diag.ExtendsNotEarlier, "key", key).At(earlier.Pos, diag.HintHere))
	case earlier.Kind != a.Kind && earlier.Kind != "" && a.Kind != "":
		c.report(diag.New(a.Extends.Pos, diag.ExtendsOtherKind,
			"key", key, "other", string(earlier.Kind), "kind", string(a.Kind)).At(earlier.Pos, diag.HintHere))
	}
}

// span writes the whole numbers from low to high.
func span(low, high int) string {
	if low == high {
		return strconv.Itoa(low)
	}
	return strconv.Itoa(low) + " … " + strconv.Itoa(high)
}
