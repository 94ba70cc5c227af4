// Package diag holds what Gradus has to say about its input: positions,
// diagnostics, and their order.
//
// A [Diagnostic] is a value first and a line of text last. It names a
// [Message] (a stable code with its text in every language), the values that
// belong into that text, the place it speaks of, and hints: what was found,
// what was wanted, the nearest valid name, a second place. Packages that find
// something wrong return a [List]; only the command line prints one.
package diag

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Position is a place in a file of the site.
type Position struct {
	Path string // relative to the site's folder, with slashes
	Line int    // from 1; 0 when only the file is known
	Col  int    // in characters (not bytes), from 1; 0 when only the line is known
}

// IsValid reports whether p names at least a file.
func (p Position) IsValid() bool { return p.Path != "" }

// String is "path:line:col", without the parts that are not known.
func (p Position) String() string {
	s := p.Path
	if p.Line > 0 {
		s += ":" + strconv.Itoa(p.Line)
		if p.Col > 0 {
			s += ":" + strconv.Itoa(p.Col)
		}
	}
	return s
}

// Compare orders positions by path, line and column.
func (p Position) Compare(q Position) int {
	return cmp.Or(cmp.Compare(p.Path, q.Path), cmp.Compare(p.Line, q.Line), cmp.Compare(p.Col, q.Col))
}

// Severity says whether a diagnostic stops the build.
type Severity int

// The severities, in rising order.
const (
	Warning Severity = iota + 1 // the site is built; --strict makes it an error
	Error                       // nothing is written
)

// String is the severity as diagnostics print it in every language and format.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// A Hint stands below a diagnostic and helps to mend it.
type Hint struct {
	Message *Message
	Args    map[string]string
	Pos     Position // the second place, when the hint is about one
}

// A Diagnostic says that something in the input is wrong, and where.
type Diagnostic struct {
	Pos      Position
	Severity Severity // the message's own, unless --strict has raised it
	Message  *Message
	Args     map[string]string // by placeholder of the message's text
	Hints    []Hint
}

// New returns a diagnostic of message m at pos. The rest are the names and
// values of m's placeholders, in pairs.
func New(pos Position, m *Message, pairs ...string) Diagnostic {
	return Diagnostic{Pos: pos, Severity: m.Severity, Message: m, Args: args(pairs)}
}

// Found adds what stands in the input.
func (d Diagnostic) Found(what string) Diagnostic {
	return d.Hint(HintFound, "found", what)
}

// Wanted adds what ought to stand there.
func (d Diagnostic) Wanted(what string) Diagnostic {
	return d.Hint(HintWanted, "wanted", what)
}

// Nearest adds the valid name that is nearest to the wrong one, when any is
// near enough to be a slip of the finger.
func (d Diagnostic) Nearest(wrong string, valid []string) Diagnostic {
	if name, ok := Nearest(wrong, valid); ok {
		return d.Hint(HintNearest, "name", name)
	}
	return d
}

// Hint adds any other hint.
func (d Diagnostic) Hint(m *Message, pairs ...string) Diagnostic {
	return d.At(Position{}, m, pairs...)
}

// At adds a hint about a second place.
func (d Diagnostic) At(pos Position, m *Message, pairs ...string) Diagnostic {
	d.Hints = append(slices.Clip(d.Hints), Hint{Message: m, Args: args(pairs), Pos: pos})
	return d
}

func args(pairs []string) map[string]string {
	if len(pairs) == 0 {
		return nil
	}
	if len(pairs)%2 != 0 {
		panic(fmt.Sprintf("diag: odd number of arguments: %q", pairs))
	}
	m := make(map[string]string, len(pairs)/2)
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = pairs[i+1]
	}
	return m
}

// A List is what one run has found.
type List []Diagnostic

// Sort orders the list by place, then errors first, then by code and text,
// and drops exact repetitions, so that two runs print the same.
func (l List) Sort() List {
	slices.SortStableFunc(l, func(a, b Diagnostic) int {
		if c := cmp.Or(a.Pos.Compare(b.Pos), cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Message.Code, b.Message.Code)); c != 0 {
			return c
		}
		return cmp.Compare(a.Text("en"), b.Text("en")) // costly, and seldom needed
	})
	return slices.CompactFunc(l, func(a, b Diagnostic) bool {
		return a.Pos == b.Pos && a.Message == b.Message && a.Text("en") == b.Text("en")
	})
}

// Strict returns the list with every warning raised to an error.
func (l List) Strict() List {
	out := slices.Clone(l)
	for i := range out {
		out[i].Severity = Error
	}
	return out
}

// Count returns how many errors and how many warnings the list holds.
func (l List) Count() (errors, warnings int) {
	for _, d := range l {
		if d.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// HasErrors reports whether the list stops a build.
func (l List) HasErrors() bool {
	errors, _ := l.Count()
	return errors > 0
}
