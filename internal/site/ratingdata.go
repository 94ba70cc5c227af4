package site

import (
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// ratingData is a rating as scripts read it: the form of an assessment's file,
// with what another team's rating amounts to worked out, and without what the
// site does not publish.
type ratingData struct {
	Level    *int           `json:"level,omitempty"`
	NA       *naData        `json:"na,omitempty"`
	From     any            `json:"from,omitempty"`     // a team's id, or true for a team that is not named
	Counting *ratingData    `json:"counting,omitempty"` // of a from: the rating that counts; none when nobody has one
	Target   int            `json:"target,omitempty"`
	Due      maturity.Date  `json:"due,omitempty"`
	Note     any            `json:"note,omitempty"` // a text, or one by language
	Evidence []evidenceData `json:"evidence,omitempty"`
	Criteria map[string]any `json:"criteria,omitempty"` // an answer's id, or an answerData
	Proven   bool           `json:"proven,omitempty"`   // it has evidence that is not listed
	Shares   []float64      `json:"shares,omitempty"`   // of the counting rating of a team that is not named: how far each level is met
	Blockers []string       `json:"blockers,omitempty"` // with the shares: what the next level lacks
	Withheld bool           `json:"withheld,omitempty"` // it has texts or evidence that the site does not publish
}

type naData struct {
	Reason any           `json:"reason,omitempty"`
	Review maturity.Date `json:"review,omitempty"`
}

type answerData struct {
	Answer   string         `json:"answer"`
	Reason   any            `json:"reason,omitempty"`
	Review   maturity.Date  `json:"review,omitempty"`
	Note     any            `json:"note,omitempty"`
	Evidence []evidenceData `json:"evidence,omitempty"`
	Proven   bool           `json:"proven,omitempty"`
}

type evidenceData struct {
	Title any           `json:"title,omitempty"`
	URL   string        `json:"url"`
	Date  maturity.Date `json:"date,omitempty"`
}

// ratingsData lays out the ratings of a scorecard, by capability, with the
// parts that publish allows. Nothing but numbers is what the zero value leaves.
// Of an inherited rating that is not shown, only the result is laid out.
func ratingsData(card *score.Scorecard, publish maturity.Publish, shown func(*score.Capability) bool) map[string]*ratingData {
	all := map[string]*ratingData{}
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		if c.Own == nil || c.Own.Kind == maturity.Unassessed {
			continue
		}
		if c.Own.Kind != maturity.Inherited {
			all[c.ID] = newRatingData(c.Own, publish)
			continue
		}
		// The other team's own words are that team's to publish.
		data := &ratingData{From: c.Own.From.ID, Target: c.Own.Target, Due: c.Own.Due}
		data.addNote(c.Own, publish)
		if !shown(c) {
			data.From, data.Counting, data.Withheld = true, newResultData(c), true
		} else if c.Rating != nil {
			data.Counting = newRatingData(c.Rating, maturity.Publish{})
			data.Counting.Target, data.Counting.Due, data.Counting.Withheld = 0, "", false
		}
		all[c.ID] = data
	}
	return all
}

// newResultData is what scoring needs of a rating whose answers and dates are
// not published; nil when no rating counts.
func newResultData(c *score.Capability) *ratingData {
	switch c.Status {
	case score.NotApplicable:
		return &ratingData{NA: &naData{}}
	case score.Rated:
		data := &ratingData{Proven: c.Evidence, Blockers: c.Blockers}
		for _, f := range c.Fractions() {
			data.Shares = append(data.Shares, f.Share)
		}
		return data
	}
	return nil
}

func newRatingData(r *maturity.Rating, publish maturity.Publish) *ratingData {
	data := &ratingData{Target: r.Target, Due: r.Due}
	data.addNote(r, publish)
	if r.Kind == maturity.NotApplicable {
		data.NA = &naData{Review: r.Review}
		if publish.Notes {
			data.NA.Reason = textData(r.Reason)
		} else {
			data.Withheld = true // every reason is a text
		}
		return data
	}
	if r.Level != maturity.NoLevel {
		data.Level = &r.Level
	}
	data.Evidence, data.Proven = newEvidenceData(r.Evidence, publish)
	data.Withheld = data.Withheld || data.Proven
	for i := range r.Criteria {
		data.addAnswer(&r.Criteria[i], publish)
	}
	return data
}

func (data *ratingData) addNote(r *maturity.Rating, publish maturity.Publish) {
	if publish.Notes {
		data.Note = textData(r.Note)
	} else if !r.Note.IsZero() {
		data.Withheld = true
	}
}

func (data *ratingData) addAnswer(k *maturity.CriterionAnswer, publish maturity.Publish) {
	if data.Criteria == nil {
		data.Criteria = map[string]any{}
	}
	answer := answerData{Answer: k.Answer.ID, Review: k.Review}
	answer.Evidence, answer.Proven = newEvidenceData(k.Evidence, publish)
	if publish.Notes {
		answer.Reason, answer.Note = textData(k.Reason), textData(k.Note)
	} else if !k.Reason.IsZero() || !k.Note.IsZero() {
		data.Withheld = true
	}
	data.Withheld = data.Withheld || answer.Proven
	if answer.Reason == nil && answer.Review == "" && answer.Note == nil && answer.Evidence == nil && !answer.Proven {
		data.Criteria[k.Criterion.ID] = answer.Answer
		return
	}
	data.Criteria[k.Criterion.ID] = answer
}

func newEvidenceData(all []maturity.Evidence, publish maturity.Publish) (list []evidenceData, proven bool) {
	if !publish.Evidence {
		return nil, len(all) > 0
	}
	for _, e := range all {
		list = append(list, evidenceData{textData(e.Title), e.URL, e.Date})
	}
	return list, false
}

// textData is a text as a file writes it: plain, or by language.
func textData(t maturity.Text) any {
	if t.IsZero() {
		return nil
	}
	langs := t.Langs()
	if len(langs) == 0 {
		return t.In()
	}
	byLang := make(map[string]string, len(langs))
	for _, lang := range langs {
		byLang[lang] = t.In(lang)
	}
	return byLang
}
