package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"gradus/internal/diag"
)

// The limits keep hostile texts from costing much. All are far above what
// anyone writes for a reader. Those on counts guard places where the work of
// goldmark or chroma grows with the square of the count.
const (
	maxDocument   = 1 << 20   // bytes of a document
	maxNote       = 16 << 10  // bytes of a note
	maxNesting    = 64        // nodes inside each other; a list in a list is two
	maxMarkers    = 64        // ">", "-" and the like at the start of one line
	maxDelimiters = 1000      // runs of *, _ and ~ in one paragraph
	maxFootnotes  = 1000      // mentions and definitions together
	maxReferences = 1000      // definitions of link references, [id]: target
	maxBrackets   = 1000      // that are open at once
	maxLinkWork   = 256 << 20 // steps, at worst, of finding the ends of links
	maxCells      = 50_000    // of all tables
	maxPipes      = 1000      // escaped ones in the cells of all tables
	maxCode       = 16 << 10  // bytes of a code block that is coloured
	maxAllCode    = 128 << 10 // bytes of all of them
	maxReports    = 1000      // diagnostics of one text; more help nobody
)

// A fault is a limit that a text has met.
type fault struct {
	offset int
	mark   string // what there is too much of
	limit  int
}

func (f fault) diagnostic(at diag.Position) diag.Diagnostic {
	return diag.New(at, diag.MarkdownTooComplex, "mark", f.mark, "limit", number(f.limit))
}

// scan looks for what would be slow before anything is parsed. It returns nil
// for all texts but hostile ones.
func scan(src []byte) *fault {
	if mark := []byte("[^"); bytes.Count(src, mark) > maxFootnotes {
		return &fault{bytes.Index(src, mark), "[^…]", maxFootnotes}
	}
	if mark := []byte("]:"); bytes.Count(src, mark) > maxReferences {
		return &fault{bytes.Index(src, mark), "[…]:", maxReferences}
	}
	var p paragraph
	for start := 0; start < len(src); {
		line := src[start:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		if markers(line) > maxMarkers {
			return &fault{start, "> - + *", maxMarkers}
		}
		p.read(line)
		if p.deepest > maxBrackets {
			return &fault{start, "[", maxBrackets}
		}
		if p.work > maxLinkWork {
			return &fault{start, "[…](…)", p.links}
		}
		start += len(line)
	}
	return nil
}

// A paragraph estimates what its brackets cost goldmark, which looks from each
// "](" to the end of the line, and from each "]" at all lines of the paragraph.
type paragraph struct {
	lines   int
	depth   int // brackets that are open
	deepest int // the most that have been, in the text so far
	links   int // closing brackets of the text so far
	work    int // steps of the text so far
}

func (p *paragraph) read(line []byte) {
	if len(bytes.TrimSpace(line)) == 0 {
		p.lines, p.depth = 0, 0
		return
	}
	p.lines++
	closing := bytes.Count(line, []byte("]"))
	p.links += closing
	p.work += closing*p.lines + bytes.Count(line, []byte("]("))*len(line)
	for _, c := range line {
		switch {
		case c == '[':
			p.depth++
			p.deepest = max(p.deepest, p.depth)
		case c == ']' && p.depth > 0:
			p.depth--
		}
	}
}

// markers counts the quotes and list items that a line opens or, by its
// indentation, stands in: goldmark looks at each of them in every line.
func markers(line []byte) int {
	n, columns := 0, 0
	for i, c := range line {
		columns++
		switch {
		case c == '\t':
			columns += 3
		case c == ' ', c >= '0' && c <= '9':
		case c == '>':
			n++
		case c == '-', c == '+', c == '*', c == '.', c == ')':
			if i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\t' && line[i+1] != '\n' {
				return n
			}
			n = max(n+1, columns/4)
		default:
			return n
		}
	}
	return n
}

// tableTransformer keeps tables small: a wide head over many short rows would
// make a cell for each of width times rows.
type tableTransformer struct{ parser.ParagraphTransformer }

func (t tableTransformer) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines, columns, pipes := node.Lines(), 0, 0
	for i := range lines.Len() {
		segment := lines.At(i)
		line := segment.Value(reader.Source())
		columns = max(columns, bytes.Count(line, []byte("|")))
		pipes += bytes.Count(line, []byte(`\|`))
	}
	if columns == 0 {
		return // a paragraph like any other
	}
	s := stateOf(pc)
	s.cells += (columns + 1) * lines.Len()
	s.pipes += pipes
	switch {
	case s.cells > maxCells:
		s.fault(lines.At(0).Start, "|", maxCells)
	case s.pipes > maxPipes:
		s.fault(lines.At(0).Start, `\|`, maxPipes)
	default:
		t.ParagraphTransformer.Transform(node, reader, pc)
	}
}
