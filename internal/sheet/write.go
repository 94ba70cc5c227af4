package sheet

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// Write writes the workbook of a questionnaire. The same questionnaire gives
// the same bytes.
func Write(w io.Writer, m *maturity.Model, q Questionnaire) error {
	b := &book{file: excelize.NewFile(), model: m, ask: q, words: wordsIn(q.Language)}
	defer b.file.Close()
	b.style()
	b.first()
	b.lists()
	for _, d := range m.Domains {
		b.domain(d)
	}
	b.do(b.file.SetSheetVisible(listsSheet, false))
	day := string(q.Date) + "T00:00:00Z"
	b.do(b.file.SetDocProps(&excelize.DocProperties{Creator: "Gradus", Created: day, Modified: day}))
	if b.err != nil {
		return b.err
	}
	return b.file.Write(w)
}

// A book is a workbook being written. It keeps the first error.
type book struct {
	file  *excelize.File
	model *maturity.Model
	ask   Questionnaire
	words words
	names []string // of sheets, in lower case
	err   error

	heading, capability, criterion, answer, text int // styles
	answerList, criterionList, fromList          string
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *book) made(style *excelize.Style) int {
	id, err := b.file.NewStyle(style)
	b.do(err)
	return id
}

// asText is the number format of cells whose content is text whatever it looks like.
const asText = 49

func (b *book) style() {
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	line := []excelize.Border{{Type: "top", Color: "818B98", Style: 1}}
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	b.heading = b.made(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: top, Fill: fill("F6F8FA")})
	b.capability = b.made(&excelize.Style{Alignment: top, Border: line})
	b.criterion = b.made(&excelize.Style{Alignment: top, Font: &excelize.Font{Color: "59636E"}})
	b.answer = b.made(&excelize.Style{Font: &excelize.Font{Bold: true}, Fill: fill("FFF8C5"),
		Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center", WrapText: true}})
	b.text = b.made(&excelize.Style{Alignment: top, NumFmt: asText})
}

// cell is the name of a cell; columns count from 0.
func cell(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		panic(err) // the layout has no such place
	}
	return name
}

func (b *book) put(sheet string, column, row int, text string, style int) {
	at := cell(column, row)
	if text != "" {
		b.do(b.file.SetCellStr(sheet, at, text))
	}
	b.do(b.file.SetCellStyle(sheet, at, at, style))
}

// first writes the sheet that says which assessment this is.
func (b *book) first() {
	sheet := b.name(b.words.first)
	b.do(b.file.SetSheetName("Sheet1", sheet))
	b.put(sheet, 0, 1, format, b.text)
	for i, line := range b.words.howto {
		b.put(sheet, 1, i+1, line, 0)
	}
	values := []struct{ key, value string }{
		{keyModel, b.model.ID + "@" + b.model.Version},
		{keyTeam, b.ask.Team.ID},
		{keyDate, string(b.ask.Date)},
		{keyKind, string(b.ask.Kind)},
		{keyAssessors, ""},
		{keyScope, ""},
		{keySummary, ""},
	}
	if b.ask.Last != nil {
		values[4].value = strings.Join(b.ask.Last.Assessment.Assessors, "\n")
		values[5].value = b.say(b.ask.Last.Assessment.Scope)
	}
	row := len(b.words.howto) + 2
	for _, v := range values {
		b.put(sheet, 0, row, v.key, b.text)
		b.put(sheet, 1, row, b.words.rows[v.key], b.heading)
		b.put(sheet, 2, row, v.value, b.text)
		row++
	}
	b.do(b.file.SetColVisible(sheet, "A", false))
	b.do(b.file.SetColWidth(sheet, "B", "B", 34))
	b.do(b.file.SetColWidth(sheet, "C", "C", 70))
}

const listsSheet = "gradus-lists"

// lists writes what can be chosen where, onto a sheet of its own: a list within
// a cell's rule holds no more than 255 characters.
func (b *book) lists() {
	b.name(listsSheet)
	_, err := b.file.NewSheet(listsSheet)
	b.do(err)
	row := 0
	for level := b.model.Scale.Min; level <= b.model.Scale.Max; level++ {
		row++
		b.do(b.file.SetCellInt(listsSheet, cell(0, row), int64(level)))
	}
	b.do(b.file.SetCellStr(listsSheet, cell(0, row+1), b.words.na))
	b.answerList = span("A", row+1)
	for i, name := range append(answerNames(b.model, b.ask.Language), b.words.na) {
		b.do(b.file.SetCellStr(listsSheet, cell(1, i+1), name))
	}
	b.criterionList = span("B", len(b.model.Answers)+1)
	for i, team := range b.ask.Teams {
		b.do(b.file.SetCellStr(listsSheet, cell(2, i+1), team))
	}
	b.fromList = span("C", max(1, len(b.ask.Teams)))
}

// span is the first rows of a column of the lists, as a rule refers to them.
func span(column string, rows int) string {
	return "'" + listsSheet + "'!$" + column + "$1:$" + column + "$" + strconv.Itoa(rows)
}

// answerNames are the names of the model's answers, or their ids where two are
// named alike.
func answerNames(m *maturity.Model, lang string) []string {
	var names, ids []string
	for _, a := range m.Answers {
		names, ids = append(names, a.Name.In(lang)), append(ids, a.ID)
	}
	sorted := slices.Sorted(slices.Values(names))
	if len(slices.Compact(sorted)) < len(names) {
		return ids
	}
	return names
}

// name makes a name for a sheet: at most 31 units long, without the characters
// that formulas use, and different from the others.
func (b *book) name(wanted string) string {
	clean := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]`, r) {
			return ' '
		}
		return r
	}, wanted), " '")
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = " " + strconv.Itoa(n)
		}
		name := cut(clean, 31-len(suffix)) + suffix
		if key := strings.ToLower(name); name != "" && !slices.Contains(b.names, key) {
			b.names = append(b.names, key)
			return name
		}
	}
}

// cut shortens a text to so many UTF-16 units, in which spreadsheets count.
func cut(s string, units int) string {
	for i, r := range s {
		if units -= utf16.RuneLen(r); units < 0 {
			return strings.TrimRight(s[:i], " '")
		}
	}
	return s
}

func (b *book) say(t maturity.Text) string { return t.In(b.ask.Language) }

// A grid is the sheet of a domain being written.
type grid struct {
	*book
	sheet                     string
	column                    map[string]int // by key
	row                       int            // the last one written
	answers, criteria, inputs []string       // cells with a rule
}

// domain writes the sheet of one domain.
func (b *book) domain(d *maturity.Domain) {
	g := &grid{book: b, sheet: b.name(b.say(d.Name)), column: map[string]int{}, row: 2}
	_, err := b.file.NewSheet(g.sheet)
	b.do(err)
	for i, key := range columns(b.model.Scale) {
		g.column[key] = i
		b.put(g.sheet, i, 1, key, b.text)
		b.put(g.sheet, i, 2, g.title(key), b.heading)
	}
	for _, area := range d.Areas {
		for _, c := range area.Capabilities {
			g.addCapability(c)
		}
	}
	g.finish()
}

// title is the visible heading of a column.
func (g *grid) title(key string) string {
	if level, ok := strings.CutPrefix(key, columnLevel); ok {
		n, _ := strconv.Atoi(level)
		return strings.TrimSpace(g.words.level + " " + level + " " + g.say(g.model.LevelName(n)))
	}
	return g.words.columns[key]
}

func (g *grid) addCapability(c *maturity.Capability) {
	g.row++
	g.set(columnID, c.ID, g.text)
	g.set(columnName, g.say(c.Area.Name)+"\n"+g.say(c.Name)+"\n\n"+g.say(c.Summary), g.capability)
	for _, l := range c.Levels {
		g.set(columnLevel+strconv.Itoa(l.Level), strings.TrimSpace(g.say(l.Title)+"\n\n"+g.say(l.Summary)), g.capability)
	}
	g.inputsFor(columnEvidence, columnNote, columnFrom, columnReason, columnReview, columnTarget, columnDue)
	g.answers = append(g.answers, g.at(columnAnswer))
	g.inputs = append(g.inputs, g.at(columnFrom))
	b, own := g.book, (*maturity.Rating)(nil)
	if b.ask.Last != nil {
		own = last(b.ask.Last, c)
	}
	g.rated(own)
	answered := map[string]maturity.CriterionAnswer{}
	if own != nil {
		for _, a := range own.Criteria {
			answered[a.Criterion.ID] = a
		}
	}
	for _, l := range c.Levels {
		for _, k := range l.Criteria {
			answer, ok := answered[k.ID]
			g.addCriterion(c, k, answer)
			// What was answered shows; the rest is folded away.
			g.do(g.file.SetRowVisible(g.sheet, g.row, ok))
		}
	}
}

// last is what a team said of a capability, itself or carried over, or nil.
func last(card *score.Scorecard, c *maturity.Capability) *maturity.Rating {
	if result := card.Capability(c.ID); result != nil {
		return result.Own
	}
	return nil
}

// rated fills in what was said of a capability.
func (g *grid) rated(r *maturity.Rating) {
	g.set(columnAnswer, "", g.answer)
	if r == nil {
		return
	}
	switch {
	case r.Kind == maturity.NotApplicable:
		g.set(columnAnswer, g.words.na, g.answer)
	case r.Level != maturity.NoLevel:
		g.do(g.file.SetCellInt(g.sheet, g.at(columnAnswer), int64(r.Level)))
	}
	if r.Target != 0 {
		g.set(columnTarget, strconv.Itoa(r.Target), g.text)
	}
	g.set(columnFrom, r.From.ID, g.text)
	g.set(columnReason, g.say(r.Reason), g.text)
	g.set(columnReview, string(r.Review), g.text)
	g.set(columnDue, string(r.Due), g.text)
	g.set(columnNote, g.say(r.Note), g.text)
	g.set(columnEvidence, g.evidence(r.Evidence), g.text)
}

func (g *grid) addCriterion(c *maturity.Capability, k *maturity.Criterion, a maturity.CriterionAnswer) {
	g.row++
	g.set(columnID, c.ID+criterionMark+k.ID, g.text)
	g.set(columnName, strconv.Itoa(k.Level)+" · "+g.say(k.Text), g.criterion)
	first, end := g.column[columnLevel+strconv.Itoa(g.model.Scale.Min)], g.column[columnLevel+strconv.Itoa(g.model.Scale.Max)]
	if proof := g.say(k.Evidence); proof != "" {
		g.put(g.sheet, first, g.row, g.words.proof+": "+proof, g.criterion)
	}
	g.do(g.file.MergeCell(g.sheet, cell(first, g.row), cell(end, g.row)))
	g.inputsFor(columnEvidence, columnNote, columnReason, columnReview)
	g.criteria = append(g.criteria, g.at(columnAnswer))
	g.set(columnAnswer, g.answerName(a.Answer.ID), g.answer)
	g.set(columnReason, g.say(a.Reason), g.text)
	g.set(columnReview, string(a.Review), g.text)
	g.set(columnNote, g.say(a.Note), g.text)
	g.set(columnEvidence, g.evidence(a.Evidence), g.text)
	g.do(g.file.SetRowOutlineLevel(g.sheet, g.row, 1))
}

// answerName is an answer as the list of answers names it.
func (g *grid) answerName(id string) string {
	if id == maturity.AnswerNA {
		return g.words.na
	}
	names := answerNames(g.model, g.ask.Language)
	for i, a := range g.model.Answers {
		if a.ID == id {
			return names[i]
		}
	}
	return ""
}

// evidence writes where claims can be checked, one in each line.
func (g *grid) evidence(all []maturity.Evidence) string {
	var lines []string
	for _, e := range all {
		line := e.URL
		if title := g.say(e.Title); title != "" {
			line = title + " | " + line
		}
		if e.Date != "" {
			line += " | " + string(e.Date)
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func (g *grid) at(key string) string { return cell(g.column[key], g.row) }

func (g *grid) set(key, text string, style int) { g.put(g.sheet, g.column[key], g.row, text, style) }

// inputsFor makes cells of the row ones to write texts into.
func (g *grid) inputsFor(keys ...string) {
	for _, key := range keys {
		g.do(g.file.SetCellStyle(g.sheet, g.at(key), g.at(key), g.text))
	}
}

// finish sets the rules of cells, widths, and what stays in view.
func (g *grid) finish() {
	g.rule(g.answers, g.answerList)
	g.rule(g.criteria, g.criterionList)
	g.rule(g.inputs, g.fromList)
	width := func(key string, w float64) {
		name, err := excelize.ColumnNumberToName(g.column[key] + 1)
		g.do(err)
		g.do(g.file.SetColWidth(g.sheet, name, name, w))
	}
	for key := range g.column {
		width(key, 18)
	}
	for level := g.model.Scale.Min; level <= g.model.Scale.Max; level++ {
		width(columnLevel+strconv.Itoa(level), 30)
	}
	width(columnName, 40)
	width(columnEvidence, 36)
	width(columnNote, 36)
	width(columnReason, 28)
	g.do(g.file.SetColVisible(g.sheet, "A", false))
	g.do(g.file.SetRowVisible(g.sheet, 1, false))
	above := false // the row to unfold by is the capability's, above its criteria
	g.do(g.file.SetSheetProps(g.sheet, &excelize.SheetPropsOptions{OutlineSummaryBelow: &above}))
	g.do(g.file.SetPanes(g.sheet, &excelize.Panes{
		Freeze: true, XSplit: 2, YSplit: 2, TopLeftCell: "C3", ActivePane: "bottomRight",
	}))
}

// rule lets cells hold nothing but entries of a list.
func (g *grid) rule(cells []string, list string) {
	if len(cells) == 0 {
		return
	}
	v := excelize.NewDataValidation(true)
	v.Sqref = strings.Join(cells, " ")
	v.SetSqrefDropList(list)
	v.SetError(excelize.DataValidationErrorStyleStop, g.words.wrong, g.words.pick)
	g.do(g.file.AddDataValidation(g.sheet, v))
}
