package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gradus/internal/diag"
)

// lintFigures warns of texts whose figures differ between the languages: a
// threshold that was changed in one of them only.
func (c *checker) lintFigures() {
	for _, file := range modelTexts(c.model) {
		for _, r := range file.records {
			for _, text := range r.texts {
				c.figuresAgree(r.pos, text)
			}
		}
	}
}

func (c *checker) figuresAgree(pos diag.Position, text field) {
	all := c.byLanguage(text.Text)
	for i := 1; i < len(all); i++ {
		a, b := all[0], all[i]
		onlyA, onlyB := missingFigures(a, b), missingFigures(b, a)
		if len(onlyA)+len(onlyB) == 0 {
			continue
		}
		d := diag.New(pos, diag.FiguresDiffer, "text", text.key, "lang", a.lang, "other", b.lang)
		for _, side := range []struct {
			lang    string
			figures []string
		}{{a.lang, onlyA}, {b.lang, onlyB}} {
			if len(side.figures) > 0 {
				d = d.Hint(diag.FiguresIn, "lang", side.lang, "figures", strings.Join(side.figures, ", "))
			}
		}
		c.report(d)
	}
}

// missingFigures returns the figures of one wording that another has neither in
// digits nor in words.
func missingFigures(in, from wording) []string {
	there := map[string]bool{}
	for _, f := range figures(from.text) {
		there[f.number] = true
	}
	var missing []string
	for _, f := range figures(in.text) {
		if !f.name && !there[f.number] && !slices.Contains(missing, f.number) && !inWords(f.number, from) {
			missing = append(missing, f.number)
		}
	}
	return missing
}

// A figure is a number in a text.
type figure struct {
	number string // in its shortest form
	name   bool   // part of a name, such as tier-1, which another language may word otherwise
}

// figureForm is a number in digits, with the word that multiplies it.
var figureForm = regexp.MustCompile(`(\p{L}-)?([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)[ \x{A0}]?(万|亿|million|billion)?`)

var units = map[string]float64{"": 1, "万": 1e4, "亿": 1e8, "million": 1e6, "billion": 1e9}

// figures returns the numbers of a text.
func figures(text string) []figure {
	var all []figure
	for _, match := range figureForm.FindAllStringSubmatch(halfWidth(text), -1) {
		v, err := strconv.ParseFloat(strings.ReplaceAll(match[2], ",", ""), 64)
		if err != nil {
			continue // out of the range of numbers: nothing to compare
		}
		all = append(all, figure{
			number: strconv.FormatFloat(v*units[match[3]], 'f', -1, 64),
			name:   match[1] != "",
		})
	}
	return all
}

// numberWords are small numbers in words, by language and number.
var numberWords = map[string]map[string][]string{
	"en": {
		"0": {"zero", "no", "none"}, "1": {"one", "once", "first", "single"}, "2": {"two", "twice", "second", "both"},
		"3": {"three", "third"}, "4": {"four", "fourth"}, "5": {"five", "fifth"}, "6": {"six", "sixth"},
		"7": {"seven", "seventh"}, "8": {"eight", "eighth"}, "9": {"nine", "ninth"}, "10": {"ten", "tenth"},
		"11": {"eleven"}, "12": {"twelve"},
	},
	"zh": {
		"0": {"零", "无"}, "1": {"一", "首"}, "2": {"二", "两", "双"}, "3": {"三"}, "4": {"四"}, "5": {"五"}, "6": {"六"},
		"7": {"七"}, "8": {"八"}, "9": {"九"}, "10": {"十"}, "11": {"十一"}, "12": {"十二"},
	},
}

// inWords reports whether a text has a number in words.
func inWords(number string, text wording) bool {
	return slices.ContainsFunc(numberWords[text.lang][number], func(word string) bool { return uses(text.text, word, nil) })
}
