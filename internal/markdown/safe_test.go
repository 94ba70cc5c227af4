package markdown

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"gradus/internal/diag"
)

// What may come out of an author's text, whatever goes in. Everything else is
// a hole. The lists are written down here on their own, so that they do not
// share a mistake with the code.
var (
	safeElements = strings.Fields(`html figure figcaption head body p h2 h3 h4 h5 h6 a img em strong del code pre span sup hr br
		ul ol li dl dt dd blockquote div section table caption thead tbody tr th td`)
	safeAttributes = strings.Fields(`id class href src alt title rel role aria-label tabindex scope start loading width height`)
	safeSchemes    = []string{"", "http", "https", "mailto"}
)

// checkSafe parses HTML as a browser does, and fails on anything but what is safe.
func checkSafe(t testing.TB, out string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatalf("not HTML: %v\n%s", err, out)
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if !slices.Contains(safeElements, n.Data) || n.Namespace != "" {
			t.Fatalf("element %q in\n%s", n.Data, out)
		}
		for _, a := range n.Attr {
			if !slices.Contains(safeAttributes, a.Key) || a.Namespace != "" {
				t.Fatalf("attribute %q of %q in\n%s", a.Key, n.Data, out)
			}
			if a.Key == "href" || a.Key == "src" {
				checkAddress(t, n.Data, a.Val)
			}
		}
	}
}

// checkAddress reads an address as the URL standard tells browsers to: spaces
// and controls at the ends go, tabs and line ends go anywhere, backslashes
// count as slashes.
func checkAddress(t testing.TB, element, address string) {
	t.Helper()
	seen := strings.TrimFunc(address, func(r rune) bool { return r <= ' ' })
	seen = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(seen)
	if strings.HasPrefix(seen, "//") {
		t.Fatalf("address %q of %q leads to another host", address, element)
	}
	u, err := url.Parse(seen)
	if err != nil {
		if before, _, found := strings.Cut(seen, ":"); found && !strings.ContainsAny(before, "/?#") {
			t.Fatalf("address %q of %q: %v", address, element, err)
		}
		return
	}
	if !slices.Contains(safeSchemes, strings.ToLower(u.Scheme)) || u.User != nil {
		t.Fatalf("address %q of %q", address, element)
	}
	if element == "img" && u.Scheme != "" {
		t.Fatalf("image from %q", address)
	}
}

func seeds(f *testing.F) {
	for _, file := range []string{"chinese", "blocks", "headings", "links", "hostile", "note"} {
		for _, c := range readCases(f, "testdata/"+file+".txt") {
			f.Add(c.markdown)
		}
	}
}

func FuzzDocument(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		d, found := Parse([]byte(src), diag.Position{Path: "a.md", Line: 1})
		for _, x := range found {
			if x.Message == diag.MarkdownUnreadable {
				t.Fatal("something has panicked")
			}
			if !x.Pos.IsValid() || x.Pos.Line < 1 || x.Pos.Col < 1 {
				t.Fatalf("no place: %v", x)
			}
		}
		out := render(t, d, Resolver{Word: english})
		checkSafe(t, out)
		checkIDs(t, out)
		if again := render(t, d, Resolver{Word: english}); again != out {
			t.Fatal("a second time it comes out otherwise")
		}
		for _, s := range d.Sections() {
			if s.Heading < -1 || s.Heading >= len(d.Headings) || s.Text == "" {
				t.Fatalf("section %+v of %d headings", s, len(d.Headings))
			}
		}
	})
}

// checkIDs fails when two elements share an id, or a link of the page leads nowhere.
func checkIDs(t testing.TB, out string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(out))
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			if a.Key != "id" {
				continue
			}
			if ids[a.Val] {
				t.Fatalf("two elements with the id %q in\n%s", a.Val, out)
			}
			ids[a.Val] = true
		}
	}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode || n.Data != "a" || !slices.ContainsFunc(n.Attr, func(a html.Attribute) bool {
			return a.Key == "class" && (a.Val == "anchor" || a.Val == "footnote-back") || a.Key == "role" && a.Val == "doc-noteref"
		}) {
			continue
		}
		for _, a := range n.Attr {
			if a.Key == "href" && !ids[strings.TrimPrefix(a.Val, "#")] {
				t.Fatalf("%q leads nowhere in\n%s", a.Val, out)
			}
		}
	}
}

func FuzzNote(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, src string) {
		n, found := ParseNote(src, diag.Position{Path: "a.yaml", Line: 3, Col: 9})
		for _, x := range found {
			if x.Message == diag.MarkdownUnreadable {
				t.Fatal("something has panicked")
			}
		}
		out := n.HTML(english)
		checkSafe(t, out)
		root, err := html.Parse(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		for e := range root.Descendants() {
			if slices.Contains(strings.Fields("img table h2 h3 h4 h5 h6 blockquote hr dl"), e.Data) && e.Type == html.ElementNode {
				t.Fatalf("a note holds %q:\n%s", e.Data, out)
			}
		}
		if isPlain(src) {
			c := compile([]byte(src), diag.Position{}, true)
			if slow := c.program(); slow.html != out || len(slow.ops) > 0 || string(c.plain) != n.Text() {
				t.Fatalf("the short way writes %q, the long way %q", out, slow.html)
			}
		}
	})
}
