package diag

import (
	"slices"
	"strings"
)

// A Message is one thing Gradus can say: a stable code and a text per language.
// All messages are variables of this package, so that the words stand in one
// place and a test can check that no language lacks any.
type Message struct {
	Code     string   // a stable word such as "unknown-capability"; promised to users
	Severity Severity // zero for hints
	text     map[string]string
}

// messages holds every message in the order of declaration.
var messages []*Message

// Messages returns all messages, sorted by code.
func Messages() []*Message {
	out := slices.Clone(messages)
	slices.SortFunc(out, func(a, b *Message) int { return strings.Compare(a.Code, b.Code) })
	return out
}

// message declares a message. Texts hold placeholders in braces: "unknown key {key}".
func message(code string, s Severity, en, zh string) *Message {
	m := &Message{Code: code, Severity: s, text: map[string]string{"en": en, "zh": zh}}
	messages = append(messages, m)
	return m
}

// Languages are those in which every message is written; the first is the fallback.
var Languages = []string{"en", "zh"}

// format fills the placeholders of m's text in lang.
func (m *Message) format(lang string, args map[string]string) string {
	text, ok := m.text[lang]
	if !ok {
		text = m.text[Languages[0]]
	}
	if !strings.Contains(text, "{") {
		return text
	}
	pairs := make([]string, 0, 2*len(args))
	for name, value := range args {
		pairs = append(pairs, "{"+name+"}", Printable(value))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// Text returns the sentence of d in a language of [Languages], without place,
// severity, code or hints.
func (d Diagnostic) Text(lang string) string { return d.Message.format(lang, d.Args) }

// Text returns the sentence of h in lang, without its place.
func (h Hint) Text(lang string) string { return h.Message.format(lang, h.Args) }
