package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"gradus/internal/diag"
)

// blocks writes the blocks inside a node.
func (c *compiler) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if !c.enter(n) {
			return
		}
		if c.note {
			c.noteBlock(n)
		} else {
			c.block(n)
		}
		c.leave()
	}
}

func (c *compiler) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		c.heading(n)
	case *ast.Paragraph:
		if image := captioned(n); image != nil && !c.note {
			c.figure(image)
		} else if !isCaption(n, c.src) {
			c.element("p", n)
		}
	case *ast.TextBlock:
		c.inlines(n)
		c.endText()
	case *ast.List:
		c.list(n)
	case *ast.Blockquote:
		c.quote(n)
	case *ast.FencedCodeBlock:
		c.fenced(n)
	case *ast.CodeBlock:
		c.code(n.Lines(), "")
	case *ast.HTMLBlock:
		c.htmlBlock(n)
	case *ast.ThematicBreak:
		c.write("<hr>\n")
	case *extast.Table:
		c.table(n)
	case *extast.DefinitionList:
		c.container("dl", n)
	case *extast.DefinitionTerm:
		c.element("dt", n)
	case *extast.DefinitionDescription:
		c.container("dd", n)
	case *extast.FootnoteList:
		c.footnoteList(n)
	}
}

// element writes a block that holds running text.
func (c *compiler) element(tag string, n ast.Node) {
	c.write("<", tag, ">")
	c.inlines(n)
	c.write("</", tag, ">\n")
	c.endText()
}

// container writes a block that holds blocks.
func (c *compiler) container(tag string, n ast.Node) {
	c.write("<", tag, ">\n")
	c.blocks(n)
	c.write("</", tag, ">\n")
}

// captioned returns the image of a paragraph that holds nothing else, if it has
// a title: ![what it shows](layers.svg "The layers"). The title is its caption.
func captioned(n *ast.Paragraph) *ast.Image {
	image, ok := n.FirstChild().(*ast.Image)
	if !ok || n.ChildCount() != 1 || len(image.Title) == 0 {
		return nil
	}
	return image
}

// figure writes an image with its caption.
func (c *compiler) figure(image *ast.Image) {
	caption := unescape(image.Title)
	image.Title = nil // it is read once
	c.write("<figure>")
	c.image(image)
	c.write("<figcaption>")
	c.endText()
	c.say(caption)
	c.write("</figcaption></figure>\n")
	c.endText()
}

func (c *compiler) list(n *ast.List) {
	tag := "ul"
	if n.IsOrdered() {
		tag = "ol"
	}
	c.write("<", tag)
	if n.IsOrdered() && n.Start != 1 {
		c.write(` start="`, number(n.Start), `"`)
	}
	c.write(">\n")
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if !c.enter(item) {
			break
		}
		c.write("<li")
		if isTask(item) {
			c.write(` class="task"`)
		}
		c.write(">")
		c.blocks(item)
		c.write("</li>\n")
		c.leave()
	}
	c.write("</", tag, ">\n")
}

func isTask(item ast.Node) bool {
	first := item.FirstChild()
	if first == nil || first.FirstChild() == nil {
		return false
	}
	return first.FirstChild().Kind() == extast.KindTaskCheckBox
}

// htmlBlock shows HTML as the text it is. A comment is left out, as every
// reader of Markdown does.
func (c *compiler) htmlBlock(n *ast.HTMLBlock) {
	source := n.Lines().Value(c.src)
	if n.HasClosure() {
		source = append(source, n.ClosureLine.Value(c.src)...)
	}
	if isComment(bytes.TrimSpace(source)) {
		return
	}
	c.report(n.Pos(), diag.MarkdownHTML)
	c.verbatim(source)
}

// verbatim writes lines as they are.
func (c *compiler) verbatim(source []byte) {
	start, end := `<pre class="code" tabindex="0"><code>`, "</code></pre>\n"
	if c.note {
		start, end = "<p>", "</p>\n"
	}
	c.write(start)
	c.say(source)
	c.write(end)
	c.endText()
}

// isComment reports whether source is one HTML comment and nothing else.
func isComment(source []byte) bool {
	return bytes.HasPrefix(source, []byte("<!--")) &&
		bytes.Index(source[len("<!--"):], []byte("-->")) == len(source)-len("<!---->")
}

// tagParser finds HTML in running text: what begins like a tag or a comment
// and is closed. It becomes text.
type tagParser struct{}

// maxTag is the length of a tag in bytes beyond which nothing looks for its
// end, which keeps the work on a line of many "<" low.
const maxTag = 1000

func (tagParser) Trigger() []byte { return []byte{'<'} }

func (tagParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	line = line[:min(len(line), maxTag)]
	if bytes.HasPrefix(line, []byte("<!--")) {
		if end := bytes.Index(line, []byte("-->")); end >= 0 {
			block.Advance(end + len("-->"))
			return ast.NewString(nil)
		}
	}
	if !isTagStart(line) || !closes(block) {
		return nil
	}
	s := stateOf(pc)
	s.html = append(s.html, segment.Start)
	end := bytes.IndexByte(line, '>') + 1
	if end == 0 {
		return nil // over several lines; goldmark reads on behind the "<"
	}
	block.Advance(end)
	return ast.NewRawTextSegment(segment.WithStop(segment.Start + end))
}

// closes reports whether a tag that begins here ends somewhere. It leaves the
// reader where it was.
func closes(block text.Reader) bool {
	at, segment := block.Position()
	defer block.SetPosition(at, segment)
	for seen := 0; seen < maxTag; {
		line, _ := block.PeekLine()
		if line == nil {
			return false
		}
		if bytes.IndexByte(line[:min(len(line), maxTag-seen)], '>') >= 0 {
			return true
		}
		seen += len(line)
		block.AdvanceLine()
	}
	return false
}

// isTagStart reports whether a line begins with "<" and the name of an
// element, with "</" and one, or with "<!" or "<?".
func isTagStart(line []byte) bool {
	name := bytes.TrimPrefix(line[1:], []byte("/"))
	if len(name) == 0 {
		return false
	}
	if name[0] == '!' || name[0] == '?' {
		return true
	}
	end := bytes.IndexFunc(name, func(r rune) bool {
		return r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
	return end > 0 && name[0] > '9' && bytes.IndexByte([]byte(" \t\n/>"), name[end]) >= 0
}
