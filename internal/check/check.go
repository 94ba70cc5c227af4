// Package check judges what a whole site says, across its files.
//
// Package load has already reported what one file can have wrong by itself:
// its syntax, its keys, its types and ranges. The rules here need more than
// one file: an assessment and the model, a team and another team, a link and
// the page it leads to. Each rule is one function, and [Site] lists them all.
//
// A rule stays quiet where another one, here or in package load, has already
// explained the same defect: ids of a model that the assessment does not
// follow, mentions of a file that is there but could not be read.
//
// Nothing here reads the clock. What is overdue is reckoned from Options.AsOf.
package check

import (
	"slices"

	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// Options are what the rules have to know beside the site.
type Options struct {
	// AsOf is the day from which ages, reviews and due dates are reckoned. On
	// "" no rule about dates reports anything.
	AsOf maturity.Date
}

// Site reports what is wrong with a site across its files. The source may be
// incomplete, as package load returns it beside errors.
func Site(src *load.Source, opts Options) diag.List {
	c := newChecker(src, opts)
	if c.model != nil {
		c.modelVersion()
		c.modelLanguages()
		c.references()
		c.requirements()
		c.requirementCircle()
	}
	if c.portfolio != nil {
		c.teams()
		c.teamNames(c.portfolio.Teams)
		c.targetRules()
		c.rounds()
	}
	if c.config != nil {
		places := c.findPlaces()
		c.chapters()
		c.untranslated()
		c.translations()
		c.levelTables()
		c.links(places)
		c.addresses()
		c.moved(places)
		c.published(places)
	}
	if c.lints("texts") {
		c.lintCriteria()
		c.lintTitles()
		c.lintFigures()
		c.lintVagueWords()
		c.lintDuplicates()
	}
	if c.lints("terms") {
		c.lintTerms()
	}
	return c.list.Sort()
}

// Assessment reports what is wrong with one assessment in the context of a
// site, of which it need not be part.
func Assessment(src *load.Source, a *maturity.Assessment, opts Options) diag.List {
	c := newChecker(src, opts)
	if c.portfolio == nil {
		return nil
	}
	t := c.portfolio.Team(a.Team)
	if t == nil {
		c.unknownTeam(a.Pos, a.Team)
		t = &maturity.Team{ID: a.Team}
	}
	c.assessment(t, a)
	return c.list.Sort()
}

// Team reports what is wrong with the record of one team in the context of a
// site, of which it need not be part. The team's assessments are not looked at.
func Team(src *load.Source, t *maturity.Team, opts Options) diag.List {
	c := newChecker(src, opts)
	c.team(t)
	if c.portfolio != nil {
		teams := slices.Clone(c.portfolio.Teams)
		teams = slices.DeleteFunc(teams, func(other *maturity.Team) bool { return other.ID == t.ID })
		c.teamNames(append(teams, t))
	}
	others := func(d diag.Diagnostic) bool { return d.Pos.Path != t.Pos.Path }
	return slices.DeleteFunc(c.list, others).Sort()
}

// A checker holds what the rules of one run share.
type checker struct {
	src       *load.Source
	config    *load.Config        // nil where gradus.yaml could not be read
	model     *maturity.Model     // nil where model.yaml could not be read, or its scale
	portfolio *maturity.Portfolio // nil where there is none
	scorer    *score.Scorer       // nil without a model or a portfolio
	asOf      maturity.Date
	list      diag.List
}

func newChecker(src *load.Source, opts Options) *checker {
	c := &checker{src: src, config: src.Config, model: src.Model, portfolio: src.Portfolio, asOf: opts.AsOf}
	if c.model != nil && c.model.Scale.Max <= c.model.Scale.Min {
		c.model = nil // a model without a scale says nothing of levels
	}
	if c.model != nil && c.portfolio != nil {
		c.scorer = score.New(c.model, c.portfolio)
	}
	return c
}

func (c *checker) report(d diag.Diagnostic) { c.list = append(c.list, d) }

// lints reports whether the site asks for an opt-in check.
func (c *checker) lints(name string) bool {
	return c.model != nil && c.config != nil && slices.Contains(c.config.Lint, name)
}

// exists reports whether the site has a file, readable or not.
func (c *checker) exists(file string) bool {
	_, found := slices.BinarySearch(c.src.Inputs, file)
	return found
}

// nearest adds the valid name nearest to a wrong one, if any is near, and the
// place where that name is defined.
func nearest(d diag.Diagnostic, wrong string, valid map[string]diag.Position) diag.Diagnostic {
	names := make([]string, 0, len(valid))
	for name := range valid {
		names = append(names, name)
	}
	slices.Sort(names)
	before := len(d.Hints)
	d = d.Nearest(wrong, names)
	if len(d.Hints) == before {
		return d
	}
	if pos := valid[d.Hints[before].Args["name"]]; pos.IsValid() {
		d = d.At(pos, diag.HintHere)
	}
	return d
}
