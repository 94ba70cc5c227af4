package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gradus/internal/diag"
	"gradus/internal/load"
)

// lintTerms warns of wordings that the glossary asks authors to avoid, in the
// model and in the documents. A site asks for it by `lint: [terms]`.
func (c *checker) lintTerms() {
	lints := make(map[string]*termLint)
	for _, lang := range c.config.Languages {
		lints[lang] = newTermLint(lang, c.src.Terms)
	}
	for _, file := range modelTexts(c.model) {
		for _, r := range file.records {
			for _, text := range r.texts {
				for _, lang := range text.Langs() {
					if lint := lints[lang]; lint != nil {
						c.list = append(c.list, lint.avoided(r.pos, text.key, text.In(lang))...)
					}
				}
			}
		}
	}
	for _, doc := range c.src.Documents {
		if lint := lints[doc.Lang]; lint != nil {
			c.list = append(c.list, lint.document(doc)...)
		}
	}
}

// A termLint finds the wordings to avoid in one language.
type termLint struct {
	lang  string
	avoid []avoid
	terms []string // the terms themselves, which may hold a wording to avoid
}

type avoid struct{ wording, term string }

func newTermLint(lang string, terms []*load.Term) *termLint {
	l := &termLint{lang: lang}
	for _, term := range terms {
		proper := term.Term.In(lang)
		l.terms = append(l.terms, proper)
		for _, wording := range term.Avoid[lang] {
			l.avoid = append(l.avoid, avoid{wording, proper})
		}
	}
	return l
}

// avoided returns a warning for each wording to avoid that a text uses.
func (l *termLint) avoided(pos diag.Position, name, text string) diag.List {
	var found diag.List
	for _, a := range l.avoid {
		if uses(text, a.wording, l.terms) {
			found = append(found, diag.New(pos, diag.AvoidedWording, "wording", a.wording, "text", name, "lang", l.lang).
				Hint(diag.UseTerm, "term", a.term))
		}
	}
	return found
}

// document looks through a document section by section; the place is that of
// the section's heading.
func (l *termLint) document(doc *load.Document) diag.List {
	found := l.avoided(doc.Pos, "title", doc.Title)
	found = append(found, l.avoided(doc.Pos, "description", doc.Description)...)
	if doc.Body == nil {
		return found
	}
	for _, heading := range doc.Body.Headings {
		found = append(found, l.avoided(heading.Pos, heading.Text, heading.Text)...)
	}
	for _, section := range doc.Body.Sections() {
		pos, name := doc.Pos, doc.Title
		if section.Heading >= 0 {
			heading := doc.Body.Headings[section.Heading]
			pos, name = heading.Pos, heading.Text
		}
		found = append(found, l.avoided(pos, name, section.Text)...)
	}
	return found
}

// uses reports whether a text uses a wording as a word of its own, whatever
// the case, other than as a part of one of the longer wordings in except.
func uses(text, wording string, except []string) bool {
	text, wording = strings.ToLower(text), strings.ToLower(wording)
	if wording == "" || !strings.Contains(text, wording) {
		return false
	}
	for start := 0; ; {
		at := strings.Index(text[start:], wording)
		if at < 0 {
			return false
		}
		at += start
		if isWord(text, at, at+len(wording)) &&
			!slices.ContainsFunc(except, func(longer string) bool { return covers(text, at, wording, strings.ToLower(longer)) }) {
			return true
		}
		start = at + len(wording)
	}
}

// covers reports whether the wording at a place of the text is part of a longer one there.
func covers(text string, at int, wording, longer string) bool {
	if len(longer) <= len(wording) {
		return false
	}
	for offset := 0; offset+len(wording) <= len(longer); offset++ {
		if at >= offset && strings.HasPrefix(longer[offset:], wording) && strings.HasPrefix(text[at-offset:], longer) {
			return true
		}
	}
	return false
}

// isWord reports whether text[from:to] is not part of a longer word. Only
// letters that are written with spaces between words can be; Han is not.
func isWord(text string, from, to int) bool {
	first, _ := utf8.DecodeRuneInString(text[from:])
	last, _ := utf8.DecodeLastRuneInString(text[:to])
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !(joins(before) && joins(first)) && !(joins(last) && joins(after))
}

func joins(r rune) bool {
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && r != utf8.RuneError &&
		!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}
