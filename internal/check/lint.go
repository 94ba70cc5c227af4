package check

import (
	"strconv"
	"strings"
	"unicode"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// The opt-in checks of a handbook's own texts, which a site asks for by
// `lint: [texts]`. They are about craft: what they warn of is valid.

// lintCriteria warns of levels that cannot be checked: without criteria or with
// a single one, and criteria that do not say what would prove them.
func (c *checker) lintCriteria() {
	for _, capability := range c.model.Capabilities() {
		for _, level := range capability.Levels {
			if level.Level == c.model.Scale.Min {
				continue
			}
			switch len(level.Criteria) {
			case 0:
				c.report(diag.New(level.Pos, diag.NoCriteria, "level", strconv.Itoa(level.Level), "capability", capability.ID))
			case 1:
				c.report(diag.New(level.Pos, diag.FewCriteria, "level", strconv.Itoa(level.Level), "capability", capability.ID))
			}
			for _, criterion := range level.Criteria {
				if criterion.Evidence.IsZero() {
					c.report(diag.New(criterion.Pos, diag.NoEvidence, "criterion", criterion.ID))
				}
			}
		}
	}
}

// What a title may have, to fit the cell of a matrix.
const (
	maxTitleHan   = 14 // Han characters, where there are any
	maxTitleWords = 6  // else words
)

// lintTitles warns of level titles that are too long.
func (c *checker) lintTitles() {
	for _, capability := range c.model.Capabilities() {
		for _, level := range capability.Levels {
			for _, title := range c.byLanguage(level.Title) {
				if tooLong(title.text) {
					c.report(diag.New(level.Pos, diag.LongTitle, "lang", title.lang, "title", title.text).
						Hint(diag.TitleLimit, "han", strconv.Itoa(maxTitleHan), "words", strconv.Itoa(maxTitleWords)))
				}
			}
		}
	}
}

func tooLong(title string) bool {
	han := 0
	for _, r := range title {
		if unicode.Is(unicode.Han, r) {
			han++
		}
	}
	if han > 0 {
		return han > maxTitleHan
	}
	return len(strings.Fields(title)) > maxTitleWords
}

// A wording is a text in one language.
type wording struct{ lang, text string }

// byLanguage returns the wordings of a text in the site's languages, in their
// order. A text that is the same in every language is returned once.
func (c *checker) byLanguage(text maturity.Text) []wording {
	var all []wording
	for _, lang := range c.config.Languages {
		if text.Has(lang) {
			all = append(all, wording{lang, text.In(lang)})
		}
		if len(text.Langs()) == 0 {
			break
		}
	}
	return all
}

// vagueWords are words that make a criterion a matter of opinion, by language.
var vagueWords = map[string][]string{
	"en": {
		"timely", "effective", "effectively", "appropriate", "appropriately", "adequate", "adequately",
		"comprehensive", "comprehensively", "sufficient", "sufficiently", "regular", "regularly", "proper", "properly",
		"robust", "good", "significant", "significantly", "various", "reasonable", "reasonably", "as needed", "and so on", "etc",
	},
	"zh": {
		"及时", "有效", "完善", "基本", "合理", "适当", "充分", "全面地", "较好", "良好", "大量", "显著", "尽量", "尽可能", "等等",
	},
}

// exactTerms hold a vague word and are exact all the same.
var exactTerms = map[string][]string{
	"en": {"regular expression", "regular expressions", "effective date"},
	"zh": {"有效期", "有效载荷", "基本信息", "基本单位"},
}

// lintVagueWords warns of vague words in criteria.
func (c *checker) lintVagueWords() {
	for _, criterion := range criteria(c.model) {
		for _, text := range c.byLanguage(criterion.Text) {
			for _, word := range vagueWords[text.lang] {
				if uses(text.text, word, exactTerms[text.lang]) {
					c.report(diag.New(criterion.Pos, diag.VagueWord, "text", "text", "lang", text.lang, "word", word))
				}
			}
		}
	}
}

// lintDuplicates warns of criteria with one text: either they are one
// criterion, or the text does not say what tells them apart.
func (c *checker) lintDuplicates() {
	first := make(map[wording]*maturity.Criterion)
	for _, criterion := range criteria(c.model) {
		for _, text := range c.byLanguage(criterion.Text) {
			key := wording{text.lang, essence(text.text)}
			if other := first[key]; other != nil {
				c.report(diag.New(criterion.Pos, diag.DuplicateCriterion, "lang", text.lang).At(other.Pos, diag.HintFirst))
			} else {
				first[key] = criterion
			}
		}
	}
}

// essence is a text without what does not tell it from another: case, spaces
// and punctuation.
func essence(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsPunct(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// criteria returns all criteria in the model's order.
func criteria(m *maturity.Model) []*maturity.Criterion {
	var all []*maturity.Criterion
	for _, capability := range m.Capabilities() {
		for _, level := range capability.Levels {
			all = append(all, level.Criteria...)
		}
	}
	return all
}
