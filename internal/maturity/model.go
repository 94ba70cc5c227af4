// Package maturity is the domain of Gradus, as the field speaks of it.
//
// A [Model] has domains, a [Domain] has areas, an [Area] has capabilities, a
// [Capability] has levels, a [Level] has criteria. A [Team] has assessments,
// and an [Assessment] holds ratings, one [Rating] for each capability it
// speaks of. The [Portfolio] is all teams together with the site's rules for
// them. What a model and an assessment amount to is computed in package score.
//
// The package knows nothing of YAML, HTML or files: package load makes these
// values, and every mention of another record is a [Ref], which keeps the
// place where it was written, so that a message can point at both places.
package maturity

import (
	"strings"

	"gradus/internal/diag"
)

// A Ref is a mention of another record by its id.
type Ref struct {
	ID  string
	Pos diag.Position
}

// A Model says what there is to be good at, and what each level of it means.
type Model struct {
	Pos      diag.Position
	ID       string
	Version  string // as written, by SemVer
	Title    Text
	Summary  Text
	Scale    Scale
	Levels   []LevelName // one for each level of the scale, in rising order
	Answers  []Answer    // never empty: the defaults where the model states none
	Scoring  Scoring
	Targets  Targets
	Domains  []*Domain // in the model's order
	capIndex map[string]*Capability
}

// Scale is the range of levels; Min is what a capability has that meets nothing.
type Scale struct{ Min, Max int }

// Len is the number of levels.
func (s Scale) Len() int { return s.Max - s.Min + 1 }

// A LevelName names a level of the scale for every capability.
type LevelName struct {
	Pos     diag.Position
	Level   int
	Name    Text
	Summary Text
}

// An Answer is one that can be given to a criterion.
type Answer struct {
	Pos   diag.Position
	ID    string
	Value float64 // 0 to 1
	Name  Text
}

// AnswerNA is the answer that is always allowed: the criterion does not apply.
const AnswerNA = "na"

// DefaultAnswers are those of a model that states none.
func DefaultAnswers() []Answer {
	return []Answer{
		{ID: "met", Value: 1, Name: Translated(map[string]string{"zh": "满足", "en": "Met"})},
		{ID: "partly", Value: 0.5, Name: Translated(map[string]string{"zh": "部分满足", "en": "Partly met"})},
		{ID: "unmet", Value: 0, Name: Translated(map[string]string{"zh": "未满足", "en": "Not met"})},
	}
}

// Method is how levels add up to a score; see package score.
type Method string

// The methods.
const (
	Cumulative Method = "cumulative" // a level needs all those below it
	Additive   Method = "additive"   // levels count independently, as in OWASP SAMM
)

// Methods are all methods.
var Methods = []Method{Cumulative, Additive}

// Scoring holds a model's choices of arithmetic.
type Scoring struct {
	Method       Method
	EvidenceFrom *int    // the lowest level that ought to show evidence; nil: none does
	Share        float64 // of a group's capabilities that a level asks for, above 0 and at most 1
	MinCoverage  float64 // below it a scorecard enters no aggregate, 0 to 1
}

// DefaultScoring is that of a model that states nothing.
func DefaultScoring() Scoring {
	return Scoring{Method: Cumulative, Share: 0.8, MinCoverage: 0.8}
}

// A Domain is the coarsest part of a model; it has a chapter of the handbook.
type Domain struct {
	Pos     diag.Position
	ID      string
	Name    Text
	Summary Text
	Weight  float64
	Areas   []*Area
}

// An Area is a part of a domain; it has a level table.
type Area struct {
	Pos          diag.Position
	ID           string // "monitoring.collection"
	Name         Text
	Summary      Text
	Weight       float64
	Domain       *Domain
	Capabilities []*Capability
}

// A Capability is what gets rated.
type Capability struct {
	Pos        diag.Position
	ID         string // the full id: "monitoring.collection.service"
	Name       Text
	Summary    Text
	Weight     float64
	MayBeNA    bool // whether it may be declared not applicable
	Area       *Area
	Levels     []*Level // one for each level of the scale, in rising order
	References []Reference
	Index      int // place in the model's order, from 0
}

// A Level of one capability.
type Level struct {
	Pos      diag.Position
	Level    int
	Title    Text
	Summary  Text
	Effort   float64 // relative cost of getting here from the level below
	Requires []Requirement
	Criteria []*Criterion
}

// A Requirement is a level that another capability must have first.
type Requirement struct {
	Capability Ref
	Level      int
}

// A Criterion can be looked at and answered.
type Criterion struct {
	Pos      diag.Position
	ID       string // unique within the capability
	Level    int
	Text     Text
	Evidence Text // what would prove it
}

// A Reference is something to read on.
type Reference struct {
	Pos   diag.Position
	Title Text
	URL   string
}

// LocalID is the last part of a dotted id.
func LocalID(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }

// Index fills in what follows from the tree: the links upwards, the order of
// the capabilities and the look-up by id. The loader calls it once.
func (m *Model) Index() {
	m.capIndex = make(map[string]*Capability)
	n := 0
	for _, d := range m.Domains {
		for _, a := range d.Areas {
			a.Domain = d
			for _, c := range a.Capabilities {
				c.Area, c.Index = a, n
				n++
				if _, taken := m.capIndex[c.ID]; !taken {
					m.capIndex[c.ID] = c
				}
			}
		}
	}
}

// Capabilities returns all capabilities in the model's order.
func (m *Model) Capabilities() []*Capability {
	var all []*Capability
	for _, d := range m.Domains {
		for _, a := range d.Areas {
			all = append(all, a.Capabilities...)
		}
	}
	return all
}

// Capability returns the capability with a full id, or nil.
func (m *Model) Capability(id string) *Capability { return m.capIndex[id] }

// Area returns the area with a full id, or nil.
func (m *Model) Area(id string) *Area {
	for _, d := range m.Domains {
		for _, a := range d.Areas {
			if a.ID == id {
				return a
			}
		}
	}
	return nil
}

// Domain returns the domain with an id, or nil.
func (m *Model) Domain(id string) *Domain {
	for _, d := range m.Domains {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// LevelName returns the name of a level of the scale.
func (m *Model) LevelName(level int) Text {
	for _, n := range m.Levels {
		if n.Level == level {
			return n.Name
		}
	}
	return Text{}
}

// Answer returns the model's answer with an id.
func (m *Model) Answer(id string) (Answer, bool) {
	for _, a := range m.Answers {
		if a.ID == id {
			return a, true
		}
	}
	return Answer{}, false
}

// Level returns the capability's definition of a level, or nil.
func (c *Capability) Level(level int) *Level {
	for _, l := range c.Levels {
		if l.Level == level {
			return l
		}
	}
	return nil
}

// Criterion returns the capability's criterion with an id, or nil.
func (c *Capability) Criterion(id string) *Criterion {
	for _, l := range c.Levels {
		for _, k := range l.Criteria {
			if k.ID == id {
				return k
			}
		}
	}
	return nil
}
