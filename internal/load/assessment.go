package load

import (
	"path"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

var assessmentRecord = record[maturity.Assessment]{
	{"model", true, aModelRef, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Model = f.modelRef(n) }},
	{"team", true, anID, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Team = f.id(n) }},
	{"date", true, aDate, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Date = f.date(n) }},
	{"kind", true, oneOf(maturity.Kinds), func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Kind = choice(f, n, maturity.Kinds) }},
	{"assessors", false, listOf(aLine), func(f *file, n *yaml.Node, a *maturity.Assessment) {
		f.items(n, func(item *yaml.Node) {
			if who := f.line(item); who != "" {
				a.Assessors = append(a.Assessors, who)
			}
		})
	}},
	{"scope", false, aText, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Scope = f.texts(n) }},
	{"extends", false, anEarlier, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Extends = f.extends(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Summary = f.texts(n) }},
	{"ratings", true, ratingMap, func(f *file, n *yaml.Node, a *maturity.Assessment) { a.Ratings = f.ratings(n) }},
}

// modelRef reads the id and the version of a model, joined by "@".
func (f *file) modelRef(n *yaml.Node) maturity.ModelRef {
	text := f.line(n)
	id, version, _ := strings.Cut(text, "@")
	if text != "" && (!isID(id) || version == "" || strings.ContainsAny(version, " @")) {
		f.add(hintFullWidth(diag.New(f.pos(n), diag.BadModelRef, "value", short(text)).Wanted("<id>@<version>"), text))
		return maturity.ModelRef{}
	}
	return maturity.ModelRef{Pos: f.pos(n), ID: intern(id), Version: intern(version)}
}

// extends reads the key of an earlier assessment.
func (f *file) extends(n *yaml.Node) maturity.Ref {
	text := f.line(n)
	if _, _, ok := splitKey(text); !ok && text != "" {
		f.add(diag.New(f.pos(n), diag.BadExtends, "value", short(text)).Wanted("<YYYY-MM-DD>, <YYYY-MM-DD>-<label>"))
		return maturity.Ref{}
	}
	return maturity.Ref{ID: intern(text), Pos: f.pos(n)}
}

var keyForm = regexp.MustCompile(`^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:-(.+))?$`)

// splitKey takes "2026-10-31-label" apart, the key of an assessment among its team's.
func splitKey(key string) (date maturity.Date, label string, ok bool) {
	parts := keyForm.FindStringSubmatch(key)
	if parts == nil || parts[2] != "" && !isID(parts[2]) {
		return "", "", false
	}
	date, err := maturity.ParseDate(parts[1])
	return date, parts[2], err == nil
}

// ParseAssessment reads one assessment. The label is that of the path's last
// part where it has the form "2026-10-31-label.yaml"; otherwise the path is only
// for messages, and whether the file lies where it belongs is not asked. The
// assessment is nil when the file has no readable top; it is complete when the
// list has no errors.
func ParseAssessment(path string, content []byte) (*maturity.Assessment, diag.List) {
	a, found := readAssessment(path, content, nil)
	if a == nil {
		return nil, found.Sort()
	}
	return &a.Assessment, found.Sort()
}

// assessmentFile is an assessment with the places that are compared with its path.
type assessmentFile struct {
	maturity.Assessment
	teamPos, datePos diag.Position
}

func readAssessment(name string, content []byte, langs []string) (*assessmentFile, diag.List) {
	f, root := parse(name, content)
	if root == nil {
		return nil, f.diags
	}
	f.langs = langs
	a := &assessmentFile{Assessment: maturity.Assessment{Pos: f.pos(root)}}
	_, a.Label, _ = splitKey(strings.TrimSuffix(path.Base(name), ".yaml"))
	if !assessmentRecord.read(f, root, &a.Assessment) {
		return nil, f.diags
	}
	a.teamPos, a.datePos = f.valuePos(root, "team"), f.valuePos(root, "date")
	return a, f.diags
}

// valuePos is the place of a key's value in a map, and no place without the key.
func (f *file) valuePos(n *yaml.Node, key string) diag.Position {
	if value := valueNode(n, key); value != nil {
		return f.pos(value)
	}
	return diag.Position{}
}
