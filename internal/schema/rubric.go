package schema

import (
	"fmt"
	"strings"

	"gradus/internal/maturity"
)

// A rubric turns the schema of assessments into that of one model's: the keys of
// ratings and criteria are those of the model, and each says what it stands for.
// An assessment by another version of the model may name what this one lacks:
// an editor marks it, "gradus check" decides.
type rubric struct {
	model *maturity.Model
	langs []string // of the texts, by preference
}

func (r rubric) text(t maturity.Text) string { return t.In(r.langs...) }

// describe replaces what the schema says of ratings in general.
func (r rubric) describe(s *Schema) {
	ratings := s.Defs.Get("ratings")
	ratings.PropertyNames = nil
	ratings.AdditionalProperties = false
	for _, c := range r.model.Capabilities() {
		ratings.Properties = append(ratings.Properties, Property{c.ID, r.capability(c)})
		s.Defs = append(s.Defs, Property{levelOf(c), r.level(c)})
	}
	*s.Defs.Get("answer") = *r.answer(s.Defs.Get("answer"))
}

// capability is what can be said of one capability. The general rating holds as
// well, so its keys need not be repeated.
func (r rubric) capability(c *maturity.Capability) *Schema {
	criteria := &Schema{Type: Types{"object"}, AdditionalProperties: false}
	for _, l := range c.Levels {
		for _, k := range l.Criteria {
			criteria.Properties = append(criteria.Properties, Property{k.ID, &Schema{Description: r.criterion(k), Ref: "#/$defs/answer"}})
		}
	}
	long := &Schema{Type: Types{"object"}, Properties: Properties{{"level", ref(levelOf(c))}, {"criteria", criteria}}}
	if !c.MayBeNA {
		long.Properties = append(long.Properties, Property{"na", never()})
	}
	return &Schema{
		Description: r.levels(c),
		AllOf:       []*Schema{ref("rating"), {AnyOf: []*Schema{ref(levelOf(c)), {Type: Types{"string"}}, long}}},
	}
}

// levelOf names the definition of a capability's level.
func levelOf(c *maturity.Capability) string { return "level-of-" + c.ID }

// level is the choice of a level, each with the criteria it asks for.
func (r rubric) level(c *maturity.Capability) *Schema {
	s := &Schema{}
	for _, l := range c.Levels {
		title := fmt.Sprintf("%d %s", l.Level, r.text(l.Title))
		var lines []string
		for _, k := range l.Criteria {
			lines = append(lines, "- "+r.text(k.Text))
		}
		s.AnyOf = append(s.AnyOf, &Schema{Const: l.Level, Title: title, Description: strings.Join(lines, "\n")})
	}
	return s
}

// levels is the rubric of a capability: what each of its levels is like.
func (r rubric) levels(c *maturity.Capability) string {
	lines := []string{r.text(c.Area.Name) + " · " + r.text(c.Name), r.text(c.Summary)}
	for _, l := range c.Levels {
		line := fmt.Sprintf("%d %s", l.Level, r.text(l.Title))
		if summary := r.text(l.Summary); summary != "" {
			line += "\n" + summary
		}
		lines = append(lines, line)
	}
	return paragraphs(lines...)
}

func (r rubric) criterion(k *maturity.Criterion) string {
	return paragraphs(fmt.Sprintf("%d · %s", k.Level, r.text(k.Text)), r.text(k.Evidence))
}

// answer is an answer of the model's own: the word, or the word with what
// belongs to it. Only what does not apply has a reason, and it must.
func (r rubric) answer(general *Schema) *Schema {
	short := &Schema{}
	for _, a := range r.model.Answers {
		short.AnyOf = append(short.AnyOf, &Schema{Const: a.ID, Description: r.text(a.Name)})
	}
	long := *general.AnyOf[len(general.AnyOf)-1]
	na := &Schema{Properties: Properties{{"answer", &Schema{Const: maturity.AnswerNA}}}, Required: []string{"answer", "reason"}}
	given := &Schema{Properties: Properties{{"answer", short}, {"reason", never()}, {"review", never()}}, Required: []string{"answer"}}
	long.AnyOf = []*Schema{given, na}
	return &Schema{AnyOf: []*Schema{short, &long}}
}

func paragraphs(lines ...string) string {
	var kept []string
	for _, l := range lines {
		if l != "" {
			kept = append(kept, l)
		}
	}
	return strings.Join(kept, "\n\n")
}
