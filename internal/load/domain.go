package load

import (
	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

var domainRecord = record[maturity.Domain]{
	{"id", true, anID, func(f *file, n *yaml.Node, d *maturity.Domain) { d.ID = f.id(n) }},
	{"name", true, aName, func(f *file, n *yaml.Node, d *maturity.Domain) { d.Name = f.name(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, d *maturity.Domain) { d.Summary = f.texts(n) }},
	{"weight", false, aWeight, func(f *file, n *yaml.Node, d *maturity.Domain) { d.Weight = f.weight(n) }},
	{"areas", true, listOf(areaRecord.shape("area")), func(f *file, n *yaml.Node, d *maturity.Domain) {
		ids := taken{}
		f.items(n, func(item *yaml.Node) {
			a := &maturity.Area{Pos: f.pos(item), Weight: 1}
			if areaRecord.read(f, item, a) && ids.claim(f, a.ID, a.Pos) {
				d.Areas = append(d.Areas, a)
			}
		})
	}},
}

var areaRecord = record[maturity.Area]{
	{"id", true, anID, func(f *file, n *yaml.Node, a *maturity.Area) { a.ID = f.id(n) }},
	{"name", true, aName, func(f *file, n *yaml.Node, a *maturity.Area) { a.Name = f.name(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, a *maturity.Area) { a.Summary = f.texts(n) }},
	{"weight", false, aWeight, func(f *file, n *yaml.Node, a *maturity.Area) { a.Weight = f.weight(n) }},
	{"capabilities", true, listOf(capabilityRecord.shape("capability")), func(f *file, n *yaml.Node, a *maturity.Area) {
		ids := taken{}
		f.items(n, func(item *yaml.Node) {
			c := &maturity.Capability{Pos: f.pos(item), Weight: 1, MayBeNA: true}
			if capabilityRecord.read(f, item, c) && ids.claim(f, c.ID, c.Pos) {
				f.criterionIDs(c)
				a.Capabilities = append(a.Capabilities, c)
			}
		})
	}},
}

var capabilityRecord = record[maturity.Capability]{
	{"id", true, anID, func(f *file, n *yaml.Node, c *maturity.Capability) { c.ID = f.id(n) }},
	{"name", true, aName, func(f *file, n *yaml.Node, c *maturity.Capability) { c.Name = f.name(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, c *maturity.Capability) { c.Summary = f.texts(n) }},
	{"weight", false, aWeight, func(f *file, n *yaml.Node, c *maturity.Capability) { c.Weight = f.weight(n) }},
	{"na", false, aBool, func(f *file, n *yaml.Node, c *maturity.Capability) { f.boolean(n, &c.MayBeNA) }},
	{"levels", true, listOf(levelRecord.shape("level")), func(f *file, n *yaml.Node, c *maturity.Capability) {
		f.items(n, func(item *yaml.Node) {
			l := &maturity.Level{Pos: f.pos(item), Level: maturity.NoLevel, Effort: 1}
			if levelRecord.read(f, item, l) {
				c.Levels = append(c.Levels, l)
			}
		})
	}},
	{"references", false, listOf(referenceRecord.shape("reference")), func(f *file, n *yaml.Node, c *maturity.Capability) {
		f.items(n, func(item *yaml.Node) {
			r := maturity.Reference{Pos: f.pos(item)}
			if referenceRecord.read(f, item, &r) {
				c.References = append(c.References, r)
			}
		})
	}},
}

var levelRecord = record[maturity.Level]{
	{"level", true, aLevel, func(f *file, n *yaml.Node, l *maturity.Level) { l.Level = f.level(n) }},
	{"title", true, aName, func(f *file, n *yaml.Node, l *maturity.Level) { l.Title = f.name(n) }},
	{"summary", false, aText, func(f *file, n *yaml.Node, l *maturity.Level) { l.Summary = f.texts(n) }},
	{"effort", false, Shape{Type: TypeNumber, Min: 1, Max: 5}, func(f *file, n *yaml.Node, l *maturity.Level) {
		if v, ok := f.numberIf(n, "1 … 5", func(v float64) bool { return v >= 1 && v <= 5 }); ok {
			l.Effort = v
		}
	}},
	{"requires", false, listOf(requirementRecord.shape("requirement")), func(f *file, n *yaml.Node, l *maturity.Level) {
		f.items(n, func(item *yaml.Node) {
			r := maturity.Requirement{Level: maturity.NoLevel}
			if requirementRecord.read(f, item, &r) && r.Level != maturity.NoLevel && r.Capability.ID != "" {
				l.Requires = append(l.Requires, r)
			}
		})
	}},
	{"criteria", false, listOf(criterionRecord.shape("criterion")), func(f *file, n *yaml.Node, l *maturity.Level) {
		f.items(n, func(item *yaml.Node) {
			c := &maturity.Criterion{Pos: f.pos(item)}
			if criterionRecord.read(f, item, c) {
				l.Criteria = append(l.Criteria, c)
			}
		})
	}},
}

var requirementRecord = record[maturity.Requirement]{
	{"capability", true, aFullID, func(f *file, n *yaml.Node, r *maturity.Requirement) { r.Capability = f.ref(n) }},
	{"level", true, aLevel, func(f *file, n *yaml.Node, r *maturity.Requirement) { r.Level = f.level(n) }},
}

var criterionRecord = record[maturity.Criterion]{
	{"id", true, anID, func(f *file, n *yaml.Node, c *maturity.Criterion) { c.ID = f.id(n) }},
	{"text", true, aText, func(f *file, n *yaml.Node, c *maturity.Criterion) { c.Text = f.texts(n) }},
	{"evidence", false, aText, func(f *file, n *yaml.Node, c *maturity.Criterion) { c.Evidence = f.texts(n) }},
}

var referenceRecord = record[maturity.Reference]{
	{"title", true, aName, func(f *file, n *yaml.Node, r *maturity.Reference) { r.Title = f.name(n) }},
	{"url", true, aLine, func(f *file, n *yaml.Node, r *maturity.Reference) { r.URL = f.line(n) }},
}

func (f *file) weight(n *yaml.Node) float64 {
	if v, ok := f.numberIf(n, "> 0", func(v float64) bool { return v > 0 }); ok {
		return v
	}
	return 1
}

// criterionIDs gives the criteria of a capability their level, drops those
// without an id, and reports an id that two of them have.
func (f *file) criterionIDs(c *maturity.Capability) {
	ids := taken{}
	for _, l := range c.Levels {
		kept := l.Criteria[:0]
		for _, k := range l.Criteria {
			if ids.claim(f, k.ID, k.Pos) {
				k.Level = l.Level
				kept = append(kept, k)
			}
		}
		l.Criteria = kept
	}
}

// readDomain reads model/<domain>.yaml, and holds its levels against the scale
// where that is known. It returns nil when the file has no readable top.
func readDomain(path string, content []byte, langs []string, scale *maturity.Scale) (*maturity.Domain, diag.List) {
	f, root := parse(path, content)
	if root == nil {
		return nil, f.diags
	}
	f.langs = langs
	d := &maturity.Domain{Pos: f.pos(root), Weight: 1}
	if !domainRecord.read(f, root, d) {
		return nil, f.diags
	}
	for _, a := range d.Areas {
		a.ID = d.ID + "." + a.ID
		for _, c := range a.Capabilities {
			c.ID = intern(a.ID + "." + c.ID)
			if scale != nil {
				f.capabilityLevels(c, *scale)
			}
		}
	}
	return d, f.diags
}

// capabilityLevels puts the levels of a capability in rising order, one for
// each level of the scale, and reports criteria at the lowest.
func (f *file) capabilityLevels(c *maturity.Capability, scale maturity.Scale) {
	c.Levels = onePerLevel(f, scale, c.Pos, c.Levels,
		func(l *maturity.Level) (int, diag.Position) { return l.Level, l.Pos })
	for _, l := range c.Levels {
		if l.Level == scale.Min && len(l.Criteria) > 0 {
			f.add(diag.New(l.Criteria[0].Pos, diag.CriteriaAtMin))
		}
	}
}
