package handin

import (
	"slices"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// Belong reports whether two files hold parts of one assessment: of one team,
// one day and one kind, whatever the files are called.
func Belong(a, b *maturity.Assessment) bool {
	return a.Team == b.Team && a.Date == b.Date && a.Kind == b.Kind
}

// Merge makes one assessment of parts that [Belong] together: the ratings of
// all, in their order, and what each says at its top. What two parts say
// differently is reported at the later one, with the place of the other. Every
// rating keeps the place it came from. The label is that of the parts where
// they have the same.
func Merge(parts []*maturity.Assessment) (*maturity.Assessment, diag.List) {
	m := merging{whole: *parts[0], rated: map[string]*maturity.Rating{}, stated: map[string]statement{}}
	m.whole.Assessors, m.whole.Ratings = nil, nil
	for _, part := range parts {
		m.add(part)
	}
	return &m.whole, m.found.Sort()
}

// merging is a merge under way.
type merging struct {
	whole  maturity.Assessment
	rated  map[string]*maturity.Rating
	stated map[string]statement
	found  diag.List
}

// A statement is what a part says at its top, as it is written.
type statement struct {
	written string
	pos     diag.Position
}

func (m *merging) add(part *maturity.Assessment) {
	whole := &m.whole
	if part.Label != whole.Label {
		whole.Label = ""
	}
	m.state("model", part.Model.ID+"@"+part.Model.Version, part.Model.Pos)
	if part.Extends.ID != "" && m.state("extends", part.Extends.ID, part.Extends.Pos) {
		whole.Extends = part.Extends
	}
	if !part.Scope.IsZero() && m.state("scope", written(texts(part.Scope)), part.Pos) {
		whole.Scope = part.Scope
	}
	if !part.Summary.IsZero() && m.state("summary", written(texts(part.Summary)), part.Pos) {
		whole.Summary = part.Summary
	}
	for _, name := range part.Assessors {
		if !slices.Contains(whole.Assessors, name) {
			whole.Assessors = append(whole.Assessors, name)
		}
	}
	for _, r := range part.Ratings {
		m.rate(r)
	}
}

// state notes what a part says of a key, and reports it where another has said
// otherwise; then it returns false.
func (m *merging) state(key, value string, pos diag.Position) bool {
	first, said := m.stated[key]
	if !said {
		m.stated[key] = statement{value, pos}
		return true
	}
	if first.written != value {
		m.found = append(m.found, diag.New(pos, diag.StatedDifferently, "key", key).
			Found(value).At(first.pos, diag.HintReads, "value", first.written))
	}
	return false
}

func (m *merging) rate(r *maturity.Rating) {
	first := m.rated[r.Capability.ID]
	if first == nil {
		m.rated[r.Capability.ID] = r
		m.whole.Ratings = append(m.whole.Ratings, r)
		return
	}
	if now, before := written(rating(r)), written(rating(first)); now != before {
		m.found = append(m.found, diag.New(r.Pos, diag.RatedDifferently, "capability", r.Capability.ID).
			Found(now).At(first.Pos, diag.HintReads, "value", before))
	}
}

// written is a value as a message quotes it, on one line: two values are alike
// when they are written alike.
func written(n node) string {
	var b strings.Builder
	n.after(&b, 0, 0, "")
	return strings.Join(strings.Fields(b.String()), " ")
}
