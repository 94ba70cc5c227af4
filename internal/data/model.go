package data

import "gradus/internal/maturity"

// ModelSchema names the form of a model's JSON.
const ModelSchema = "gradus/model/v1"

// Model is api/v1/model.json: what there is to be good at.
type Model struct {
	Schema  string         `json:"schema"` // always [ModelSchema]
	ID      string         `json:"id"`
	Version string         `json:"version"`
	Title   Text           `json:"title"`
	Summary Text           `json:"summary,omitempty"`
	Scale   Scale          `json:"scale"`
	Levels  []LevelName    `json:"levels"` // lowest first
	Answers []Answer       `json:"answers"`
	Scoring Scoring        `json:"scoring"`
	Targets map[string]int `json:"targets"` // by id of a capability, an area or a domain, or "default"
	Domains []Domain       `json:"domains"`
}

// Scale is the range of levels.
type Scale struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// A LevelName names a level for every capability.
type LevelName struct {
	Level   int  `json:"level"`
	Name    Text `json:"name"`
	Summary Text `json:"summary,omitempty"`
}

// An Answer is one that can be given to a criterion.
type Answer struct {
	ID    string  `json:"id"`
	Value float64 `json:"value"`
	Name  Text    `json:"name"`
}

// Scoring holds the model's choices of arithmetic.
type Scoring struct {
	Method       maturity.Method `json:"method"`
	EvidenceFrom *int            `json:"evidence_from"`
	Share        float64         `json:"share"`
	MinCoverage  float64         `json:"min_coverage"`
}

// A Domain of the model.
type Domain struct {
	ID      string  `json:"id"`
	Name    Text    `json:"name"`
	Summary Text    `json:"summary,omitempty"`
	Weight  float64 `json:"weight"`
	Areas   []Area  `json:"areas"`
}

// An Area of a domain.
type Area struct {
	ID           string       `json:"id"`
	Name         Text         `json:"name"`
	Summary      Text         `json:"summary,omitempty"`
	Weight       float64      `json:"weight"`
	Capabilities []Capability `json:"capabilities"`
}

// A Capability of an area.
type Capability struct {
	ID         string      `json:"id"`
	Name       Text        `json:"name"`
	Summary    Text        `json:"summary,omitempty"`
	Weight     float64     `json:"weight"`
	MayBeNA    bool        `json:"na"`
	Levels     []Level     `json:"levels"` // lowest first
	References []Reference `json:"references"`
}

// A Level of a capability.
type Level struct {
	Level    int           `json:"level"`
	Title    Text          `json:"title"`
	Summary  Text          `json:"summary,omitempty"`
	Effort   float64       `json:"effort"`
	Requires []Requirement `json:"requires"`
	Criteria []Criterion   `json:"criteria"`
}

// A Requirement is a level that another capability must have first.
type Requirement struct {
	Capability string `json:"capability"`
	Level      int    `json:"level"`
}

// A Criterion of a level.
type Criterion struct {
	ID       string `json:"id"`
	Text     Text   `json:"text"`
	Evidence Text   `json:"evidence,omitempty"`
}

// A Reference is something to read on.
type Reference struct {
	Title Text   `json:"title"`
	URL   string `json:"url"`
}

// Model returns the site's model.
func (d *Data) Model() Model {
	m := d.source.Model
	out := Model{
		Schema:  ModelSchema,
		ID:      m.ID,
		Version: m.Version,
		Title:   d.text(m.Title),
		Summary: d.text(m.Summary),
		Scale:   Scale(m.Scale),
		Scoring: Scoring(m.Scoring),
		Targets: map[string]int{},
	}
	for _, l := range m.Levels {
		out.Levels = append(out.Levels, LevelName{l.Level, d.text(l.Name), d.text(l.Summary)})
	}
	for _, a := range m.Answers {
		out.Answers = append(out.Answers, Answer{a.ID, a.Value, d.text(a.Name)})
	}
	for _, t := range m.Targets {
		out.Targets[t.Scope.ID] = t.Level
	}
	for _, domain := range m.Domains {
		out.Domains = append(out.Domains, d.domain(domain))
	}
	return out
}

func (d *Data) domain(m *maturity.Domain) Domain {
	out := Domain{ID: m.ID, Name: d.text(m.Name), Summary: d.text(m.Summary), Weight: m.Weight}
	for _, a := range m.Areas {
		area := Area{ID: a.ID, Name: d.text(a.Name), Summary: d.text(a.Summary), Weight: a.Weight}
		for _, c := range a.Capabilities {
			area.Capabilities = append(area.Capabilities, d.capability(c))
		}
		out.Areas = append(out.Areas, area)
	}
	return out
}

func (d *Data) capability(m *maturity.Capability) Capability {
	out := Capability{ID: m.ID, Name: d.text(m.Name), Summary: d.text(m.Summary), Weight: m.Weight, MayBeNA: m.MayBeNA, References: []Reference{}}
	for _, l := range m.Levels {
		out.Levels = append(out.Levels, d.level(l))
	}
	for _, r := range m.References {
		out.References = append(out.References, Reference{d.text(r.Title), r.URL})
	}
	return out
}

func (d *Data) level(m *maturity.Level) Level {
	out := Level{Level: m.Level, Title: d.text(m.Title), Summary: d.text(m.Summary), Effort: m.Effort, Requires: []Requirement{}, Criteria: []Criterion{}}
	for _, r := range m.Requires {
		out.Requires = append(out.Requires, Requirement{r.Capability.ID, r.Level})
	}
	for _, k := range m.Criteria {
		out.Criteria = append(out.Criteria, Criterion{k.ID, d.text(k.Text), d.text(k.Evidence)})
	}
	return out
}
