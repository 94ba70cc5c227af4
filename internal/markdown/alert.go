package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"gradus/internal/diag"
)

// alerts are the kinds of alert, by the mark of GitHub: "> [!NOTE]".
var alerts = []struct {
	mark  string
	class string
	title word
}{
	{"NOTE", "note", wordNote},
	{"TIP", "tip", wordTip},
	{"IMPORTANT", "important", wordImportant},
	{"WARNING", "warning", wordWarning},
	{"CAUTION", "caution", wordCaution},
}

// alertTransformer makes an alert of a quotation whose first line is a mark
// and nothing else. It goes before the parsing of running text, which would
// take the mark for a link.
type alertTransformer struct{}

func (alertTransformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	quote, ok := node.Parent().(*ast.Blockquote)
	if !ok || node.PreviousSibling() != nil {
		return
	}
	mark, rest := alertMark(node, reader.Source())
	kind := alertKind(mark)
	if kind < 0 || rest != "" {
		return
	}
	quote.SetAttributeString("alert", kind)
	lines := node.Lines()
	lines.SetSliced(1, lines.Len())
	if lines.Len() == 0 {
		quote.RemoveChild(quote, node)
	}
}

// alertMark reads "[!MARK] rest" at the start of a paragraph; the mark is ""
// where there is none.
func alertMark(node ast.Node, src []byte) (mark, rest string) {
	if node == nil || node.Kind() != ast.KindParagraph || node.Lines().Len() == 0 {
		return "", ""
	}
	first := node.Lines().At(0)
	line, ok := bytes.CutPrefix(bytes.TrimSpace(first.Value(src)), []byte("[!"))
	if !ok {
		return "", ""
	}
	name, after, found := strings.Cut(string(line), "]")
	if !found || name == "" || strings.HasPrefix(after, "(") || strings.HasPrefix(after, "[") {
		return "", "" // a link
	}
	return name, after
}

// alertKind returns the index of a mark in alerts, or -1.
func alertKind(mark string) int {
	for i, a := range alerts {
		if strings.EqualFold(a.mark, mark) {
			return i
		}
	}
	return -1
}

// quote writes a quotation or an alert.
func (c *compiler) quote(n *ast.Blockquote) {
	value, ok := n.AttributeString("alert")
	if !ok {
		c.checkQuote(n)
		c.container("blockquote", n)
		return
	}
	a := alerts[value.(int)]
	c.write(`<div class="alert alert-`, a.class, `" role="note"><p class="alert-title">`)
	c.word(a.title)
	c.write("</p>\n")
	c.blocks(n)
	c.write("</div>\n")
}

// checkQuote reports a quotation that was meant to be an alert.
func (c *compiler) checkQuote(n *ast.Blockquote) {
	mark, _ := alertMark(n.FirstChild(), c.src)
	switch {
	case mark == "":
	case alertKind(mark) >= 0:
		c.report(n.FirstChild().Pos(), diag.AlertTitle)
	default:
		c.add(diag.New(c.position(n.FirstChild().Pos()), diag.AlertUnknown, "name", mark).
			Nearest(strings.ToUpper(mark), alertMarks()))
	}
}

func alertMarks() []string {
	marks := make([]string, len(alerts))
	for i, a := range alerts {
		marks[i] = a.mark
	}
	return marks
}
