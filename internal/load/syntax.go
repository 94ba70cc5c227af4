package load

import (
	"bytes"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"gradus/internal/diag"
)

// A fault is one way in which a text is not YAML: what yaml.v3 says, what we
// say, and how its place is found.
type fault struct {
	problem string // how the library's wording begins, without "yaml: line N: "
	message *diag.Message
	place   func(s *syntax, line int) (int, int)
}

// faults are the problems that yaml.v3 is known to report on clean UTF-8 text.
var faults = []fault{
	{"mapping values are not allowed in this context", diag.YAMLColon, (*syntax).end},
	{"could not find expected ':'", diag.YAMLNoColon, (*syntax).key},
	{"did not find expected key", diag.YAMLIndent, (*syntax).end},
	{"did not find expected '-' indicator", diag.YAMLListItem, (*syntax).end},
	{"block sequence entries are not allowed in this context", diag.YAMLDash, (*syntax).end},
	{"mapping keys are not allowed in this context", diag.YAMLStart, (*syntax).end},
	{"did not find expected ',' or ']'", diag.YAMLBracket, (*syntax).bracket},
	{"did not find expected ',' or '}'", diag.YAMLBracket, (*syntax).bracket},
	{"did not find expected node content", diag.YAMLNoContent, (*syntax).content},
	{"found unexpected end of stream", diag.YAMLQuote, (*syntax).quote},
	{"found unexpected document indicator", diag.YAMLQuote, (*syntax).quote},
	{"found unknown escape character", diag.YAMLEscape, (*syntax).end},
	{"did not find expected hexdecimal number", diag.YAMLEscape, (*syntax).end},
	{"found invalid Unicode character escape code", diag.YAMLEscape, (*syntax).end},
	{"found character that cannot start any token", diag.YAMLStart, (*syntax).end},
	{"found a tab character", diag.YAMLTab, (*syntax).end},
	{"did not find expected comment or line break", diag.YAMLBlock, (*syntax).end},
	{"found an indentation indicator equal to 0", diag.YAMLBlock, (*syntax).end},
	{"unknown anchor", diag.YAMLAnchor, (*syntax).end},
	{"did not find expected alphabetic or numeric character", diag.YAMLAnchor, (*syntax).end},
	{"did not find expected tag URI", diag.YAMLTag, (*syntax).end},
	{"did not find the expected '>'", diag.YAMLTag, (*syntax).end},
	{"did not find expected '!'", diag.YAMLTag, (*syntax).end},
	{"did not find URI escaped octet", diag.YAMLTag, (*syntax).end},
	{"did not find expected whitespace or line break", diag.YAMLTag, (*syntax).end},
	{"found undefined tag handle", diag.YAMLTag, (*syntax).end},
	{"found unknown directive name", diag.YAMLDirective, (*syntax).lineStart},
	{"could not find expected directive name", diag.YAMLDirective, (*syntax).lineStart},
	{"found unexpected non-alphabetical character", diag.YAMLDirective, (*syntax).lineStart},
	{"found incompatible YAML document", diag.YAMLDirective, (*syntax).lineStart},
	{"found duplicate %", diag.YAMLDirective, (*syntax).lineStart},
	{"did not find expected <document start>", diag.YAMLSecond, (*syntax).lineStart},
	{secondDocument, diag.YAMLSecond, (*syntax).lineStart},
}

// syntaxError translates a problem of yaml.v3 and finds its place. The library
// names a line at best, and often another one than the reader would: for an
// unclosed quote that of the end, for a wrong indentation that of the block.
func syntaxError(path string, text []byte, problem string) diag.Diagnostic {
	line, words := libraryLine(problem)
	i := slices.IndexFunc(faults, func(k fault) bool { return strings.HasPrefix(words, k.problem) })
	if i < 0 {
		return diag.New(diag.Position{Path: path, Line: max(1, line)}, diag.YAMLSyntax)
	}
	if len(text) > searchBytes && strings.HasPrefix(path, assessmentsFolder+"/") {
		return diag.New(diag.Position{Path: path, Line: max(1, line)}, faults[i].message, "char", "", "tag", "")
	}
	s := &syntax{text: text, problems: []string{faults[i].problem}}
	pos := diag.Position{Path: path}
	pos.Line, pos.Col = faults[i].place(s, line)
	return s.explain(faults[i].message, pos)
}

// searchBytes is the length above which the place of a problem in a stranger's
// file is not looked for: the library's line has to do. Each try costs a parse
// of what stands before, and no assessment by hand is that long.
const searchBytes = 64 << 10

var lineInProblem = regexp.MustCompile(`^(?:yaml: )?(?:line ([0-9]+): )?`)

// libraryLine takes the line out of a problem's text; 0 when there is none.
func libraryLine(problem string) (line int, words string) {
	m := lineInProblem.FindStringSubmatch(problem)
	line, _ = strconv.Atoi(m[1])
	return line, problem[len(m[0]):]
}

// syntax looks for the place of a problem by asking the library about
// beginnings of the text: the shortest one that already has the problem ends
// at the character to blame.
type syntax struct {
	text     []byte
	problems []string // in the library's words; any of them counts as the problem
	after    string   // what stands behind each beginning, mostly nothing
}

// fails reports whether the first n bytes of the text have the problem.
func (s *syntax) fails(n int) bool {
	_, problem := decode(append(s.text[:n:n], s.after...))
	_, words := libraryLine(problem)
	return slices.ContainsFunc(s.problems, func(p string) bool { return strings.HasPrefix(words, p) })
}

// longLine is the length in bytes above which no column is looked for, since
// each try costs a parse.
const longLine = 4 << 10

// end is where the shortest beginning with the problem ends.
func (s *syntax) end(int) (line, col int) {
	line = s.firstLine()
	start, chars := lineStarts(s.text)[line-1], lineAt(s.text, line)
	if len(chars) > longLine {
		return line, 0
	}
	offsets := offsetsAfter(chars)
	j := sort.Search(len(offsets), func(j int) bool { return s.fails(start + offsets[j]) })
	return line, min(j, max(0, len(offsets)-1)) + 1
}

// firstLine is the last line of the shortest beginning with the problem.
func (s *syntax) firstLine() int {
	starts := lineStarts(s.text)
	return 1 + sort.Search(len(starts)-1, func(i int) bool { return s.fails(starts[i+1]) })
}

// lineStart is the beginning of the line in which the problem is.
func (s *syntax) lineStart(int) (line, col int) { return s.firstLine(), 1 }

// content is the place of the character before which a value is missing. Behind
// each beginning stands a value, so that its end is not to blame. Where the end
// of the whole text is, a bracket has not been closed.
func (s *syntax) content(line int) (int, int) {
	s.after = "x"
	if !s.fails(len(s.text)) {
		s.after, s.problems = "", openBracket
		line = s.firstLine()
		return line, s.firstOpen(line)
	}
	return s.end(line)
}

// key is the beginning of the text of a line, which the library names.
func (s *syntax) key(line int) (int, int) {
	line = max(1, min(line, s.lines()))
	text := lineAt(s.text, line)
	return line, utf8.RuneCount(text) - utf8.RuneCount(bytes.TrimLeft(text, " ")) + 1
}

// quote is the place of the quote that is not closed. Of a quote in the first
// line the library gives the end of the text.
func (s *syntax) quote(line int) (int, int) {
	s.problems = []string{"found unexpected end of stream", "found unexpected document indicator"}
	line = min(line, s.lines())
	if line == 0 || s.fails(lineStarts(s.text)[line-1]) {
		line = 1
	}
	return line, s.lastOpen(line)
}

// bracket is the place of the bracket that is not closed. The library gives the
// line before it; of a bracket in the first line, one near to the end.
func (s *syntax) bracket(line int) (int, int) {
	s.problems = openBracket
	if line > 0 && line < s.lines() && !s.fails(lineStarts(s.text)[line]) {
		line++
	} else {
		line = 1
	}
	return line, s.firstOpen(line)
}

// openBracket is what the library says of a text that ends within brackets.
var openBracket = []string{"did not find expected ',' or", "did not find expected node content"}

// firstOpen is the column of the outermost bracket in a line that is not
// closed, or 0: behind it every beginning has the problem.
func (s *syntax) firstOpen(line int) int {
	start, text := lineStarts(s.text)[line-1], lineAt(s.text, line)
	var brackets []int
	for i, c := range text {
		if c == '[' || c == '{' {
			brackets = append(brackets, i)
		}
	}
	i := sort.Search(len(brackets), func(i int) bool { return s.fails(start + brackets[i] + 1) })
	if i == len(brackets) {
		return 0
	}
	return utf8.RuneCount(text[:brackets[i]]) + 1
}

// lastOpen is the column of the last quote in a line that begins the problem, or 0.
func (s *syntax) lastOpen(line int) int {
	const tries = 10 // each costs two parses
	start, text := lineStarts(s.text)[line-1], lineAt(s.text, line)
	for i, tried := len(text)-1, 0; i >= 0 && tried < tries; i-- {
		if text[i] != '"' && text[i] != '\'' {
			continue
		}
		tried++
		if s.fails(start+i+1) && !s.fails(start+i) {
			return utf8.RuneCount(text[:i]) + 1
		}
	}
	return 0
}

func (s *syntax) lines() int { return len(lineStarts(s.text)) }

// lineStarts are the offsets of the first bytes of the lines; there is at least one.
func lineStarts(text []byte) []int {
	starts := []int{0}
	for i, c := range text {
		if c == '\n' && i+1 < len(text) {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// offsetsAfter are the offsets behind each character of a line.
func offsetsAfter(line []byte) []int {
	offsets := make([]int, 0, len(line))
	for i := range string(line) {
		if i > 0 {
			offsets = append(offsets, i)
		}
	}
	return append(offsets, len(line))
}

// explain makes the diagnostic, with what can be told from the characters
// around the place.
func (s *syntax) explain(m *diag.Message, pos diag.Position) diag.Diagnostic {
	line := []rune(string(lineAt(s.text, pos.Line)))
	at := min(max(pos.Col-1, 0), len(line))
	before, char := strings.TrimRight(string(line[:at]), " "), ""
	if at < len(line) {
		char = string(line[at])
	}
	quoteBefore := strings.HasSuffix(before, `"`) || strings.HasSuffix(before, "'")
	switch {
	case m == diag.YAMLColon && !strings.Contains(before, ": "):
		return s.nested(pos)
	case m == diag.YAMLIndent && quoteBefore, m == diag.YAMLListItem && quoteBefore:
		m = diag.YAMLAfterQuote
	case m == diag.YAMLIndent && (char == "]" || char == "}"):
		m = diag.YAMLNoContent
	case m == diag.YAMLNoContent && (char == "[" || char == "{"):
		m = diag.YAMLBracket
	case m == diag.YAMLIndent && char == "-":
		m = diag.YAMLDash
	case m == diag.YAMLIndent, m == diag.YAMLListItem:
		pos.Col = firstText(line)
	case m == diag.YAMLStart && char == "\t":
		m = diag.YAMLTab
	case m == diag.YAMLAnchor && strings.HasSuffix(before, "*"):
		pos.Col--
	case m == diag.YAMLTag:
		if i := slices.Index(line, '!'); i >= 0 {
			pos.Col = i + 1
			char, _, _ = strings.Cut(string(line[i:]), " ")
		}
	}
	d := diag.New(pos, m, "char", char, "tag", short(char))
	switch m {
	case diag.YAMLStart, diag.YAMLAnchor, diag.YAMLTag, diag.YAMLDirective:
		d = d.Hint(diag.HintQuote)
	case diag.YAMLColon:
		return hintFullWidth(d, onlyBrackets(string(line)))
	}
	if m == diag.YAMLBracket && questionInBrackets.MatchString(string(line)) {
		d = d.Hint(diag.HintQuoteQuestion)
	}
	if slices.Contains(mayBeWide, m) {
		d = hintFullWidth(d, string(line))
	}
	return d
}

// questionInBrackets finds a plain text with a question mark between brackets,
// mostly an address with a query: the parser takes the mark for a sign of its own.
var questionInBrackets = regexp.MustCompile(`[\[{,]\s*[^\s"'\[\]{},][^"'\[\]{},]*\?`)

// mayBeWide are the problems that full-width punctuation can cause.
var mayBeWide = []*diag.Message{diag.YAMLNoColon, diag.YAMLBracket, diag.YAMLQuote, diag.YAMLNoContent, diag.YAMLIndent, diag.YAMLListItem}

// firstText is the column of the first character that is not a space.
func firstText(line []rune) int {
	for i, r := range line {
		if r != ' ' {
			return i + 1
		}
	}
	return 1
}

// onlyBrackets leaves the full-width brackets of a line, which nobody writes
// before a colon and a space unless they were meant as YAML's.
func onlyBrackets(line string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("｛｝［］【】", r) {
			return r
		}
		return -1
	}, line)
}

// nested explains a key that stands where the value of the line above goes on:
// that line lacks its colon, if both begin in the same column; else this line
// is indented too far.
func (s *syntax) nested(pos diag.Position) diag.Diagnostic {
	line := []rune(string(lineAt(s.text, pos.Line)))
	pos.Col = firstText(line)
	for above := pos.Line - 1; above > 0; above-- {
		before := []rune(string(lineAt(s.text, above)))
		if len(strings.TrimSpace(string(before))) == 0 {
			continue
		}
		if firstText(before) == pos.Col && !strings.Contains(string(before), ": ") {
			pos.Line = above
			return hintFullWidth(diag.New(pos, diag.YAMLNoColon), string(before))
		}
		return hintFullWidth(diag.New(pos, diag.YAMLNested), string(before))
	}
	return diag.New(pos, diag.YAMLNested)
}
