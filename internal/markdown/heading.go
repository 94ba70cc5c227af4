package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"gradus/internal/diag"
)

// headingParser is a parser of headings that understands {#id} at their end.
// goldmark's own attribute syntax would also take classes, styles and more.
type headingParser struct{ parser.BlockParser }

func (p headingParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	heading, ok := node.(*ast.Heading)
	if !ok || heading.Parent() == nil || heading.Lines().Len() == 0 {
		return
	}
	last := heading.Lines().Len() - 1
	segment := heading.Lines().At(last)
	line := reader.Source()[segment.Start:segment.Stop]
	brace, id := cutID(line)
	if id == nil {
		return
	}
	start := segment.Start + brace + len("{#")
	heading.SetAttributeString("id", text.NewSegment(start, start+len(id)))
	heading.Lines().Set(last, segment.WithStop(segment.Start+len(bytes.TrimRight(line[:brace], " \t"))))
	stateOf(pc).explicit[string(id)] = true
}

// cutID finds the id in {#…} at the end of the last line of a heading: where its
// brace opens, and what it holds; nil where there is none.
func cutID(line []byte) (brace int, id []byte) {
	line = bytes.TrimRight(line, " \t\n")
	brace = bytes.LastIndex(line, []byte("{#"))
	if brace < 0 || line[len(line)-1] != '}' || brace > 0 && line[brace-1] == '\\' {
		return 0, nil
	}
	return brace, line[brace+len("{#") : len(line)-1]
}

// isHeadingID reports whether an id is made of letters, digits and hyphens.
func isHeadingID(id string) bool {
	return id != "" && !strings.ContainsFunc(id, func(r rune) bool {
		return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// slug makes an id of the words of a heading as GitHub does: in lower case,
// punctuation left out, hyphens for spaces. Chinese stays as it is.
func slug(words string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == '-':
			return '-'
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, words)
	if id == "" {
		return "section"
	}
	return id
}

// ids hands out the ids of one document.
type ids struct {
	taken map[string]bool          // those given out, and those that authors give anywhere
	used  map[string]int           // how often a slug has been asked for
	first map[string]diag.Position // where authors have given theirs, as far as read
}

// generate returns an id for a heading that has none: the slug of its words,
// with a number where that is taken.
func (t *ids) generate(words string) string {
	base := slug(words)
	for {
		id, n := base, t.used[base]
		t.used[base]++
		if n > 0 {
			id += "-" + strconv.Itoa(n)
		}
		if !t.taken[id] {
			t.taken[id] = true
			return id
		}
	}
}

// heading writes a heading and notes it down.
func (c *compiler) heading(n *ast.Heading) {
	h := Heading{Pos: c.position(n.Pos()), Level: max(n.Level, 2), Text: strings.TrimSpace(words(c.src, n))}
	c.checkLevel(n)
	if h.Text == "" {
		c.report(n.Pos(), diag.HeadingEmpty)
	}
	h.ID, h.Explicit = c.headingID(n, h.Text)

	i := len(c.doc.Headings)
	c.doc.Headings = append(c.doc.Headings, h)
	c.cuts = append(c.cuts, cut{heading: i, before: len(c.plain)})
	c.write("<h")
	c.op(opHeadingLevel, h.Level, 0)
	c.write(` id="`)
	c.op(opHeadingPrefix, 0, 0)
	c.write(h.ID, `">`)
	c.op(opHeadingNumber, i, 0)
	start := len(c.html)
	c.inlines(n)
	c.doc.Headings[i].HTML = string(c.html[start:])
	c.write(` <a class="anchor" href="#`)
	c.op(opHeadingPrefix, 0, 0)
	c.write(h.ID, `" aria-label="`)
	c.word(wordAnchor)
	c.write(`">#</a></h`)
	c.op(opHeadingLevel, h.Level, 0)
	c.write(">\n")
	c.endText()
	c.cuts[len(c.cuts)-1].after = len(c.plain)
}

// checkLevel reports a heading whose level does not follow from the last one.
func (c *compiler) checkLevel(n *ast.Heading) {
	before := 1
	if i := len(c.doc.Headings); i > 0 {
		before = c.doc.Headings[i-1].Level
	}
	switch {
	case n.Level == 1:
		c.report(n.Pos(), diag.HeadingTop)
	case n.Level > before+1:
		c.report(n.Pos(), diag.HeadingSkips, "level", number(n.Level), "before", number(before))
	}
}

// headingID returns the id of a heading: the author's, or one made of its words.
func (c *compiler) headingID(n *ast.Heading, words string) (id string, explicit bool) {
	value, ok := n.AttributeString("id")
	if !ok {
		return c.ids.generate(words), false
	}
	segment := value.(text.Segment)
	id = string(segment.Value(c.src))
	if !isHeadingID(id) {
		c.add(diag.New(c.position(segment.Start), diag.HeadingID, "id", id).Hint(diag.HeadingIDWant))
		return c.ids.generate(words), false
	}
	pos := c.position(segment.Start)
	if first, taken := c.ids.first[id]; taken {
		c.add(diag.New(pos, diag.HeadingIDTwice, "id", id).At(first, diag.HintFirst))
		return c.ids.generate(id), false
	}
	c.ids.first[id] = pos
	return id, true
}
