// Package markdown turns the Markdown of handbook chapters and of notes into
// safe HTML. It is the one home of goldmark and chroma.
//
// A [Document] is a chapter or page. [Parse] reads it once and leaves behind
// what other packages ask for (headings, links, level tables, plain text) and
// a compiled form: pieces of finished HTML with holes in between. The holes are
// all that depends on the page the text is written to: where a link leads, the
// number of a heading, a table from the model, words in the reader's language.
// [Document.HTML] copies the pieces and asks a [Resolver] for the rest, so that
// a text is parsed once and written many times.
//
// A [Note] is the small subset that assessments and team files may use. It
// comes from strangers, by pull request.
//
// # The language
//
// CommonMark with tables, strikethrough, task lists, footnotes, definition
// lists, alerts (> [!NOTE]), ids on headings (## Title {#id}), a `levels` block
// for a table from the model, and captions: a paragraph that begins with
// “Table:” or “表：” directly before or after a table; the title of an image that
// stands alone is its caption. Emphasis and line breaks
// follow the rules of Chinese writing, see emphasis.go and linebreak.go.
//
// # Safety
//
// Nothing an author writes reaches the page as markup: goldmark only parses,
// and everything is written here, by functions that escape. HTML is shown as
// text. No style, no script and no event handler is ever written; links are
// held against a list of schemes twice, when they are read and when they are
// written. Text such as {{ .Site }} is text. What would take a parser long is
// refused before it does, see limits.go.
package markdown

import (
	"io"

	"gradus/internal/diag"
)

// Document is a parsed Markdown text of the site's authors. It is never
// changed after [Parse], so that one Document may be written many times and
// from many goroutines.
type Document struct {
	Headings    []Heading    // in reading order
	Links       []Link       // links and images that Parse found no fault with, in reading order
	LevelTables []LevelTable // the `levels` blocks, in reading order

	program  program
	text     string
	sections []Section
}

// A Heading of a document. The document's own title is not one of them: it
// stands in the front matter, and the body begins with level 2.
type Heading struct {
	Pos      diag.Position
	Level    int    // 2 to 6
	ID       string // the anchor, unique within the document
	Explicit bool   // the author has written the id, as {#id}
	Text     string // without any markup
	HTML     string // with its inline markup, but without links and footnotes: for a table of contents
}

// A Link is a mention of another page, of a place in one, or of an image.
type Link struct {
	Pos    diag.Position
	Target string // as the author means it: escapes and entities resolved
	Image  bool
	Text   string // the words of the link, without markup; "" for an image
	Alt    string // the text alternative of an image; "" for a link
	Title  string // the advisory text in quotes behind the target; mostly ""
}

// A LevelTable is a fenced block `levels`: the place of a table that the site
// makes from the model.
type LevelTable struct {
	Pos diag.Position // of the id in the body
	ID  string        // of an area or a capability, or "all"
}

// A Section is the text from one heading to the next.
type Section struct {
	Heading int    // index in Document.Headings; -1 for what stands before the first
	Text    string // without markup, and without the heading itself
}

// Parse reads the body of a document. The position at is that of the first
// line of src; its column is ignored. The diagnostics name what a reader would
// miss and what could harm one. The Document is never nil, and complete when
// the list has no errors.
//
// The text ought to be UTF-8 without control characters; package load sees to
// that. Other bytes are read as U+FFFD.
func Parse(src []byte, at diag.Position) (*Document, diag.List) {
	c := compile(src, at, false)
	c.doc.program = c.program()
	c.doc.text = string(c.plain)
	c.doc.sections = c.sections(c.doc.text)
	return c.doc, c.diags.Sort()
}

// Text is what the document says, without markup, for search and counting.
func (d *Document) Text() string { return d.text }

// Sections returns the text by section, in reading order. Sections without
// text are left out.
func (d *Document) Sections() []Section { return d.sections }

// A Resolver gives a document the answers that depend on the site and on the
// page it is written to.
type Resolver struct {
	// Word returns a word that the renderer adds, such as the title of an alert,
	// by its key, one of [Words]. Nil writes the key.
	Word func(key string) string
	// Link returns the address of a link or an image, and whether it leads out
	// of the site. For an empty address, and for one with a scheme that the
	// package does not allow, the words are written without a link. Nil takes
	// every target as it is written.
	Link func(l Link) (href string, external bool)
	// ImageSize returns the size of an image in pixels, for which a browser then
	// keeps room while the image loads; 0 where it is not known. Nil knows none.
	ImageSize func(l Link) (width, height int)
	// LevelTable returns the table for a `levels` block. It is written as it
	// is, so it must come from a template. Nil writes nothing.
	LevelTable func(t LevelTable) (html []byte)
	// HeadingNumber returns the number of the heading with an index in
	// Document.Headings, such as "1.2", or "". Nil is no numbers.
	HeadingNumber func(i int) string
	// HeadingShift is by how many levels headings stand lower than they are
	// written, where the document is a part of another one; mostly 0.
	HeadingShift int
	// HeadingPrefix and FootnotePrefix stand before the ids of headings and
	// footnotes, so that several documents can share one page; mostly "".
	HeadingPrefix  string
	FootnotePrefix string
}

// HTML writes the document as HTML. The error is w's.
func (d *Document) HTML(w io.Writer, r Resolver) error {
	_, err := w.Write(d.program.run(d, &r))
	return err
}
