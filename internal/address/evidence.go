package address

import (
	"errors"
	"net/netip"
	"net/url"
	"strings"
)

// MaxEvidence is how long an address given as evidence may be, in bytes.
const MaxEvidence = 2048

// What can be wrong with an address given as evidence.
var (
	ErrEvidenceLong    = errors.New("longer than 2,048 bytes")
	ErrEvidenceControl = errors.New("holds a control character, a space or a backslash")
	ErrEvidenceScheme  = errors.New("not an https address")
	ErrEvidenceUser    = errors.New("holds a user name or password")
	ErrEvidenceHost    = errors.New("names no host in ASCII letters")
	ErrEvidenceSyntax  = errors.New("not a valid address")
)

// Evidence judges an address that an assessment gives as evidence, which is
// hostile until shown harmless. It returns the address written anew from its
// parts, and the host that a reader is told; both are safe to put into a link.
// http passes, so that an intranet without https can be linked: whether to warn
// is the caller's choice.
//
// Every place that writes such a link calls Evidence itself: what was checked
// when a file was read says nothing about what reaches a page.
func Evidence(address string) (clean, host string, err error) {
	if len(address) > MaxEvidence {
		return "", "", ErrEvidenceLong
	}
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == '\\' || isControl(r) }) {
		return "", "", ErrEvidenceControl
	}
	scheme, _, found := strings.Cut(address, ":")
	if scheme = strings.ToLower(scheme); !found || scheme != "https" && scheme != "http" {
		return "", "", ErrEvidenceScheme
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return "", "", ErrEvidenceSyntax
	case u.User != nil:
		return "", "", ErrEvidenceUser
	case u.Opaque != "" || !isHost(u.Hostname()):
		return "", "", ErrEvidenceHost
	}
	u.Host = strings.ToLower(u.Host)
	clean = u.String()
	if len(clean) > MaxEvidence { // writing it anew may have escaped a lot
		return "", "", ErrEvidenceLong
	}
	return clean, u.Host, nil
}

// isHost reports whether s is an IP address or a name of ASCII letters,
// digits, hyphens and dots. A name in another script has to be given in its
// ASCII form (xn--…), where a look-alike cannot hide.
func isHost(s string) bool {
	if _, err := netip.ParseAddr(s); err == nil {
		return !strings.Contains(s, "%")
	}
	if s == "" || len(s) > 253 {
		return false
	}
	for label := range strings.SplitSeq(s, ".") {
		if label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-' {
			return false
		}
		for _, c := range []byte(label) {
			if !isLetterOrDigit(c) && c != '-' && c != '_' {
				return false
			}
		}
	}
	return true
}

func isLetterOrDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
