package markdown

import (
	"html"
	"regexp"
	"strings"
	"testing"
)

// Every language that can be named has a lexer, and colours nothing away.
func TestEveryLanguage(t *testing.T) {
	const code = "+ n\n# a \"b\" 'c' <d> & 监控 1.5\nselect x from y -- z\n{\"k\": [1, true]}\n\n"
	tags := regexp.MustCompile(`</?span[^>]*>`)
	for name, lexer := range languages {
		c := &compiler{}
		out := string(c.highlight([]byte(code), lexer))
		if !strings.Contains(out, `<span class="hl-`) {
			t.Errorf("%s: nothing is coloured: %q", name, out)
		}
		if got := html.UnescapeString(tags.ReplaceAllString(out, "")); got != code {
			t.Errorf("%s: %q", name, got)
		}
	}
}
