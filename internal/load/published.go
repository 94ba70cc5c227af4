package load

import (
	"strings"
	"unicode"

	"gradus/internal/diag"
)

// readPublished reads content/published.txt: an address of the site on each
// line, from the root: "/en/monitoring/#collection". Lines that begin with "#"
// are comments.
func readPublished(name string, content []byte) ([]Published, diag.List) {
	text, found := characters(name, content, true)
	if text == nil || found.HasErrors() {
		return nil, found
	}
	var all []Published
	number := 0
	for line := range strings.Lines(string(unixLines(text))) {
		number++
		line = strings.TrimSpace(line)
		pos := diag.Position{Path: name, Line: number, Col: 1}
		address, rooted := strings.CutPrefix(line, "/")
		page, _, _ := strings.Cut(address, "#")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !rooted, page != "" && !strings.HasSuffix(page, "/"), strings.ContainsFunc(line, unicode.IsSpace):
			found = append(found, diag.New(pos, diag.PublishedForm, "line", short(line)).Wanted("/monitoring/#collection"))
		default:
			all = append(all, Published{pos, address})
		}
	}
	return all, found
}
