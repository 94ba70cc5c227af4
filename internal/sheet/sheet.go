// Package sheet turns an assessment into a spreadsheet to be filled in, and a
// filled one back into an assessment.
//
// A workbook has a first sheet that says which assessment it is, and one sheet
// for each domain. There every capability has a row with its levels and a cell
// for the answer; below it, folded away, each of its criteria has one. Column A
// and the first row are hidden: they hold the ids by which [Read] finds the
// rows and the columns, so that both may be moved.
//
// What was answered last stands in the cells. A text has one wording there, in
// the language of the workbook.
//
// No cell is ever a formula. Texts are written as texts, into cells of the
// format for texts, so that what looks like a formula stays one when someone
// edits it; and Read refuses a cell with a formula instead of believing what
// another program has computed.
package sheet

import (
	"strconv"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// format stands in the first cell of the first sheet.
const format = "gradus/sheet/v1"

// A Questionnaire is an assessment that is to be made.
type Questionnaire struct {
	Team     *maturity.Team
	Date     maturity.Date
	Kind     maturity.Kind
	Last     *score.Scorecard // how the team stood before; nil for a first assessment
	Teams    []string         // ids of the teams whose ratings can be taken over
	Language string           // of the handbook's texts in it
}

// Keys of the rows of the first sheet, in column A.
const (
	keyModel     = "model"
	keyTeam      = "team"
	keyDate      = "date"
	keyKind      = "kind"
	keyAssessors = "assessors"
	keyScope     = "scope"
	keySummary   = "summary"
)

// Keys of the columns of a domain's sheet, in row 1; between the name and the
// answer stands one for each level.
const (
	columnID       = "id" // a capability's, or capability#criterion
	columnName     = "name"
	columnLevel    = "level-"
	columnAnswer   = "answer"
	columnEvidence = "evidence"
	columnNote     = "note"
	columnFrom     = "from"
	columnReason   = "reason"
	columnReview   = "review"
	columnTarget   = "target"
	columnDue      = "due"
)

// columns are the keys of a domain's columns, in their order.
func columns(scale maturity.Scale) []string {
	all := []string{columnID, columnName}
	for level := scale.Min; level <= scale.Max; level++ {
		all = append(all, columnLevel+strconv.Itoa(level))
	}
	return append(all, columnAnswer, columnEvidence, columnNote, columnFrom, columnReason, columnReview, columnTarget, columnDue)
}

// criterionMark parts a capability's id from a criterion's in column A.
const criterionMark = "#"
