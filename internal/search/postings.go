package search

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// A posting says that an entry holds a token.
type posting struct {
	entry  int
	impact int // 1 to 9
}

// postingsOf finds the postings of every token, by entry.
func postingsOf(pages []Page) map[string][]posting {
	type counted struct {
		weights map[string]int // by token, the sum of its weights
		length  int            // in tokens
	}
	var all []counted
	total := 0
	for _, p := range pages {
		for _, e := range p.Entries {
			c := counted{weights: map[string]int{}}
			for text, weight := range e.fields(p) {
				for _, t := range tokens(text) {
					c.weights[t] += int(weight)
					c.length++
				}
			}
			all = append(all, c)
			total += c.length
		}
	}
	postings := map[string][]posting{}
	for i, c := range all {
		for token, weight := range c.weights {
			postings[token] = append(postings[token], posting{i, impact(weight, c.length, total/len(all))})
		}
	}
	return postings
}

// fields yields every text of an entry with its weight.
func (e *Entry) fields(p Page) func(yield func(string, Weight) bool) {
	return func(yield func(string, Weight) bool) {
		if !yield(e.Title, ofTitle) {
			return
		}
		if e.Anchor != "" && !yield(p.Title, ofParent) {
			return
		}
		for _, k := range e.Keywords {
			if !yield(k, ofKeyword) {
				return
			}
		}
		for _, part := range e.Parts {
			if !yield(part.Text, part.Weight) {
				return
			}
		}
	}
}

// impact is BM25's share of a term's frequency in a document, with fields by
// weight: w/(w + k·norm) with k = 12 and norm = (1 + length/average)/2. In
// whole ninths, rounded up, and in whole numbers throughout, so that every
// machine makes the same index.
func impact(weight, length, average int) int {
	w := weight * 2 * max(average, 1)
	of := w + 12*(max(average, 1)+length)
	return (9*w + of - 1) / of
}

// line is the postings of all tokens that begin with one character:
//
//	REST:POSTINGS,REST:POSTINGS,…
//
// where REST is the token without that character. A posting is the distance
// to the entry before, less one, in base 26 with capitals for all digits but
// the last, and then the impact, unless it is 1: "Bc3a".
type line struct {
	first rune
	text  string
}

// lines writes all postings, by first character.
func lines(postings map[string][]posting) []line {
	var all []line
	var b strings.Builder
	var first rune
	flush := func() {
		if b.Len() > 0 {
			all = append(all, line{first, b.String()})
			b.Reset()
		}
	}
	for _, token := range slices.Sorted(maps.Keys(postings)) {
		char, size := utf8.DecodeRuneInString(token)
		if char != first {
			flush()
			first = char
		} else {
			b.WriteByte(',')
		}
		b.WriteString(token[size:])
		b.WriteByte(':')
		writePostings(&b, postings[token])
	}
	flush()
	return all
}

func writePostings(b *strings.Builder, list []posting) {
	next := 0
	for _, p := range list {
		writeNumber(b, p.entry-next)
		if p.impact > 1 {
			b.WriteByte(byte('0' + p.impact))
		}
		next = p.entry + 1
	}
}

func writeNumber(b *strings.Builder, n int) {
	var digits []byte
	for rest := n / 26; rest > 0; rest /= 26 {
		digits = append(digits, byte('A'+rest%26))
	}
	slices.Reverse(digits)
	b.Write(digits)
	b.WriteByte(byte('a' + n%26))
}
