package markdown

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// footnoteParser remembers every footnote that is defined, because goldmark
// drops those that nothing refers to.
type footnoteParser struct{ parser.BlockParser }

// A footnote and the place where its definition begins.
type footnote struct {
	node   *extast.Footnote
	offset int
}

func (p footnoteParser) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	_, segment := reader.PeekLine()
	node, next := p.BlockParser.Open(parent, reader, pc)
	if f, ok := node.(*extast.Footnote); ok {
		s := stateOf(pc)
		s.footnotes = append(s.footnotes, footnote{f, segment.Start + max(pc.BlockOffset(), 0)})
	}
	return node, next
}

// footnoteRef writes the number of a footnote in the text.
func (c *compiler) footnoteRef(n *extast.FootnoteLink) {
	if c.note {
		c.refuseMark(n, "[^…]")
		return
	}
	c.op(opFootnoteRef, n.Index, n.RefIndex)
}

// withoutIdleBacks drops the ways back to mentions that are not shown: those in
// a footnote that nothing mentions itself.
func withoutIdleBacks(ops []op) []op {
	mentioned := map[[2]int]bool{}
	for _, o := range ops {
		if o.kind == opFootnoteRef {
			mentioned[[2]int{o.n, o.m}] = true
		}
	}
	return slices.DeleteFunc(ops, func(o op) bool {
		return o.kind == opFootnoteBack && !mentioned[[2]int{o.n, o.m}]
	})
}

// footnoteList writes the footnotes at the end of the document. They are a
// group and no landmark: several documents can share one page.
func (c *compiler) footnoteList(list *extast.FootnoteList) {
	c.write(`<div class="footnotes" role="group" aria-label="`)
	c.word(wordFootnotes)
	c.write("\">\n<ol>\n")
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		if !c.enter(n) {
			break
		}
		c.write("<li")
		c.op(opFootnoteID, n.(*extast.Footnote).Index, 0)
		c.write(">")
		c.blocks(n)
		for back := n.FirstChild(); back != nil; back = back.NextSibling() {
			if back.Kind() == extast.KindFootnoteBacklink { // of a footnote that ends in a list or a table
				c.inline(back)
			}
		}
		c.write("</li>\n")
		c.leave()
	}
	c.write("</ol>\n</div>\n")
}
