package scaffold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/handin"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A Start is what a new assessment begins with.
type Start struct {
	Team  string
	Date  maturity.Date
	Label string // tells it apart from another of the same day; "" for none
	Kind  maturity.Kind
	// Last is how the team stood before; nil for a first assessment. Its levels
	// are named in comments.
	Last *score.Scorecard
	Copy bool // whether its answers are taken over
	Lang string
}

// Assessment returns an assessment to be filled in by someone who has never
// seen YAML: every capability of the model stands in it, under the titles of its
// levels, with the level it had or the word “unassessed”.
func Assessment(src *load.Source, start Start) File {
	a := &maturity.Assessment{
		Model: maturity.ModelRef{ID: src.Model.ID, Version: src.Model.Version},
		Team:  start.Team,
		Date:  start.Date,
		Label: start.Label,
		Kind:  start.Kind,
	}
	for _, c := range src.Model.Capabilities() {
		a.Ratings = append(a.Ratings, start.rating(src.Model, c))
	}
	name := "assessments/" + a.Team + "/" + a.Key() + ".yaml"
	return File{name, handin.Format(a, handin.Style{
		Model:  src.Model,
		Head:   start.head(src, name),
		Beside: func(key string) string { return topComments[words(start.Lang)][key] },
		Rating: func(r *maturity.Rating) ([]string, string) {
			c := src.Model.Capability(r.Capability.ID)
			return start.ladder(c), start.current(c)
		},
	})}
}

// topComments stand beside the keys at the top of an assessment.
var topComments = map[string]map[string]string{
	"en": {"kind": "self, peer or external: who assesses"},
	"zh": {"kind": "self 自评、peer 互评、external 外部评估"},
}

// rating is what the file says of a capability to begin with: the last answer,
// as far as today's model knows it, or that nobody has said anything.
func (s Start) rating(m *maturity.Model, c *maturity.Capability) *maturity.Rating {
	open := &maturity.Rating{Capability: maturity.Ref{ID: c.ID}, Kind: maturity.Unassessed, Level: maturity.NoLevel}
	last := s.last(c)
	if !s.Copy || last == nil || last.Own == nil {
		return open
	}
	r := *last.Own
	r.Criteria = slices.DeleteFunc(slices.Clone(r.Criteria), func(a maturity.CriterionAnswer) bool {
		_, known := m.Answer(a.Answer.ID)
		return c.Criterion(a.Criterion.ID) == nil || !known && a.Answer.ID != maturity.AnswerNA
	})
	if r.Kind == maturity.Rated && len(r.Criteria) == 0 && r.Level == maturity.NoLevel {
		return open
	}
	return &r
}

// last is how the team stood in a capability, or nil.
func (s Start) last(c *maturity.Capability) *score.Capability {
	if s.Last == nil {
		return nil
	}
	return s.Last.Capability(c.ID)
}

// ladder is a capability's name and the titles of its levels, as comments.
func (s Start) ladder(c *maturity.Capability) []string {
	var lines []string
	firstOfArea := c == c.Area.Capabilities[0]
	if !firstOfArea || c.Area != c.Area.Domain.Areas[0] { // Format parts the domains
		lines = append(lines, "")
	}
	if firstOfArea {
		lines = append(lines, "== "+c.Area.Domain.Name.In(s.Lang)+" · "+c.Area.Name.In(s.Lang)+" ==", "")
	}
	lines = append(lines, c.Name.In(s.Lang))
	for _, l := range c.Levels {
		lines = append(lines, fmt.Sprintf("  %d  %s", l.Level, l.Title.In(s.Lang)))
	}
	return lines
}

// current names the level at which the team stood, beside the capability.
func (s Start) current(c *maturity.Capability) string {
	last := s.last(c)
	if last == nil || !last.Level.Valid {
		return ""
	}
	level := last.Level.Int
	text := c.Level(level).Title.In(s.Lang)
	if last.Rating == nil || last.Own == last.Rating && last.Own.Level == level && s.Copy {
		return text // the level stands in the line itself
	}
	return fmt.Sprintf("%s: %d %s", s.Last.Assessment.Key(), level, text)
}

// head is the comment on top: how to fill the file in.
func (s Start) head(src *load.Source, name string) []string {
	m := src.Model
	team := s.Team
	if t := src.Portfolio.Team(s.Team); t != nil {
		team = t.Name.In(s.Lang)
	}
	data := struct {
		Schema, Team, Date, Last, First, Second, Third, Other, Review, Path string
		Min, Max, Example                                                   int
	}{
		Schema:  schema(src.Config, "assessment", 2),
		Team:    team,
		Date:    string(s.Date),
		Review:  review(s.Date),
		Path:    name,
		Min:     m.Scale.Min,
		Max:     m.Scale.Max,
		Example: middle(m.Scale),
		Other:   "another-team",
	}
	if s.Copy && s.Last != nil {
		data.Last = s.Last.Assessment.Key()
	}
	capabilities := m.Capabilities()
	for i, id := range []*string{&data.First, &data.Second, &data.Third} {
		*id = capabilities[min(i, len(capabilities)-1)].ID
	}
	for _, t := range src.Portfolio.Teams {
		if t.ID != s.Team {
			data.Other = t.ID
			break
		}
	}
	text := string(render("assessment."+words(s.Lang)+".txt", data))
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// review is a day a year later, as an example.
func review(d maturity.Date) string {
	year, err := strconv.Atoi(string(d[:4]))
	if err != nil || year >= 9999 {
		return string(d)
	}
	return fmt.Sprintf("%04d-12-31", year+1)
}
