package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/scaffold"
	"gradus/internal/score"
)

// startOptions are the flags of what begins an assessment: new and sheet.
type startOptions struct {
	date, kind, contentLang string
}

func (o *startOptions) declare(set *flag.FlagSet) {
	set.StringVar(&o.date, "date", "", "the `day` of the assessment (default: today)")
	set.StringVar(&o.kind, "kind", string(maturity.Self), "who assesses: `self|peer|external`")
	set.StringVar(&o.contentLang, "content-lang", "", "the `language` of the handbook's texts (default: that of messages, if the site has it)")
}

func newCommand() *command {
	var opts struct {
		startOptions
		from, label string
	}
	return &command{
		name: "new",
		args: "team ID | assessment TEAM",
		short: map[string]string{
			"en": "Write a commented file to start with: a team, or an assessment.",
			"zh": "写一个带注释的起始文件：团队或评估。",
		},
		flags: func(set *flag.FlagSet) {
			opts.declare(set)
			set.StringVar(&opts.from, "from", "", "begin an assessment with the answers of an earlier one: `last`, or its DATE[-label]")
			set.StringVar(&opts.label, "label", "", "a `word` that tells a second assessment of one day apart")
		},
		run: func(c *call) error {
			if len(c.args) != 2 {
				return usageError{"it takes what to begin, and for which team"}
			}
			site, err := c.assessedSite("")
			if err != nil {
				return err
			}
			lang, err := contentLang(site.Config, opts.contentLang, c.lang)
			if err != nil {
				return err
			}
			switch what, id := c.args[0], c.args[1]; what {
			case "team":
				return c.newTeam(site, id, lang)
			case "assessment":
				return c.newAssessment(site, id, lang, opts.startOptions, opts.from, opts.label)
			default:
				return usageError{fmt.Sprintf("it begins a team or an assessment, not %q", diag.Printable(what))}
			}
		},
	}
}

func (c *call) newTeam(site *assessedSite, id, lang string) error {
	if d, ok := load.CheckID(diag.Position{}, id); !ok {
		c.report(diag.List{d})
		return errFailed
	}
	file := scaffold.Team(site.Source.Source, id, lang)
	if err := c.create(site.folder, []scaffold.File{file}); err != nil {
		return err
	}
	c.next("gradus new assessment " + id)
	return nil
}

func (c *call) newAssessment(site *assessedSite, id, lang string, opts startOptions, from, label string) error {
	team, err := c.knownTeam(site, id)
	if err != nil {
		return err
	}
	date, kind, err := opts.read()
	if err != nil {
		return err
	}
	if label != "" {
		if d, ok := load.CheckID(diag.Position{}, label); !ok {
			c.report(diag.List{d})
			return errFailed
		}
	}
	last, err := lastOf(site, team, date, kind, from)
	if err != nil {
		return err
	}
	file := scaffold.Assessment(site.Source.Source, scaffold.Start{
		Team: id, Date: date, Label: label, Kind: kind, Last: last, Copy: from != "", Lang: lang,
	})
	if err := c.create(site.folder, []scaffold.File{file}); err != nil {
		return err
	}
	c.next("gradus check " + c.seen(site.folder, file.Path))
	return nil
}

// read returns the day and the kind that were asked for. The day is today's
// where this machine is, unless one is named.
func (o *startOptions) read() (maturity.Date, maturity.Kind, error) {
	kind := maturity.Kind(o.kind)
	if !slices.Contains(maturity.Kinds, kind) {
		return "", "", usageError{fmt.Sprintf("--kind is self, peer or external, not %q", diag.Printable(o.kind))}
	}
	if o.date == "" {
		return maturity.Date(time.Now().Format(time.DateOnly)), kind, nil
	}
	date, err := maturity.ParseDate(o.date)
	if err != nil {
		return "", "", usageError{fmt.Sprintf("--date is a date such as 2026-10-31, not %q", diag.Printable(o.date))}
	}
	return date, kind, nil
}

// contentLang is the language in which a file quotes the handbook: the one
// asked for, else that of messages where the site has it, else the site's first.
func contentLang(config *load.Config, asked, messages string) (string, error) {
	switch {
	case asked != "" && !slices.Contains(config.Languages, asked):
		return "", usageError{fmt.Sprintf("--content-lang is one of the site's languages, %s, not %q",
			strings.Join(config.Languages, ", "), diag.Printable(asked))}
	case asked != "":
		return asked, nil
	case slices.Contains(config.Languages, messages):
		return messages, nil
	}
	return config.Languages[0], nil
}

// knownTeam returns the site's team with an id, or reports that there is none.
func (c *call) knownTeam(site *assessedSite, id string) (*maturity.Team, error) {
	if t := site.portfolio().Team(id); t != nil {
		return t, nil
	}
	d := diag.New(diag.Position{}, diag.UnknownTeam, "team", id).Nearest(id, teamIDs(site.portfolio()))
	if len(d.Hints) == 0 {
		d = d.Hint(diag.HintNewTeam, "team", id)
	}
	c.report(diag.List{d})
	return nil, errFailed
}

func teamIDs(p *maturity.Portfolio) []string {
	var ids []string
	for _, t := range p.Teams {
		ids = append(ids, t.ID)
	}
	return ids
}

// lastOf is how a team stood in the assessment that from names: by its key, or
// "last", the newest of that kind up to a day. That one it is also when nothing
// is named; then there may be none, and the scorecard is nil.
func lastOf(site *assessedSite, t *maturity.Team, date maturity.Date, kind maturity.Kind, from string) (*score.Scorecard, error) {
	var a *maturity.Assessment
	switch from {
	case "", "last":
		a = score.NewestOf(t, date, kind)
	default:
		a = t.Assessment(from)
	}
	switch {
	case a != nil:
		return site.scorer.Scorecard(a), nil
	case from == "":
		return nil, nil
	case len(t.Assessments) == 0:
		return nil, fmt.Errorf("team “%s” has no assessment to begin with; leave out --from", t.ID)
	}
	return nil, fmt.Errorf("team “%s” has no such assessment to begin with; it has %s", t.ID, strings.Join(keys(t), ", "))
}

// create writes files into the site's folder and prints where they are. Files
// that are in the way are reported, and then nothing is written.
func (c *call) create(folder string, files []scaffold.File) error {
	var taken diag.List
	for _, f := range files {
		if _, err := os.Lstat(filepath.Join(folder, filepath.FromSlash(f.Path))); err == nil {
			taken = append(taken, existing(f.Path))
		}
	}
	if len(taken) > 0 {
		c.report(taken.Sort())
		return errFailed
	}
	if err := scaffold.Create(folder, files); errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w; nothing was written", err)
	} else if err != nil {
		return fmt.Errorf("nothing was written: %w", err)
	}
	for _, f := range files {
		fmt.Fprintln(c.stdout, c.seen(folder, f.Path))
	}
	return nil
}

// existing reports a file that is in the way. For an assessment there is a way
// around.
func existing(name string) diag.Diagnostic {
	d := diag.New(diag.Position{Path: name}, diag.FileExists)
	if key, ok := strings.CutSuffix(filepath.Base(name), ".yaml"); ok && key != "team" {
		d = d.Hint(diag.HintLabel, "name", key[:min(len(key), len("2026-10-31"))]+"-label.yaml")
	}
	return d
}

// seen is a file of the site as it is named from where the user stands.
func (c *call) seen(folder, name string) string {
	full := filepath.Join(folder, filepath.FromSlash(name))
	abs, err := filepath.Abs(full)
	if err != nil {
		return full
	}
	here, err := os.Getwd()
	if err != nil {
		return abs
	}
	if rel, err := filepath.Rel(here, abs); err == nil {
		return rel
	}
	return abs
}

// next says what to type after this.
func (c *call) next(line string) {
	text := map[string]string{"en": "next: %s\n", "zh": "下一步：%s\n"}[c.lang]
	fmt.Fprintf(c.stderr, text, line)
}
