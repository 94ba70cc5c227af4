// Package data makes the site's own data, for programs and spreadsheets: the
// model, the portfolio and each team as values that become JSON, the portfolio
// as CSV and as a workbook, and a team's badge.
//
// [New] takes a source without errors; the methods of [Data] make one file's
// value each. The values are plain structs whose JSON is the promise to users:
// package schema makes the schemas from these types. Nothing in them is HTML;
// notes are Markdown as they were written.
//
// What a site does not publish is left out here, before there is a value: see
// [Data.Published] and redact.go. Teams without published scorecards count in
// aggregates, as they do on the pages of groups, and appear nowhere else.
package data

import (
	"encoding/json"

	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// Data makes the site's data. It does not change after [New]: any number of
// goroutines may use it.
type Data struct {
	source *load.Source
	asOf   maturity.Date
	scorer *score.Scorer
}

// New returns the data of a source without errors. Ages are reckoned from the
// day asOf; "" knows none.
func New(src *load.Source, asOf maturity.Date) *Data {
	return &Data{source: src, asOf: asOf, scorer: score.New(src.Model, src.Portfolio)}
}

// Published are the teams whose scorecards the site shows, by id.
func (d *Data) Published() []*maturity.Team {
	var teams []*maturity.Team
	for _, t := range d.source.Portfolio.Teams {
		if d.publish(t).Scorecards {
			teams = append(teams, t)
		}
	}
	return teams
}

// publish is what the site shows of a team.
func (d *Data) publish(t *maturity.Team) maturity.Publish {
	return d.source.Config.Publish.And(t.Publish)
}

// Text is what people read, by language of the site.
type Text map[string]string

// text gives the wording in every language of the site, in each the one that
// its pages show; nil when there is none.
func (d *Data) text(t maturity.Text) Text {
	if t.IsZero() {
		return nil
	}
	languages := d.source.Config.Languages
	out := make(Text, len(languages))
	for _, lang := range languages {
		out[lang] = t.In(lang, languages[0])
	}
	return out
}

// orNull is nil, which JSON calls null, for the empty string.
func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

// list is never nil, so that JSON has an empty list instead of null.
func list[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}

// JSON writes a value of this package as a file. What HTML would take for a tag
// is escaped, for whoever puts the file into a page.
func JSON(value any) ([]byte, error) {
	out, err := json.Marshal(value)
	return append(out, '\n'), err
}
