package maturity

import (
	"maps"
	"slices"
)

// Text is something people read: either one string for every language or one
// per language.
type Text struct {
	all    string
	byLang map[string]string
}

// Plain returns a text that is the same in every language.
func Plain(s string) Text { return Text{all: s} }

// Translated returns a text from its wordings by language ("zh", "en").
func Translated(byLang map[string]string) Text { return Text{byLang: byLang} }

// IsZero reports whether there is nothing to read in any language.
func (t Text) IsZero() bool { return t.all == "" && len(t.byLang) == 0 }

// Has reports whether t reads as intended in lang, without falling back.
func (t Text) Has(lang string) bool {
	return t.all != "" || t.byLang[lang] != ""
}

// Langs returns the languages t is written in, sorted; none for a text that is
// the same in every language.
func (t Text) Langs() []string { return slices.Sorted(maps.Keys(t.byLang)) }

// In returns the wording in the first of langs that has one, else in the first
// language there is.
func (t Text) In(langs ...string) string {
	s, _ := t.Find(langs...)
	return s
}

// Find is In, and says in which language the wording is: "" when it is the
// same in every language. A page marks a fragment whose language is not its own.
func (t Text) Find(langs ...string) (wording, lang string) {
	if t.byLang == nil {
		return t.all, ""
	}
	for _, lang := range langs {
		if s := t.byLang[lang]; s != "" {
			return s, lang
		}
	}
	for _, lang := range t.Langs() {
		if s := t.byLang[lang]; s != "" {
			return s, lang
		}
	}
	return "", ""
}
