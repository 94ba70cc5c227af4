package load

import (
	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// unassessed is the short form of a rating that drops a carried one.
const unassessed = "unassessed"

// ratings reads what an assessment says of capabilities. All ratings of a file
// stand in one block of memory, since a site may have a million of them.
func (f *file) ratings(n *yaml.Node) []*maturity.Rating {
	if n.Kind == yaml.MappingNode && len(n.Content) == 0 {
		return nil // a first assessment may rate nothing yet, or extend an earlier one
	}
	block := make([]maturity.Rating, 0, len(n.Content)/2)
	f.entries(n, func(key, value *yaml.Node) {
		block = append(block, maturity.Rating{
			Pos:        f.pos(key),
			Capability: maturity.Ref{ID: intern(key.Value), Pos: f.pos(key)},
			Level:      maturity.NoLevel,
		})
		if !f.rating(value, &block[len(block)-1]) {
			block = block[:len(block)-1]
		}
	})
	ratings := make([]*maturity.Rating, len(block))
	for i := range block {
		ratings[i] = &block[i]
	}
	return ratings
}

// ratingMap is the shape of what an assessment says of capabilities.
var ratingMap = Shape{Name: "ratings", Type: TypeMap, Keys: &aFullID, Items: &ratingShape, Empty: true}

var ratingShape = func() Shape {
	s := ratingRecord.shape("rating").or(aLevel, oneOf([]string{unassessed}))
	s.AnyOf = []string{"level", "criteria"}
	s.Without = map[string][]string{}
	for _, by := range exclusive {
		s.AnyOf = append(s.AnyOf, by.key)
		s.Without[by.key] = by.without
	}
	return s
}()

var ratingRecord = record[maturity.Rating]{
	{"level", false, aLevel, func(f *file, n *yaml.Node, r *maturity.Rating) { r.Level = f.level(n) }},
	{"criteria", false, criterionMap, func(f *file, n *yaml.Node, r *maturity.Rating) { r.Criteria = f.criteria(n) }},
	{"from", false, anID, func(f *file, n *yaml.Node, r *maturity.Rating) { r.From = f.ref(n) }},
	{"na", false, naShape, func(f *file, n *yaml.Node, r *maturity.Rating) {
		if n.Kind != yaml.MappingNode {
			f.add(diag.New(f.pos(n), diag.NAWithoutReason).Found(show(n)).Wanted("{reason: …, review: 2027-03-31}"))
			return
		}
		naRecord.read(f, n, r)
		if keyNode(n, "reason") == nil {
			f.add(diag.New(f.pos(n), diag.NAWithoutReason))
		}
	}},
	{"target", false, wholeIn(1, maxLevel), func(f *file, n *yaml.Node, r *maturity.Rating) {
		r.Target, _ = f.wholeIn(n, 1, maxLevel)
		r.TargetPos = f.pos(n)
	}},
	{"due", false, aDate, func(f *file, n *yaml.Node, r *maturity.Rating) { r.Due = f.date(n) }},
	{"note", false, aText, func(f *file, n *yaml.Node, r *maturity.Rating) { r.Note = f.texts(n) }},
	{"evidence", false, listOf(evidenceShape), func(f *file, n *yaml.Node, r *maturity.Rating) { r.Evidence = f.evidence(n) }},
}

var naRecord = record[maturity.Rating]{
	{"reason", false, aText, func(f *file, n *yaml.Node, r *maturity.Rating) { r.Reason = f.texts(n) }},
	{"review", false, aDate, func(f *file, n *yaml.Node, r *maturity.Rating) { r.Review = f.date(n) }},
}

// naShape asks for the reason, whose lack has a message of its own.
var naShape = func() Shape {
	s := naRecord.shape("not applicable")
	s.AnyOf = []string{"reason"}
	return s
}()

// rating reads what is said of one capability, and returns false when it says
// nothing that can be read.
func (f *file) rating(n *yaml.Node, r *maturity.Rating) bool {
	switch {
	case n.Kind == yaml.MappingNode:
		before := len(f.diags)
		ratingRecord.read(f, n, r)
		return f.ratingKind(n, r, len(f.diags) == before)
	case n.Kind == yaml.ScalarNode && n.Value == unassessed:
		r.Kind = maturity.Unassessed
		return true
	case n.Kind == yaml.ScalarNode && isPlain(n) && wholeNumber.MatchString(n.Value):
		r.Kind = maturity.Rated
		r.Level = f.level(n)
		return r.Level != maturity.NoLevel
	}
	d := diag.New(f.pos(n), diag.RatingForm).Found(show(n))
	if n.Kind == yaml.ScalarNode && !isPlain(n) && wholeNumber.MatchString(n.Value) {
		f.add(d.Hint(diag.HintUnquote))
		return false
	}
	d = d.Wanted("3, {level: 3, …}, {criteria: …}, {from: …}, {na: …}, unassessed")
	if n.Kind == yaml.ScalarNode {
		d = hintFullWidth(d, n.Value).Nearest(n.Value, []string{unassessed})
	}
	f.add(d)
	return false
}

// exclusive are the keys by which a rating is one of a kind, and what may not
// stand beside them. A rating with neither is by a level, by criteria, or both.
var exclusive = []struct {
	key     string
	kind    maturity.RatingKind
	without []string
}{
	{"na", maturity.NotApplicable, []string{"level", "criteria", "from", "evidence"}},
	{"from", maturity.Inherited, []string{"level", "criteria", "evidence"}},
}

// ratingKind says by what the capability is rated: exactly one of a level or
// criteria, another team's rating, or that it does not apply.
func (f *file) ratingKind(n *yaml.Node, r *maturity.Rating, readable bool) bool {
	for _, by := range exclusive {
		at := keyNode(n, by.key)
		if at == nil {
			continue
		}
		r.Kind = by.kind
		for _, other := range by.without {
			if k := keyNode(n, other); k != nil {
				f.add(diag.New(f.pos(k), diag.KeyMisplaced, "key", other, "with", by.key).At(f.pos(at), diag.HintStands, "key", by.key))
			}
		}
		return true
	}
	if keyNode(n, "level") != nil || keyNode(n, "criteria") != nil {
		r.Kind = maturity.Rated
		return true
	}
	if readable { // otherwise the key may have been misspelt, and that is said
		f.add(diag.New(f.pos(n), diag.RatingNothing))
	}
	return false
}

// criteria reads the answers to a capability's criteria.
func (f *file) criteria(n *yaml.Node) []maturity.CriterionAnswer {
	answers := make([]maturity.CriterionAnswer, 0, len(n.Content)/2)
	f.entries(n, func(key, value *yaml.Node) {
		a := maturity.CriterionAnswer{Pos: f.pos(key), Criterion: maturity.Ref{ID: intern(key.Value), Pos: f.pos(key)}}
		if f.criterionAnswer(value, &a) {
			answers = append(answers, a)
		}
	})
	return answers
}

// criterionMap is the shape of the answers to a capability's criteria.
var (
	criterionMap = Shape{Name: "criteria", Type: TypeMap, Keys: &anID, Items: &answerShape}
	answerShape  = criterionAnswerRecord.shape("answer").or(anID)
)

var criterionAnswerRecord = record[maturity.CriterionAnswer]{
	{"answer", true, anID, func(f *file, n *yaml.Node, a *maturity.CriterionAnswer) { a.Answer = f.ref(n) }},
	{"reason", false, aText, func(f *file, n *yaml.Node, a *maturity.CriterionAnswer) { a.Reason = f.texts(n) }},
	{"review", false, aDate, func(f *file, n *yaml.Node, a *maturity.CriterionAnswer) { a.Review = f.date(n) }},
	{"note", false, aText, func(f *file, n *yaml.Node, a *maturity.CriterionAnswer) { a.Note = f.texts(n) }},
	{"evidence", false, listOf(evidenceShape), func(f *file, n *yaml.Node, a *maturity.CriterionAnswer) { a.Evidence = f.evidence(n) }},
}

// criterionAnswer reads one answer, and returns false when there is none to be read.
func (f *file) criterionAnswer(n *yaml.Node, a *maturity.CriterionAnswer) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		a.Answer = f.ref(n)
	case yaml.MappingNode:
		criterionAnswerRecord.read(f, n, a)
	default:
		f.add(diag.New(f.pos(n), diag.AnswerForm).Found(show(n)).Wanted("met, {answer: met, note: …}"))
	}
	if a.Answer.ID == "" {
		return false
	}
	if a.Answer.ID == maturity.AnswerNA {
		if n.Kind == yaml.ScalarNode || keyNode(n, "reason") == nil {
			f.add(diag.New(a.Answer.Pos, diag.NAWithoutReason).Wanted("{answer: na, reason: …}"))
		}
		return true
	}
	for _, key := range []string{"reason", "review"} {
		if k := keyNode(n, key); k != nil {
			f.add(diag.New(f.pos(k), diag.KeyMisplaced, "key", key, "with", "answer: "+short(a.Answer.ID)).At(a.Answer.Pos, diag.HintStands, "key", short(a.Answer.ID)))
		}
	}
	return true
}

// evidenceShape is that of one piece; an address alone will do.
var evidenceShape = evidenceRecord.shape("evidence").or(aLine)

var evidenceRecord = record[maturity.Evidence]{
	{"title", false, aName, func(f *file, n *yaml.Node, e *maturity.Evidence) { e.Title = f.name(n) }},
	{"url", true, aLine, func(f *file, n *yaml.Node, e *maturity.Evidence) { e.URL = f.line(n) }},
	{"date", false, aDate, func(f *file, n *yaml.Node, e *maturity.Evidence) { e.Date = f.date(n) }},
}

// evidence reads where a claim can be checked. Which addresses are safe to show
// package check says.
func (f *file) evidence(n *yaml.Node) []maturity.Evidence {
	evidence := make([]maturity.Evidence, 0, len(n.Content))
	f.items(n, func(item *yaml.Node) {
		e := maturity.Evidence{Pos: f.pos(item)}
		if item.Kind == yaml.ScalarNode {
			e.URL = f.line(item)
		} else if !evidenceRecord.read(f, item, &e) {
			return
		}
		if e.URL != "" {
			evidence = append(evidence, e)
		}
	})
	return evidence
}
