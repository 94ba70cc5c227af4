package diag

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

var placeholder = regexp.MustCompile(`\{[^}]*\}`)

func TestMessagesInEveryLanguage(t *testing.T) {
	code := regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	seen := map[string]bool{}
	for _, m := range Messages() {
		if !code.MatchString(m.Code) {
			t.Errorf("code %q is not in kebab case", m.Code)
		}
		if seen[m.Code] {
			t.Errorf("code %q is declared twice", m.Code)
		}
		seen[m.Code] = true
		want := sortedPlaceholders(m.text["en"])
		for _, lang := range Languages {
			text := m.text[lang]
			if strings.TrimSpace(text) == "" || text != strings.TrimSpace(text) {
				t.Errorf("%s: the text in %s is empty or has spaces around it: %q", m.Code, lang, text)
			}
			if diff := cmp.Diff(want, sortedPlaceholders(text)); diff != "" {
				t.Errorf("%s: placeholders differ between en and %s (-en +%s):\n%s", m.Code, lang, lang, diff)
			}
			if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "。") {
				t.Errorf("%s: the text in %s ends in a full stop: a code or a hint follows", m.Code, lang)
			}
		}
		words := placeholder.ReplaceAllString(m.text["zh"], "")
		if words != "" && strings.ContainsFunc(words, unicode.IsLetter) && !strings.ContainsFunc(words, isHan) {
			t.Errorf("%s: the text in zh is not Chinese: %q", m.Code, m.text["zh"])
		}
		if regexp.MustCompile(`\p{Han}[,;:?!]`).MatchString(words) {
			t.Errorf("%s: half-width punctuation after a Chinese character: %q", m.Code, m.text["zh"])
		}
	}
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func sortedPlaceholders(text string) []string {
	found := placeholder.FindAllString(text, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestTextFillsPlaceholders(t *testing.T) {
	d := New(Position{}, UnknownKey, "key", "taget")
	if got, want := d.Text("en"), "unknown key “taget”"; got != want {
		t.Errorf("en: got %q, want %q", got, want)
	}
	if got, want := d.Text("zh"), "未知的键“taget”"; got != want {
		t.Errorf("zh: got %q, want %q", got, want)
	}
	if got, want := d.Text("fr"), d.Text("en"); got != want {
		t.Errorf("a language without messages: got %q, want English %q", got, want)
	}
}

// A value must not be able to bring in another placeholder.
func TestTextFillsOnce(t *testing.T) {
	d := New(Position{}, KeyMisplaced, "key", "{with}", "with", "{key}")
	if got, want := d.Text("en"), "“{with}” does not go with “{key}”"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
