package handin

import (
	"slices"
	"strconv"
	"strings"

	"gradus/internal/maturity"
)

// A Style says what Format writes around an assessment.
type Style struct {
	// Model gives the order of the ratings: its own, and an empty line between
	// its domains. Ratings of what it does not know come last. Without a model
	// they keep the order they have.
	Model *maturity.Model
	// Head is the comment on top, by lines and without "#".
	Head []string
	// Beside returns the comment on the line of a key at the top of the file.
	Beside func(key string) string
	// Rating returns the comments on a rating: the lines above it, "" for one
	// that is really empty, and the one beside it.
	Rating func(r *maturity.Rating) (above []string, beside string)
}

// Format writes an assessment in the canonical form.
func Format(a *maturity.Assessment, style Style) []byte {
	var b strings.Builder
	for _, line := range style.Head {
		b.WriteString(strings.TrimRight("# "+line, " ") + "\n")
	}
	n := node{open: true}
	n.set("model", node{scalar: word(a.Model.ID + "@" + a.Model.Version)})
	n.set("team", node{scalar: word(a.Team)})
	n.set("date", node{scalar: word(string(a.Date))})
	n.set("kind", node{scalar: word(string(a.Kind))})
	if len(a.Assessors) > 0 {
		var who node
		for _, name := range a.Assessors {
			who.items = append(who.items, node{scalar: quote(name)})
		}
		n.set("assessors", who)
	}
	n.setText("scope", a.Scope)
	if a.Extends.ID != "" {
		n.set("extends", node{scalar: word(a.Extends.ID)})
	}
	n.setText("summary", a.Summary)
	if style.Beside != nil {
		for i, f := range n.fields {
			n.fields[i].beside = style.Beside(f.key)
		}
	}
	n.set("ratings", ratings(a.Ratings, style))
	n.lines(&b, 0)
	return []byte(b.String())
}

// ratings is the map of all ratings.
func ratings(all []*maturity.Rating, style Style) node {
	if len(all) == 0 {
		return node{scalar: "{}"}
	}
	n := node{open: true}
	before := ""
	for _, r := range inOrder(all, style.Model) {
		f := field{key: word(r.Capability.ID), value: rating(r)}
		domain, _, _ := strings.Cut(r.Capability.ID, ".")
		if style.Model != nil && before != "" && domain != before {
			f.above = append(f.above, "")
		}
		before = domain
		if style.Rating != nil {
			above, beside := style.Rating(r)
			f.above, f.beside = append(f.above, above...), beside
		}
		n.fields = append(n.fields, f)
	}
	return n
}

// inOrder sorts ratings by the model.
func inOrder(all []*maturity.Rating, m *maturity.Model) []*maturity.Rating {
	if m == nil {
		return all
	}
	place := func(r *maturity.Rating) int {
		if c := m.Capability(r.Capability.ID); c != nil {
			return c.Index
		}
		return len(m.Capabilities())
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b *maturity.Rating) int { return place(a) - place(b) })
	return sorted
}

// rating is one rating, in its short form where it has one.
func rating(r *maturity.Rating) node {
	if r.Kind == maturity.Unassessed {
		return node{scalar: "unassessed"}
	}
	var n node
	if r.Kind == maturity.Inherited {
		n.set("from", node{scalar: word(r.From.ID)})
	}
	if r.Kind == maturity.NotApplicable {
		var na node
		na.setText("reason", r.Reason)
		na.setDate("review", r.Review)
		n.set("na", na)
	}
	if r.Level != maturity.NoLevel {
		n.set("level", node{scalar: strconv.Itoa(r.Level)})
	}
	if r.Target != 0 {
		n.set("target", node{scalar: strconv.Itoa(r.Target)})
	}
	n.setDate("due", r.Due)
	n.setText("note", r.Note)
	n.setEvidence(r.Evidence)
	if len(r.Criteria) > 0 {
		answers := node{open: true}
		for _, a := range r.Criteria {
			answers.set(word(a.Criterion.ID), answer(a))
		}
		n.set("criteria", answers)
	}
	if len(n.fields) == 1 && n.fields[0].key == "level" {
		return n.fields[0].value
	}
	return n
}

// answer is the answer to one criterion.
func answer(a maturity.CriterionAnswer) node {
	var n node
	n.set("answer", node{scalar: word(a.Answer.ID)})
	n.setText("reason", a.Reason)
	n.setDate("review", a.Review)
	n.setText("note", a.Note)
	n.setEvidence(a.Evidence)
	if len(n.fields) == 1 {
		return n.fields[0].value
	}
	return n
}

func (n *node) setDate(key string, d maturity.Date) {
	if d != "" {
		n.set(key, node{scalar: word(string(d))})
	}
}

func (n *node) setText(key string, t maturity.Text) {
	if !t.IsZero() {
		n.set(key, texts(t))
	}
}

// texts is what people read: one text, or one for each language.
func texts(t maturity.Text) node {
	if len(t.Langs()) == 0 {
		return text(t.In())
	}
	var n node
	for _, lang := range t.Langs() {
		n.set(word(lang), text(t.In(lang)))
	}
	return n
}

func text(s string) node {
	if literal(s) {
		return node{text: s}
	}
	return node{scalar: quote(s)}
}

func (n *node) setEvidence(all []maturity.Evidence) {
	if len(all) == 0 {
		return
	}
	var list node
	for _, e := range all {
		item := node{scalar: word(e.URL)}
		if !e.Title.IsZero() || e.Date != "" {
			item = node{}
			item.setText("title", e.Title)
			item.set("url", node{scalar: word(e.URL)})
			item.setDate("date", e.Date)
		}
		list.items = append(list.items, item)
	}
	n.set("evidence", list)
}
