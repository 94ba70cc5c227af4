package address_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"gradus/internal/address"
)

func TestEvidence(t *testing.T) {
	for _, tt := range []struct{ address, clean, host string }{
		{"https://wiki.example.org/transport", "https://wiki.example.org/transport", "wiki.example.org"},
		{"HTTPS://Wiki.Example.ORG", "https://wiki.example.org", "wiki.example.org"},
		{"http://intranet:8080/a?b=c#d", "http://intranet:8080/a?b=c#d", "intranet:8080"},
		{"https://example.org/报告", "https://example.org/%E6%8A%A5%E5%91%8A", "example.org"},
		{"https://example.org/a\"onclick=x", "https://example.org/a%22onclick=x", "example.org"},
		{"https://xn--fiqs8s.example/", "https://xn--fiqs8s.example/", "xn--fiqs8s.example"},
		{"https://192.0.2.1/", "https://192.0.2.1/", "192.0.2.1"},
		{"https://[2001:db8::1]:443/", "https://[2001:db8::1]:443/", "[2001:db8::1]:443"},
		{"https://build_7.example.org/", "https://build_7.example.org/", "build_7.example.org"},
	} {
		clean, host, err := address.Evidence(tt.address)
		if err != nil || clean != tt.clean || host != tt.host {
			t.Errorf("Evidence(%q) = %q, %q, %v, want %q, %q", tt.address, clean, host, err, tt.clean, tt.host)
		}
	}
}

// The attacks are those of the threat model, row 2.
func TestEvidenceRefuses(t *testing.T) {
	for _, tt := range []struct {
		address string
		want    error
	}{
		{"", address.ErrEvidenceScheme},
		{"JaVaScRiPt:alert(1)", address.ErrEvidenceScheme},
		{"java\tscript:alert(1)", address.ErrEvidenceControl},
		{"javascript&colon;alert(1)", address.ErrEvidenceScheme},
		{"data:text/html,<script>", address.ErrEvidenceScheme},
		{"vbscript:x", address.ErrEvidenceScheme},
		{"blob:https://example.org/1", address.ErrEvidenceScheme},
		{"mailto:ops@example.org", address.ErrEvidenceScheme},
		{"//evil.example", address.ErrEvidenceScheme},
		{"/relative", address.ErrEvidenceScheme},
		{"\\\\evil.example", address.ErrEvidenceControl},
		{"https:\\\\evil.example", address.ErrEvidenceControl},
		{"https:evil", address.ErrEvidenceHost},
		{"https:/evil", address.ErrEvidenceHost},
		{"https://", address.ErrEvidenceHost},
		{"https://:443/", address.ErrEvidenceHost},
		{"https://a@b/", address.ErrEvidenceUser},
		{"https://example.org@evil.example/", address.ErrEvidenceUser},
		{"https://a:b@c/", address.ErrEvidenceUser},
		{"https://аpple.example/", address.ErrEvidenceHost},
		{"https://例子.example/", address.ErrEvidenceHost},
		{"https://-a.example/", address.ErrEvidenceHost},
		{"https://a..b/", address.ErrEvidenceHost},
		{"https://a!b/", address.ErrEvidenceHost},
		{"https://" + strings.Repeat("a", 64) + ".example/", address.ErrEvidenceHost},
		{"https://" + strings.Repeat("a.", 130) + "example/", address.ErrEvidenceHost},
		{"https://[fe80::1%25eth0]/", address.ErrEvidenceHost},
		{"https://a:port/", address.ErrEvidenceSyntax},
		{"https://a/%zz", address.ErrEvidenceSyntax},
		{"https://example.org/ ", address.ErrEvidenceControl},
		{"https://example.org/\u0085", address.ErrEvidenceControl},
		{"https://example.org/\x00", address.ErrEvidenceControl},
		{"https://example.org/" + strings.Repeat("x", address.MaxEvidence), address.ErrEvidenceLong},
		{"https://example.org/" + strings.Repeat("报", 600), address.ErrEvidenceLong}, // once it is written in ASCII
	} {
		clean, host, err := address.Evidence(tt.address)
		if !errors.Is(err, tt.want) || clean != "" || host != "" {
			t.Errorf("Evidence(%.60q) = %q, %q, %v, want %v", tt.address, clean, host, err, tt.want)
		}
	}
}

func FuzzEvidence(f *testing.F) {
	for _, s := range []string{"https://example.org/a?b#c", "http://[::1]:80/", "https:evil", "javascript:x", "https://a@b", "https://报.example/"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		clean, host, err := address.Evidence(s)
		if err != nil {
			return
		}
		u, err := url.Parse(clean)
		if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || u.Host != host || host == "" {
			t.Errorf("Evidence(%q) = %q, %q: %v", s, clean, host, err)
		}
		if strings.ContainsFunc(clean, func(r rune) bool { return r <= ' ' || r >= 0x7F || strings.ContainsRune(`"<>\`, r) }) {
			t.Errorf("Evidence(%q) = %q holds what could leave an attribute", s, clean)
		}
		if again, _, err := address.Evidence(clean); err != nil || again != clean {
			t.Errorf("Evidence(%q) = %q, %v: not the same a second time", clean, again, err)
		}
	})
}
