// Package address knows where every page and every anchor of a site lives.
//
// An address is written from the root of one language: no leading slash, a
// slash at the end, an anchor where there is one: "", "teams/payments/",
// "monitoring/#collection". A file that is no page has no slash at the end:
// "api/v1/model.json". [In] puts an address into its language, [Relative] makes
// the link from one page to another, and [File] names the file that is written.
// A link as an author wrote it is a [Link]; an address given as evidence
// passes through [Evidence].
//
// All functions are pure. Addresses are promises to readers: they change only
// with a version.
package address

import (
	"slices"
	"strconv"
	"strings"
)

// The pages that every site has.
const (
	Home     = ""
	Teams    = "teams/"
	Groups   = "groups/" // leads to the list in Teams, and so does Rounds
	Rounds   = "rounds/"
	Glossary = "glossary/"
	Assess   = "assess/"
	Compare  = "compare/"
	Changes  = "changes/"
	Search   = "search/"
	Print    = "print/"
)

// reserved are the first parts of addresses that Gradus itself uses, now or in
// a version that is planned.
var reserved = []string{
	"404.html", "api", "assess", "assets", "badges", "changes", "compare", "default",
	"feed.xml", "glossary", "groups", "index.html", "model", "print", "robots.txt",
	"rounds", "schema", "search", "sitemap.xml", "teams", "versions",
}

// Reserved returns the first parts of addresses that no chapter and no domain
// can have, sorted. The languages of a site come on top.
func Reserved() []string { return slices.Clone(reserved) }

// Chapter is the address of a document: its path below the language's folder.
func Chapter(path string) string { return folder(path) }

// Domain is the address of a domain's page.
func Domain(id string) string { return folder(id) }

// Area is the address of an area, a section of its domain's page. The id is
// the full one, "monitoring.collection".
func Area(id string) string {
	domain, _, _ := strings.Cut(id, ".")
	return Domain(domain) + "#" + AreaAnchor(id)
}

// AreaAnchor is the anchor of an area on its domain's page: the last part of its id.
func AreaAnchor(id string) string { return id[strings.LastIndexByte(id, '.')+1:] }

// AreaRedirect is the address that leads on to [Area].
func AreaRedirect(id string) string { return dotted(id) }

// Capability is the address of a capability, by its full id "a.b.c".
func Capability(id string) string { return dotted(id) }

// Level is the address of one level of a capability.
func Level(capability string, level int) string {
	return Capability(capability) + "#" + LevelAnchor(level)
}

// LevelAnchor is the anchor of a level on its capability's page: "l3".
func LevelAnchor(level int) string { return "l" + strconv.Itoa(level) }

// NextStep is the address of what leads from one level of a capability to the
// next.
func NextStep(capability string, from int) string {
	return Capability(capability) + "#" + NextStepAnchor(from)
}

// NextStepAnchor is the anchor of what leads on from a level: "from-2".
func NextStepAnchor(from int) string { return "from-" + strconv.Itoa(from) }

// Criterion is the address of one criterion of a capability.
func Criterion(capability, id string) string {
	return Capability(capability) + "#" + CriterionAnchor(id)
}

// CriterionAnchor is the anchor of a criterion on its capability's page: "c-disk-buffer".
func CriterionAnchor(id string) string { return "c-" + id }

// Term is the address of a term in the glossary.
func Term(id string) string { return Glossary + "#" + TermAnchor(id) }

// TermAnchor is the anchor of a term in the glossary: "t-slo".
func TermAnchor(id string) string { return "t-" + id }

// Team is the address of a team's newest scorecard.
func Team(id string) string { return Teams + folder(id) }

// TeamsPage is the address of a part of a portfolio with very many teams, from
// 1. No team's address is one of them: assessments are named by dates.
func TeamsPage(n int) string {
	if n < 2 {
		return Teams
	}
	return Teams + "page/" + strconv.Itoa(n) + "/"
}

// Assessment is the address of the scorecard of one assessment; the key is its
// date with "-label" where there is one.
func Assessment(team, key string) string { return Team(team) + folder(key) }

// Group is the address of a group of teams, by its path "commerce/checkout".
func Group(path string) string { return Groups + folder(path) }

// Round is the address of an assessment round.
func Round(id string) string { return Rounds + folder(id) }

func dotted(id string) string { return folder(strings.ReplaceAll(id, ".", "/")) }

func folder(path string) string {
	if path == "" {
		return Home
	}
	return path + "/"
}

// Prefix is what stands before every address of a language: nothing for the
// first of a site's languages, which lives at the root, "en/" for another.
func Prefix(lang string, languages []string) string {
	if len(languages) == 0 || lang == languages[0] {
		return ""
	}
	return lang + "/"
}

// In returns the address of a page in a language, from the root of the site.
func In(lang string, languages []string, addr string) string {
	return Prefix(lang, languages) + addr
}

// Split parts an address from its anchor, which is "" where there is none.
func Split(addr string) (page, anchor string) {
	page, anchor, _ = strings.Cut(addr, "#")
	return page, anchor
}

// File is the file in which a page is written: "a/b/index.html" for "a/b/".
func File(addr string) string {
	page, _ := Split(addr)
	if isFolder(page) {
		return page + "index.html"
	}
	return page
}

func isFolder(page string) bool { return page == "" || strings.HasSuffix(page, "/") }

// Relative returns the link from the page at one address to another, both from
// the root of the site. It works under any path the site may be put at. A
// portable link names index.html, so that it works from a folder without a server.
func Relative(from, to string, portable bool) string {
	fromPage, _ := Split(from)
	toPage, anchor := Split(to)
	if anchor != "" {
		anchor = "#" + escape(anchor)
	}
	if fromPage == toPage && anchor != "" {
		return anchor
	}
	link := escape(walk(fromPage, toPage))
	if portable && isFolder(toPage) {
		link += "index.html"
	}
	if link == "" {
		link = "./"
	}
	return link + anchor
}

// walk is the way from the folder of one page to another, "" for a page to itself.
func walk(from, to string) string {
	here := strings.Split(from, "/")
	there := strings.Split(to, "/")
	here = here[:len(here)-1] // what follows the last slash is not part of the folder
	same := 0
	for same < len(here) && same < len(there)-1 && here[same] == there[same] {
		same++
	}
	way := strings.Repeat("../", len(here)-same) + strings.Join(there[same:], "/")
	if first, _, _ := strings.Cut(way, "/"); strings.Contains(first, ":") {
		way = "./" + way // else the part before the colon reads as a scheme
	}
	return way
}

// escape writes what has a meaning of its own in a link as %XX. Letters of
// other scripts stay readable: HTML allows them.
func escape(s string) string {
	if !strings.ContainsFunc(s, special) {
		return s
	}
	const digits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; special(rune(c)) {
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

func special(r rune) bool {
	return r <= ' ' || r == 0x7F || (r < 0x80 && strings.ContainsRune("\"#%<>?[\\]^`{|}", r))
}
