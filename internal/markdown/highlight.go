package markdown

import (
	"bytes"
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
)

// lexerFiles are chroma's own descriptions of the languages that are coloured;
// lexers/README.md says where they come from. chroma's package of all three
// hundred would cost every start of the program some milliseconds.
//
//go:embed lexers/*.xml
var lexerFiles embed.FS

// languages are the names of languages that authors may write behind a fence,
// each with the file of its lexer.
var languages = map[string]string{
	"bash": "bash", "sh": "bash", "shell": "bash", "zsh": "bash",
	"css":  "css",
	"diff": "diff", "patch": "diff",
	"go": "go", "golang": "go",
	"html":       "html",
	"javascript": "javascript", "js": "javascript",
	"json":     "json",
	"markdown": "markdown", "md": "markdown",
	"promql": "promql",
	"sql":    "sql",
	"toml":   "toml",
	"yaml":   "yaml", "yml": "yaml",
}

// plainLanguages are names for text without colours.
var plainLanguages = map[string]bool{"text": true, "txt": true, "plain": true, "plaintext": true, "console": true}

func languageNames() []string {
	return append(slices.Sorted(maps.Keys(languages)), slices.Sorted(maps.Keys(plainLanguages))...)
}

// lexers are made when the first code block is met. They are only read then.
var lexers = sync.OnceValue(func() *chroma.LexerRegistry {
	registry := chroma.NewLexerRegistry()
	for _, name := range slices.Compact(slices.Sorted(maps.Values(languages))) {
		registry.Register(chroma.MustNewXMLLexer(lexerFiles, "lexers/"+name+".xml"))
	}
	return registry
})

// highlight returns code as HTML with classes, or nil where there is nothing
// to colour, or too much.
func (c *compiler) highlight(code []byte, language string) []byte {
	if language == "" || len(code) > maxCode || c.coloured+len(code) > maxAllCode {
		return nil
	}
	c.coloured += len(code)
	tokens, err := lexers().Get(language).Tokenise(nil, string(code))
	if err != nil {
		return nil
	}
	var out, run []byte
	class := ""
	flush := func() {
		switch {
		case len(run) == 0:
		case class == "":
			out = append(out, run...)
		default:
			out = append(out, `<span class="`+class+`">`...)
			out = append(out, run...)
			out = append(out, "</span>"...)
		}
		run = run[:0]
	}
	for t := tokens(); t != chroma.EOF; t = tokens() {
		if k := tokenClass(t.Type); k != class {
			flush()
			class = k
		}
		run = appendEscaped(run, t.Value)
	}
	flush()
	if !bytes.HasSuffix(code, []byte("\n")) {
		out = bytes.TrimSuffix(out, []byte("\n"))
	}
	return out
}

// tokenClass returns the class of a token: one of those of [Palette], or "".
func tokenClass(t chroma.TokenType) string {
	switch {
	case t == chroma.KeywordConstant, t.InSubCategory(chroma.LiteralNumber):
		return "hl-number"
	case t.InCategory(chroma.Keyword), t == chroma.OperatorWord:
		return "hl-keyword"
	case t == chroma.NameTag, t == chroma.NameAttribute, t == chroma.NameProperty, t.InSubCategory(chroma.NameVariable):
		return "hl-name"
	case t.InSubCategory(chroma.NameFunction), t.InSubCategory(chroma.NameBuiltin), t == chroma.NameClass:
		return "hl-call"
	case t.InSubCategory(chroma.LiteralString):
		return "hl-string"
	case t.InCategory(chroma.Comment):
		return "hl-comment"
	case t == chroma.GenericInserted:
		return "hl-inserted"
	case t == chroma.GenericDeleted:
		return "hl-deleted"
	case t == chroma.GenericHeading, t == chroma.GenericSubheading:
		return "hl-keyword"
	}
	return ""
}

// A Palette holds the colours of code in one colour scheme, as CSS writes them
// ("#0550ae", "var(--link)").
type Palette struct {
	Keyword, Name, Call, String, Number, Comment, Inserted, Deleted string
}

// The palettes of the default theme. Each colour has a contrast of at least
// 4.5:1 with the surface that code stands on.
var (
	LightPalette = Palette{
		Keyword: "#a0111f", Name: "#0550ae", Call: "#6639ba", String: "#0a5c36",
		Number: "#8a5a00", Comment: "#59636e", Inserted: "#1a6e3c", Deleted: "#b3261e",
	}
	DarkPalette = Palette{
		Keyword: "#ff8a80", Name: "#79c0ff", Call: "#d2a8ff", String: "#7ee2a8",
		Number: "#f2cc60", Comment: "#9198a1", Inserted: "#7ee2a8", Deleted: "#ff8a80",
	}
)

// colours lists the classes with their colours, in the order of the sheet.
func (p Palette) colours() [][2]string {
	return [][2]string{
		{"keyword", p.Keyword}, {"name", p.Name}, {"call", p.Call}, {"string", p.String},
		{"number", p.Number}, {"comment", p.Comment}, {"inserted", p.Inserted}, {"deleted", p.Deleted},
	}
}

// HighlightCSS returns the style sheet for highlighted code. The light palette
// counts by default and on paper; the dark one where the reader's system asks
// for it, unless data-theme="light" on the root says otherwise, and wherever
// data-theme="dark" does.
func HighlightCSS(light, dark Palette) []byte {
	var b strings.Builder
	declare := func(p Palette) {
		for i, c := range p.colours() {
			if i > 0 {
				b.WriteByte(';')
			}
			b.WriteString("--hl-" + c[0] + ":" + c[1])
		}
	}
	b.WriteString(":root{")
	declare(light)
	b.WriteString("}\n@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){")
	declare(dark)
	b.WriteString("}}\n@media screen{:root[data-theme=dark]{")
	declare(dark)
	b.WriteString("}}\n")
	for _, c := range light.colours() {
		b.WriteString(".hl-" + c[0] + "{color:var(--hl-" + c[0] + ")}\n")
	}
	return []byte(b.String())
}
