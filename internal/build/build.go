// Package build runs the stages in their order: read it first.
//
// [Load] opens a site's folder and reports everything that is wrong with it.
// Only a clean source goes on: [Source.Site] lays out the pages and
// makes them ready to be rendered, and [Site.Publish] writes them all, or
// nothing. A server stops before that last step and renders pages when they
// are asked for.
package build

import (
	"io/fs"

	"gradus/internal/check"
	"gradus/internal/diag"
	"gradus/internal/history"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/theme"
	"gradus/internal/words"
)

// Options are the choices made on the command line.
type Options struct {
	AsOf     maturity.Date   // the day ages are reckoned from; "" for the newest assessment's
	BaseURL  string          // replaces the one in gradus.yaml; "" keeps it
	Portable bool            // links name index.html, to be read from a folder
	Strict   bool            // warnings are errors
	History  history.History // when files were last changed; empty where that is not asked
}

// A Source is a site's folder, read and checked.
type Source struct {
	*load.Source
	Theme *theme.Theme
	Words *words.Catalog
	AsOf  maturity.Date // the day that counts, "" when the site has no date at all
	Diags diag.List     // sorted
	opts  Options
}

// Load reads the site in a folder and checks it. The source can be built when
// the diagnostics hold no error.
func Load(folder fs.FS, opts Options) *Source {
	s := &Source{opts: opts}
	s.Source, s.Diags = load.Load(folder)
	if opts.BaseURL != "" {
		s.Source.Config.BaseURL = opts.BaseURL
	}
	s.AsOf = opts.AsOf
	if s.AsOf == "" {
		s.AsOf = newest(s.Source.Portfolio)
	}
	s.Diags = append(s.Diags, check.Site(s.Source, check.Options{AsOf: s.AsOf})...)

	if opts.History.Shallow {
		s.Diags = append(s.Diags, diag.New(s.Source.Config.Pos, diag.ShallowClone).Hint(diag.HintShallow))
	}

	var problems diag.List
	s.Theme, problems = theme.Open(folder, s.Source.Config.Theme)
	s.Diags = append(s.Diags, problems...)
	s.Words, problems = words.Load(s.Theme)
	s.Diags = append(s.Diags, problems...)
	s.Diags = s.judge(s.Diags)
	return s
}

// judge puts diagnostics in order, and raises them where the user asked for it.
func (s *Source) judge(l diag.List) diag.List {
	if s.opts.Strict {
		l = l.Strict()
	}
	return l.Sort()
}

// newest is the date of the newest assessment of all.
func newest(p *maturity.Portfolio) maturity.Date {
	var date maturity.Date
	for _, t := range p.Teams {
		if n := len(t.Assessments); n > 0 {
			date = max(date, t.Assessments[n-1].Date)
		}
	}
	return date
}
