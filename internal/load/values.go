package load

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unique"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// The readers of this file take a node that has a value, and report it when it
// is not what they read.

// intern returns the one copy of a text that stands in thousands of files, such
// as a capability's id.
func intern(s string) string { return unique.Make(s).Value() }

// prose reads a text of any number of lines, the same in every language.
func (f *file) prose(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, diag.WantText)
		return ""
	}
	text := strings.TrimSpace(n.Value)
	if text == "" {
		f.add(diag.New(f.pos(n), diag.EmptyText))
	}
	return text
}

// line reads a text of one line, as written: 5.10 stays "5.10".
func (f *file) line(n *yaml.Node) string {
	text := f.prose(n)
	if strings.Contains(text, "\n") {
		f.add(diag.New(f.pos(n), diag.WantOneLine))
	}
	return text
}

// texts reads what people read: one text, or one for each language.
func (f *file) texts(n *yaml.Node) maturity.Text { return f.textBy(n, (*file).prose) }

// name reads a text of one line, or one for each language.
func (f *file) name(n *yaml.Node) maturity.Text { return f.textBy(n, (*file).line) }

func (f *file) textBy(n *yaml.Node, read func(*file, *yaml.Node) string) maturity.Text {
	switch n.Kind {
	case yaml.ScalarNode:
		return maturity.Plain(read(f, n))
	case yaml.MappingNode:
		byLang := make(map[string]string, len(n.Content)/2)
		f.entries(n, func(key, value *yaml.Node) {
			if f.language(key) {
				byLang[intern(key.Value)] = read(f, value)
			}
		})
		return maturity.Translated(byLang)
	}
	f.wrong(n, diag.WantTexts)
	return maturity.Text{}
}

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

// language reports a key that is no language, or none of the site's; the
// latter once for each file.
func (f *file) language(key *yaml.Node) bool {
	if !languageTag.MatchString(key.Value) {
		f.add(hintFullWidth(diag.New(f.pos(key), diag.BadLanguage, "lang", short(key.Value)).Nearest(key.Value, f.langs), key.Value))
		return false
	}
	if f.langs != nil && !slices.Contains(f.langs, key.Value) && !f.strange[key.Value] {
		if f.strange == nil {
			f.strange = make(map[string]bool)
		}
		f.strange[key.Value] = true
		f.add(diag.New(f.pos(key), diag.TextLanguage, "lang", key.Value).Wanted(strings.Join(f.langs, ", ")))
	}
	return true
}

// ref reads a mention of another record. Whether that exists, package check says.
func (f *file) ref(n *yaml.Node) maturity.Ref {
	return maturity.Ref{ID: intern(f.line(n)), Pos: f.pos(n)}
}

// Numbers are written as in JSON; YAML's octal, hexadecimal and grouped forms,
// and what is not a number, are not.
var (
	wholeNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,8})$`)
	anyNumber   = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)
)

// whole reads a whole number.
func (f *file) whole(n *yaml.Node) (int, bool) {
	if n.Kind == yaml.ScalarNode && isPlain(n) && wholeNumber.MatchString(n.Value) {
		v, _ := strconv.Atoi(n.Value)
		return v, true
	}
	f.wrongNumber(n, diag.WantWhole, wholeNumber)
	return 0, false
}

// number reads a number.
func (f *file) number(n *yaml.Node) (float64, bool) {
	if n.Kind == yaml.ScalarNode && isPlain(n) && anyNumber.MatchString(n.Value) {
		if v, err := strconv.ParseFloat(n.Value, 64); err == nil && !math.IsInf(v, 0) {
			return v, true
		}
	}
	f.wrongNumber(n, diag.WantNumber, anyNumber)
	return 0, false
}

func (f *file) wrongNumber(n *yaml.Node, want *diag.Message, form *regexp.Regexp) {
	if n.Kind == yaml.ScalarNode && !isPlain(n) && form.MatchString(n.Value) {
		f.add(diag.New(f.pos(n), want).Found(show(n)).Hint(diag.HintUnquote))
		return
	}
	f.wrong(n, want)
}

const quoted = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

func isPlain(n *yaml.Node) bool { return n.Style&quoted == 0 }

// wholeIn reads a whole number from min to max.
func (f *file) wholeIn(n *yaml.Node, min, max int) (int, bool) {
	v, ok := f.whole(n)
	if ok && (v < min || v > max) {
		f.add(diag.New(f.pos(n), diag.OutOfRange, "value", n.Value).Wanted(strconv.Itoa(min) + " … " + strconv.Itoa(max)))
		return 0, false
	}
	return v, ok
}

// numberIf reads a number that satisfies a condition, which is also written as
// a formula for the message.
func (f *file) numberIf(n *yaml.Node, formula string, holds func(float64) bool) (float64, bool) {
	v, ok := f.number(n)
	if ok && !holds(v) {
		f.add(diag.New(f.pos(n), diag.OutOfRange, "value", n.Value).Wanted(formula))
		return 0, false
	}
	return v, ok
}

// boolean reads true or false into a setting, which stays as it is when the
// value is neither.
func (f *file) boolean(n *yaml.Node, into *bool) {
	if n.Kind == yaml.ScalarNode && isPlain(n) && (n.Value == "true" || n.Value == "false") {
		*into = n.Value == "true"
		return
	}
	f.wrong(n, diag.WantBool)
}

// date reads a day, quoted or not.
func (f *file) date(n *yaml.Node) maturity.Date {
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, diag.WantDate)
		return ""
	}
	d, err := maturity.ParseDate(n.Value)
	if err == nil {
		return maturity.Date(intern(string(d)))
	}
	wrong := diag.New(f.pos(n), diag.WantDate).Found(show(n))
	if mended, ok := mendDate(n.Value); ok {
		f.add(wrong.Hint(diag.HintNearest, "name", mended))
	} else {
		f.add(hintFullWidth(wrong, n.Value))
	}
	return ""
}

var dateParts = regexp.MustCompile(`^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})(?:日|[T ].*)?$`)

// mendDate makes a date of a text that is nearly one: 2026/9/1 and 2026年9月1日
// become 2026-09-01. A day before the year is not guessed, as nobody knows
// which of its figures is the month.
func mendDate(s string) (string, bool) {
	parts := dateParts.FindStringSubmatch(s)
	if parts == nil {
		return "", false
	}
	mended := fmt.Sprintf("%s-%02s-%02s", parts[1], parts[2], parts[3])
	_, err := maturity.ParseDate(mended)
	return mended, err == nil
}

// choice reads one of a closed set of words.
func choice[T ~string](f *file, n *yaml.Node, all []T) T {
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, diag.WantText)
		return ""
	}
	words := make([]string, len(all))
	for i, word := range all {
		if n.Value == string(word) {
			return word
		}
		words[i] = string(word)
	}
	f.add(hintFullWidth(diag.New(f.pos(n), diag.UnknownChoice, "value", short(n.Value)).Wanted(strings.Join(words, ", ")).Nearest(n.Value, words), n.Value))
	return ""
}
