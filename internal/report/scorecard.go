package report

import (
	"io"
	"strconv"
	"strings"

	"gradus/internal/csv"
	"gradus/internal/score"
)

// longest is how many rows of a ranked list people are shown; JSON has all.
const longest = 10

// WriteScorecard writes one scorecard. JSON is "gradus/scorecard/v1", CSV has a
// row for each capability.
func WriteScorecard(w io.Writer, card *score.Scorecard, o Options) error {
	switch o.Format {
	case JSON:
		return writeJSON(w, card)
	case CSV:
		return writeScorecardCSV(w, card, o.Lang)
	}
	return write(w, scorecardDocument(card, o.Lang), o)
}

func writeScorecardCSV(w io.Writer, card *score.Scorecard, lang string) error {
	out := csv.NewWriter(w)
	out.Row("team", "date", "label", "kind", "model", "version", "domain", "area", "capability", "name",
		"status", "basis", "score", "level", "target", "gap", "gain", "weight", "evidence", "due",
		"carried_from", "inherited_from", "blockers")
	for _, c := range card.Capabilities() {
		area := c.Definition.Area
		out.Row(card.Team, string(card.Date), card.Label, string(card.Kind), card.Model.ID, card.Model.Version,
			area.Domain.ID, area.ID, c.ID, c.Definition.Name.In(lang),
			string(c.Status), string(c.Basis), c.Score, c.Level, c.Target, c.Gap, c.Gain, c.Weight, c.Evidence, string(c.Due),
			carriedFrom(&c), inheritedFrom(&c), strings.Join(c.Blockers, " "))
	}
	return out.Close()
}

func carriedFrom(c *score.Capability) string {
	if c.CarriedFrom == nil {
		return ""
	}
	return c.CarriedFrom.Key()
}

// inheritedFrom names the team whose rating counts, "" for the assessed one.
func inheritedFrom(c *score.Capability) string {
	if len(c.InheritedFrom) == 0 {
		return ""
	}
	return c.InheritedFrom[len(c.InheritedFrom)-1].Team
}

func scorecardDocument(card *score.Scorecard, lang string) *document {
	d := &document{title: teamName(card.TeamRecord, card.Team, lang) + " · " + dated(card.Date, card.Label, card.Kind, lang)}
	d.add(scorecardHeadline(card, lang))
	d.add(part{heading: wordDomains.in(lang), table: domainTable(card, lang)})
	d.add(part{heading: wordCapabilities.in(lang), table: capabilityTable(card, lang)})
	d.add(gapPart(wordGaps, card.Gaps, longest, lang))
	if len(card.Plan) > 0 {
		d.add(part{heading: wordPlan.in(lang), table: planTable(card, lang).first(longest)})
	}
	return d
}

func scorecardHeadline(card *score.Scorecard, lang string) part {
	o := &card.Overall
	scale := card.Definition.Scale
	facts := []fact{
		{wordScore.in(lang), wordOfScale.in(lang, "n", show(o.Score), "of", plain(scale.Max))},
		{wordLevel.in(lang), showNamed(o.Level, card.Definition, lang)},
	}
	if o.Target.Valid {
		facts = append(facts, fact{wordTarget.in(lang), targetLine(o, lang)})
	}
	facts = append(facts, summaryFacts(&o.Summary, lang)...)
	if o.Needed > 0 {
		needed := wordNeeded
		if o.Needed == 1 {
			needed = wordNeededOne
		}
		facts = append(facts, fact{wordNextLevel.in(lang),
			needed.in(lang, "n", plain(o.Needed), "level", plain(o.Level.Int+1))})
	}
	facts = append(facts, fact{wordModel.in(lang), modelName(card.Model)})
	return part{facts: facts, lines: reservations(card, lang)}
}

func targetLine(o *score.Overall, lang string) string {
	comma := wordComma.in(lang)
	text := show(o.Target) + comma + wordGapOf.in(lang, "n", show(o.Gap))
	if o.ToTarget.Valid {
		text += comma + wordToTarget.in(lang, "n", percent(o.ToTarget.Float))
	}
	return text
}

// percent writes a share without decimals, rounded down: 100 is all of it.
func percent(share float64) string { return strconv.Itoa(int(share*100 + 1e-9)) }

// summaryFacts say how far a score can be relied on.
func summaryFacts(s *score.Summary, lang string) []fact {
	facts := []fact{{wordAssessed.in(lang), ofCount(s.Coverage.Rated, s.Coverage.Applicable, lang)}}
	if s.OnTarget.Of > 0 {
		facts = append(facts, fact{wordOnTarget.in(lang), ofCount(s.OnTarget.Met, s.OnTarget.Of, lang)})
	}
	if s.Supported.Of > 0 {
		facts = append(facts,
			fact{wordEvidence.in(lang), ofCount(s.Supported.With, s.Supported.Of, lang)},
			fact{wordSupported.in(lang), show(s.Supported.Score)})
	}
	return facts
}

// reservations are what a reader has to know before trusting the score.
func reservations(card *score.Scorecard, lang string) []line {
	coverage := card.Overall.Coverage
	switch {
	case !card.Complete:
		return []line{{wordIncomplete.in(lang), bad}}
	case card.Overall.Provisional:
		return []line{{wordProvisional.in(lang, "n", plain(coverage.Applicable-coverage.Rated)), neutral}}
	}
	return nil
}

func domainTable(card *score.Scorecard, lang string) *table {
	t := &table{columns: []column{
		left(wordDomain, lang), right(wordScore, lang), right(wordLevel, lang), right(wordTarget, lang), right(wordGap, lang),
		right(wordAssessed, lang), right(wordOnTarget, lang), right(wordEvidence, lang), left(wordID, lang),
	}}
	for i := range card.Domains {
		s := &card.Domains[i]
		t.add(text(s.Definition.Name.In(lang)), text(show(s.Score)), text(showLevel(s.Level)), text(show(s.Target)), text(show(s.Gap)),
			text(ratio(s.Coverage.Rated, s.Coverage.Applicable)), text(ratio(s.OnTarget.Met, s.OnTarget.Of)),
			text(ratio(s.Supported.With, s.Supported.Of)), id(s.ID))
	}
	return t
}

func capabilityTable(card *score.Scorecard, lang string) *table {
	t := &table{columns: []column{
		left(wordCapability, lang), right(wordScore, lang), right(wordLevel, lang), right(wordTarget, lang), right(wordGap, lang),
		left(wordBasis, lang), left(wordEvidence, lang), left(wordNote, lang), left(wordID, lang),
	}}
	capabilities := card.Capabilities()
	for i := range capabilities {
		c := &capabilities[i]
		basis := basisName(c.Basis, lang)
		if c.Status != score.Rated {
			basis = statusName(c.Status, lang)
		}
		t.add(text(c.Definition.Name.In(lang)), text(showScore(c)), text(showLevel(c.Level)), text(showLevel(c.Target)), text(show(c.Gap)),
			text(basis), evidenceCell(c, card, lang), text(origin(c, lang)), id(c.ID))
	}
	return t
}

// evidenceCell says whether there is evidence; it is missing where the model
// asks for some.
func evidenceCell(c *score.Capability, card *score.Scorecard, lang string) cell {
	from := card.Definition.Scoring.EvidenceFrom
	switch {
	case c.Evidence:
		return text(wordYes.in(lang))
	case from != nil && c.Level.Valid && c.Level.Int >= *from:
		return cell{wordNo.in(lang), bad}
	}
	return text("")
}

// origin says where a rating comes from that the assessment itself does not hold.
func origin(c *score.Capability, lang string) string {
	if team := inheritedFrom(c); team != "" {
		return wordFrom.in(lang, "team", team)
	}
	if key := carriedFrom(c); key != "" {
		return wordCarried.in(lang, "key", key)
	}
	return ""
}

// gapPart lists the first gaps, what closing gains most first.
func gapPart(heading word, gaps []score.Gap, most int, lang string) part {
	p := part{heading: heading.in(lang)}
	if len(gaps) == 0 {
		p.lines = []line{{wordNoGaps.in(lang), neutral}}
		return p
	}
	t := &table{columns: []column{
		left(wordCapability, lang), right(wordScore, lang), right(wordTarget, lang), right(wordGap, lang),
		right(wordGain, lang), left(wordDue, lang), left(wordID, lang),
	}}
	for _, g := range gaps {
		t.add(text(g.Result.Definition.Name.In(lang)), text(g.Result.Show()), text(plain(g.Target)), text(score.Show(g.Gap)),
			text(showGain(g.Gain)), text(string(g.Due)), id(g.Capability))
	}
	p.table = t.first(most)
	return p
}

func planTable(card *score.Scorecard, lang string) *table {
	t := &table{columns: []column{
		right(wordStep, lang), left(wordCapability, lang), left(wordFromTo, lang), right(wordGain, lang), right(wordEffort, lang),
		right(wordProjected, lang), left(wordNote, lang), left(wordID, lang),
	}}
	for i, s := range card.Plan {
		t.add(text(plain(i+1)), text(s.Result.Definition.Name.In(lang)), text(plain(s.From)+arrow+plain(s.To)),
			text(showGain(s.Gain)), text(strconv.FormatFloat(s.Effort, 'f', -1, 64)), text(score.Show(s.Projected)),
			text(stepNote(&s, lang)), id(s.Capability))
	}
	return t
}

func stepNote(s *score.Step, lang string) string {
	var notes []string
	if s.Assess {
		notes = append(notes, wordAssessFirst.in(lang))
	}
	if s.PulledBy != nil {
		notes = append(notes, wordPulledBy.in(lang, "capability", *s.PulledBy))
	}
	return strings.Join(notes, wordComma.in(lang))
}

func basisName(b score.Basis, lang string) string {
	switch b {
	case score.Declared:
		return wordDeclared.in(lang)
	case score.Criteria:
		return wordCriteria.in(lang)
	case score.Inherited:
		return wordInherited.in(lang)
	}
	return ""
}

func statusName(s score.Status, lang string) string {
	switch s {
	case score.NotApplicable:
		return wordNA.in(lang)
	case score.Rated:
		return wordRated.in(lang)
	}
	return wordUnassessed.in(lang)
}

func modelName(m score.Model) string { return m.ID + "@" + m.Version }

// ofCount writes "9 of 11"; ratio is the form for a table.
func ofCount(n, of int, lang string) string {
	return wordOf.in(lang, "n", plain(n), "of", plain(of))
}

func ratio(n, of int) string {
	if of == 0 {
		return unknown
	}
	return plain(n) + "/" + plain(of)
}
