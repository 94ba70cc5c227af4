package sheet_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gradus"
	"gradus/internal/diag"
	"gradus/internal/handin"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
	"gradus/internal/sheet"
)

var loaded = sync.OnceValues(func() (*load.Source, diag.List) { return load.Load(gradus.Handbook) })

func handbook(t testing.TB) *load.Source {
	t.Helper()
	src, found := loaded()
	if found.HasErrors() {
		t.Fatal("the handbook's own site has errors")
	}
	return src
}

// small is the model with its first domain alone: most tests need no more.
func small(src *load.Source) *maturity.Model {
	m := *src.Model
	m.Domains = m.Domains[:1]
	m.Index()
	return &m
}

func write(t testing.TB, m *maturity.Model, q sheet.Questionnaire) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.Write(&b, m, q); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func text(t testing.TB, found diag.List) string {
	t.Helper()
	var b strings.Builder
	if err := diag.WriteText(&b, found, "en"); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// A questionnaire that is handed back as it was sent out scores as the
// assessment before it, in both languages.
func TestRoundTrip(t *testing.T) {
	src := handbook(t)
	scorer := score.New(src.Model, src.Portfolio)
	for i, team := range src.Portfolio.Teams {
		a := score.NewestOf(team, "")
		lang := []string{"zh", "en"}[i%2]
		card := scorer.Scorecard(a)
		content := write(t, src.Model, sheet.Questionnaire{Team: team, Date: a.Date, Kind: a.Kind, Last: card, Language: lang})
		back, found := sheet.Read("a.xlsx", content, src.Model)
		if len(found) > 0 {
			t.Fatalf("%s: %s", team.ID, text(t, found))
		}
		again := scorer.Scorecard(back)
		if d := cmp.Diff(card.Overall, again.Overall); d != "" {
			t.Errorf("%s: the score differs: %s", team.ID, d)
		}
		for _, c := range card.Capabilities() {
			if d := cmp.Diff(own(&c, lang), own(again.Capability(c.ID), lang)); d != "" {
				t.Errorf("%s, %s in %s: %s", team.ID, c.ID, lang, d)
			}
		}
	}
}

// own is what a team says of a capability, as it is written, with texts in one
// language; a rating that says nothing is none.
func own(c *score.Capability, lang string) string {
	if c.Own == nil || c.Own.Kind == maturity.Unassessed {
		return ""
	}
	one := func(text maturity.Text) maturity.Text { return maturity.Plain(text.In(lang)) }
	r := *c.Own
	r.Note, r.Reason = one(r.Note), one(r.Reason)
	evidence := func(all []maturity.Evidence) (out []maturity.Evidence) {
		for _, e := range all {
			e.Title = one(e.Title)
			out = append(out, e)
		}
		return out
	}
	r.Evidence = evidence(r.Evidence)
	var answers []maturity.CriterionAnswer
	for _, l := range c.Definition.Levels {
		for _, k := range l.Criteria {
			for _, a := range r.Criteria {
				if a.Criterion.ID == k.ID {
					a.Note, a.Reason, a.Evidence = one(a.Note), one(a.Reason), evidence(a.Evidence)
					answers = append(answers, a)
				}
			}
		}
	}
	r.Criteria = answers
	return string(handin.Format(&maturity.Assessment{Ratings: []*maturity.Rating{&r}}, handin.Style{}))
}

func TestRepeatable(t *testing.T) {
	src := handbook(t)
	q := sheet.Questionnaire{Team: src.Portfolio.Teams[0], Date: "2026-10-31", Kind: maturity.Self, Language: "zh"}
	m := small(src)
	if !bytes.Equal(write(t, m, q), write(t, m, q)) {
		t.Error("written twice, the workbook differs")
	}
}

// A form is a questionnaire without last answers, to be filled in by a test.
type form struct {
	t     *testing.T
	model *maturity.Model
	file  *excelize.File
}

func newForm(t *testing.T) *form {
	t.Helper()
	src := handbook(t)
	m := small(src)
	return openForm(t, m, write(t, m, sheet.Questionnaire{
		Team: src.Portfolio.Team("payments"), Date: "2026-10-31", Kind: maturity.Self,
		Teams: []string{"platform-observability"}, Language: "en",
	}))
}

func openForm(t *testing.T, m *maturity.Model, content []byte) *form {
	t.Helper()
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return &form{t, m, file}
}

const domain = "Monitoring management"

// put fills in the cell of a column, by its heading, in the row of an id.
func (f *form) put(id, heading string, value any) {
	f.t.Helper()
	cell := f.cell(id, heading)
	if formula, ok := value.(formula); ok {
		if err := f.file.SetCellFormula(domain, cell, string(formula)); err != nil {
			f.t.Fatal(err)
		}
		return
	}
	if err := f.file.SetCellValue(domain, cell, value); err != nil {
		f.t.Fatal(err)
	}
}

type formula string

func (f *form) cell(id, heading string) string {
	f.t.Helper()
	rows, err := f.file.GetRows(domain)
	if err != nil {
		f.t.Fatal(err)
	}
	for column, title := range rows[1] {
		for row := range rows {
			if title == heading && len(rows[row]) > 0 && rows[row][0] == id {
				name, err := excelize.CoordinatesToCellName(column+1, row+1)
				if err != nil {
					f.t.Fatal(err)
				}
				return name
			}
		}
	}
	f.t.Fatalf("no cell %q of %q", heading, id)
	return ""
}

func (f *form) read() (*maturity.Assessment, diag.List) {
	f.t.Helper()
	b, err := f.file.WriteToBuffer()
	if err != nil {
		f.t.Fatal(err)
	}
	return sheet.Read("answers.xlsx", b.Bytes(), f.model)
}

const (
	service   = "monitoring.collection.service"
	transport = "monitoring.collection.transport"
	intake    = "monitoring.data.intake"
	processed = "monitoring.data.processing"
)

func TestAnswers(t *testing.T) {
	f := newForm(t)
	f.put(service, "Answer", "3")
	f.put(service, "Evidence", "https://e.example/a\nDrill | June | https://e.example/b | 2026-06-01\n")
	f.put(service, "Note", "=cmd|'/c calc'!A1")
	f.put(service, "Own target", 4)
	f.put(service, "Due", 46568) // a cell of the type date
	f.put(service+"#host-process-port", "Answer", "Partly met")
	f.put(service+"#host-process-port", "Note", "+1 more")
	f.put(service+"#interval-60s", "Answer", "满足")
	f.put(transport, "From team", "platform-observability")
	f.put(intake, "Answer", "Not applicable")
	f.put(intake, "Why not applicable", "none\r\nat all")
	f.put(intake, "Look again by", "2027-03-31")
	f.put(processed+"#"+criterion(f, processed), "Answer", "met")
	a, found := f.read()
	if len(found) > 0 {
		t.Fatal(text(t, found))
	}
	want := `model: techops@1.0.0
team: payments
date: 2026-10-31
kind: self
ratings:
  monitoring.collection.service:
    level: 3
    target: 4
    due: 2027-06-30
    note: "=cmd|'/c calc'!A1"
    evidence:
      - https://e.example/a
      - {title: "Drill | June", url: https://e.example/b, date: 2026-06-01}
    criteria:
      host-process-port: {answer: partly, note: "+1 more"}
      interval-60s: met
  monitoring.collection.transport: {from: platform-observability}
  monitoring.data.intake:
    na:
      reason: |-
        none
        at all
      review: 2027-03-31
  monitoring.data.processing:
    criteria:
      ` + criterion(f, processed) + `: met
`
	if d := cmp.Diff(want, string(handin.Format(a, handin.Style{}))); d != "" {
		t.Error(d)
	}
}

// criterion is the first criterion of a capability.
func criterion(f *form, id string) string {
	return f.model.Capability(id).Levels[1].Criteria[0].ID
}

// What looks like a formula is written as a text, into a cell for texts.
func TestFormulaStaysText(t *testing.T) {
	src := handbook(t)
	scorer := score.New(src.Model, src.Portfolio)
	hostile := "=HYPERLINK(\"http://evil.test\")"
	card := scorer.Scorecard(&maturity.Assessment{
		Team: "payments", Date: "2026-10-31", Kind: maturity.Self, Scope: maturity.Plain("@" + hostile),
		Ratings: []*maturity.Rating{{
			Capability: maturity.Ref{ID: service}, Kind: maturity.Rated, Level: 3, Note: maturity.Plain(hostile),
		}},
	})
	m := small(src)
	f := openForm(t, m, write(t, m, sheet.Questionnaire{
		Team: src.Portfolio.Team("payments"), Date: "2026-10-31", Kind: maturity.Self, Last: card, Language: "en",
	}))
	cell := f.cell(service, "Note")
	if formula, _ := f.file.GetCellFormula(domain, cell); formula != "" {
		t.Errorf("the note became the formula %s", formula)
	}
	if kind, _ := f.file.GetCellType(domain, cell); kind != excelize.CellTypeSharedString {
		t.Errorf("the note's cell is of type %v, not a text", kind)
	}
	id, err := f.file.GetCellStyle(domain, cell)
	if err != nil {
		t.Fatal(err)
	}
	if style, err := f.file.GetStyle(id); err != nil || style.NumFmt != 49 {
		t.Errorf("the note's cell has not the format of texts: %v %v", style.NumFmt, err)
	}
}

func TestReadErrors(t *testing.T) {
	tests := []struct {
		name string
		fill func(f *form)
		want string
	}{
		{"a level in words", func(f *form) { f.put(service, "Answer", "three") }, `
answers.xlsx:Monitoring management!H3: error: a whole number is wanted here [want-whole-number]
    found: three
    wanted: 1 … 5
`},
		{"a formula", func(f *form) { f.put(service, "Answer", formula("=1+2")) }, `
answers.xlsx:Monitoring management!H3: error: a formula; only what is typed in counts [formula]
`},
		{"an invisible character", func(f *form) { f.put(service, "Note", "a\u200bb") }, `
answers.xlsx:Monitoring management!J3: error: invisible character U+200B in the text [invisible-character]
`},
		{"a level and a team", func(f *form) {
			f.put(service, "Answer", 3)
			f.put(service, "From team", "platform-observability")
		}, `
answers.xlsx:Monitoring management!K3: error: this does not go with the answer in cell H3 [cells-exclude]
`},
		{"not applicable, without a reason", func(f *form) { f.put(service, "Answer", "不适用") }, `
answers.xlsx:Monitoring management!L3: error: “na” needs a reason [na-without-reason]
`},
		{"a reason for a level", func(f *form) {
			f.put(service, "Answer", 3)
			f.put(service, "Why not applicable", "because")
		}, `
answers.xlsx:Monitoring management!L3: error: a reason is for what does not apply, and the answer is another [reason-alone]
`},
		{"a note without an answer", func(f *form) { f.put(service, "Note", "later") }, `
answers.xlsx:Monitoring management!H3: error: something is said here, but there is no answer in cell H3 [answer-missing]
`},
		{"a criterion's note without an answer", func(f *form) { f.put(service+"#interval-60s", "Note", "later") }, `
answers.xlsx:Monitoring management!J6: error: something is said here, but there is no answer in cell H6 [answer-missing]
`},
		{"an unknown answer", func(f *form) { f.put(service+"#interval-60s", "Answer", "Not mett") }, `
answers.xlsx:Monitoring management!H6: error: unknown answer “Not mett” [unknown-answer]
    wanted: Met, 满足, met, Partly met, 部分满足, partly, Not met, 未满足, unmet
    did you mean “Not met”?
`},
		{"a criterion of what does not apply", func(f *form) {
			f.put(service, "Answer", "na")
			f.put(service, "Why not applicable", "none")
			f.put(service+"#interval-60s", "Answer", "Met")
		}, `
answers.xlsx:Monitoring management!H6: error: the criterion is answered, but “monitoring.collection.service” is inherited or does not apply [answer-idle]
    answers.xlsx:Monitoring management!H3: note: “monitoring.collection.service” is rated here
`},
		{"a date that does not exist", func(f *form) {
			f.put(service, "Answer", 3)
			f.put(service, "Due", "31.2.2027")
		}, `
answers.xlsx:Monitoring management!O3: error: a date that exists, as in 2026-10-31, is wanted here [want-date]
    found: 31.2.2027
`},
		{"a row twice", func(f *form) {
			if err := f.file.DuplicateRow(domain, 3); err != nil {
				f.t.Fatal(err)
			}
		}, `
answers.xlsx:Monitoring management!A4: error: id “monitoring.collection.service” is taken [duplicate-id]
    answers.xlsx:Monitoring management!A3: note: first here
`},
		{"a column removed", func(f *form) {
			if err := f.file.RemoveCol(domain, "K"); err != nil {
				f.t.Fatal(err)
			}
		}, `
answers.xlsx:Monitoring management: error: the column “from” is missing, or the hidden first row was changed [missing-column]
`},
		{"no date, a strange kind", func(f *form) {
			for cell, value := range map[string]string{"C9": "", "C10": "boss"} {
				if err := f.file.SetCellStr("Assessment", cell, value); err != nil {
					f.t.Fatal(err)
				}
			}
		}, `
answers.xlsx:Assessment!C9: error: the text is empty [empty-text]
answers.xlsx:Assessment!C10: error: “boss” is none of the possible values [unknown-value]
    wanted: self, peer, external
`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := newForm(t)
			test.fill(f)
			_, found := f.read()
			if d := cmp.Diff(strings.TrimPrefix(test.want, "\n"), text(t, found)); d != "" {
				t.Error(d)
			}
		})
	}
}

// Columns may be put in and rows sorted: the hidden ids tell.
func TestMoved(t *testing.T) {
	f := newForm(t)
	f.put(service, "Answer", 2)
	f.put(intake, "Answer", 3)
	if err := f.file.InsertCols(domain, "C", 2); err != nil {
		t.Fatal(err)
	}
	if err := f.file.InsertRows(domain, 4, 3); err != nil {
		t.Fatal(err)
	}
	a, found := f.read()
	if len(found) > 0 {
		t.Fatal(text(t, found))
	}
	if got := string(handin.Format(a, handin.Style{})); !strings.HasSuffix(got, "ratings:\n  "+service+": 2\n  "+intake+": 3\n") {
		t.Error(got)
	}
}

func TestNotQuestionnaire(t *testing.T) {
	m := handbook(t).Model
	for name, content := range map[string][]byte{"text": []byte("model: x"), "nothing": nil, "large": make([]byte, sheet.MaxBytes+1)} {
		if a, found := sheet.Read(name, content, m); a != nil || !found.HasErrors() {
			t.Errorf("%s was read", name)
		}
	}
	other := excelize.NewFile()
	b, err := other.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	_, found := sheet.Read("other.xlsx", b.Bytes(), m)
	if got, want := text(t, found), "other.xlsx: error: not a questionnaire that “gradus sheet” has written [not-a-questionnaire]\n"; got != want {
		t.Errorf("got %s", got)
	}
}

func FuzzRead(f *testing.F) {
	src := handbook(f)
	m := small(src)
	f.Add(write(f, m, sheet.Questionnaire{Team: src.Portfolio.Teams[0], Date: "2026-10-31", Kind: maturity.Self, Language: "en"}))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if a, found := sheet.Read("f.xlsx", content, m); a == nil && !found.HasErrors() {
			t.Error("nothing was read, and nothing said")
		}
	})
}
