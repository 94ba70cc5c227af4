package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/check"
	"gradus/internal/diag"
	"gradus/internal/handin"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/scaffold"
)

func addCommand() *command {
	return &command{
		name: "add",
		args: "FILE…",
		short: map[string]string{
			"en": "Check assessments and team files that were received, and put them where they belong.",
			"zh": "检查收到的评估和团队文件，并放到应在的位置。",
		},
		run: func(c *call) error {
			if len(c.args) == 0 {
				return usageError{"it takes the files to add; - reads one from standard input"}
			}
			site, err := c.assessedSite("")
			if err != nil {
				return err
			}
			in := &intake{site: site}
			for _, name := range slices.Compact(slices.Clone(c.args)) {
				content, err := c.receive(name)
				if err != nil {
					return err
				}
				in.read(name, content)
			}
			in.merge()
			in.check()
			c.report(in.found.Sort())
			if in.found.HasErrors() {
				fmt.Fprintln(c.stderr, map[string]string{"en": "nothing was added", "zh": "没有添加任何文件"}[c.lang])
				return errFailed
			}
			return c.create(site.folder, in.files())
		},
	}
}

// receive reads a file that comes from outside, or standard input for "-".
func (c *call) receive(name string) ([]byte, error) {
	from := c.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("there is no file %s that could be read", diag.Printable(name))
		}
		defer f.Close()
		from = f
	}
	content, err := io.ReadAll(io.LimitReader(from, mostBytes+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read", diag.Printable(name))
	}
	return content, nil
}

// An intake takes in what was received, as if it were the site's already: its
// assessments may extend, and inherit from, one another.
type intake struct {
	site        *assessedSite
	teams       []received[maturity.Team]
	assessments []received[maturity.Assessment]
	found       diag.List
}

// received is a record with the files it came from.
type received[T any] struct {
	record *T
	parts  []*T
	text   []byte // of the first file
}

// read takes in one file.
func (in *intake) read(name string, content []byte) {
	path := filepath.ToSlash(name)
	if len(content) > mostBytes {
		in.found = append(in.found, diag.New(diag.Position{Path: path}, diag.FileTooLarge, "limit", strconv.Itoa(mostBytes>>10)))
		return
	}
	if load.IsTeam(content) {
		t, found := load.ParseTeam(path, content)
		in.found = append(in.found, found...)
		if t != nil && t.ID != "" {
			in.teams = append(in.teams, received[maturity.Team]{t, nil, content})
		}
		return
	}
	a, found := load.ParseAssessment(path, content)
	in.found = append(in.found, found...)
	if a != nil && a.Team != "" && a.Date != "" && a.Kind != "" {
		in.assessments = append(in.assessments, received[maturity.Assessment]{a, []*maturity.Assessment{a}, content})
	}
}

// merge makes one assessment of the files that belong together.
func (in *intake) merge() {
	var whole []received[maturity.Assessment]
	for _, next := range in.assessments {
		i := slices.IndexFunc(whole, func(r received[maturity.Assessment]) bool { return handin.Belong(r.record, next.record) })
		if i < 0 {
			whole = append(whole, next)
			continue
		}
		whole[i].parts = append(whole[i].parts, next.record)
	}
	for i, r := range whole {
		if len(r.parts) > 1 {
			merged, found := handin.Merge(r.parts)
			in.found = append(in.found, found...)
			whole[i].record = merged
		}
	}
	in.assessments = whole
}

// check judges everything in the context of the site with all of it added.
func (in *intake) check() {
	in.places()
	src := in.site.Source.Source
	for _, t := range in.teams {
		in.enter(t.record)
	}
	asOf := in.site.AsOf
	for _, a := range in.assessments {
		asOf = max(asOf, a.record.Date)
		if t := src.Portfolio.Team(a.record.Team); t != nil && t.Assessment(a.record.Key()) == nil {
			t.Assessments = append(t.Assessments, a.record)
			slices.SortFunc(t.Assessments, maturity.CompareAssessments)
		}
	}
	opts := check.Options{AsOf: asOf}
	for _, t := range in.teams {
		in.found = append(in.found, check.Team(src, t.record, opts)...)
	}
	for _, a := range in.assessments {
		in.found = append(in.found, check.Assessment(src, a.record, opts)...)
	}
	for i, d := range in.found {
		if d.Message == diag.UnknownTeam && len(d.Hints) == 0 {
			in.found[i] = d.Hint(diag.HintTeamFile, "team", d.Args["team"])
		}
	}
}

// places reports two files for one place, and places that are taken.
func (in *intake) places() {
	teams := map[string]diag.Position{}
	for _, t := range in.teams {
		if first, twice := teams[t.record.ID]; twice {
			in.found = append(in.found, diag.New(t.record.Pos, diag.TeamTwice, "team", t.record.ID).At(first, diag.HintFirst))
		}
		teams[t.record.ID] = t.record.Pos
	}
	days := map[string]diag.Position{}
	for _, a := range in.assessments {
		day := a.record.Team + " " + a.record.Key()
		if first, twice := days[day]; twice {
			in.found = append(in.found, diag.New(a.record.Pos, diag.SameDay, "team", a.record.Team, "date", string(a.record.Date)).
				At(first, diag.HintFirst).Hint(diag.HintLabel, "name", string(a.record.Date)+"-label.yaml"))
		}
		days[day] = a.record.Pos
	}
	for _, f := range in.files() {
		if _, err := os.Lstat(filepath.Join(in.site.folder, filepath.FromSlash(f.Path))); !errors.Is(err, os.ErrNotExist) {
			in.found = append(in.found, existing(f.Path))
		}
	}
}

// enter makes a team one of the site's, with the assessments it has.
func (in *intake) enter(t *maturity.Team) {
	p := in.site.portfolio()
	if old := p.Team(t.ID); old != nil {
		t.Assessments = old.Assessments
		p.Teams = slices.DeleteFunc(p.Teams, func(other *maturity.Team) bool { return other == old })
	}
	p.Teams = append(p.Teams, t)
	slices.SortFunc(p.Teams, func(a, b *maturity.Team) int { return strings.Compare(a.ID, b.ID) })
}

// files are the files to write: as they were received, or in the canonical form
// where several became one.
func (in *intake) files() []scaffold.File {
	var files []scaffold.File
	for _, t := range in.teams {
		files = append(files, scaffold.File{Path: teamFolder(t.record.ID) + "/team.yaml", Content: unixText(t.text)})
	}
	for _, a := range in.assessments {
		text := unixText(a.text)
		if len(a.parts) > 1 {
			text = handin.Format(a.record, handin.Style{Model: in.site.Source.Source.Model})
		}
		files = append(files, scaffold.File{Path: teamFolder(a.record.Team) + "/" + a.record.Key() + ".yaml", Content: text})
	}
	return files
}

// unixText is a text with the ends of lines that git keeps, without the mark
// that some editors begin a file with.
func unixText(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
}
