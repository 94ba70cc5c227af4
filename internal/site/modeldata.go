package site

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
)

// A DataFile is a script that sets data for the site's other scripts: a page
// opened from a folder may load a script, but fetch nothing.
type DataFile struct {
	Path    string // from the root of the site
	Content func() ([]byte, error)
}

// dataFolder is where data files lie.
const dataFolder = "data/"

// modelData is what the browser needs of a model to score: the twin of package
// score in themes/default/src/score.js reads it.
type modelData struct {
	ID           string             `json:"id"`
	Version      string             `json:"version"`
	Min          int                `json:"min"`
	Max          int                `json:"max"`
	Method       maturity.Method    `json:"method"`
	EvidenceFrom *int               `json:"evidence_from,omitempty"`
	Share        float64            `json:"share"`
	MinCoverage  float64            `json:"min_coverage"`
	Answers      map[string]float64 `json:"answers"` // value by id
	Targets      map[string]int     `json:"targets,omitempty"`
	Rules        []ruleData         `json:"rules,omitempty"`
	Levels       []string           `json:"levels"` // names, lowest first
	Domains      []domainData       `json:"domains"`
}

type ruleData struct {
	Tag     string         `json:"tag,omitempty"`
	Group   string         `json:"group,omitempty"`
	Targets map[string]int `json:"targets"`
}

type domainData struct {
	ID     string     `json:"id"`
	Name   string     `json:"name"`
	Weight float64    `json:"weight,omitempty"` // 1 when left out, as below
	Areas  []areaData `json:"areas"`
}

type areaData struct {
	ID           string           `json:"id"`
	Name         string           `json:"name"`
	Weight       float64          `json:"weight,omitempty"`
	Capabilities []capabilityData `json:"capabilities"`
}

type capabilityData struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Weight float64     `json:"weight,omitempty"`
	Always bool        `json:"always,omitempty"` // may not be declared not applicable
	Levels []levelData `json:"levels"`           // every level of the scale, lowest first
}

type levelData struct {
	Title    string   `json:"title,omitempty"`
	Effort   float64  `json:"effort,omitempty"` // 1 when left out
	Criteria []string `json:"criteria,omitempty"`
	Requires [][2]any `json:"requires,omitempty"` // capability and level
}

// modelData lays the model out for scripts, in one language.
func (s *Site) modelData(lang string) modelData {
	m := s.source.Model
	fallback := s.source.Config.Languages[0]
	out := modelData{
		ID: m.ID, Version: m.Version,
		Min: m.Scale.Min, Max: m.Scale.Max,
		Method:       m.Scoring.Method,
		EvidenceFrom: m.Scoring.EvidenceFrom,
		Share:        m.Scoring.Share,
		MinCoverage:  m.Scoring.MinCoverage,
		Answers:      map[string]float64{},
		Targets:      targetData(m.Targets),
	}
	for _, a := range m.Answers {
		out.Answers[a.ID] = a.Value
	}
	for _, r := range s.source.Portfolio.Rules {
		out.Rules = append(out.Rules, ruleData{r.Tag, r.Group, targetData(r.Targets)})
	}
	for level := m.Scale.Min; level <= m.Scale.Max; level++ {
		out.Levels = append(out.Levels, m.LevelName(level).In(lang, fallback))
	}
	for _, d := range m.Domains {
		domain := domainData{ID: d.ID, Name: d.Name.In(lang, fallback), Weight: unlessOne(d.Weight)}
		for _, a := range d.Areas {
			area := areaData{ID: a.ID, Name: a.Name.In(lang, fallback), Weight: unlessOne(a.Weight)}
			for _, c := range a.Capabilities {
				capability := capabilityData{ID: c.ID, Name: c.Name.In(lang, fallback), Weight: unlessOne(c.Weight), Always: !c.MayBeNA}
				for level := m.Scale.Min; level <= m.Scale.Max; level++ {
					capability.Levels = append(capability.Levels, newLevelData(c.Level(level), lang, fallback))
				}
				area.Capabilities = append(area.Capabilities, capability)
			}
			domain.Areas = append(domain.Areas, area)
		}
		out.Domains = append(out.Domains, domain)
	}
	return out
}

// newLevelData lays out one level, which a capability may leave undescribed.
func newLevelData(l *maturity.Level, lang, fallback string) levelData {
	if l == nil {
		return levelData{}
	}
	out := levelData{Title: l.Title.In(lang, fallback), Effort: unlessOne(l.Effort)}
	for _, k := range l.Criteria {
		out.Criteria = append(out.Criteria, k.ID)
	}
	for _, r := range l.Requires {
		out.Requires = append(out.Requires, [2]any{r.Capability.ID, r.Level})
	}
	return out
}

func targetData(ts maturity.Targets) map[string]int {
	out := map[string]int{}
	for _, t := range ts {
		if _, taken := out[t.Scope.ID]; !taken {
			out[t.Scope.ID] = t.Level
		}
	}
	return out
}

// unlessOne leaves out what scripts take for granted: 1, the default of
// weights and efforts.
func unlessOne(f float64) float64 {
	if f == 1 {
		return 0
	}
	return f
}

// A rubric is what people read of a model when they assess; scripts that only
// score do without it.
type rubric struct {
	Answers      []answerName           `json:"answers"`      // in the model's order
	Capabilities map[string]rubricEntry `json:"capabilities"` // by id
}

type answerName struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type rubricEntry struct {
	Summary string        `json:"summary,omitempty"`
	Levels  []rubricLevel `json:"levels"` // every level of the scale, lowest first
}

type rubricLevel struct {
	Summary  string                     `json:"summary,omitempty"`
	Criteria map[string]rubricCriterion `json:"criteria,omitempty"`
}

type rubricCriterion struct {
	Text     string `json:"text"`
	Evidence string `json:"evidence,omitempty"`
}

func (s *Site) rubric(lang string) rubric {
	m := s.source.Model
	fallback := s.source.Config.Languages[0]
	out := rubric{Capabilities: map[string]rubricEntry{}}
	for _, a := range m.Answers {
		out.Answers = append(out.Answers, answerName{a.ID, a.Name.In(lang, fallback)})
	}
	for _, c := range m.Capabilities() {
		entry := rubricEntry{Summary: c.Summary.In(lang, fallback)}
		for level := m.Scale.Min; level <= m.Scale.Max; level++ {
			var r rubricLevel
			if l := c.Level(level); l != nil {
				r.Summary = l.Summary.In(lang, fallback)
				r.Criteria = make(map[string]rubricCriterion, len(l.Criteria))
				for _, k := range l.Criteria {
					r.Criteria[k.ID] = rubricCriterion{k.Text.In(lang, fallback), k.Evidence.In(lang, fallback)}
				}
			}
			entry.Levels = append(entry.Levels, r)
		}
		out.Capabilities[c.ID] = entry
	}
	return out
}

// addModelData adds the files of the model in one language. Their names hold a
// part of their content's hash, so that a browser may keep them for ever.
func (s *Site) addModelData(lang string) {
	s.modelFiles[lang] = s.addHashed("model."+lang, "model", s.modelData(lang))
	s.rubricFiles[lang] = s.addHashed("rubric."+lang, "rubric", s.rubric(lang))
}

func (s *Site) addHashed(name, global string, data any) (path string) {
	content, err := dataScript("gradus."+global, data)
	sum := sha256.Sum256(content)
	path = dataFolder + name + "." + hex.EncodeToString(sum[:4]) + ".js"
	s.Data = append(s.Data, DataFile{path, func() ([]byte, error) { return content, err }})
	return path
}

// dataScript is a script that sets a part of the global gradus.
func dataScript(target string, data any) ([]byte, error) {
	text, err := json.Marshal(data)
	if err != nil {
		return nil, err
	}
	return append(append([]byte("window.gradus=window.gradus||{};"+target+"="), text...), ";\n"...), nil
}

// scriptFrame is what every script gets with its page.
type scriptFrame struct {
	Home     string            `json:"home"`     // the way to the home page of the language
	Root     string            `json:"root"`     // the way to the root of the site
	Portable bool              `json:"portable"` // links name index.html
	Words    map[string]string `json:"words"`    // by key
}

// scriptFrame returns the frame with words: those of a key, or those whose keys
// begin with a prefix, which ends in a dot.
func (p *Page) scriptFrame(keys ...string) scriptFrame {
	words := map[string]string{}
	for _, key := range keys {
		if strings.HasSuffix(key, ".") {
			maps.Copy(words, p.words().WithPrefix(key))
		} else {
			words[key] = p.word(key)
		}
	}
	return scriptFrame{
		Home:     p.href(address.Home),
		Root:     p.root(),
		Portable: p.site.opts.Portable,
		Words:    words,
	}
}
