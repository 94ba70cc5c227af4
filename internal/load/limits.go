package load

import (
	"bytes"
	"strconv"

	"gradus/internal/diag"
)

// Limits of a YAML file. None of them is near to what a person writes: a rating
// stands four levels deep, and 35 of them with all criteria answered are some
// 2,000 values.
const (
	maxDepth       = 32
	maxNodes       = 20_000
	maxScalarBytes = 16 << 10
)

// The scan before parsing knows no quotes and no texts, so its limits leave
// room for what a text may hold by chance; what it lets through costs a parser
// little, and the exact limits are then checked on the nodes.
const (
	roughDepth = 200
	roughMarks = 2 * maxNodes
)

// bomb looks for a shape that would cost the parser much time or memory, in one
// cheap pass over the bytes: brackets or list marks nested deep, or very many
// marks that each may begin a value.
func bomb(path string, text []byte) (diag.Diagnostic, bool) {
	marks, open := 0, 0
	deep := func(i int) (diag.Diagnostic, bool) {
		return diag.New(at(path, text, i), diag.LimitDepth, "limit", strconv.Itoa(maxDepth)), true
	}
	for start := 0; start < len(text); {
		end := start + bytes.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		if i, nested := nesting(text[start:end]); nested {
			return deep(start + i)
		}
		for i := start; i < end; i++ {
			switch text[i] {
			case '[', '{':
				open++
				marks++
				if open > roughDepth {
					return deep(i)
				}
			case ']', '}':
				open = max(0, open-1)
			case ',', '?', ':':
				marks++
			case '-':
				if i+1 == end || text[i+1] == ' ' {
					marks++
				}
			}
		}
		if marks++; marks > roughMarks {
			return diag.New(at(path, text, start), diag.LimitNodes, "limit", strconv.Itoa(maxNodes)), true
		}
		start = end + 1
	}
	return diag.Diagnostic{}, false
}

// nesting reports whether a line begins with so many indicators of a list or a
// key ("- - - ") that they nest deeper than any text does, and where.
func nesting(line []byte) (offset int, deep bool) {
	indicators := 0
	for i, c := range line {
		switch c {
		case ' ', '\t':
		case '-', '?', ':':
			if i+1 < len(line) && line[i+1] != ' ' {
				return 0, false
			}
			if indicators++; indicators > roughDepth {
				return i, true
			}
		default:
			return 0, false
		}
	}
	return 0, false
}
