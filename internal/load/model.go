package load

import (
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

const (
	modelFolder = "model"
	modelPath   = "model/model.yaml"
	maxLevel    = 10 // of any scale
)

// modelFile is model/model.yaml: the model without its domains, and which they are.
type modelFile struct {
	maturity.Model
	scale   bool // whether the scale can be relied on
	domains []maturity.Ref
}

var modelRecord = record[modelFile]{
	{"id", true, anID, func(f *file, n *yaml.Node, m *modelFile) { m.ID = f.id(n) }},
	{"version", true, aLine, func(f *file, n *yaml.Node, m *modelFile) { m.Version = f.line(n) }},
	{"title", true, aName, func(f *file, n *yaml.Node, m *modelFile) { m.Title = f.name(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, m *modelFile) { m.Summary = f.texts(n) }},
	{"scale", true, scaleRecord.shape("scale"), func(f *file, n *yaml.Node, m *modelFile) { m.scale = f.scale(n, &m.Scale) }},
	{"levels", true, listOf(levelNameRecord.shape("level name")), func(f *file, n *yaml.Node, m *modelFile) {
		f.items(n, func(item *yaml.Node) {
			level := maturity.LevelName{Pos: f.pos(item), Level: maturity.NoLevel}
			if levelNameRecord.read(f, item, &level) {
				m.Levels = append(m.Levels, level)
			}
		})
	}},
	{"answers", false, listOf(answerRecord.shape("model answer")), func(f *file, n *yaml.Node, m *modelFile) { m.Answers = f.answers(n) }},
	{"scoring", false, scoringRecord.shape("scoring"), func(f *file, n *yaml.Node, m *modelFile) { scoringRecord.read(f, n, &m.Scoring) }},
	{"targets", false, targetMap, func(f *file, n *yaml.Node, m *modelFile) { m.Targets = f.targets(n) }},
	{"domains", true, listOf(anID), func(f *file, n *yaml.Node, m *modelFile) { m.domains = f.domainIDs(n) }},
}

var scaleRecord = record[maturity.Scale]{
	{"min", true, wholeIn(0, maxLevel-1), func(f *file, n *yaml.Node, s *maturity.Scale) { s.Min, _ = f.wholeIn(n, 0, maxLevel-1) }},
	{"max", true, wholeIn(1, maxLevel), func(f *file, n *yaml.Node, s *maturity.Scale) { s.Max, _ = f.wholeIn(n, 1, maxLevel) }},
}

var levelNameRecord = record[maturity.LevelName]{
	{"level", true, aLevel, func(f *file, n *yaml.Node, l *maturity.LevelName) { l.Level = f.level(n) }},
	{"name", true, aName, func(f *file, n *yaml.Node, l *maturity.LevelName) { l.Name = f.name(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, l *maturity.LevelName) { l.Summary = f.texts(n) }},
}

var answerRecord = record[maturity.Answer]{
	{"id", true, anID, func(f *file, n *yaml.Node, a *maturity.Answer) {
		if a.ID = f.id(n); a.ID == maturity.AnswerNA {
			f.add(diag.New(f.pos(n), diag.AnswerNAReserved))
			a.ID = ""
		}
	}},
	{"value", true, aShare, func(f *file, n *yaml.Node, a *maturity.Answer) {
		a.Value, _ = f.numberIf(n, "0 … 1", func(v float64) bool { return v >= 0 && v <= 1 })
	}},
	{"name", false, aName, func(f *file, n *yaml.Node, a *maturity.Answer) { a.Name = f.name(n) }},
}

var scoringRecord = record[maturity.Scoring]{
	{"method", false, oneOf(maturity.Methods), func(f *file, n *yaml.Node, s *maturity.Scoring) {
		if m := choice(f, n, maturity.Methods); m != "" {
			s.Method = m
		}
	}},
	{"evidence_from", false, aLevel, func(f *file, n *yaml.Node, s *maturity.Scoring) {
		if level := f.level(n); level != maturity.NoLevel {
			s.EvidenceFrom = &level
		}
	}},
	{"share", false, Shape{Type: TypeNumber, Above: true, Max: 1}, func(f *file, n *yaml.Node, s *maturity.Scoring) {
		if v, ok := f.numberIf(n, "0 < share ≤ 1", func(v float64) bool { return v > 0 && v <= 1 }); ok {
			s.Share = v
		}
	}},
	{"min_coverage", false, aShare, func(f *file, n *yaml.Node, s *maturity.Scoring) {
		if v, ok := f.numberIf(n, "0 … 1", func(v float64) bool { return v >= 0 && v <= 1 }); ok {
			s.MinCoverage = v
		}
	}},
}

// level reads a level of any scale, or returns maturity.NoLevel.
func (f *file) level(n *yaml.Node) int {
	if level, ok := f.wholeIn(n, 0, maxLevel); ok {
		return level
	}
	return maturity.NoLevel
}

func (f *file) scale(n *yaml.Node, into *maturity.Scale) bool {
	before := len(f.diags)
	scaleRecord.read(f, n, into)
	if len(f.diags) > before {
		return false
	}
	if into.Max <= into.Min {
		f.add(diag.New(f.pos(n), diag.ScaleOrder, "min", strconv.Itoa(into.Min), "max", strconv.Itoa(into.Max)))
		return false
	}
	return true
}

// answers reads the answers to criteria: at least one of them is worth 0, and
// exactly one is worth 1 (the scoring rules, section 1).
func (f *file) answers(n *yaml.Node) []maturity.Answer {
	var answers []maturity.Answer
	ids := taken{}
	before := len(f.diags)
	f.items(n, func(item *yaml.Node) {
		a := maturity.Answer{Pos: f.pos(item)}
		if !answerRecord.read(f, item, &a) || !ids.claim(f, a.ID, a.Pos) {
			return
		}
		if a.Name.IsZero() {
			a.Name = maturity.Plain(a.ID)
		}
		answers = append(answers, a)
	})
	if len(f.diags) > before {
		return answers
	}
	var zero bool
	var one *maturity.Answer
	for i := range answers {
		switch a := &answers[i]; {
		case a.Value == 0:
			zero = true
		case a.Value == 1 && one != nil:
			f.add(diag.New(a.Pos, diag.AnswersTwoOnes).At(one.Pos, diag.HintFirst))
		case a.Value == 1:
			one = a
		}
	}
	if !zero {
		f.add(diag.New(f.pos(n), diag.AnswersNoZero))
	}
	if one == nil {
		f.add(diag.New(f.pos(n), diag.AnswersNoOne))
	}
	return answers
}

// domainIDs reads which domains there are, in which order.
func (f *file) domainIDs(n *yaml.Node) []maturity.Ref {
	var refs []maturity.Ref
	ids := map[string]*yaml.Node{}
	f.items(n, func(item *yaml.Node) {
		id := f.domainID(item)
		if first := ids[id]; first != nil {
			f.add(diag.New(f.pos(item), diag.DuplicateEntry, "value", id).At(f.pos(first), diag.HintFirst))
		} else if id != "" {
			ids[id] = item
			refs = append(refs, maturity.Ref{ID: id, Pos: f.pos(item)})
		}
	})
	return refs
}

// readModel reads model/model.yaml; nil when it has no readable top.
func readModel(content []byte, langs []string) (*modelFile, diag.List) {
	f, root := parse(modelPath, content)
	if root == nil {
		return nil, f.diags
	}
	f.langs = langs
	m := &modelFile{Model: maturity.Model{Pos: f.pos(root), Scoring: maturity.DefaultScoring()}}
	if !modelRecord.read(f, root, m) {
		return nil, f.diags
	}
	if len(m.Answers) == 0 {
		m.Answers = maturity.DefaultAnswers()
	}
	if m.scale {
		f.levelNames(m, root)
	}
	return m, f.diags
}

// levelNames holds the model's level names and its first level of evidence
// against the scale, and puts the names in rising order.
func (f *file) levelNames(m *modelFile, root *yaml.Node) {
	at := m.Pos
	if n := keyNode(root, "levels"); n != nil {
		at = f.pos(n)
	}
	m.Levels = onePerLevel(f, m.Scale, at, m.Levels,
		func(l maturity.LevelName) (int, diag.Position) { return l.Level, l.Pos })
	if from := m.Scoring.EvidenceFrom; from != nil && (*from < m.Scale.Min || *from > m.Scale.Max) {
		n := valueNode(valueNode(root, "scoring"), "evidence_from")
		f.add(diag.New(f.pos(n), diag.LevelOutside, "level", strconv.Itoa(*from)).Wanted(scaleWords(m.Scale)))
	}
}

func scaleWords(s maturity.Scale) string { return strconv.Itoa(s.Min) + " … " + strconv.Itoa(s.Max) }

// onePerLevel returns the entries in rising order of their levels, and reports
// levels outside the scale, levels with two entries, and, at a place, levels
// without one; the last only when every entry's level could be read.
func onePerLevel[L any](f *file, scale maturity.Scale, at diag.Position, entries []L, of func(L) (int, diag.Position)) []L {
	byLevel := make([]*L, scale.Len())
	all := len(entries) > 0
	for i := range entries {
		level, pos := of(entries[i])
		if level == maturity.NoLevel {
			all = false
			continue
		}
		if level < scale.Min || level > scale.Max {
			f.add(diag.New(pos, diag.LevelOutside, "level", strconv.Itoa(level)).Wanted(scaleWords(scale)))
			continue
		}
		if first := byLevel[level-scale.Min]; first != nil {
			_, firstPos := of(*first)
			f.add(diag.New(pos, diag.LevelTwice, "level", strconv.Itoa(level)).At(firstPos, diag.HintFirst))
			continue
		}
		byLevel[level-scale.Min] = &entries[i]
	}
	sorted := make([]L, 0, len(byLevel))
	for i, entry := range byLevel {
		if entry != nil {
			sorted = append(sorted, *entry)
		} else if all {
			f.add(diag.New(at, diag.LevelMissing, "level", strconv.Itoa(scale.Min+i)))
		}
	}
	return sorted
}

// modelTargets reports targets of the model that are for nothing in it, or for
// a level that cannot be one: a target is above the lowest level.
func modelTargets(m *maturity.Model) diag.List {
	var found diag.List
	scopes := []string{"default"}
	for _, d := range m.Domains {
		scopes = append(scopes, d.ID)
		for _, a := range d.Areas {
			scopes = append(scopes, a.ID)
			for _, c := range a.Capabilities {
				scopes = append(scopes, c.ID)
			}
		}
	}
	for _, t := range m.Targets {
		if !slices.Contains(scopes, t.Scope.ID) {
			found = append(found, diag.New(t.Scope.Pos, diag.TargetScope, "scope", short(t.Scope.ID)).Nearest(t.Scope.ID, scopes))
		}
		if t.Level <= m.Scale.Min || t.Level > m.Scale.Max {
			found = append(found, diag.New(t.Scope.Pos, diag.TargetRange, "level", strconv.Itoa(t.Level)).
				Wanted(strconv.Itoa(m.Scale.Min+1)+" … "+strconv.Itoa(m.Scale.Max)))
		}
	}
	return found
}
