package main

import (
	"flag"
	"fmt"
	"slices"

	"gradus/internal/diag"
	"gradus/internal/report"
	"gradus/internal/score"
)

func diffCommand() *command {
	var opts struct{ format, asOf string }
	formats := []report.Format{report.Text, report.JSON, report.Markdown}
	return &command{
		name: "diff",
		args: "[OLD] NEW",
		short: map[string]string{
			"en": "Print what changed between two assessments of a team, or since its previous one.",
			"zh": "打印一个团队两次评估之间（或自上次评估以来）的变化。",
		},
		flags: func(set *flag.FlagSet) {
			formatFlag(set, &opts.format, formats)
			set.StringVar(&opts.asOf, "as-of", "", "the `day` ages are reckoned from: a date, or today")
		},
		run: func(c *call) error {
			if n := len(c.args); n != 1 && n != 2 {
				return usageError{"it takes one or two assessments, each a file, TEAM[@DATE[-label]], or REV:FILE for a revision in git"}
			}
			if err := oneOf(opts.format, formats); err != nil {
				return err
			}
			site, err := c.assessedSite(opts.asOf)
			if err != nil {
				return err
			}
			was, now, err := c.sides(site)
			if err != nil {
				return err
			}
			return report.WriteDiff(c.stdout, report.Compare(was, now), c.reading(opts.format))
		},
	}
}

// sides returns the two scorecards to compare.
func (c *call) sides(site *assessedSite) (was, now *score.Scorecard, err error) {
	newest, err := site.candidateOrRevision(c.args[len(c.args)-1])
	if err != nil {
		return nil, nil, err
	}
	if now, err = c.scorecard(site, newest); err != nil {
		return nil, nil, err
	}
	older, err := c.older(site, now)
	if err != nil {
		return nil, nil, err
	}
	if was, err = c.scorecard(site, older.errorsOnly()); err != nil {
		return nil, nil, err
	}
	if was.Team != now.Team {
		return nil, nil, usageError{fmt.Sprintf("the two are of different teams, “%s” and “%s”", was.Team, now.Team)}
	}
	return was, now, nil
}

// older finds what to compare with: the first of two arguments, else the
// team's previous assessment of that kind.
func (c *call) older(site *assessedSite, now *score.Scorecard) (candidate, error) {
	if len(c.args) == 2 {
		return site.candidateOrRevision(c.args[0])
	}
	previous := score.Previous(now.TeamRecord, now.Assessment)
	if previous == nil {
		return candidate{}, fmt.Errorf("team “%s” has no %s assessment before %s to compare with", now.Team, now.Kind, now.Assessment.Key())
	}
	return site.ofSite(previous), nil
}

func (s *assessedSite) candidateOrRevision(arg string) (candidate, error) {
	if rev, file, ok := revision(arg); ok {
		return s.inRevision(rev, file)
	}
	return s.candidate(arg)
}

// errorsOnly drops the warnings: nobody mends an assessment that is past.
func (c candidate) errorsOnly() candidate {
	warning := func(d diag.Diagnostic) bool { return d.Severity != diag.Error }
	return candidate{c.assessment, slices.DeleteFunc(slices.Clone(c.diags), warning)}
}
