package report

import (
	"io"
	"strings"

	"gradus/internal/score"
)

// leading is how many of the gaps a difference names.
const leading = 5

// A Diff is what differs between two scorecards of a team, with the sums that
// stand above it.
type Diff struct {
	score.Diff
	Up           int                    `json:"levels_up"`   // capabilities whose level rose; of those that can be compared
	Down         int                    `json:"levels_down"` // capabilities whose level fell; of those that can be compared
	Incomparable int                    `json:"incomparable"`
	Coverage     Sides[score.Coverage]  `json:"coverage"`
	Supported    Sides[score.Supported] `json:"supported"`
	OnTarget     Sides[score.OnTarget]  `json:"on_target"`
	Gaps         []score.Gap            `json:"gaps"` // of the scorecard now
	was, now     *score.Scorecard
}

// Sides are the same figure twice.
type Sides[T any] struct {
	Was T `json:"was"`
	Now T `json:"now"`
}

// Compare sets two scorecards of a team, made by one scorer, beside each other.
func Compare(was, now *score.Scorecard) *Diff {
	d := &Diff{
		Diff:      score.Compare(was, now),
		Coverage:  Sides[score.Coverage]{was.Overall.Coverage, now.Overall.Coverage},
		Supported: Sides[score.Supported]{was.Overall.Supported, now.Overall.Supported},
		OnTarget:  Sides[score.OnTarget]{was.Overall.OnTarget, now.Overall.OnTarget},
		Gaps:      now.Gaps,
		was:       was,
		now:       now,
	}
	d.Up, d.Down, d.Incomparable = d.Moves()
	return d
}

// WriteDiff writes what differs between two scorecards. JSON is
// "gradus/diff/v1"; there is no CSV.
func WriteDiff(w io.Writer, d *Diff, o Options) error {
	if o.Format == JSON {
		return writeJSON(w, d)
	}
	return write(w, d.document(o.Lang), o)
}

func (d *Diff) document(lang string) *document {
	doc := &document{title: teamName(d.now.TeamRecord, d.Team, lang) + " · " + d.sides(lang)}
	doc.add(d.headline(lang))
	if d.Regressions > 0 {
		doc.add(part{heading: wordRegressions.in(lang), table: d.regressionTable(lang)})
	}
	doc.add(part{heading: wordDomains.in(lang), table: d.domainTable(lang)})
	if len(d.Changes) > 0 {
		doc.add(part{heading: wordChanges.in(lang), table: d.changeTable(lang)})
	} else {
		doc.add(part{heading: wordChanges.in(lang), lines: []line{{wordNoChanges.in(lang), neutral}}})
	}
	doc.add(gapPart(wordLeadingGaps, d.Gaps, leading, lang))
	return doc
}

// sides names the two assessments, once where a file is compared with what it
// was in git.
func (d *Diff) sides(lang string) string {
	was := dated(d.Was.Date, d.Was.Label, d.Was.Kind, lang)
	now := dated(d.Now.Date, d.Now.Label, d.Now.Kind, lang)
	if was != now && d.Was.Kind == d.Now.Kind {
		was = strings.TrimSpace(string(d.Was.Date) + " " + d.Was.Label)
	}
	return change(was, now)
}

func (d *Diff) headline(lang string) part {
	p := part{lines: []line{{
		wordScore.in(lang) + " " + show(d.Was.Score) + arrow + show(d.Now.Score) +
			wordAside.in(lang, "text", showChange(difference(d.Was.Score, d.Now.Score))) +
			wordComma.in(lang) + wordLevelIs.in(lang, "level", change(showLevel(d.Was.Level), showLevel(d.Now.Level))),
		strong,
	}}}
	p.lines = append(p.lines, line{d.counts(lang), neutral})
	if d.NotComparable != "" {
		p.lines = append(p.lines, line{wordOtherModel.in(lang, "was", modelName(d.Was.Model), "now", modelName(d.Now.Model)), bad})
	}
	if d.Was.Kind != d.Now.Kind {
		p.lines = append(p.lines, line{wordOtherKinds.in(lang), bad})
	}
	was, now := summaryFacts(&d.was.Overall.Summary, lang), summaryFacts(&d.now.Overall.Summary, lang)
	p.facts = paired(was, now)
	return p
}

// counts says how many levels rose and fell.
func (d *Diff) counts(lang string) string {
	counts := []string{wordUp.in(lang, "n", plain(d.Up)), wordDown.in(lang, "n", plain(d.Down)), wordRegressed.in(lang, "n", plain(d.Regressions))}
	if d.Incomparable > 0 {
		counts = append(counts, wordIncompared.in(lang, "n", plain(d.Incomparable)))
	}
	return strings.Join(counts, " · ")
}

// paired sets facts of both sides beside each other, in the order of those now.
func paired(was, now []fact) []fact {
	before := map[string]string{}
	for _, f := range was {
		before[f.name] = f.value
	}
	var facts []fact
	for _, f := range now {
		value, ok := before[f.name]
		if !ok {
			value = unknown
		}
		facts = append(facts, fact{f.name, change(value, f.value)})
	}
	return facts
}

func (d *Diff) regressionTable(lang string) *table {
	t := &table{columns: []column{left(wordCapability, lang), left(wordLevel, lang), left(wordScore, lang), left(wordID, lang)}}
	for _, c := range d.Changes {
		if c.Regression {
			t.add(cell{d.name(&c, lang), bad}, text(levels(&c)), text(d.scores(&c)), id(c.Capability))
		}
	}
	return t
}

func (d *Diff) domainTable(lang string) *table {
	t := &table{columns: []column{
		left(wordDomain, lang), right(wordBefore, lang), right(wordNow, lang), right(wordChange, lang), left(wordLevel, lang), left(wordID, lang),
	}}
	for i, c := range d.Domains {
		t.add(text(d.now.Domains[i].Definition.Name.In(lang)), text(show(c.WasScore)), text(show(c.NowScore)), text(showChange(difference(c.WasScore, c.NowScore))),
			text(change(showLevel(c.WasLevel), showLevel(c.NowLevel))), id(c.ID))
	}
	return t
}

func (d *Diff) changeTable(lang string) *table {
	t := &table{columns: []column{
		left(wordCapability, lang), left(wordLevel, lang), left(wordScore, lang), right(wordChange, lang),
		left(wordDiffers, lang), left(wordNote, lang), left(wordID, lang),
	}}
	for _, c := range d.Changes {
		t.add(text(d.name(&c, lang)), levelCell(&c), text(d.scores(&c)), text(showChange(c.Delta)),
			text(differences(&c, lang)), judgement(&c, lang), id(c.Capability))
	}
	return t
}

func (d *Diff) name(c *score.Change, lang string) string {
	return d.now.Capability(c.Capability).Definition.Name.In(lang)
}

func levels(c *score.Change) string { return change(showLevel(c.Was.Level), showLevel(c.Now.Level)) }

func (d *Diff) scores(c *score.Change) string {
	return change(showScore(d.was.Capability(c.Capability)), showScore(d.now.Capability(c.Capability)))
}

// levelCell shows which way a level went, where that can be said.
func levelCell(c *score.Change) cell {
	switch {
	case c.NotComparable != "":
	case c.Now.Level.Int > c.Was.Level.Int:
		return cell{levels(c) + " ▲", good}
	case c.Now.Level.Int < c.Was.Level.Int:
		return cell{levels(c) + " ▼", bad}
	}
	return text(levels(c))
}

// differences names what differs beside level and score.
func differences(c *score.Change, lang string) string {
	var all []string
	differ := func(what word, was, now string) {
		if was != now {
			all = append(all, what.in(lang)+wordColon.in(lang)+was+arrow+now)
		}
	}
	differ(wordStatus, statusName(c.Was.Status, lang), statusName(c.Now.Status, lang))
	if c.Was.Status == c.Now.Status {
		differ(wordBasis, basisName(c.Was.Basis, lang), basisName(c.Now.Basis, lang))
		differ(wordTarget, showLevel(c.Was.Target), showLevel(c.Now.Target))
	}
	return strings.Join(all, wordComma.in(lang))
}

func judgement(c *score.Change, lang string) cell {
	if c.Regression {
		return cell{wordRegression.in(lang), bad}
	}
	return text(reasonName(c.NotComparable, lang))
}

func reasonName(r score.Reason, lang string) string {
	switch r {
	case score.OtherModel:
		return wordReasonModel.in(lang)
	case score.OtherStatus:
		return wordReasonStatus.in(lang)
	case score.OtherBasis:
		return wordReasonBasis.in(lang)
	case otherKind:
		return wordReasonKind.in(lang)
	}
	return ""
}
