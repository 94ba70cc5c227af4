package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"gradus/internal/check"
	"gradus/internal/diag"
	"gradus/internal/handin"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/scaffold"
	"gradus/internal/sheet"
)

func sheetCommand() *command {
	var opts struct {
		startOptions
		out, read string
	}
	return &command{
		name: "sheet",
		args: "[TEAM]",
		short: map[string]string{
			"en": "Write a questionnaire as a spreadsheet, or read the answers of one back.",
			"zh": "生成电子表格问卷，或读回填好的问卷。",
		},
		flags: func(set *flag.FlagSet) {
			opts.declare(set)
			set.StringVar(&opts.out, "out", "", "the `file` to write (default: TEAM-DATE.xlsx)")
			set.StringVar(&opts.read, "read", "", "read this filled-in `file` and print the assessment")
		},
		run: func(c *call) error {
			if (opts.read == "") != (len(c.args) == 1) || len(c.args) > 1 {
				return usageError{"it takes the team to ask, or --read with the file to read"}
			}
			site, err := c.assessedSite("")
			if err != nil {
				return err
			}
			if opts.read != "" {
				return c.readSheet(site, opts.read)
			}
			return c.writeSheet(site, c.args[0], opts.out, opts.startOptions)
		},
	}
}

// writeSheet writes the questionnaire of a team, with what it answered last.
func (c *call) writeSheet(site *assessedSite, id, out string, opts startOptions) error {
	team, err := c.knownTeam(site, id)
	if err != nil {
		return err
	}
	date, kind, err := opts.read()
	if err != nil {
		return err
	}
	lang, err := contentLang(site.Config, opts.contentLang, c.lang)
	if err != nil {
		return err
	}
	last, err := lastOf(site, team, date, kind, "")
	if err != nil {
		return err
	}
	others := slices.DeleteFunc(teamIDs(site.portfolio()), func(other string) bool { return other == id })
	var content bytes.Buffer
	if err := sheet.Write(&content, site.Source.Source.Model, sheet.Questionnaire{
		Team: team, Date: date, Kind: kind, Last: last, Teams: others, Language: lang,
	}); err != nil {
		return fmt.Errorf("the spreadsheet cannot be written: %w", err)
	}
	if out == "" {
		out = fmt.Sprintf("%s-%s.xlsx", id, date)
	}
	return c.create(filepath.Dir(out), []scaffold.File{{Path: filepath.Base(out), Content: content.Bytes()}})
}

// readSheet prints the assessment that a filled-in questionnaire holds, once
// nothing in it is wrong.
func (c *call) readSheet(site *assessedSite, name string) error {
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("there is no file %s that could be read", diag.Printable(name))
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, sheet.MaxBytes+1))
	if err != nil {
		return fmt.Errorf("%s cannot be read", diag.Printable(name))
	}
	a, found := sheet.Read(filepath.ToSlash(name), content, site.Source.Source.Model)
	if a != nil && !found.HasErrors() {
		found = append(found, check.Assessment(site.Source.Source, a, check.Options{AsOf: max(site.AsOf, a.Date)})...)
	}
	c.report(found)
	if found.HasErrors() {
		return errFailed
	}
	return c.print(site.Source.Source.Model, a)
}

// print prints an assessment in the canonical form, after making sure that it
// can be read.
func (c *call) print(m *maturity.Model, a *maturity.Assessment) error {
	text := handin.Format(a, handin.Style{Model: m})
	if _, found := load.ParseAssessment("", text); found.HasErrors() {
		c.report(found)
		return errFailed
	}
	_, err := c.stdout.Write(text)
	return err
}
