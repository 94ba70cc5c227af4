package render

import (
	"bytes"
	"fmt"
	"html/template"
	"strings"

	"gradus/internal/markdown"
	"gradus/internal/site"
	"gradus/internal/words"
)

// contentSecurityPolicy lets a page load what the site itself brings and
// nothing else: no inline script or style, no other host, no frames, no forms
// that send anything. It stands first in the head of every page.
const contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'"

// The functions below are the only ones that hand finished HTML to a layout.

// markdown writes a document. Package markdown escapes all text and writes no
// HTML of the author's; a level table comes from a template.
func (l *layouts) markdown(b *site.Body) (template.HTML, error) {
	var failed error
	resolver := markdown.Resolver{
		Word:          b.Word,
		Link:          b.Link,
		ImageSize:     b.ImageSize,
		HeadingNumber: b.HeadingNumber,
		HeadingShift:  b.HeadingShift(),
		HeadingPrefix: b.Prefix(), FootnotePrefix: b.Prefix(),
		LevelTable: func(t markdown.LevelTable) []byte {
			var out bytes.Buffer
			if err := l.byName["chapter"].ExecuteTemplate(&out, "level-table", b.Table(t.ID)); err != nil {
				failed = err
			}
			return out.Bytes()
		},
	}
	var out strings.Builder
	if err := b.Document.HTML(&out, resolver); err != nil {
		return "", err
	}
	return template.HTML(out.String()), failed
}

// note writes the Markdown of an assessment: the subset of package markdown
// that has no HTML, no images and only http and https links.
func note(w *words.Words) func(text string) template.HTML {
	word := func(key string) string {
		text, _ := w.Text("text." + key)
		return text
	}
	return func(text string) template.HTML { return template.HTML(markdown.NoteHTML(text, word)) }
}

// figure writes a chart. Package chart escapes all text in it.
func figure(picture string) template.HTML { return template.HTML(picture) }

// data writes JSON as a data block, which no browser runs. JSON made by
// encoding/json holds no "<", so nothing in it can end the block.
func data(json string) (template.HTML, error) {
	if strings.ContainsRune(json, '<') {
		return "", fmt.Errorf("data with an unescaped %q", '<')
	}
	return template.HTML(`<script type="application/json">` + json + `</script>`), nil
}
