package address

import (
	"errors"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
)

// A LinkKind is what a link leads to.
type LinkKind int

// The kinds of link.
const (
	ToURL        LinkKind = iota + 1 // an absolute http, https or mailto address: URL
	ToPage                           // a page or an anchor of the site: Lang, Path, Anchor
	ToFile                           // another file of the content tree, such as an image: Lang, Path
	ToCapability                     // capability:a.b.c
	ToLevel                          // level:a.b.c@3
	ToArea                           // area:a.b
	ToDomain                         // domain:a
	ToTerm                           // term:x
)

// A Link is a link target of a document, taken apart. It says where the author
// meant to go, not that there is such a place: package check finds out.
type Link struct {
	Kind   LinkKind
	URL    string // of ToURL
	ID     string // of ToCapability, ToLevel, ToArea, ToDomain, ToTerm
	Level  int    // of ToLevel
	Lang   string // of ToPage, ToFile: the language whose tree it is in
	Path   string // of ToPage: an address without anchor; of ToFile: a path below content/<lang>/
	Anchor string // of ToPage
}

// What can be wrong with a link, whatever the site holds.
var (
	ErrSyntax  = errors.New("not a link target")
	ErrScheme  = errors.New("a scheme that links do not use")
	ErrOutside = errors.New("leads out of the content tree")
)

// idSchemes are the schemes that name a record of the site.
var idSchemes = map[string]LinkKind{
	"capability": ToCapability, "level": ToLevel, "area": ToArea, "domain": ToDomain, "term": ToTerm,
}

// ParseLink takes a link target apart that stands in the document at file, a
// path such as "content/zh/guide/team.md", of a site in some languages.
//
// A relative target is read as a code host reads it, from the folder of the
// file: "method.md", "../../en/method.md#id", "./", "team/". A target that begins
// with "/" is an address from the root: "/teams/" in the document's own
// language, "/en/teams/" in another. Both may name a page by its file or by its
// address. The error is ErrSyntax, ErrScheme or ErrOutside.
func ParseLink(target, file string, languages []string) (Link, error) {
	scheme, rest, found := strings.Cut(target, ":")
	if !found || strings.ContainsAny(scheme, "/#?") {
		return parsePlace(target, file, languages)
	}
	if kind, ok := idSchemes[scheme]; ok {
		return parseID(kind, rest)
	}
	switch strings.ToLower(scheme) {
	case "http", "https":
		u, err := url.Parse(target)
		if err != nil || u.Host == "" || strings.ContainsFunc(target, isControl) {
			return Link{}, ErrSyntax
		}
		return Link{Kind: ToURL, URL: target}, nil
	case "mailto":
		if !strings.Contains(rest, "@") || strings.ContainsFunc(target, isControl) {
			return Link{}, ErrSyntax
		}
		return Link{Kind: ToURL, URL: target}, nil
	}
	return Link{}, ErrScheme
}

func parseID(kind LinkKind, id string) (Link, error) {
	link := Link{Kind: kind, ID: id}
	if kind == ToLevel {
		capability, level, found := strings.Cut(id, "@")
		n, err := strconv.Atoi(level)
		if !found || err != nil || strconv.Itoa(n) != level {
			return Link{}, ErrSyntax
		}
		link.ID, link.Level = capability, n
	}
	if link.ID == "" {
		return Link{}, ErrSyntax
	}
	return link, nil
}

// parsePlace reads a target without a scheme: a path, an anchor, or both.
func parsePlace(target, file string, languages []string) (Link, error) {
	place, anchor, hasAnchor := strings.Cut(target, "#")
	place, errPlace := url.PathUnescape(place)
	anchor, errAnchor := url.PathUnescape(anchor)
	lang, name, inContent := contentFile(file)
	switch {
	case errPlace != nil, errAnchor != nil, !inContent, target == "", hasAnchor && anchor == "",
		strings.HasPrefix(place, "//"), strings.ContainsAny(place, "?\\"), strings.ContainsFunc(place+anchor, isControl):
		return Link{}, ErrSyntax
	case place == "":
		return Link{Kind: ToPage, Lang: lang, Path: pageOf(name), Anchor: anchor}, nil
	}

	full := path.Join(lang, path.Dir(name), place)
	if root, ok := strings.CutPrefix(place, "/"); ok {
		full = path.Join(lang, root)
		if first, _, _ := strings.Cut(root, "/"); slices.Contains(languages, first) {
			full = path.Clean(root)
		}
	}
	lang, name, _ = strings.Cut(full, "/")
	if !slices.Contains(languages, lang) {
		return Link{}, ErrOutside
	}
	if isPage(place) {
		return Link{Kind: ToPage, Lang: lang, Path: pageOf(name), Anchor: anchor}, nil
	}
	return Link{Kind: ToFile, Lang: lang, Path: name}, nil
}

// isPage tells a page from another file: by ".md", by a slash at the end, or
// because nothing says that it is a file.
func isPage(place string) bool {
	switch base := path.Base(place); {
	case strings.HasSuffix(place, "/"), base == ".", base == "..":
		return true
	default:
		ext := path.Ext(base)
		return ext == "" || ext == ".md"
	}
}

// contentFile parts "content/zh/guide/team.md" into "zh" and "guide/team.md".
func contentFile(file string) (lang, name string, ok bool) {
	rest, inside := strings.CutPrefix(file, "content/")
	lang, name, cut := strings.Cut(rest, "/")
	return lang, name, inside && cut
}

// pageOf is the address of the page that a path below a language's folder
// names, by its file or already as an address.
func pageOf(file string) string {
	file = strings.TrimSuffix(file, ".md")
	if file == "index" {
		return Home
	}
	return folder(strings.TrimSuffix(file, "/index"))
}

// Address is where in the site the link leads, with its anchor, from the root
// of a language; "" and false for a link that leads to no page.
func (l Link) Address() (string, bool) {
	switch l.Kind {
	case ToPage:
		if l.Anchor != "" {
			return l.Path + "#" + l.Anchor, true
		}
		return l.Path, true
	case ToCapability:
		return Capability(l.ID), true
	case ToLevel:
		return Level(l.ID, l.Level), true
	case ToArea:
		return Area(l.ID), true
	case ToDomain:
		return Domain(l.ID), true
	case ToTerm:
		return Term(l.ID), true
	}
	return "", false
}

func isControl(r rune) bool { return r < ' ' || r >= 0x7F && r < 0xA0 }
