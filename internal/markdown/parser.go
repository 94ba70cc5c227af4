package markdown

import (
	"slices"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// shared reads every text. It keeps nothing between two of them, and may be
// used from many goroutines. What one text needs is in its parser.Context.
//
// The parsers are goldmark's own but for those of this package; the numbers are
// goldmark's priorities, lower ones go first.
var shared = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(headingParser{parser.NewSetextHeadingParser()}, 100),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(headingParser{parser.NewATXHeadingParser()}, 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(parser.NewBlockquoteParser(), 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(footnoteParser{extension.NewFootnoteBlockParser()}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(extension.NewFootnoteParser(), 101),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(tagParser{}, 400),
		util.Prioritized(emphasisParser{}, 500),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(alertTransformer{}, 50),
		util.Prioritized(parser.LinkReferenceParagraphTransformer, 100),
		util.Prioritized(tableTransformer{extension.NewTableParagraphTransformer()}, 200),
	),
	parser.WithASTTransformers(
		util.Prioritized(extension.NewTableASTTransformer(), 0),
		util.Prioritized(extension.NewFootnoteASTTransformer(), 999),
	),
)

// state is what the parsers of this package remember while they read one text.
type state struct {
	explicit  map[string]bool // ids that authors have given to headings
	footnotes []footnote      // as they are defined
	html      []int           // where HTML stands in running text: offsets
	faults    []fault         // the limits that have been met

	block      any // the block whose delimiters are being counted
	delimiters int
	cells      int // of all tables
	pipes      int // escaped ones in tables
}

// stateKey finds the state in a parser.Context.
var stateKey = parser.NewContextKey()

// fault notes the first time that a limit is met.
func (s *state) fault(offset int, mark string, limit int) {
	if !slices.ContainsFunc(s.faults, func(f fault) bool { return f.mark == mark }) {
		s.faults = append(s.faults, fault{offset, mark, limit})
	}
}

func stateOf(pc parser.Context) *state { return pc.Get(stateKey).(*state) }
