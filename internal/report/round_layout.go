package report

import (
	"io"
	"strings"

	"gradus/internal/csv"
	"gradus/internal/score"
)

func (r *Round) writeCSV(w io.Writer, lang string) error {
	out := csv.NewWriter(w)
	out.Row("round", "team", "name", "group", "state", "date", "label", "kind", "score", "level", "target",
		"rated", "applicable", "complete", "was_date", "was_label", "was_score", "delta", "levels_up", "levels_down", "regressions", "not_comparable")
	handed := func(state string, all []Submission) {
		for _, s := range all {
			row := []any{r.ID, s.Team, s.team.Name.In(lang), s.Group, state, string(s.Date), s.Label, string(s.Kind),
				s.Score, s.Level, s.Target, s.Coverage.Rated, s.Coverage.Applicable, s.Complete}
			if m := s.Move; m != nil {
				row = append(row, string(m.Date), m.Label, m.Score, m.Delta, m.Up, m.Down, m.Regressions, string(m.NotComparable))
			} else {
				row = append(row, nil, nil, nil, nil, nil, nil, nil, nil)
			}
			out.Row(row...)
		}
	}
	handed("handed-in", r.HandedIn)
	handed("late", r.Late)
	for _, m := range r.Missing {
		row := make([]any, 22)
		copy(row, []any{r.ID, m.Team, m.team.Name.In(lang), m.Group, "missing"})
		out.Row(row...)
	}
	return out.Close()
}

func (r *Round) document(lang string) *document {
	d := &document{title: r.title(lang)}
	d.add(r.headline(lang))
	d.add(part{heading: wordMissing.in(lang), table: r.missingTable(lang)}.orNobody(lang))
	d.add(part{heading: wordLate.in(lang), table: r.submissionTable(r.Late, lang)}.orNobody(lang))
	d.add(part{heading: wordHandedIn.in(lang), table: r.submissionTable(r.HandedIn, lang)}.orNobody(lang))
	if len(r.Groups) > 0 {
		d.add(part{heading: wordByGroup.in(lang), table: r.groupTable(lang)})
	}
	d.add(r.figuresPart(lang))
	return d
}

func (r *Round) title(lang string) string {
	title := wordRound.in(lang, "id", r.ID)
	if name := r.round.Name.In(lang); name != "" && name != r.ID {
		title = name + wordAside.in(lang, "text", r.ID)
	}
	state := wordClosed.in(lang)
	if r.Open {
		state = wordOpen.in(lang, "date", string(r.Until))
	}
	return title + " · " + string(r.From) + " – " + string(r.Until) + " · " + state
}

func (r *Round) headline(lang string) part {
	p := part{
		lines: []line{{wordHandedIn.in(lang) + wordColon.in(lang) + ofCount(len(r.HandedIn), r.Asked, lang), strong}},
		facts: []fact{
			{wordLate.in(lang), plain(len(r.Late))},
			{wordMissing.in(lang), plain(len(r.Missing))},
			{wordAssessed.in(lang), r.coverage(lang)},
		},
	}
	if r.Previous != "" {
		p.facts = append(p.facts, fact{wordMoved.in(lang, "id", r.Previous), r.Moved.line(lang)})
	}
	return p
}

// coverage sums up how much those who handed in have assessed.
func (r *Round) coverage(lang string) string {
	var sum score.Coverage
	for _, s := range r.HandedIn {
		sum.Rated += s.Coverage.Rated
		sum.Applicable += s.Coverage.Applicable
	}
	return ofCount(sum.Rated, sum.Applicable, lang)
}

// line counts the teams that moved; what there is none of is left out, but for
// the first two.
func (m Moves) line(lang string) string {
	counts := []string{wordRisen.in(lang, "n", plain(m.Up)), wordFallen.in(lang, "n", plain(m.Down))}
	for _, c := range []struct {
		word word
		n    int
	}{{wordSame, m.Same}, {wordIncomparable, m.Incomparable}, {wordNew, m.New}} {
		if c.n > 0 {
			counts = append(counts, c.word.in(lang, "n", plain(c.n)))
		}
	}
	return strings.Join(counts, wordComma.in(lang))
}

// orNobody says so where a table has no rows.
func (p part) orNobody(lang string) part {
	if len(p.table.rows) == 0 {
		return part{heading: p.heading, lines: []line{{wordNobody.in(lang), quiet}}}
	}
	return p
}

func (r *Round) missingTable(lang string) *table {
	t := &table{columns: []column{left(wordTeam, lang), left(wordGroup, lang), left(wordNewest, lang), left(wordID, lang)}}
	for _, m := range r.Missing {
		newest := string(m.Newest)
		if newest == "" {
			newest = wordNone.in(lang)
		}
		t.add(text(m.team.Name.In(lang)), text(m.Group), text(newest), id(m.Team))
	}
	return t
}

func (r *Round) submissionTable(all []Submission, lang string) *table {
	t := &table{columns: []column{
		left(wordTeam, lang), left(wordGroup, lang), left(wordDate, lang), left(wordKind, lang),
		right(wordScore, lang), right(wordLevel, lang), right(wordAssessed, lang),
	}}
	if r.Previous != "" {
		t.columns = append(t.columns, right(wordChange, lang), left(wordLevels, lang), right(wordRegressions, lang), left(wordNote, lang))
	}
	t.columns = append(t.columns, left(wordID, lang))
	for _, s := range all {
		row := []cell{text(s.team.Name.In(lang)), text(s.Group), text(strings.TrimSpace(string(s.Date) + " " + s.Label)), text(kindName(s.Kind, lang)),
			text(show(s.Score)), text(showLevel(s.Level)), coverageCell(&s)}
		if r.Previous != "" {
			row = append(row, s.Move.cells(lang)...)
		}
		t.add(append(row, id(s.Team))...)
	}
	return t
}

// coverageCell marks an assessment that is too thin for the figures.
func coverageCell(s *Submission) cell {
	c := text(ratio(s.Coverage.Rated, s.Coverage.Applicable))
	if !s.Complete {
		c.tone = bad
	}
	return c
}

// cells say what moved; m is nil for a team that is new.
func (m *Move) cells(lang string) []cell {
	switch {
	case m == nil:
		return []cell{text(""), text(""), text(""), text(wordNewTeam.in(lang))}
	case m.NotComparable != "":
		return []cell{text(showChange(m.Delta)), text(""), text(""), text(reasonName(m.NotComparable, lang))}
	}
	regressions := cell{text: plain(m.Regressions)}
	if m.Regressions > 0 {
		regressions.tone = bad
	}
	return []cell{text(showChange(m.Delta)), text("▲" + plain(m.Up) + " ▼" + plain(m.Down)), regressions, text("")}
}

func (r *Round) groupTable(lang string) *table {
	t := &table{columns: []column{
		left(wordGroup, lang), right(wordAsked, lang), right(wordHandedIn, lang), right(wordLate, lang), right(wordMissing, lang), right(wordMedian, lang),
	}}
	for _, g := range r.Groups {
		t.add(text(g.Path), text(plain(g.Asked)), text(plain(g.HandedIn)), text(plain(g.Late)), text(plain(g.Missing)), text(show(g.Median)))
	}
	return t
}

func (r *Round) figuresPart(lang string) part {
	p := part{
		heading: wordFigures.in(lang, "date", string(r.Until)),
		lines:   []line{{wordFiguresOf.in(lang, "n", plain(r.Figures.Teams), "left", plain(r.Figures.Incomplete)), neutral}},
	}
	if !r.Figures.Overall.Median.Valid {
		p.lines = append(p.lines, line{wordFew.in(lang), quiet})
	}
	t := &table{columns: []column{
		left(wordDomain, lang), right(wordTeams, lang), right(wordLower, lang), right(wordMedian, lang), right(wordUpper, lang),
	}}
	for _, l := range r.Figures.Overall.Levels {
		t.columns = append(t.columns, column{wordLevelIs.in(lang, "level", plain(l.Level)), true})
	}
	t.columns = append(t.columns, right(wordUnassessed, lang))
	t.add(figureRow(wordOverall.in(lang), &r.Figures.Overall)...)
	for i, d := range r.model.Domains {
		t.add(figureRow(d.Name.In(lang), &r.Figures.Domains[i])...)
	}
	p.table = t
	return p
}

func figureRow(name string, d *score.Distribution) []cell {
	row := []cell{text(name), text(plain(d.N)), text(show(d.Q1)), text(show(d.Median)), text(show(d.Q3))}
	for _, l := range d.Levels {
		row = append(row, text(plain(l.Count)))
	}
	return append(row, text(plain(d.Unassessed)))
}
