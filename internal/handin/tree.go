package handin

import (
	"strings"
	"unicode/utf8"
)

// width is how many characters a record may take to stand on one line.
const width = 100

// A node is a YAML value: one of a scalar, a text of several lines, a map or a
// list.
type node struct {
	scalar string // as it is written
	text   string // written after "|"
	fields []field
	items  []node
	open   bool // a map that never stands on one line
}

// A field is a key of a map with its value, and what a reader is told of them.
type field struct {
	key    string
	value  node
	above  []string // lines of comment before it; "" is an empty line, without "#"
	beside string   // comment at the end of its line
}

// set adds a field to a map.
func (n *node) set(key string, value node) {
	n.fields = append(n.fields, field{key: key, value: value})
}

// inline is the value on one line, and false where it has no such form.
func (n node) inline() (string, bool) {
	switch {
	case n.text != "" || n.open:
		return "", false
	case n.items != nil:
		parts := make([]string, len(n.items))
		for i, item := range n.items {
			part, ok := item.inline()
			if !ok {
				return "", false
			}
			parts[i] = part
		}
		return "[" + strings.Join(parts, ", ") + "]", true
	case n.fields != nil:
		parts := make([]string, len(n.fields))
		for i, f := range n.fields {
			part, ok := f.value.inline()
			if !ok {
				return "", false
			}
			parts[i] = f.key + ": " + part
		}
		return "{" + strings.Join(parts, ", ") + "}", true
	}
	return n.scalar, true
}

// lines writes the fields of a map, indented by so many spaces.
func (n node) lines(b *strings.Builder, indent int) {
	for _, f := range n.fields {
		for _, line := range f.above {
			comment(b, indent, line)
		}
		b.WriteString(strings.Repeat(" ", indent) + f.key + ":")
		f.value.after(b, indent, utf8.RuneCountInString(f.key)+1, f.beside)
	}
}

// after writes a value behind its key, or behind the "-" of a list: on the same
// line where it fits, else on lines of its own.
func (n node) after(b *strings.Builder, indent, used int, beside string) {
	end := "\n"
	if beside != "" {
		end = " # " + beside + "\n"
	}
	line, ok := n.inline()
	fits := indent+used+1+utf8.RuneCountInString(line) <= width
	switch {
	case ok && (fits || n.fields == nil && n.items == nil):
		b.WriteString(" " + line + end)
	case n.text != "":
		b.WriteString(" |-" + end)
		for line := range strings.SplitSeq(n.text, "\n") {
			if line != "" {
				line = strings.Repeat(" ", indent+2) + line
			}
			b.WriteString(line + "\n")
		}
	case n.items != nil:
		b.WriteString(end)
		for _, item := range n.items {
			b.WriteString(strings.Repeat(" ", indent+2) + "-")
			item.after(b, indent+2, 1, "")
		}
	default:
		b.WriteString(end)
		n.lines(b, indent+2)
	}
}

// comment writes a line of comment; "" is an empty line.
func comment(b *strings.Builder, indent int, line string) {
	if line != "" {
		b.WriteString(strings.TrimRight(strings.Repeat(" ", indent)+"# "+line, " "))
	}
	b.WriteByte('\n')
}
