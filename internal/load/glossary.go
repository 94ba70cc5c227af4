package load

import (
	"path"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
)

var (
	avoidMap  = Shape{Type: TypeMap, Keys: &aLanguage, Items: &avoidList}
	avoidList = listOf(aLine)
)

var termRecord = record[Term]{
	{"id", true, anID, func(f *file, n *yaml.Node, t *Term) { t.ID = f.id(n) }},
	{"term", true, aName, func(f *file, n *yaml.Node, t *Term) { t.Term = f.name(n) }},
	{"avoid", false, avoidMap, func(f *file, n *yaml.Node, t *Term) {
		t.Avoid = make(map[string][]string)
		f.entries(n, func(key, value *yaml.Node) {
			if !f.language(key) {
				return
			}
			f.items(value, func(item *yaml.Node) {
				if wording := f.line(item); wording != "" {
					t.Avoid[key.Value] = append(t.Avoid[key.Value], wording)
				}
			})
		})
	}},
	{"text", true, aText, func(f *file, n *yaml.Node, t *Term) { t.Text = f.texts(n) }},
}

// readTerms reads content/terms.yaml.
func readTerms(name string, content []byte, langs []string) ([]*Term, diag.List) {
	f, root := parse(name, content)
	if root == nil {
		return nil, f.diags
	}
	f.langs = langs
	var terms []*Term
	ids := taken{}
	f.items(root, func(item *yaml.Node) {
		t := &Term{Pos: f.pos(item)}
		if termRecord.read(f, item, t) && ids.claim(f, t.ID, t.Pos) {
			terms = append(terms, t)
		}
	})
	return terms, f.diags
}

// readMoved reads content/moved.yaml.
func readMoved(name string, content []byte) ([]Moved, diag.List) {
	f, root := parse(name, content)
	if root == nil {
		return nil, f.diags
	}
	var moved []Moved
	f.entries(root, func(key, value *yaml.Node) {
		from, fromOK := f.address(key)
		to, toOK := f.address(value)
		if fromOK && toOK {
			moved = append(moved, Moved{Pos: f.pos(key), From: from, To: to, ToPos: f.pos(value)})
		}
	})
	return moved, f.diags
}

var addressPart = regexp.MustCompile(`^[A-Za-z0-9_~-]+([.A-Za-z0-9_~-]*[A-Za-z0-9_~-])?$`)

// address reads an address within the site and gives it the form
// "path/#anchor"; "" is the home page. What does not begin with the letters of
// a path part, such as "..", is none, because a file is written there.
func (f *file) address(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, diag.WantText)
		return "", false
	}
	page, anchor, hasAnchor := strings.Cut(n.Value, "#")
	page = strings.Trim(page, "/")
	ok := !strings.ContainsAny(anchor, " \t\n/\\\"<>") && (!hasAnchor || anchor != "")
	if page != "" {
		for part := range strings.SplitSeq(page, "/") {
			stem := strings.ToLower(strings.TrimSuffix(part, path.Ext(part)))
			ok = ok && addressPart.MatchString(part) && !windowsNames.MatchString(stem)
		}
		page += "/"
	}
	if !ok {
		f.add(diag.New(f.pos(n), diag.BadAddress, "address", short(n.Value)).Wanted("monitoring/#collection"))
		return "", false
	}
	if hasAnchor {
		return page + "#" + anchor, true
	}
	return page, true
}
