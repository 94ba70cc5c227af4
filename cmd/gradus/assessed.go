package main

import (
	"path"
	"slices"
	"strings"

	"gradus/internal/build"
	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// An assessedSite is a site as the commands about scores see it: what they
// score rests on its model and its teams, and nothing else of it matters.
type assessedSite struct {
	*build.Source
	folder string
	scorer *score.Scorer
}

// assessedSite reads and checks the site. Errors of the site's own file and of
// its model stop the work; what else is wrong is reported as far as a result
// rests on it.
func (c *call) assessedSite(asOf string) (*assessedSite, error) {
	day, err := c.asOf(asOf)
	if err != nil {
		return nil, err
	}
	folder, err := c.folder()
	if err != nil {
		return nil, err
	}
	files, err := open(folder)
	if err != nil {
		return nil, err
	}
	site := &assessedSite{Source: build.Load(files, build.Options{AsOf: day}), folder: folder}
	problems := site.errors(func(path string) bool { return path == siteFile || strings.HasPrefix(path, "model/") })
	c.report(problems)
	if problems.HasErrors() {
		return nil, errFailed
	}
	site.scorer = score.New(site.Source.Source.Model, site.portfolio())
	return site, nil
}

func (s *assessedSite) portfolio() *maturity.Portfolio { return s.Source.Source.Portfolio }

// errors returns the errors in some files of the site.
func (s *assessedSite) errors(in func(path string) bool) diag.List {
	return slices.DeleteFunc(slices.Clone(s.Diags), func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error || !in(d.Pos.Path)
	})
}

// scorecard scores a candidate, once nothing that it rests on is in error: its
// own file, and those of its team and of the teams it inherits from.
func (c *call) scorecard(site *assessedSite, of candidate) (*score.Scorecard, error) {
	problems := of.diags
	var card *score.Scorecard
	if of.assessment != nil && !problems.HasErrors() {
		card = site.scorer.Scorecard(of.assessment)
		problems = append(slices.Clone(problems), site.errors(within(restsOn(card)...))...).Sort()
	}
	c.report(problems)
	if problems.HasErrors() || card == nil {
		return nil, errFailed
	}
	return card, nil
}

// restsOn returns the folders of the teams whose ratings are in a scorecard.
func restsOn(card *score.Scorecard) []string {
	folders := []string{teamFolder(card.Team)}
	for _, c := range card.Capabilities() {
		for _, l := range c.InheritedFrom {
			folders = append(folders, teamFolder(l.Team))
		}
	}
	return folders
}

func teamFolder(team string) string { return "assessments/" + team }

// within tells the files that lie in one of some folders.
func within(folders ...string) func(file string) bool {
	return func(file string) bool { return slices.Contains(folders, path.Dir(file)) }
}
