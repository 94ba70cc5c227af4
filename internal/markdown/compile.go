package markdown

import (
	"bytes"
	"slices"
	"sort"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"gradus/internal/diag"
)

// A compiler writes the program of one text. It walks the tree that goldmark
// has made once, in reading order.
type compiler struct {
	src   []byte
	at    diag.Position
	note  bool // the text is a note: only its subset is written
	doc   *Document
	state *state
	diags diag.List

	html  []byte
	ops   []op
	plain []byte // what the text says, without markup
	cuts  []cut  // where headings part the plain text

	ids      ids
	coloured int    // bytes of code so far
	depth    int    // how many nodes are open
	deep     bool   // that there are too many has been reported
	places   places // offsets to lines and columns
}

// A cut is a heading in the plain text.
type cut struct{ heading, before, after int }

// compile reads a text. Whatever happens in goldmark, chroma or here, the
// result is a text with an error rather than a panic.
func compile(src []byte, at diag.Position, note bool) (c *compiler) {
	c = &compiler{at: at, note: note, doc: &Document{}}
	defer func() {
		if recover() != nil {
			c.refuse(diag.New(c.position(0), diag.MarkdownUnreadable))
		}
	}()
	limit := maxDocument
	if note {
		limit = maxNote
	}
	if len(src) > limit {
		c.refuse(diag.New(c.position(0), diag.MarkdownTooLong, "size", number(len(src)), "limit", number(limit)))
		return c
	}
	c.src = clean(src)
	if f := scan(c.src); f != nil {
		c.refuse(f.diagnostic(c.position(f.offset)))
		return c
	}

	c.state = &state{explicit: map[string]bool{}}
	c.ids = ids{taken: c.state.explicit, used: map[string]int{}, first: map[string]diag.Position{}}
	context := parser.NewContext()
	context.Set(stateKey, c.state)
	root := shared.Parse(text.NewReader(c.src), parser.WithContext(context))
	c.blocks(root)
	c.reportState()
	return c
}

// clean returns src as UTF-8 with LF at the ends of lines and without NUL.
// Lines and columns stay what they were.
func clean(src []byte) []byte {
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
		src = bytes.ReplaceAll(src, []byte("\r"), []byte(" "))
	}
	if !utf8.Valid(src) {
		src = bytes.ToValidUTF8(src, []byte("\uFFFD"))
	}
	return src
}

// refuse leaves nothing of the text but what is wrong with it.
func (c *compiler) refuse(d diag.Diagnostic) {
	c.doc = &Document{}
	c.diags = diag.List{d}
	c.html, c.ops, c.plain, c.cuts = nil, nil, nil, nil
}

// reportState reports what the parsers have come across.
func (c *compiler) reportState() {
	for _, f := range c.state.faults {
		c.add(f.diagnostic(c.position(f.offset)))
	}
	for _, offset := range c.state.html {
		c.report(offset, diag.MarkdownHTML)
	}
	for _, f := range c.state.footnotes {
		if f.node.Index < 0 {
			c.report(f.offset, diag.FootnoteUnused, "name", string(f.node.Ref))
		}
	}
}

// program returns what has been written.
func (c *compiler) program() program {
	return program{html: string(c.html), ops: slices.Clip(withoutIdleBacks(c.ops))}
}

// sections parts the plain text at the headings.
func (c *compiler) sections(plain string) []Section {
	var out []Section
	heading, from := -1, 0
	for _, k := range append(c.cuts, cut{before: len(plain)}) {
		if s := plain[from:k.before]; s != "" {
			out = append(out, Section{Heading: heading, Text: s})
		}
		heading, from = k.heading, k.after
	}
	return out
}

func (c *compiler) write(parts ...string) {
	for _, s := range parts {
		c.html = append(c.html, s...)
	}
}

func (c *compiler) op(kind opKind, n, m int) {
	c.ops = append(c.ops, op{at: len(c.html), kind: kind, n: n, m: m})
}

func (c *compiler) word(w word) { c.op(opWord, slices.Index(Words, string(w)), 0) }

// say writes words, to be read and to be searched.
func (c *compiler) say(s []byte) {
	c.html = appendEscaped(c.html, s)
	c.plain = append(c.plain, s...)
}

// endText ends a line of the plain text.
func (c *compiler) endText() {
	if n := len(c.plain); n > 0 && c.plain[n-1] != '\n' {
		c.plain = append(c.plain, '\n')
	}
}

func (c *compiler) add(d diag.Diagnostic) {
	if len(c.diags) < maxReports {
		c.diags = append(c.diags, d)
	}
}

func (c *compiler) report(offset int, m *diag.Message, pairs ...string) {
	c.add(diag.New(c.position(offset), m, pairs...))
}

// enter opens a node and reports whether it is not too deep. Each call that
// returns true is followed by leave.
func (c *compiler) enter(n ast.Node) bool {
	if c.depth == maxNesting {
		if !c.deep {
			c.deep = true
			c.report(n.Pos(), diag.MarkdownTooDeep, "limit", number(maxNesting))
		}
		return false
	}
	c.depth++
	return true
}

func (c *compiler) leave() { c.depth-- }

// position is the place of an offset in the text. A note stands inside another
// file, perhaps folded or with escapes, so all of it has the place of its start.
func (c *compiler) position(offset int) diag.Position {
	if c.note {
		return c.at
	}
	if c.places.lines == nil {
		c.places.read(c.src)
	}
	line, col := c.places.find(c.src, max(offset, 0))
	return diag.Position{Path: c.at.Path, Line: max(c.at.Line, 1) + line, Col: col + 1}
}

// places finds lines and columns. It remembers the last answer, because most
// questions go forward through the text and a line can be very long.
type places struct {
	lines             []int // offsets of the starts of lines
	offset, line, col int   // the last answer
}

func (p *places) read(src []byte) {
	p.lines = append(p.lines, 0)
	for i, b := range src {
		if b == '\n' {
			p.lines = append(p.lines, i+1)
		}
	}
}

// find returns the line and the column of an offset, both from 0, the column
// in characters.
func (p *places) find(src []byte, offset int) (line, col int) {
	line = sort.SearchInts(p.lines, offset+1) - 1
	from := p.lines[line]
	if line == p.line && offset >= p.offset {
		from, col = max(from, p.offset), p.col
	}
	col += utf8.RuneCount(src[from:min(offset, len(src))])
	p.offset, p.line, p.col = offset, line, col
	return line, col
}

func number(n int) string { return strconv.Itoa(n) }
