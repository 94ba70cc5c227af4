package check

import (
	"regexp"
	"strconv"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// semVer is the grammar of Semantic Versioning 2.0.0.
var semVer = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)` +
	`(-(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)(\.(0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*))*)?` +
	`(\+[0-9a-zA-Z-]+(\.[0-9a-zA-Z-]+)*)?$`)

// modelVersion reports a version of the model that cannot be compared.
func (c *checker) modelVersion() {
	if c.model.Version != "" && !semVer.MatchString(c.model.Version) {
		c.report(diag.New(c.model.Pos, diag.ModelVersion, "version", c.model.Version).Wanted("1.0.0"))
	}
}

// modelLanguages warns of texts that a language of the site lacks; there the
// reader gets another language. A language that a whole file lacks is said once.
func (c *checker) modelLanguages() {
	if c.config == nil {
		return
	}
	for _, file := range modelTexts(c.model) {
		for _, lang := range c.config.Languages {
			if missing, some := missingIn(lang, file.records); some {
				c.list = append(c.list, missing...)
			} else {
				c.report(diag.New(file.pos, diag.MissingLanguageAll, "id", file.id, "lang", lang))
			}
		}
	}
}

// missingIn returns a warning for each record with a text that lacks a
// language, and whether the records have any text in it.
func missingIn(lang string, records []record) (missing diag.List, some bool) {
	for _, r := range records {
		var keys []string
		for _, text := range r.texts {
			switch {
			case text.IsZero():
			case text.Has(lang):
				some = true
			default:
				keys = append(keys, text.key)
			}
		}
		if len(keys) > 0 {
			missing = append(missing, diag.New(r.pos, diag.MissingLanguage, "lang", lang, "texts", strings.Join(keys, ", ")))
		}
	}
	return missing, some || len(missing) == 0
}

// requirements checks what each level requires of other capabilities.
func (c *checker) requirements() {
	for _, capability := range c.model.Capabilities() {
		for _, level := range capability.Levels {
			for _, required := range level.Requires {
				c.requirement(level.Level, required)
			}
		}
	}
}

func (c *checker) requirement(serves int, required maturity.Requirement) {
	ref := required.Capability
	if c.model.Capability(ref.ID) == nil && !c.unread(ref.ID) {
		d := diag.New(ref.Pos, diag.UnknownCapability, "capability", ref.ID)
		c.report(nearest(d, ref.ID, c.capabilityPlaces()))
	}
	needed := strconv.Itoa(required.Level)
	switch {
	case !c.onScale(required.Level):
		c.report(diag.New(ref.Pos, diag.LevelOutside, "level", needed).
			Wanted(span(c.model.Scale.Min+1, c.model.Scale.Max)))
	case required.Level == c.model.Scale.Min:
		c.report(diag.New(ref.Pos, diag.RequirementIdle, "level", needed))
	case required.Level > serves:
		c.report(diag.New(ref.Pos, diag.RequirementHigher,
			"level", strconv.Itoa(serves), "needed", needed, "capability", ref.ID))
	}
}

// requirementCircle reports levels that need each other in a circle (the
// scoring rules, section 5). One circle is reported at a time: mending it often
// mends others.
func (c *checker) requirementCircle() {
	circle := score.RequirementCircle(c.model)
	if len(circle) == 0 {
		return
	}
	var steps []string
	for _, rung := range append(circle, circle[0]) {
		steps = append(steps, rung.Capability.ID+"@"+strconv.Itoa(rung.Level))
	}
	d := diag.New(rungPos(circle[0]), diag.RequirementCircle, "steps", strings.Join(steps, " → "))
	for i, rung := range circle {
		next := circle[(i+1)%len(circle)]
		if pos, ok := requiredAt(rung, next); ok {
			d = d.At(pos, diag.RequiredHere)
		}
	}
	c.report(d)
}

func rungPos(rung score.Rung) diag.Position {
	if level := rung.Capability.Level(rung.Level); level != nil {
		return level.Pos
	}
	return rung.Capability.Pos
}

// requiredAt is where one step of a circle asks for the next; false where it
// only needs the level below its own.
func requiredAt(rung, next score.Rung) (diag.Position, bool) {
	level := rung.Capability.Level(rung.Level)
	if level == nil {
		return diag.Position{}, false
	}
	for _, required := range level.Requires {
		if required.Capability.ID == next.Capability.ID && required.Level == next.Level {
			return required.Capability.Pos, true
		}
	}
	return diag.Position{}, false
}
