package site

import (
	"gradus/internal/address"
	"gradus/internal/maturity"
)

// A CapabilityView is the view of a capability: the ladder of its levels.
type CapabilityView struct {
	ID         string
	Summary    string
	Domain     Link
	Area       Link // the section of the chapter that speaks of it
	MayBeNA    bool
	Ladder     []LevelView // from the bottom up
	NeededBy   []NeededBy
	References []Link
	Needs      string           // an SVG of what it needs and what needs it; "" without either
	Teams      *CapabilityTeams // how teams stand on it; nil without any
}

// A LevelView is one level of a capability.
type LevelView struct {
	LevelName
	ID       string // anchor: "l3"
	Title    string
	Summary  string
	From     *FromLevel // the level below; nil at the bottom of the scale
	Effort   float64    // relative cost from the level below; 0 at the bottom of the scale
	Requires []RequiredLevel
	Criteria []CriterionView
}

// A FromLevel is the level from which the next one is reached.
type FromLevel struct {
	LevelName
	NextStep string // anchor of what leads on from it: "from-2"
}

// A CriterionView is one criterion.
type CriterionView struct {
	ID       string // anchor: "c-disk-buffer"
	Name     string // the id that assessments write
	Text     string
	Evidence string
}

// A RequiredLevel is a level another capability must have first.
type RequiredLevel struct {
	Link
	LevelName
}

// A NeededBy is a level elsewhere that asks for one of this capability's.
type NeededBy struct {
	RequiredLevel           // the level elsewhere
	Own           LevelName // the level of this capability that it asks for
}

// addCapabilities adds a page for each capability of a domain.
func (s *Site) addCapabilities(domain *Page, d *maturity.Domain) {
	for _, a := range d.Areas {
		for _, c := range a.Capabilities {
			p := &Page{Kind: KindCapability, Lang: domain.Lang, Address: address.Capability(c.ID), Source: c.Pos.Path, site: s}
			p.Title, p.Description = p.text(c.Name), p.text(c.Summary)
			p.view = func(p *Page) (any, error) { return p.capabilityView(c), nil }
			s.add(domain, p)
		}
	}
}

func (p *Page) capabilityView(c *maturity.Capability) CapabilityView {
	view := CapabilityView{
		ID:      c.ID,
		Summary: p.text(c.Summary),
		Domain:  p.domainLink(c.Area.Domain),
		Area:    Link{p.text(c.Area.Name), p.href(address.Area(c.Area.ID))},
		MayBeNA: c.MayBeNA,
	}
	for _, l := range c.Levels {
		view.Ladder = append(view.Ladder, p.levelView(l))
	}
	for _, r := range c.References {
		view.References = append(view.References, Link{p.text(r.Title), r.URL})
	}
	view.NeededBy = p.neededBy(c)
	view.Needs = p.needsFigure(&view)
	view.Teams = p.capabilityTeams(c)
	return view
}

func (p *Page) levelView(l *maturity.Level) LevelView {
	view := LevelView{
		LevelName: p.levelName(l.Level),
		ID:        p.anchor(address.LevelAnchor(l.Level)),
		Title:     p.text(l.Title),
		Summary:   p.text(l.Summary),
	}
	if l.Level > p.site.source.Model.Scale.Min {
		view.Effort = l.Effort
		view.From = &FromLevel{p.levelName(l.Level - 1), address.NextStepAnchor(l.Level - 1)}
	}
	for _, r := range l.Requires {
		if c := p.site.source.Model.Capability(r.Capability.ID); c != nil {
			view.Requires = append(view.Requires, p.requiredLevel(c, r.Level))
		}
	}
	for _, k := range l.Criteria {
		view.Criteria = append(view.Criteria, CriterionView{
			ID: p.anchor(address.CriterionAnchor(k.ID)), Name: k.ID, Text: p.text(k.Text), Evidence: p.text(k.Evidence),
		})
	}
	return view
}

func (p *Page) requiredLevel(c *maturity.Capability, level int) RequiredLevel {
	return RequiredLevel{
		Link:      Link{p.text(c.Name), p.href(address.Level(c.ID, level))},
		LevelName: p.levelName(level),
	}
}

// neededBy finds the levels elsewhere in the model that ask for c.
func (p *Page) neededBy(c *maturity.Capability) []NeededBy {
	var all []NeededBy
	for _, other := range p.site.source.Model.Capabilities() {
		for _, l := range other.Levels {
			for _, r := range l.Requires {
				if r.Capability.ID == c.ID {
					all = append(all, NeededBy{p.requiredLevel(other, l.Level), p.levelName(r.Level)})
				}
			}
		}
	}
	return all
}
