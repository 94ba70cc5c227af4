package main

import (
	"flag"
	"fmt"
	"slices"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/report"
)

func roundCommand() *command {
	var opts struct{ format, asOf string }
	formats := []report.Format{report.Text, report.JSON, report.CSV, report.Markdown}
	return &command{
		name: "round",
		args: "ID",
		short: map[string]string{
			"en": "Print who has handed in in an assessment round, who has not, and what moved.",
			"zh": "打印一个评估轮次的提交情况与变化。",
		},
		flags: func(set *flag.FlagSet) {
			formatFlag(set, &opts.format, formats)
			set.StringVar(&opts.asOf, "as-of", "", "the `day` ages are reckoned from: a date, or today")
		},
		run: func(c *call) error {
			if len(c.args) != 1 {
				return usageError{"it takes the id of one round"}
			}
			if err := oneOf(opts.format, formats); err != nil {
				return err
			}
			site, err := c.assessedSite(opts.asOf)
			if err != nil {
				return err
			}
			round, err := site.round(c.args[0])
			if err != nil {
				return err
			}
			problems := site.errors(func(file string) bool { return strings.HasPrefix(file, "assessments/") })
			c.report(problems)
			if problems.HasErrors() {
				return errFailed
			}
			result := report.NewRound(site.scorer, site.Source.Source.Model, site.portfolio(), round, site.AsOf)
			return report.WriteRound(c.stdout, result, c.reading(opts.format))
		},
	}
}

// round returns the site's round with an id.
func (s *assessedSite) round(id string) (maturity.Round, error) {
	rounds := s.portfolio().Rounds
	i := slices.IndexFunc(rounds, func(r maturity.Round) bool { return r.ID == id })
	if i >= 0 {
		return rounds[i], nil
	}
	if len(rounds) == 0 {
		return maturity.Round{}, fmt.Errorf("the site has no rounds; they stand in %s", siteFile)
	}
	var ids []string
	for _, r := range rounds {
		ids = append(ids, r.ID)
	}
	return maturity.Round{}, fmt.Errorf("there is no round “%s”; the site has %s", diag.Printable(id), strings.Join(ids, ", "))
}
