package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// captionMarks begin a paragraph that is the caption of the table below or
// above it. A code host shows such a paragraph as what it is.
var captionMarks = [][]byte{[]byte("Table:"), []byte("Table："), []byte("表："), []byte("表:")}

// captionText returns the length of the mark that makes a caption of a
// paragraph, with the spaces behind it; 0 for other paragraphs.
func captionMark(n ast.Node, src []byte) int {
	p, ok := n.(*ast.Paragraph)
	if !ok || p.Lines().Len() == 0 {
		return 0
	}
	first := p.Lines().At(0)
	line := first.Value(src)
	for _, mark := range captionMarks {
		if rest, found := bytes.CutPrefix(line, mark); found {
			return len(line) - len(bytes.TrimLeft(rest, " \t"))
		}
	}
	return 0
}

// captionOf returns the paragraph that is the caption of a table: the one
// above, else the one below unless that belongs to another table; or nil.
func captionOf(table ast.Node, src []byte) ast.Node {
	if above := table.PreviousSibling(); captionMark(above, src) > 0 {
		return above
	}
	below := table.NextSibling()
	if captionMark(below, src) > 0 && !isTable(below.NextSibling()) {
		return below
	}
	return nil
}

// isCaption reports whether a paragraph is the caption of a table beside it.
func isCaption(p *ast.Paragraph, src []byte) bool {
	if captionMark(p, src) == 0 {
		return false
	}
	above, below := p.PreviousSibling(), p.NextSibling()
	return isTable(below) || isTable(above) && captionOf(above, src) == ast.Node(p)
}

func isTable(n ast.Node) bool { return n != nil && n.Kind() == extast.KindTable }

// table writes a table in a region of its own, which scrolls sideways on a
// narrow screen and by keyboard.
func (c *compiler) table(n *extast.Table) {
	caption := captionOf(n, c.src)
	c.write(`<div class="table-scroll" role="group" tabindex="0" aria-label="`)
	if caption != nil {
		cutCaptionMark(caption, captionMark(caption, c.src))
		c.html = appendEscaped(c.html, words(c.src, caption))
	} else {
		c.word(wordTable)
	}
	c.write("\"><table>\n")
	if caption != nil {
		c.element("caption", caption)
	}
	open := false // the body of the table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == extast.KindTableHeader {
			c.write("<thead>\n")
			c.row(row, true)
			c.write("</thead>\n")
			continue
		}
		if !open {
			c.write("<tbody>\n")
			open = true
		}
		c.row(row, false)
	}
	if open {
		c.write("</tbody>\n")
	}
	c.write("</table></div>\n")
}

// cutCaptionMark takes the mark away from the words of a caption.
func cutCaptionMark(caption ast.Node, length int) {
	if t, ok := caption.FirstChild().(*ast.Text); ok {
		t.Segment = t.Segment.WithStart(min(t.Segment.Start+length, t.Segment.Stop))
	}
}

func (c *compiler) row(row ast.Node, head bool) {
	c.write("<tr>")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		tag, scope := "td", ""
		if head && n.HasChildren() { // an empty cell heads nothing
			tag, scope = "th", ` scope="col"`
		}
		c.write("<", tag, scope, alignment(n), ">")
		c.inlines(n)
		c.write("</", tag, ">")
		c.plain = append(c.plain, ' ')
	}
	c.write("</tr>\n")
	c.endText()
}

func alignment(cell ast.Node) string {
	switch cell.(*extast.TableCell).Alignment {
	case extast.AlignLeft:
		return ` class="align-left"`
	case extast.AlignRight:
		return ` class="align-right"`
	case extast.AlignCenter:
		return ` class="align-center"`
	}
	return ""
}
