package markdown

import (
	"strconv"
	"strings"
)

// A program is a text on its way to HTML: finished pieces, and between them
// instructions for what only the page knows.
type program struct {
	html string // the finished pieces, one after the other
	ops  []op   // in the order of their places
}

// An op stands in the finished HTML at a place and writes something there.
type op struct {
	at   int // offset in program.html
	kind opKind
	n    int // what it is about, see the kinds
	m    int
}

type opKind uint8

const (
	opLinkStart     opKind = iota // n: index in Document.Links
	opLinkEnd                     // n: the same
	opImage                       // n: index in Document.Links
	opLevelTable                  // n: index in Document.LevelTables
	opHeadingLevel                // n: level of a heading
	opHeadingNumber               // n: index in Document.Headings
	opHeadingPrefix
	opFootnoteRef  // n: number of the footnote, m: which mention of it, from 0
	opFootnoteID   // n: number of the footnote
	opFootnoteBack // n: number of the footnote, m: which mention of it, from 0
	opWord         // n: index in Words
)

// run returns the HTML for the page that r knows.
func (p *program) run(d *Document, r *Resolver) []byte {
	out := make([]byte, 0, len(p.html)+96*len(p.ops))
	from, open := 0, false
	for _, o := range p.ops {
		out = append(out, p.html[from:o.at]...)
		from = o.at
		switch o.kind {
		case opLinkStart:
			out, open = appendLink(out, d.Links[o.n], r)
		case opLinkEnd:
			if open {
				out = append(out, "</a>"...)
			}
		case opImage:
			out = appendImage(out, d.Links[o.n], r)
		case opLevelTable:
			if r.LevelTable != nil {
				out = append(out, r.LevelTable(d.LevelTables[o.n])...)
			}
		case opHeadingLevel:
			out = strconv.AppendInt(out, int64(min(o.n+r.HeadingShift, 6)), 10)
		case opHeadingNumber:
			out = appendNumber(out, o.n, r)
		case opHeadingPrefix:
			out = appendEscaped(out, r.HeadingPrefix)
		case opFootnoteRef:
			out = appendFootnoteRef(out, o, r)
		case opFootnoteID:
			out = appendFootnoteID(append(out, ` id="`...), "fn", o.n, 0, r)
			out = append(out, '"')
		case opFootnoteBack:
			out = appendFootnoteBack(out, o, r)
		case opWord:
			out = r.appendWord(out, word(Words[o.n]))
		}
	}
	return append(out, p.html[from:]...)
}

func (r *Resolver) appendWord(out []byte, w word) []byte {
	if r.Word == nil {
		return append(out, w...)
	}
	return appendEscaped(out, r.Word(string(w)))
}

// resolve asks the page where a target leads, and trusts the answer no more
// than the author.
func (r *Resolver) resolve(l Link) (href string, external bool) {
	href, external = l.Target, hasWebScheme(l.Target)
	if r.Link != nil {
		href, external = r.Link(l)
	}
	if href == "" || addressFault(href, siteSchemes) != nil || isSiteScheme(href) {
		return "", false
	}
	return href, external
}

func appendLink(out []byte, l Link, r *Resolver) (_ []byte, open bool) {
	href, external := r.resolve(l)
	if href == "" {
		return out, false
	}
	out = append(out, `<a href="`...)
	out = appendURL(out, href)
	out = append(out, '"')
	if external {
		out = append(out, ` class="external" rel="noopener noreferrer"`...)
	}
	out = appendTitle(out, l.Title)
	return append(out, '>'), true
}

func appendImage(out []byte, l Link, r *Resolver) []byte {
	src, _ := r.resolve(l)
	if src == "" || strings.Contains(src, ":") {
		return appendEscaped(out, l.Alt) // the page's policy lets no image in from elsewhere
	}
	out = append(out, `<img src="`...)
	out = appendURL(out, src)
	out = append(out, `" alt="`...)
	out = appendEscaped(out, l.Alt)
	out = append(out, `" loading="lazy"`...)
	if r.ImageSize != nil {
		if width, height := r.ImageSize(l); width > 0 && height > 0 {
			out = append(out, ` width="`...)
			out = strconv.AppendInt(out, int64(width), 10)
			out = append(out, `" height="`...)
			out = strconv.AppendInt(out, int64(height), 10)
			out = append(out, '"')
		}
	}
	out = appendTitle(out, l.Title)
	return append(out, '>')
}

func appendTitle(out []byte, title string) []byte {
	if title == "" {
		return out
	}
	out = append(out, ` title="`...)
	out = appendEscaped(out, title)
	return append(out, '"')
}

func appendNumber(out []byte, i int, r *Resolver) []byte {
	if r.HeadingNumber == nil {
		return out
	}
	number := r.HeadingNumber(i)
	if number == "" {
		return out
	}
	out = append(out, `<span class="num">`...)
	out = appendEscaped(out, number)
	return append(out, "</span> "...)
}

// appendFootnoteID writes the id of a footnote ("fn") or of a mention of one
// ("fnref"). The colon keeps it apart from the ids of headings.
func appendFootnoteID(out []byte, what string, n, mention int, r *Resolver) []byte {
	out = appendEscaped(out, r.FootnotePrefix)
	out = append(out, what...)
	out = append(out, ':')
	out = strconv.AppendInt(out, int64(n), 10)
	if mention > 0 {
		out = append(out, ':')
		out = strconv.AppendInt(out, int64(mention+1), 10)
	}
	return out
}

func appendFootnoteRef(out []byte, o op, r *Resolver) []byte {
	out = append(out, `<sup class="footnote-ref" id="`...)
	out = appendFootnoteID(out, "fnref", o.n, o.m, r)
	out = append(out, `"><a href="#`...)
	out = appendFootnoteID(out, "fn", o.n, 0, r)
	out = append(out, `" role="doc-noteref" aria-label="`...)
	out = r.appendWord(out, wordFootnote)
	out = append(out, ' ')
	out = strconv.AppendInt(out, int64(o.n), 10)
	out = append(out, `">`...)
	out = strconv.AppendInt(out, int64(o.n), 10)
	return append(out, "</a></sup>"...)
}

func appendFootnoteBack(out []byte, o op, r *Resolver) []byte {
	out = append(out, ` <a class="footnote-back" href="#`...)
	out = appendFootnoteID(out, "fnref", o.n, o.m, r)
	out = append(out, `" role="doc-backlink" aria-label="`...)
	out = r.appendWord(out, wordFootnoteBack)
	return append(out, "\">\u21a9\ufe0e</a>"...)
}
