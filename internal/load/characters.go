package load

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"

	"gradus/internal/diag"
)

// Hash returns the first 12 hexadecimal digits of the SHA-256 of content with
// LF as the end of lines, so that it is the same on every system: what
// "translated_from" in a document's front matter holds.
func Hash(content []byte) string {
	sum := sha256.Sum256(unixLines(content))
	return hex.EncodeToString(sum[:])[:hashDigits]
}

const hashDigits = 12

// unixLines returns content with LF as the end of lines.
func unixLines(content []byte) []byte {
	return bytes.ReplaceAll(content, []byte("\r\n"), []byte("\n"))
}

func kib(n int) string { return strconv.Itoa(n >> 10) }

var (
	byteOrderMark = []byte("\ufeff")
	newline       = []byte("\n")
)

// maxMarks is how many combining marks may stand on one character; more is
// no writing of any language and disturbs the lines around it.
const maxMarks = 4

// maxUnclean is how many unclean characters of one file are reported.
const maxUnclean = 20

// characters checks that content is clean UTF-8 text, and returns it without a
// byte order mark. When it is not UTF-8 the text is nil.
//
// What is not clean is what shows a reader something else than a machine reads:
// control characters (a CR without its LF is one: YAML ends a line there, and
// editors do not), characters that turn the direction of text, invisible
// ones, stacks of combining marks. In a prose text the invisible ones that some
// scripts need between letters are allowed.
func characters(path string, content []byte, prose bool) ([]byte, diag.List) {
	if d, ok := encoding(path, content); !ok {
		return nil, diag.List{d}
	}
	text := bytes.TrimPrefix(content, byteOrderMark)
	var found diag.List
	marks := 0
	for i := 0; i < len(text) && len(found) < maxUnclean; {
		if c := text[i]; c >= ' ' && c < 0x7F || c == '\n' || c == '\t' || c == '\r' && bytes.HasPrefix(text[i+1:], newline) {
			i++
			marks = 0
			continue
		}
		r, size := utf8.DecodeRune(text[i:])
		if unicode.Is(unicode.M, r) {
			marks++
		} else {
			marks = 0
		}
		if m := unclean(r, prose); m != nil {
			found = append(found, diag.New(at(path, text, i), m, "char", name(r)))
		} else if marks == maxMarks+1 {
			found = append(found, diag.New(at(path, text, i), diag.CharacterMarks, "limit", strconv.Itoa(maxMarks)))
		}
		i += size
	}
	return text, found
}

// unclean returns what is wrong with a character of a text, or nil.
func unclean(r rune, prose bool) *diag.Message {
	switch {
	case r == '\n', r == '\t':
		return nil
	case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
		return diag.CharacterControl
	case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return diag.CharacterBidi
	case r == 0x2028, r == 0x2029, r >= 0xE0000 && r <= 0xE007F:
		return diag.CharacterInvisible
	case r >= 0x200B && r <= 0x200F, r >= 0x2060 && r <= 0x2064, r == 0xFEFF:
		if !prose {
			return diag.CharacterInvisible
		}
	}
	return nil
}

// uncleanValue returns the first unclean character of a text whose source was
// clean: it must have been written as an escape.
func uncleanValue(s string) (rune, *diag.Message) {
	for _, r := range s {
		if m := unclean(r, false); m != nil {
			return r, m
		}
	}
	return 0, nil
}

func name(r rune) string { return fmt.Sprintf("U+%04X", r) }

// encoding reports content that is not UTF-8, with the first place where it is not.
func encoding(path string, content []byte) (diag.Diagnostic, bool) {
	if bytes.HasPrefix(content, []byte("\xff\xfe")) || bytes.HasPrefix(content, []byte("\xfe\xff")) {
		d := diag.New(diag.Position{Path: path, Line: 1, Col: 1}, diag.FileNotUTF8)
		return d.Hint(diag.HintSaveUTF8, "encoding", "UTF-16"), false
	}
	if utf8.Valid(content) {
		return diag.Diagnostic{}, true
	}
	i := 0
	for {
		r, size := utf8.DecodeRune(content[i:])
		if r == utf8.RuneError && size < 2 {
			break
		}
		i += size
	}
	d := diag.New(at(path, bytes.TrimPrefix(content, byteOrderMark), i-markLen(content)), diag.FileNotUTF8)
	return d.Hint(diag.HintSaveUTF8, "encoding", "GBK, GB18030, Latin-1"), false
}

func markLen(content []byte) int {
	if bytes.HasPrefix(content, byteOrderMark) {
		return len(byteOrderMark)
	}
	return 0
}

// at returns the position of the byte at offset i of text, which begins at
// line 1 of the file.
func at(path string, text []byte, i int) diag.Position {
	before := text[:i]
	line := bytes.LastIndexByte(before, '\n') + 1
	return diag.Position{
		Path: path,
		Line: bytes.Count(before, []byte("\n")) + 1,
		Col:  utf8.RuneCount(before[line:]) + 1,
	}
}
