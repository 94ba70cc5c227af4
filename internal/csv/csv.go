// Package csv writes tables for spreadsheets (RFC 4180).
//
// Texts are quoted and numbers are not, so that a reader can tell them apart.
// What is unknown is empty. A text that a spreadsheet would take for a formula
// is written so that it stays a text: names come from files that strangers
// write, and a formula can send data away from the reader's machine.
package csv

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"gradus/internal/score"
)

// A Writer writes rows. The first error is kept for [Writer.Close].
type Writer struct{ w *bufio.Writer }

// NewWriter returns a writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{bufio.NewWriter(w)} }

// Row writes one row. A value is a string, a bool, an int, a float64, a
// [score.Number] or a [score.Level]; nil is empty.
func (c *Writer) Row(values ...any) {
	for i, v := range values {
		if i > 0 {
			c.w.WriteByte(',')
		}
		c.w.WriteString(field(v))
	}
	c.w.WriteString("\r\n")
}

// Close writes what is left, and returns the first error of all.
func (c *Writer) Close() error { return c.w.Flush() }

func field(value any) string {
	switch v := value.(type) {
	case string:
		return quote(v)
	case bool:
		return strconv.FormatBool(v)
	case int:
		return strconv.Itoa(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case score.Number:
		if v.Valid {
			return field(v.Float)
		}
	case score.Level:
		if v.Valid {
			return field(v.Int)
		}
	}
	return ""
}

// quote puts a text in quotes. A formula gets an apostrophe in front, which
// spreadsheets read as "this is text".
func quote(text string) string {
	if text == "" {
		return ""
	}
	if isFormula(text) {
		text = "'" + text
	}
	return `"` + strings.ReplaceAll(text, `"`, `""`) + `"`
}

// skipped are the characters behind which spreadsheets still see a formula:
// spaces, and what has no width.
const skipped = " \u00a0\u3000\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"

// isFormula reports whether a spreadsheet may run a text: the signs are those
// of OWASP's page on CSV injection and their full-width twins.
func isFormula(text string) bool {
	return strings.IndexAny(strings.TrimLeft(text, skipped), "=+-@\t\r\n＝＋－＠") == 0
}
