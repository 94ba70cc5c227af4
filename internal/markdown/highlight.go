package markdown

import (
	"bytes"
	"embed"
	"maps"
	"slices"
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

// tokenClass returns the class of a token, or ""; the style sheet of the theme
// has the colours.
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
