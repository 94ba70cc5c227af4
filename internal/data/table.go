package data

import (
	"io"
	"strings"

	"gradus/internal/csv"
	"gradus/internal/maturity"
)

// A column of the portfolio as a table: a row per team with its newest
// assessment as a whole and by domain.
type column struct {
	id      string // in CSV, the same in every language
	heading Text   // in the workbook
	shown   shown
	// value is a string, a bool, an int, a maturity.Date, a score.Number or a
	// score.Level; nil where there is none.
	value func(t *TeamRow, lang string) any
}

// shown says how a workbook shows the values of a column.
type shown int

const (
	asText shown = iota
	asDate
	asWhole
	asScore // with one decimal
	asShare // in percent
)

// columns are those of the portfolio. Of a team that has handed in nothing
// only those of the team itself have values.
func (d *Data) columns(p Portfolio) []column {
	team := func(of func(*TeamRow) any) func(*TeamRow, string) any {
		return func(t *TeamRow, _ string) any { return of(t) }
	}
	all := []column{
		{"team", d.heading("Id", "标识"), asText, team(func(t *TeamRow) any { return t.ID })},
		{"name", d.heading("Team", "团队"), asText, func(t *TeamRow, lang string) any { return t.Name.Name[lang] }},
		{"group", d.heading("Group", "分组"), asText, team(func(t *TeamRow) any { return t.Group })},
		{"tags", d.heading("Tags", "标签"), asText, team(func(t *TeamRow) any { return strings.Join(t.Tags, " ") })},
		{"retired", d.heading("Retired", "停用日期"), asDate, team(func(t *TeamRow) any { return known(t.Retired) })},
		{"date", d.heading("Date", "日期"), asDate, newest(func(n *Newest) any { return n.Date })},
		{"label", d.heading("Label", "标注"), asText, newest(func(n *Newest) any { return n.Label })},
		{"kind", d.heading("Kind", "方式"), asText, newest(func(n *Newest) any { return string(n.Kind) })},
		{"model_version", d.heading("Model version", "模型版本"), asText, newest(func(n *Newest) any { return n.Model.Version })},
		{"age_days", d.heading("Age in days", "距今天数"), asWhole, newest(func(n *Newest) any { return known(n.AgeDays) })},
		{"stale", d.heading("Stale", "已过期"), asText, newest(func(n *Newest) any { return n.Stale })},
		{"complete", d.heading("Enough assessed", "评估充分"), asText, newest(func(n *Newest) any { return n.Complete })},
		{"rated", d.heading("Assessed", "已评估"), asWhole, newest(func(n *Newest) any { return n.Overall.Coverage.Rated })},
		{"applicable", d.heading("Applicable", "适用"), asWhole, newest(func(n *Newest) any { return n.Overall.Coverage.Applicable })},
		{"on_target", d.heading("On target", "达到目标"), asWhole, newest(func(n *Newest) any { return n.Overall.OnTarget.Met })},
		{"with_target", d.heading("With a target", "设有目标"), asWhole, newest(func(n *Newest) any { return n.Overall.OnTarget.Of })},
		{"to_target", d.heading("Way to the targets", "目标完成"), asShare, newest(func(n *Newest) any { return n.Overall.ToTarget })},
		{"supported_score", d.heading("Borne out by evidence", "证据支持的得分"), asScore, newest(func(n *Newest) any { return n.Overall.Supported.Score })},
	}
	all = append(all, d.standingColumns("overall", d.heading("Overall", "总体"), func(n *Newest) Standing { return n.Overall.Standing })...)
	for i, domain := range p.Domains {
		all = append(all, d.standingColumns(domain.ID, domain.Name, func(n *Newest) Standing { return n.Domains[i].Standing })...)
	}
	return all
}

// standingColumns are the columns of one standing.
func (d *Data) standingColumns(id string, name Text, of func(*Newest) Standing) []column {
	heading := func(en, zh string) Text {
		out := d.heading(en, zh)
		for lang := range out {
			out[lang] = name[lang] + " · " + out[lang]
		}
		return out
	}
	return []column{
		{id + ".score", heading("score", "得分"), asScore, newest(func(n *Newest) any { return of(n).Score })},
		{id + ".level", heading("level", "级别"), asWhole, newest(func(n *Newest) any { return of(n).Level })},
		{id + ".target", heading("target", "目标"), asScore, newest(func(n *Newest) any { return of(n).Target })},
		{id + ".gap", heading("gap", "差距"), asScore, newest(func(n *Newest) any { return of(n).Gap })},
	}
}

// newest is a value of the newest assessment, none where there is no assessment.
func newest(of func(*Newest) any) func(*TeamRow, string) any {
	return func(t *TeamRow, _ string) any {
		if t.Newest == nil {
			return nil
		}
		return of(t.Newest)
	}
}

// heading is a word in every language of the site; a language that has none
// here reads English.
func (d *Data) heading(en, zh string) Text {
	return d.text(maturity.Translated(map[string]string{"en": en, "zh": zh}))
}

// known is what a pointer leads to; nil for none.
func known[T any](p *T) any {
	if p == nil {
		return nil
	}
	return *p
}

// WriteCSV writes the portfolio as api/v1/portfolio.csv: the columns are named
// by ids, the teams in the first of the site's languages.
func (d *Data) WriteCSV(w io.Writer, p Portfolio) error {
	columns := d.columns(p)
	out := csv.NewWriter(w)
	row := make([]any, len(columns))
	for i, c := range columns {
		row[i] = c.id
	}
	out.Row(row...)
	for i := range p.Teams {
		for j, c := range columns {
			row[j] = c.value(&p.Teams[i], d.source.Config.Languages[0])
			if date, ok := row[j].(maturity.Date); ok {
				row[j] = string(date)
			}
		}
		out.Row(row...)
	}
	return out.Close()
}
