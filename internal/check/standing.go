package check

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// eps is how close two scores are that count as equal (the scoring rules).
const eps = 1e-9

// standing checks what an assessment amounts to once it is scored.
func (c *checker) standing(t *maturity.Team, a *maturity.Assessment) {
	card := c.scorer.Scorecard(a)
	capabilities := card.Capabilities()
	for i := range capabilities {
		result := &capabilities[i]
		if result.Own == nil {
			continue
		}
		c.inherited(a, result)
		c.contradictedLevel(result)
		c.requirementsMet(card, result)
	}
	c.evidenceMissing(capabilities)
	retired := t.Retired != "" && t.Retired <= c.asOf
	if c.asOf != "" && !retired && isNewest(t, a) {
		c.overdue(capabilities)
	}
}

// isNewest reports whether no later assessment of the team has taken a's place.
func isNewest(t *maturity.Team, a *maturity.Assessment) bool {
	return !slices.ContainsFunc(t.Assessments, func(other *maturity.Assessment) bool {
		return other.Kind == a.Kind && maturity.CompareAssessments(other, a) > 0
	})
}

// standsItself reports whether the team has rated a capability by a level or
// by criteria, and that can be relied on.
func (c *checker) standsItself(result *score.Capability) bool {
	own := result.Own
	return own != nil && own.Kind == maturity.Rated && result.Level.Valid &&
		(own.Level == maturity.NoLevel || c.onScale(own.Level))
}

// contradictedLevel reports a declared level above the one that the rating's
// own answers reach (the scoring rules, section 2).
func (c *checker) contradictedLevel(result *score.Capability) {
	own := result.Own
	if result.CarriedFrom != nil || !c.standsItself(result) || own.Level <= result.Level.Int {
		return
	}
	reached := result.Level.Int
	d := diag.New(own.Pos, diag.ContradictedLevel, "level", strconv.Itoa(own.Level), "reached", strconv.Itoa(reached))
	for _, answer := range own.Criteria {
		criterion := result.Definition.Criterion(answer.Criterion.ID)
		if criterion == nil || criterion.Level != reached+1 {
			continue
		}
		// Without a blocker the level failed because all of it was waved through.
		if len(result.Blockers) == 0 || slices.Contains(result.Blockers, criterion.ID) {
			d = d.At(answer.Pos, diag.AnsweredHere,
				"level", strconv.Itoa(criterion.Level), "criterion", criterion.ID, "answer", answer.Answer.ID)
		}
	}
	c.report(d)
}

// requirementsMet warns of a level whose requirements the same assessment
// contradicts: once for each capability that is required and too low.
func (c *checker) requirementsMet(card *score.Scorecard, result *score.Capability) {
	if !c.standsItself(result) {
		return
	}
	said := map[string]bool{}
	for _, level := range slices.Backward(result.Definition.Levels) {
		if level.Level > result.Level.Int {
			continue
		}
		for _, required := range level.Requires {
			other := card.Capability(required.Capability.ID)
			if other == nil || !other.Level.Valid || other.Level.Int >= required.Level || said[other.ID] {
				continue
			}
			said[other.ID] = true
			c.requirementUnmet(result, level.Level, other, required)
		}
	}
}

func (c *checker) requirementUnmet(result *score.Capability, level int, other *score.Capability, required maturity.Requirement) {
	// The place is that of the rating this assessment brings; where both are
	// carried over, the earlier assessment has had the warning.
	at, second := result, other
	if result.CarriedFrom != nil {
		at, second = other, result
	}
	if at.CarriedFrom != nil {
		return
	}
	c.report(diag.New(at.Own.Pos, diag.RequirementUnmet,
		"level", strconv.Itoa(level), "capability", result.ID,
		"other", other.ID, "needed", strconv.Itoa(required.Level), "reached", strconv.Itoa(other.Level.Int)).
		At(second.Own.Pos, diag.RatedHere, "capability", second.ID).
		At(required.Capability.Pos, diag.RequiredHere))
}

// evidenceMissing warns, once for an assessment, of its ratings that stand at a
// level from which the model asks for evidence, and bring none.
func (c *checker) evidenceMissing(capabilities []score.Capability) {
	from := c.model.Scoring.EvidenceFrom
	if from == nil {
		return
	}
	var ids []string
	var first diag.Position
	for _, result := range capabilities {
		if !c.standsItself(&result) || result.CarriedFrom != nil || result.Level.Int < *from || result.Evidence {
			continue
		}
		ids = append(ids, result.ID)
		if !first.IsValid() || result.Own.Pos.Compare(first) < 0 {
			first = result.Own.Pos
		}
	}
	if len(ids) == 0 {
		return
	}
	d := diag.New(first, diag.EvidenceMissing, "count", strconv.Itoa(len(ids)), "from", strconv.Itoa(*from))
	for _, line := range lines(ids) {
		d = d.Hint(diag.EvidenceList, "capabilities", line)
	}
	c.report(d)
}

// lines joins ids into lines of at most 100 characters.
func lines(ids []string) []string {
	const width = 100
	out := []string{ids[0]}
	for _, id := range ids[1:] {
		last := &out[len(out)-1]
		if len(*last)+len(", ")+len(id) <= width {
			*last += ", " + id
		} else {
			out = append(out, id)
		}
	}
	return out
}

// overdue warns of reviews and due dates before the as-of date, in the newest
// assessment of its kind and what that carries over. What a later assessment
// has replaced is nobody's to mend.
func (c *checker) overdue(capabilities []score.Capability) {
	for _, result := range capabilities {
		own := result.Own
		if own == nil {
			continue
		}
		c.reviewPast(own.Pos, own.Review)
		for _, answer := range own.Criteria {
			c.reviewPast(answer.Pos, answer.Review)
		}
		if own.Due != "" && own.Due < c.asOf && result.Target.Valid && result.Gap.Float > eps {
			c.report(diag.New(own.Pos, diag.DuePast, "target", strconv.Itoa(result.Target.Int), "date", string(own.Due)))
		}
	}
}

func (c *checker) reviewPast(pos diag.Position, review maturity.Date) {
	if review != "" && review < c.asOf {
		c.report(diag.New(pos, diag.ReviewPast, "date", string(review)))
	}
}

// from checks the team whose rating is taken over.
func (c *checker) from(a *maturity.Assessment, r *maturity.Rating) {
	switch {
	case r.Kind != maturity.Inherited:
	case r.From.ID == a.Team:
		c.report(diag.New(r.From.Pos, diag.InheritedFromItself))
	case c.portfolio.Team(r.From.ID) == nil:
		c.unknownTeam(r.From.Pos, r.From.ID)
	}
}

// unknownTeam reports the id of no team, unless there is a folder for it that
// could not be read.
func (c *checker) unknownTeam(pos diag.Position, id string) {
	if c.exists("assessments/"+id) || c.exists("assessments/"+id+"/team.yaml") {
		return
	}
	places := make(map[string]diag.Position)
	for _, t := range c.portfolio.Teams {
		places[t.ID] = t.Pos
	}
	c.report(nearest(diag.New(pos, diag.UnknownTeam, "team", id), id, places))
}

// inherited follows a "from" to its end: it must not lead in a circle, and
// there should be a rating.
func (c *checker) inherited(a *maturity.Assessment, result *score.Capability) {
	own := result.Own
	if own.Kind != maturity.Inherited || own.From.ID == a.Team {
		return
	}
	rating, chain, err := c.scorer.Inherit(a, own)
	var circle *score.CircleError
	if errors.As(err, &circle) {
		c.inheritedInCircle(own, circle.Chain)
		return
	}
	last := chain[len(chain)-1]
	if rating == nil && result.CarriedFrom == nil && c.portfolio.Team(last.Team) != nil {
		c.report(diag.New(own.From.Pos, diag.NothingInherited,
			"team", last.Team, "capability", result.ID, "date", string(chainDate(a, chain))))
	}
}

// chainDate is the day by which the last team of a chain was asked.
func chainDate(a *maturity.Assessment, chain []score.Link) maturity.Date {
	if len(chain) > 1 {
		return chain[len(chain)-2].Assessment.Date
	}
	return a.Date
}

// inheritedInCircle reports a circle to those who are part of it. A chain that
// only leads into one is explained there.
func (c *checker) inheritedInCircle(own *maturity.Rating, chain []score.Link) {
	last := chain[len(chain)-1]
	if last.Team != chain[0].Team {
		return
	}
	teams := make([]string, len(chain))
	for i, link := range chain {
		teams[i] = link.Team
	}
	d := diag.New(own.From.Pos, diag.InheritedInCircle, "chain", strings.Join(teams, " → "))
	for _, link := range chain[1 : len(chain)-1] {
		if r := ratingOf(link.Assessment, own.Capability.ID); r != nil {
			d = d.At(r.Pos, diag.InheritsHere, "team", link.Team)
		}
	}
	c.report(d)
}

func ratingOf(a *maturity.Assessment, capability string) *maturity.Rating {
	for _, r := range a.Ratings {
		if r.Capability.ID == capability {
			return r
		}
	}
	return nil
}
