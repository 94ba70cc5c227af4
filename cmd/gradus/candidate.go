package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/check"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A candidate is an assessment that was asked for, with what is wrong with it.
type candidate struct {
	assessment *maturity.Assessment // nil for a file that cannot be read
	diags      diag.List
}

// teamForm is TEAM or TEAM@DATE[-label].
var teamForm = regexp.MustCompile(`^([a-z0-9-]+)(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[a-z0-9-]+)?))?$`)

// candidate finds the assessment that an argument names: the file of that name,
// else the team's.
func (s *assessedSite) candidate(arg string) (candidate, error) {
	team := teamForm.FindStringSubmatch(arg)
	if info, err := os.Stat(arg); team == nil || err == nil && !info.IsDir() {
		return s.file(arg)
	}
	return s.ofTeam(team[1], team[2])
}

// ofTeam returns a team's assessment with a key, its newest without one.
func (s *assessedSite) ofTeam(id, key string) (candidate, error) {
	t := s.portfolio().Team(id)
	if t == nil {
		var ids []string
		for _, t := range s.portfolio().Teams {
			ids = append(ids, t.ID)
		}
		return candidate{diags: diag.List{diag.New(diag.Position{}, diag.UnknownTeam, "team", id).Nearest(id, ids)}}, nil
	}
	a := score.NewestOf(t, "")
	if key != "" {
		a = t.Assessment(key)
	}
	if a != nil {
		return s.ofSite(a), nil
	}
	if broken := s.errors(within(teamFolder(id))); broken.HasErrors() {
		return candidate{diags: broken}, nil // it may be there, unreadable
	}
	if key == "" {
		return candidate{}, fmt.Errorf("team “%s” has no assessment", id)
	}
	return candidate{}, fmt.Errorf("team “%s” has no assessment “%s”; it has %s", id, key, strings.Join(keys(t), ", "))
}

func keys(t *maturity.Team) []string {
	var all []string
	for _, a := range t.Assessments {
		all = append(all, a.Key())
	}
	return all
}

// ofSite returns one of the site's assessments with what the site's check has
// found in its file.
func (s *assessedSite) ofSite(a *maturity.Assessment) candidate {
	elsewhere := func(d diag.Diagnostic) bool { return d.Pos.Path != a.Pos.Path }
	return candidate{a, slices.DeleteFunc(slices.Clone(s.Diags), elsewhere)}
}

// file returns the assessment in a file, named as a user standing anywhere
// names it. Any that is not the site's is checked as if it were to become so.
func (s *assessedSite) file(name string) (candidate, error) {
	path, err := relative(s.folder, name)
	if err != nil {
		path = filepath.ToSlash(name)
	} else if a := s.at(path); a != nil {
		return s.ofSite(a), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return candidate{}, fmt.Errorf("there is no file %s that could be read", diag.Printable(name))
	}
	defer f.Close()
	return s.received(path, f)
}

// at returns the site's assessment in a file, or nil.
func (s *assessedSite) at(path string) *maturity.Assessment {
	for _, t := range s.portfolio().Teams {
		for _, a := range t.Assessments {
			if a.Pos.Path == path {
				return a
			}
		}
	}
	return nil
}

// mostBytes is the size above which an assessment is not read, here as in the
// site.
const mostBytes = 256 << 10

// received reads an assessment that is not the site's, and checks it.
func (s *assessedSite) received(path string, r io.Reader) (candidate, error) {
	content, err := io.ReadAll(io.LimitReader(r, mostBytes+1))
	if err != nil {
		return candidate{}, fmt.Errorf("%s cannot be read", diag.Printable(path))
	}
	if len(content) > mostBytes {
		too := diag.New(diag.Position{Path: path}, diag.FileTooLarge, "limit", strconv.Itoa(mostBytes>>10))
		return candidate{diags: diag.List{too}}, nil
	}
	a, diags := load.ParseAssessment(path, content)
	if a != nil && !diags.HasErrors() {
		diags = append(diags, check.Assessment(s.Source.Source, a, check.Options{AsOf: s.AsOf})...)
	}
	return candidate{a, diags.Sort()}, nil
}
