// Package htmltest asks pages of HTML by selector, in tests.
//
// A selector is a subset of CSS: names, "*", "#id", ".class", "[attribute]" and
// "[attribute=value]" joined to one another, and a space for "anywhere below":
// "main .figures dd", "a[rel=next]". Values stand without quotes.
package htmltest

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A Node is an element of a page, or the page itself.
type Node struct{ node *html.Node }

// Parse reads a page as a browser without scripts does, so that what stands in
// noscript is seen too.
func Parse(t testing.TB, page []byte) Node {
	t.Helper()
	root, err := html.ParseWithOptions(bytes.NewReader(page), html.ParseOptionEnableScripting(false))
	if err != nil {
		t.Fatal(err)
	}
	return Node{root}
}

// All returns the elements below n that match a selector, in reading order.
func (n Node) All(selector string) []Node {
	parts := strings.Fields(selector)
	var found []Node
	for d := range n.node.Descendants() {
		if matches(d, n.node, parts) {
			found = append(found, Node{d})
		}
	}
	return found
}

// One returns the only element that matches a selector, and ends the test when
// there is none or another.
func (n Node) One(t testing.TB, selector string) Node {
	t.Helper()
	found := n.All(selector)
	if len(found) != 1 {
		t.Fatalf("%d elements match %q, want one", len(found), selector)
	}
	return found[0]
}

// Texts returns the texts of the elements that match a selector.
func (n Node) Texts(selector string) []string {
	var texts []string
	for _, m := range n.All(selector) {
		texts = append(texts, m.Text())
	}
	return texts
}

// Text is what a reader sees of n: the text in it with single spaces, without
// scripts.
func (n Node) Text() string {
	var b strings.Builder
	for d := range n.node.Descendants() {
		if d.Type == html.TextNode && d.Parent.Data != "script" {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Source is the text directly in n, as a script has it.
func (n Node) Source() string {
	if n.node.FirstChild == nil {
		return ""
	}
	return n.node.FirstChild.Data
}

// Name is the name of the element: "a".
func (n Node) Name() string { return n.node.Data }

// Attr is the value of an attribute, "" where n has none of that name.
func (n Node) Attr(name string) string {
	value, _ := attribute(n.node, name)
	return value
}

// Attrs are all attributes, by name.
func (n Node) Attrs() map[string]string {
	all := map[string]string{}
	for _, a := range n.node.Attr {
		all[a.Key] = a.Val
	}
	return all
}

// matches reports whether an element matches the last part of a selector and
// elements above it, up to but not including root, match the parts before.
func matches(n, root *html.Node, parts []string) bool {
	last := len(parts) - 1
	if n.Type != html.ElementNode || !matchesPart(n, parts[last]) {
		return false
	}
	if last == 0 {
		return true
	}
	for above := n.Parent; above != nil && above != root; above = above.Parent {
		if matches(above, root, parts[:last]) {
			return true
		}
	}
	return false
}

func matchesPart(n *html.Node, part string) bool {
	name, rest := part, ""
	if i := strings.IndexAny(part, "#.["); i >= 0 {
		name, rest = part[:i], part[i:]
	}
	if name != "" && name != "*" && name != n.Data {
		return false
	}
	for rest != "" {
		mark, body := rest[0], rest[1:]
		end := strings.IndexAny(body, "#.[")
		if mark == '[' {
			end = strings.IndexByte(body, ']') + 1
		}
		if end < 0 {
			end = len(body)
		}
		if !matchesMark(n, mark, body[:end]) {
			return false
		}
		rest = body[end:]
	}
	return true
}

func matchesMark(n *html.Node, mark byte, body string) bool {
	switch mark {
	case '#':
		id, _ := attribute(n, "id")
		return id == body
	case '.':
		class, _ := attribute(n, "class")
		return slices.Contains(strings.Fields(class), body)
	}
	name, want, valued := strings.Cut(strings.TrimSuffix(body, "]"), "=")
	value, has := attribute(n, name)
	return has && (!valued || value == want)
}

func attribute(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}
