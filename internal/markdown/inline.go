package markdown

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"gradus/internal/diag"
)

// inlines writes the running text inside a node.
func (c *compiler) inlines(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if !c.enter(n) {
			return
		}
		c.inline(n)
		c.leave()
	}
}

func (c *compiler) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.text(n)
	case *ast.CodeSpan:
		c.codeSpan(n)
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		c.span(tag, n)
	case *extast.Strikethrough:
		c.span("del", n)
	case *ast.Link:
		c.link(n, Link{Target: string(unescape(n.Destination)), Title: string(unescape(n.Title))})
	case *ast.AutoLink:
		c.autoLink(n)
	case *ast.Image:
		c.image(n)
	case *extast.TaskCheckBox:
		c.task(n)
	case *extast.FootnoteLink:
		c.footnoteRef(n)
	case *extast.FootnoteBacklink:
		if !c.note { // which has no mention to go back to
			c.op(opFootnoteBack, n.Index, n.RefIndex)
		}
	}
}

func (c *compiler) span(tag string, n ast.Node) {
	c.write("<", tag, ">")
	c.inlines(n)
	c.write("</", tag, ">")
}

func (c *compiler) text(n *ast.Text) {
	value := n.Segment.Value(c.src)
	if !n.IsRaw() {
		value = unescape(value)
	}
	c.say(value)
	switch {
	case n.HardLineBreak():
		c.write("<br>\n")
		c.plain = append(c.plain, ' ')
	case n.SoftLineBreak() && breaksVisibly(c.plain, n, c.src):
		c.write("\n")
		c.plain = append(c.plain, ' ')
	}
}

// codeSpan writes code within a line; a line end in it is a space.
func (c *compiler) codeSpan(n *ast.CodeSpan) {
	c.write("<code>")
	for t := n.FirstChild(); t != nil; t = t.NextSibling() {
		c.say(codeText(t, c.src))
	}
	c.write("</code>")
}

// codeText is a piece of a code span, without the line end it may have.
func codeText(n ast.Node, src []byte) []byte {
	t, ok := n.(*ast.Text)
	if !ok {
		return nil
	}
	value := t.Segment.Value(src)
	if i := len(value) - 1; i >= 0 && value[i] == '\n' {
		value = append(append([]byte(nil), value[:i]...), ' ')
	}
	return value
}

// link writes a link. Of one with a fault only the words are written.
func (c *compiler) link(n ast.Node, l Link) {
	l.Pos, l.Text = c.position(n.Pos()), words(c.src, n)
	if !c.accept(l) {
		c.inlines(n)
		return
	}
	i := c.addLink(l)
	c.op(opLinkStart, i, 0)
	c.inlines(n)
	c.op(opLinkEnd, i, 0)
}

// autoLink writes an address in angle brackets.
func (c *compiler) autoLink(n *ast.AutoLink) {
	address := n.URL(c.src)
	l := Link{Pos: c.position(n.Pos()), Target: string(address), Text: string(address)}
	if n.AutoLinkType == ast.AutoLinkEmail {
		l.Target = "mailto:" + l.Target
	}
	if !c.accept(l) {
		c.say(address)
		return
	}
	i := c.addLink(l)
	c.op(opLinkStart, i, 0)
	c.say(address)
	c.op(opLinkEnd, i, 0)
}

// image writes an image; of one with a fault, its text alternative.
func (c *compiler) image(n *ast.Image) {
	l := Link{
		Pos: c.position(n.Pos()), Target: string(unescape(n.Destination)), Title: string(unescape(n.Title)),
		Image: true, Alt: words(c.src, n),
	}
	if c.note {
		c.refuseMark(n, "![]()")
		c.say([]byte(l.Alt))
		return
	}
	if l.Alt == "" {
		c.add(diag.New(l.Pos, diag.ImageAlt))
	}
	if !c.accept(l) {
		c.say([]byte(l.Alt))
		return
	}
	c.op(opImage, c.addLink(l), 0)
	c.plain = append(c.plain, l.Alt...)
}

// accept reports whether a link has no fault, and tells the author if it has.
func (c *compiler) accept(l Link) bool {
	fault := linkFault
	if c.note {
		fault = noteLinkFault
	}
	m := fault(l)
	if m != nil {
		c.add(diag.New(l.Pos, m, "target", l.Target))
	}
	return m == nil
}

func (c *compiler) addLink(l Link) int {
	c.doc.Links = append(c.doc.Links, l)
	return len(c.doc.Links) - 1
}

// task writes the box of a task. It is no form control, since nobody can tick it.
func (c *compiler) task(n *extast.TaskCheckBox) {
	class, label, box := "box", wordOpen, "☐"
	if n.IsChecked {
		class, label, box = "box done", wordDone, "☑"
	}
	c.write(`<span class="`, class, `" role="img" aria-label="`)
	c.word(label)
	c.write(`">`, box, `</span> `)
}

// words returns what a node says, without markup.
func words(src []byte, n ast.Node) string {
	return string(appendWords(nil, src, n, 0))
}

func appendWords(out, src []byte, parent ast.Node, depth int) []byte {
	if depth == maxNesting {
		return out
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(src)
			if n.IsRaw() {
				out = append(out, codeText(n, src)...)
				continue
			}
			out = append(out, unescape(value)...)
			if n.HardLineBreak() || n.SoftLineBreak() && breaksVisibly(out, n, src) {
				out = append(out, ' ')
			}
		case *ast.AutoLink:
			out = append(out, n.URL(src)...)
		default:
			out = appendWords(out, src, n, depth+1)
		}
	}
	return out
}
