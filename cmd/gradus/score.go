package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/term"

	"gradus/internal/diag"
	"gradus/internal/report"
)

func scoreCommand() *command {
	var opts struct{ format, asOf string }
	formats := []report.Format{report.Text, report.JSON, report.CSV, report.Markdown}
	return &command{
		name: "score",
		args: "FILE or TEAM[@DATE[-label]]",
		short: map[string]string{
			"en": "Print the scorecard of one assessment.",
			"zh": "打印一次评估的评分卡。",
		},
		flags: func(set *flag.FlagSet) {
			formatFlag(set, &opts.format, formats)
			set.StringVar(&opts.asOf, "as-of", "", "the `day` ages are reckoned from: a date, or today")
		},
		run: func(c *call) error {
			if len(c.args) != 1 {
				return usageError{"it takes one assessment: its file, or its team, as in payments or payments@2026-10-31"}
			}
			if err := oneOf(opts.format, formats); err != nil {
				return err
			}
			site, err := c.assessedSite(opts.asOf)
			if err != nil {
				return err
			}
			found, err := site.candidate(c.args[0])
			if err != nil {
				return err
			}
			card, err := c.scorecard(site, found)
			if err != nil {
				return err
			}
			return report.WriteScorecard(c.stdout, card, c.reading(opts.format))
		},
	}
}

// formatFlag declares the flag for the form of a report; oneOf refuses a form
// that the report has not.
func formatFlag(set *flag.FlagSet, into *string, formats []report.Format) {
	set.StringVar(into, "format", string(formats[0]), "`"+joined(formats, "|")+"`")
}

func oneOf(format string, formats []report.Format) error {
	if !slices.Contains(formats, report.Format(format)) {
		return usageError{fmt.Sprintf("--format is one of %s, not %q", joined(formats, ", "), diag.Printable(format))}
	}
	return nil
}

func joined(formats []report.Format, by string) string {
	var names []string
	for _, f := range formats {
		names = append(names, string(f))
	}
	return strings.Join(names, by)
}

// reading says how to write a report: with colours only on a terminal.
func (c *call) reading(format string) report.Options {
	o := report.Options{Format: report.Format(format), Lang: c.lang}
	if f, ok := c.stdout.(*os.File); ok && c.getenv("NO_COLOR") == "" && c.getenv("TERM") != "dumb" {
		o.Colour = term.IsTerminal(int(f.Fd()))
	}
	return o
}
