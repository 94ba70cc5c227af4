package load

import (
	"bytes"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/markdown"
)

const (
	contentFolder = "content"
	termsFile     = "terms.yaml"
	movedFile     = "moved.yaml"
	publishedFile = "published.txt"
	indexDocument = "index"
)

var documentRecord = record[Document]{
	{"title", true, aLine, func(f *file, n *yaml.Node, d *Document) { d.Title = f.line(n) }},
	{"description", false, aProse, func(f *file, n *yaml.Node, d *Document) { d.Description = f.prose(n) }},
	{"order", false, Shape{Type: TypeWhole, Max: -1}, func(f *file, n *yaml.Node, d *Document) { d.Order, _ = f.whole(n) }},
	{"translated_from", false, aHash, func(f *file, n *yaml.Node, d *Document) {
		d.TranslatedFrom, d.TranslatedPos = f.line(n), f.pos(n)
		if d.TranslatedFrom != "" && !hashForm.MatchString(d.TranslatedFrom) {
			f.add(diag.New(f.pos(n), diag.BadHash, "value", short(d.TranslatedFrom)))
			d.TranslatedFrom = ""
		}
	}},
}

var (
	hashForm = regexp.MustCompile(`^[0-9a-f]{12}$`)
	aHash    = text("hash", hashForm.String())
)

// readDocument reads one Markdown file. The document is nil when the file is
// not clean text or its front matter cannot be found.
func readDocument(name, lang, below string, content []byte) (*Document, diag.List) {
	text, found := characters(name, content, true)
	if text == nil || found.HasErrors() {
		return nil, found
	}
	text = unixLines(text)
	front, body, line, d := cutFrontMatter(name, text)
	if d.Message != nil {
		return nil, diag.List{d}
	}
	doc := &Document{Pos: diag.Position{Path: name, Line: 1, Col: 1}, Lang: lang, Path: below, Hash: Hash(content)}
	f, root := parse(name, front)
	switch {
	case root != nil:
		documentRecord.read(f, root, doc)
	case len(bytes.TrimSpace(front)) == 0:
		f.diags = diag.List{diag.New(doc.Pos, diag.MissingKey, "key", "title")}
	}
	parsed, problems := markdown.Parse(body, diag.Position{Path: name, Line: line})
	doc.Body = parsed
	return doc, append(f.diags, problems...)
}

// cutFrontMatter parts a document in its front matter and its body, which begins
// at a line. The front matter keeps the end of the first line, so that its own
// lines count as they do in the file.
func cutFrontMatter(name string, text []byte) (front, body []byte, line int, d diag.Diagnostic) {
	start := diag.Position{Path: name, Line: 1, Col: 1}
	first, rest, _ := bytes.Cut(text, []byte("\n"))
	if !isFence(first) {
		return nil, nil, 0, diag.New(start, diag.FrontMatterMissing).Wanted("---⏎title: …⏎---")
	}
	front = []byte("\n")
	for line = 2; len(rest) > 0; line++ {
		current, after, _ := bytes.Cut(rest, []byte("\n"))
		if isFence(current) {
			return front, after, line + 1, diag.Diagnostic{}
		}
		front = append(append(front, current...), '\n')
		rest = after
	}
	return nil, nil, 0, diag.New(start, diag.FrontMatterOpen)
}

func isFence(line []byte) bool { return string(bytes.TrimRight(line, " \t")) == "---" }

// documentPath is the address of a document below its language: "" for
// index.md, "a" for a.md and a/index.md.
func documentPath(below string) string {
	below = strings.TrimSuffix(below, ".md")
	if below == indexDocument {
		return ""
	}
	return strings.TrimSuffix(below, "/"+indexDocument)
}
