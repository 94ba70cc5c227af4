package sheet

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// Limits of a workbook that is read. A questionnaire of hundreds of capabilities
// is far below them.
const (
	MaxBytes    = 8 << 20 // of the file
	maxUnpacked = 64 << 20
	maxRows     = 5_000 // of a sheet
)

// Read reads the answers of a workbook. Diagnostics name the sheet and the cell
// in place of a line: "answers.xlsx:Monitoring!H7". The assessment is nil when
// the file is no questionnaire; it is complete when the list has no errors.
// Whether what it says holds against the model, package check tells.
func Read(name string, content []byte, m *maturity.Model) (a *maturity.Assessment, found diag.List) {
	r := &reading{path: name, model: m, rows: map[string]diag.Position{}, faulty: map[string]bool{}}
	defer func() {
		// The library is made for files that programs have written.
		if recover() != nil {
			a, found = nil, diag.List{diag.New(diag.Position{Path: name}, diag.NotWorkbook)}
		}
	}()
	r.open(content)
	if r.file == nil {
		return nil, r.found
	}
	defer r.file.Close()
	sheets := r.file.GetSheetList()
	if len(sheets) == 0 || r.cellAt(sheets[0], 0, 1).text != format {
		r.report(diag.Position{Path: name}, diag.NotQuestionnaire)
		return nil, r.found
	}
	r.first(sheets[0])
	for _, sheet := range sheets[1:] {
		if sheet != listsSheet {
			r.domain(sheet)
		}
	}
	r.drop()
	return &r.assessment, r.found
}

// A reading is a workbook being read.
type reading struct {
	path       string
	file       *excelize.File
	model      *maturity.Model
	assessment maturity.Assessment
	rows       map[string]diag.Position // of the ids in column A
	faulty     map[string]bool          // cells that have been reported
	found      diag.List
}

func (r *reading) report(pos diag.Position, m *diag.Message, pairs ...string) {
	r.found = append(r.found, diag.New(pos, m, pairs...))
}

// open unpacks the workbook, in memory and up to a limit.
func (r *reading) open(content []byte) {
	pos := diag.Position{Path: r.path}
	if len(content) > MaxBytes {
		r.report(pos, diag.FileTooLarge, "limit", strconv.Itoa(MaxBytes>>10))
		return
	}
	file, err := excelize.OpenReader(bytes.NewReader(content), excelize.Options{
		UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, RawCellValue: true,
	})
	if err != nil {
		r.report(pos, diag.NotWorkbook)
		return
	}
	r.file = file
}

// first reads which assessment this is.
func (r *reading) first(sheet string) {
	a := &r.assessment
	for row := 2; row <= 100; row++ {
		key := r.cellAt(sheet, 0, row).text
		if key == "" {
			continue
		}
		value := r.cellAt(sheet, 2, row)
		if value.text == "" && slices.Contains([]string{keyModel, keyTeam, keyDate, keyKind}, key) {
			r.report(value.pos, diag.EmptyText)
		}
		switch key {
		case keyModel:
			a.Pos = value.pos
			a.Model.Pos = value.pos
			a.Model.ID, a.Model.Version, _ = strings.Cut(value.text, "@")
		case keyTeam:
			a.Team = value.text
		case keyDate:
			a.Date = r.date(value)
		case keyKind:
			a.Kind = r.kind(value)
		case keyAssessors:
			a.Assessors = names(value.text)
		case keyScope:
			a.Scope = maturity.Plain(value.text)
		case keySummary:
			a.Summary = maturity.Plain(value.text)
		}
	}
}

func (r *reading) kind(v value) maturity.Kind {
	kind := maturity.Kind(v.text)
	if v.text != "" && !slices.Contains(maturity.Kinds, kind) {
		r.found = append(r.found, diag.New(v.pos, diag.UnknownChoice, "value", v.text).Wanted("self, peer, external"))
		return ""
	}
	return kind
}

// names takes a list of names apart: by lines, or by semicolons.
func names(s string) []string {
	var all []string
	for _, name := range strings.FieldsFunc(s, func(c rune) bool { return c == '\n' || c == ';' || c == '；' }) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// domain reads the sheet of a domain. A sheet without ids is somebody's own.
func (r *reading) domain(sheet string) {
	at := map[string]int{}
	for column := range 60 {
		if key := r.cellAt(sheet, column, 1).text; key != "" {
			at[key] = column
		}
	}
	if _, ok := at[columnID]; !ok {
		return
	}
	for _, key := range columns(r.model.Scale) {
		if _, ok := at[key]; !ok && !strings.HasPrefix(key, columnLevel) {
			r.report(diag.Position{Path: r.path + ":" + sheet}, diag.ColumnMissing, "column", key)
			return
		}
	}
	rows := r.count(sheet)
	if rows > maxRows {
		r.report(diag.Position{Path: r.path + ":" + sheet}, diag.TooManyRows, "limit", strconv.Itoa(maxRows))
		return
	}
	for n := 3; n <= rows; n++ {
		id := r.cellAt(sheet, at[columnID], n)
		if id.text == "" {
			continue
		}
		if first, twice := r.rows[id.text]; twice {
			r.found = append(r.found, diag.New(id.pos, diag.DuplicateID, "id", id.text).At(first, diag.HintFirst))
			continue
		}
		r.rows[id.text] = id.pos
		line := line{reading: r, sheet: sheet, column: at, row: n}
		if capability, criterion, is := strings.Cut(id.text, criterionMark); is {
			line.criterion(capability, criterion)
		} else {
			line.capability(id.text)
		}
	}
}

// count is the number of rows of a sheet.
func (r *reading) count(sheet string) int {
	rows, err := r.file.Rows(sheet)
	if err != nil {
		return 0
	}
	defer rows.Close()
	n := 0
	for rows.Next() && n <= maxRows {
		n++
	}
	return n
}

// A line is a row of a domain's sheet being read.
type line struct {
	*reading
	sheet  string
	column map[string]int
	row    int
}

func (l line) get(key string) value { return l.cellAt(l.sheet, l.column[key], l.row) }

var wholeNumber = regexp.MustCompile(`^(0|[1-9][0-9]?)$`)

// whole reads a level.
func (l line) whole(v value) (int, bool) {
	if wholeNumber.MatchString(v.text) {
		n, err := strconv.Atoi(v.text)
		return n, err == nil
	}
	l.found = append(l.found, diag.New(v.pos, diag.WantWhole).Found(v.text).
		Wanted(strconv.Itoa(l.model.Scale.Min)+" … "+strconv.Itoa(l.model.Scale.Max)))
	return 0, false
}

// capability reads what a row says of a capability. A row without an answer
// leaves it unassessed, unless criteria below it are answered.
func (l line) capability(id string) {
	answer, from, reason, evidence := l.get(columnAnswer), l.get(columnFrom), l.get(columnReason), l.get(columnEvidence)
	rating := &maturity.Rating{
		Pos:        answer.pos,
		Capability: maturity.Ref{ID: id, Pos: answer.pos},
		Level:      maturity.NoLevel,
		Note:       maturity.Plain(l.get(columnNote).text),
		Evidence:   l.evidence(evidence),
		Due:        l.date(l.get(columnDue)),
	}
	if target := l.get(columnTarget); target.text != "" {
		rating.Target, _ = l.whole(target)
		rating.TargetPos = target.pos
	}
	switch {
	case from.text != "" && answer.text != "":
		l.report(from.pos, diag.CellsExclude, "cell", answer.name)
		return
	case from.text != "":
		rating.Kind, rating.From = maturity.Inherited, maturity.Ref{ID: from.text, Pos: from.pos}
		rating.Pos = from.pos
	case isNA(answer.text):
		rating.Kind, rating.Reason = maturity.NotApplicable, maturity.Plain(reason.text)
		rating.Review = l.date(l.get(columnReview))
		if reason.text == "" {
			l.report(reason.pos, diag.NAWithoutReason)
		}
	case answer.text != "":
		rating.Kind = maturity.Rated
		rating.Level, _ = l.whole(answer)
	}
	if reason.text != "" && rating.Kind != maturity.NotApplicable {
		l.report(reason.pos, diag.ReasonAlone)
	}
	if evidence.text != "" && (rating.Kind == maturity.NotApplicable || rating.Kind == maturity.Inherited) {
		l.report(evidence.pos, diag.CellsExclude, "cell", answer.name)
	}
	l.assessment.Ratings = append(l.assessment.Ratings, rating)
}

// criterion reads the answer to a criterion of the capability in a row above.
func (l line) criterion(capability, id string) {
	answer, reason := l.get(columnAnswer), l.get(columnReason)
	if answer.text == "" {
		for _, key := range []string{columnEvidence, columnNote, columnReason} {
			if v := l.get(key); v.text != "" {
				l.report(v.pos, diag.AnswerMissing, "cell", answer.name)
			}
		}
		return
	}
	i := slices.IndexFunc(l.assessment.Ratings, func(r *maturity.Rating) bool { return r.Capability.ID == capability })
	if i < 0 {
		l.report(answer.pos, diag.RowMissing, "capability", capability)
		return
	}
	rating := l.assessment.Ratings[i]
	if rating.Kind == maturity.NotApplicable || rating.Kind == maturity.Inherited {
		l.found = append(l.found, diag.New(answer.pos, diag.AnswerIdle, "capability", capability).At(rating.Pos, diag.RatedHere, "capability", capability))
		return
	}
	given := maturity.CriterionAnswer{
		Pos:       answer.pos,
		Criterion: maturity.Ref{ID: id, Pos: answer.pos},
		Answer:    maturity.Ref{ID: l.answer(answer), Pos: answer.pos},
		Note:      maturity.Plain(l.get(columnNote).text),
		Evidence:  l.evidence(l.get(columnEvidence)),
	}
	switch {
	case given.Answer.ID == "":
		return
	case given.Answer.ID == maturity.AnswerNA && reason.text == "":
		l.report(reason.pos, diag.NAWithoutReason)
	case given.Answer.ID == maturity.AnswerNA:
		given.Reason, given.Review = maturity.Plain(reason.text), l.date(l.get(columnReview))
	case reason.text != "":
		l.report(reason.pos, diag.ReasonAlone)
	}
	rating.Kind = maturity.Rated
	rating.Criteria = append(rating.Criteria, given)
}

// answer finds the model's answer that a cell names, by its name in any
// language or by its id.
func (l line) answer(v value) string {
	if isNA(v.text) {
		return maturity.AnswerNA
	}
	var valid []string
	for _, a := range l.model.Answers {
		wordings := append(byLang(a.Name), a.Name.In(), a.ID)
		if slices.Contains(wordings, v.text) {
			return a.ID
		}
		for _, wording := range wordings {
			if !slices.Contains(valid, wording) {
				valid = append(valid, wording)
			}
		}
	}
	l.found = append(l.found, diag.New(v.pos, diag.UnknownAnswer, "answer", v.text).
		Wanted(strings.Join(valid, ", ")).Nearest(v.text, valid))
	return ""
}

func byLang(t maturity.Text) []string {
	var all []string
	for _, lang := range t.Langs() {
		all = append(all, t.In(lang))
	}
	return all
}

// drop leaves out the capabilities of which nothing is said, and reports those
// of which something is said, but no answer given.
func (r *reading) drop() {
	r.assessment.Ratings = slices.DeleteFunc(r.assessment.Ratings, func(rating *maturity.Rating) bool {
		if rating.Kind != 0 {
			return false
		}
		if !rating.Note.IsZero() || len(rating.Evidence) > 0 || rating.Target != 0 || rating.Due != "" {
			r.report(rating.Pos, diag.AnswerMissing, "cell", rating.Pos.Path[strings.LastIndexByte(rating.Pos.Path, '!')+1:])
		}
		return true
	})
}
