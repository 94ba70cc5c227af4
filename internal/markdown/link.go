package markdown

import (
	"net/url"
	"slices"
	"strings"
	"unicode"

	"gradus/internal/diag"
)

// siteSchemes are those that name a record of the site; a [Resolver] makes
// addresses of them.
var siteSchemes = []string{"capability", "level", "area", "domain", "term"}

// maxAddress is the length in bytes beyond which an address is refused.
const maxAddress = 2048

// scheme returns what stands before the first colon of an address, in lower
// case, if that colon makes a scheme of it; relative addresses have none.
func scheme(address string) (string, bool) {
	i := strings.IndexAny(address, ":/?#")
	if i < 0 || address[i] != ':' {
		return "", false
	}
	return strings.ToLower(address[:i]), true
}

func hasWebScheme(address string) bool {
	s, ok := scheme(address)
	return ok && (s == "http" || s == "https")
}

func isSiteScheme(address string) bool {
	s, ok := scheme(address)
	return ok && slices.Contains(siteSchemes, s)
}

// addressFault returns what is wrong with an address, or nil: the rule is a
// list of what is allowed. Relative addresses are, and so are http, https,
// mailto and the schemes named beside them. A relative address may hold a
// space, as the name of a file may.
func addressFault(address string, also []string) *diag.Message {
	s, absolute := scheme(address)
	switch {
	case address == "":
		return diag.LinkEmpty
	case len(address) > maxAddress:
		return diag.LinkLong
	case strings.ContainsFunc(address, breaksAddress), absolute && strings.Contains(address, " "):
		return diag.LinkCharacter
	case !absolute && strings.HasPrefix(address, "//"):
		return diag.LinkHost
	case !absolute, s == "mailto", slices.Contains(also, s):
		return nil
	case s == "http", s == "https":
		return webFault(address)
	}
	return diag.LinkScheme
}

// webFault is addressFault for http and https.
func webFault(address string) *diag.Message {
	u, err := url.Parse(address)
	switch {
	case err == nil && u.User != nil:
		return diag.LinkUser
	case err != nil, u.Hostname() == "", strings.ContainsFunc(u.Host, breaksHost):
		return diag.LinkHost
	}
	return nil
}

// breaksHost tells the characters that the name of a host, with its port, does
// not have. Names in other scripts are written in their ASCII form, so that
// none can look like another.
func breaksHost(r rune) bool {
	return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-._:[]", r)
}

// breaksAddress tells the characters that browsers drop or turn into others,
// so that an address would not lead where it seems to.
func breaksAddress(r rune) bool {
	return r < ' ' || r == '\\' || unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) ||
		r >= 0x200B && r <= 0x200F || r == 0x2028 || r == 0x2029 || r == 0xFEFF
}

// linkFault returns what is wrong with a link or image of a document, or nil.
func linkFault(l Link) *diag.Message {
	if m := addressFault(l.Target, siteSchemes); m != nil {
		return m
	}
	if _, absolute := scheme(l.Target); l.Image && absolute {
		return diag.ImageExternal
	}
	return nil
}

// noteLinkFault returns what is wrong with a link of a note, or nil: only http
// and https are allowed there.
func noteLinkFault(l Link) *diag.Message {
	if l.Target != "" && !hasWebScheme(l.Target) {
		return diag.NoteLink
	}
	return addressFault(l.Target, nil)
}
