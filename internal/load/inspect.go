package load

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
)

// A file is one YAML file on its way from nodes to values: where it is, its
// text, and what has been found wrong.
type file struct {
	path  string
	text  []byte   // without a byte order mark
	langs []string // the site's languages; nil where they are not known
	diags diag.List

	nodes   int             // counted so far
	strange map[string]bool // languages reported by foreignLanguage
}

func (f *file) add(d diag.Diagnostic) { f.diags = append(f.diags, d) }

func (f *file) pos(n *yaml.Node) diag.Position {
	return diag.Position{Path: f.path, Line: n.Line, Col: n.Column}
}

// inspect goes through a tree of nodes and reports what holds for every kind
// of file: limits, YAML's anchors, aliases, tags and merge keys, unclean
// characters behind escapes. It returns false where the tree is not to be
// walked any further. It never follows an alias.
func (f *file) inspect(n *yaml.Node, depth int) bool {
	if depth > maxDepth {
		f.add(diag.New(f.pos(n), diag.LimitDepth, "limit", strconv.Itoa(maxDepth)))
		return false
	}
	if f.nodes++; f.nodes > maxNodes {
		f.add(diag.New(f.pos(n), diag.LimitNodes, "limit", strconv.Itoa(maxNodes)))
		return false
	}
	switch {
	case n.Kind == yaml.AliasNode, n.Anchor != "":
		f.add(diag.New(f.pos(n), diag.YAMLAnchor).Hint(diag.HintQuote))
	case n.Style&yaml.TaggedStyle != 0:
		f.add(diag.New(f.pos(n), diag.YAMLTag, "tag", n.Tag).Hint(diag.HintQuote))
	case n.Tag == "!!merge":
		f.add(diag.New(f.pos(n), diag.YAMLMerge))
	}
	if n.Kind == yaml.ScalarNode {
		f.inspectScalar(n)
	}
	for i, child := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 && child.Kind != yaml.ScalarNode && child.Kind != yaml.AliasNode {
			f.add(diag.New(f.pos(child), diag.YAMLComplexKey))
		}
		if !f.inspect(child, depth+1) {
			return false
		}
	}
	return true
}

func (f *file) inspectScalar(n *yaml.Node) {
	if len(n.Value) > maxScalarBytes {
		f.add(diag.New(f.pos(n), diag.LimitScalar, "limit", kib(maxScalarBytes)))
	}
	if n.Style&yaml.DoubleQuotedStyle == 0 {
		return
	}
	if r, m := uncleanValue(n.Value); m != nil {
		f.add(diag.New(f.pos(n), m, "char", name(r)))
	}
}

// show is a node as a message quotes it: scalars as written, the others by
// their brackets.
func show(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "{…}"
	case n.Kind == yaml.SequenceNode:
		return "[…]"
	case n.Style&yaml.DoubleQuotedStyle != 0:
		return `"` + short(n.Value) + `"`
	case n.Style&yaml.SingleQuotedStyle != 0:
		return "'" + short(n.Value) + "'"
	}
	return short(n.Value)
}

// short cuts a text to its first line, and that to a length fit for a message.
func short(s string) string {
	const limit = 60
	line, _, more := strings.Cut(s, "\n")
	if r := []rune(line); len(r) > limit {
		line, more = string(r[:limit]), true
	}
	if more {
		line += "…"
	}
	return line
}
