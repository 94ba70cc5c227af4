package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"gradus/internal/diag"
)

// A Note is a text of an assessment or a team: paragraphs, lists, inline
// formatting, and links to http and https addresses. It is never changed after
// [ParseNote].
type Note struct{ doc *Document }

// ParseNote reads a note whose text stands at a place in a file. Every
// diagnostic has that place, as the text may be folded or escaped there. What
// a note may not hold is shown as plain text. The Note is never nil.
func ParseNote(src string, at diag.Position) (*Note, diag.List) {
	if isPlain(src) {
		return &Note{doc: &Document{program: program{html: "<p>" + src + "</p>\n"}, text: src + "\n"}}, nil
	}
	c := compile([]byte(src), at, true)
	c.doc.program = c.program()
	c.doc.text = string(c.plain)
	return &Note{doc: c.doc}, c.diags.Sort()
}

// HTML returns the note as HTML. The words that the renderer adds come from
// word, as those of a [Resolver].
func (n *Note) HTML(word func(key string) string) string {
	return string(n.doc.program.run(n.doc, &Resolver{Word: word}))
}

// Text is what the note says, without markup.
func (n *Note) Text() string { return n.doc.text }

// NoteHTML returns a note as HTML, whatever is wrong with it.
func NoteHTML(src string, word func(key string) string) string {
	n, _ := ParseNote(src, diag.Position{})
	return n.HTML(word)
}

// noteBlock writes a block of a note. What a note may not hold is reported and
// written as text.
func (c *compiler) noteBlock(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.List:
		c.block(n)
	case *ast.TextBlock:
		if n.Parent().Kind() == ast.KindListItem {
			c.block(n)
		} else {
			c.element("p", n)
		}
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.Heading:
		c.refuseMark(n, "#")
		c.element("p", n)
	case *ast.Blockquote:
		c.refuseMark(n, ">")
		c.blocks(n)
	case *ast.ThematicBreak:
		c.refuseMark(n, "---")
	case *ast.FencedCodeBlock:
		c.refuseMark(n, "```")
		c.verbatim(n.Lines().Value(c.src))
	case *ast.CodeBlock:
		c.refuseMark(n, "␣␣␣␣")
		c.verbatim(n.Lines().Value(c.src))
	case *extast.Table:
		c.refuseMark(n, "|")
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			c.noteRow(row)
		}
	case *extast.DefinitionList:
		c.refuseMark(n, ":")
		c.blocks(n)
	case *extast.DefinitionTerm:
		c.element("p", n)
	case *extast.DefinitionDescription:
		c.blocks(n)
	case *extast.FootnoteList:
		for f := n.FirstChild(); f != nil; f = f.NextSibling() {
			c.blocks(f)
		}
	}
}

// refuseMark reports markup that a note may not hold.
func (c *compiler) refuseMark(n ast.Node, mark string) {
	c.report(n.Pos(), diag.NoteMarkup, "mark", mark)
}

// noteRow writes a row of a table as a paragraph.
func (c *compiler) noteRow(row ast.Node) {
	c.write("<p>")
	for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
		c.inlines(cell)
		c.say([]byte(" "))
	}
	c.write("</p>\n")
	c.endText()
}

// isPlain reports whether a note is a single line without anything that
// Markdown or HTML could take for markup. Most notes are, and a site may hold
// a million of them.
func isPlain(src string) bool {
	if src == "" || len(src) > maxNote || !isLetter(src[0]) || src[len(src)-1] == ' ' || !utf8.ValidString(src) {
		return false
	}
	return !strings.ContainsAny(src, "\n\r\t\x00\\`*_~[]<>&\"#|")
}

// isLetter reports whether a note that begins with c begins with a word: no
// mark of Markdown is a letter, and none is outside ASCII.
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf
}
