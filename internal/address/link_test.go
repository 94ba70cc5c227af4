package address_test

import (
	"errors"
	"strings"
	"testing"

	"gradus/internal/address"
)

var languages = []string{"zh", "en"}

func TestParseLink(t *testing.T) {
	page := func(lang, path, anchor string) address.Link {
		return address.Link{Kind: address.ToPage, Lang: lang, Path: path, Anchor: anchor}
	}
	const file = "content/zh/guide/team.md"
	for _, tt := range []struct {
		target, file string
		want         address.Link
		addr         string
	}{
		{"capability:a.b.c", file, address.Link{Kind: address.ToCapability, ID: "a.b.c"}, "a/b/c/"},
		{"level:a.b.c@3", file, address.Link{Kind: address.ToLevel, ID: "a.b.c", Level: 3}, "a/b/c/#l3"},
		{"area:a.b", file, address.Link{Kind: address.ToArea, ID: "a.b"}, "a/#b"},
		{"domain:a", file, address.Link{Kind: address.ToDomain, ID: "a"}, "a/"},
		{"term:slo", file, address.Link{Kind: address.ToTerm, ID: "slo"}, "glossary/#t-slo"},

		{"lead.md", file, page("zh", "guide/lead/", ""), "guide/lead/"},
		{"./lead.md", file, page("zh", "guide/lead/", ""), "guide/lead/"},
		{"lead.md#roles", file, page("zh", "guide/lead/", "roles"), "guide/lead/#roles"},
		{"lead/", file, page("zh", "guide/lead/", ""), "guide/lead/"},
		{"lead", file, page("zh", "guide/lead/", ""), "guide/lead/"},
		{"../method.md", file, page("zh", "method/", ""), "method/"},
		{"../", file, page("zh", "", ""), ""},
		{"..", file, page("zh", "", ""), ""},
		{"./", file, page("zh", "guide/", ""), "guide/"},
		{".", file, page("zh", "guide/", ""), "guide/"},
		{"index.md", file, page("zh", "guide/", ""), "guide/"},
		{"../index.md#top", file, page("zh", "", "top"), "#top"},
		{"../../en/method.md", file, page("en", "method/", ""), "method/"},
		{"../../en/", file, page("en", "", ""), ""},
		{"#roles", file, page("zh", "guide/team/", "roles"), "guide/team/#roles"},
		{"#roles", "content/en/index.md", page("en", "", "roles"), "#roles"},
		{"#%E8%A7%92%E8%89%B2", file, page("zh", "guide/team/", "角色"), "guide/team/#角色"},
		{"/", file, page("zh", "", ""), ""},
		{"/teams/", file, page("zh", "teams/", ""), "teams/"},
		{"/teams", file, page("zh", "teams/", ""), "teams/"},
		{"/method.md", file, page("zh", "method/", ""), "method/"},
		{"/en/", file, page("en", "", ""), ""},
		{"/en/teams/", file, page("en", "teams/", ""), "teams/"},
		{"a%20b.md", file, page("zh", "guide/a b/", ""), "guide/a b/"},
	} {
		got, err := address.ParseLink(tt.target, tt.file, languages)
		if err != nil || got != tt.want {
			t.Errorf("ParseLink(%q, %q) = %+v, %v, want %+v", tt.target, tt.file, got, err, tt.want)
			continue
		}
		if addr, ok := got.Address(); !ok || addr != tt.addr {
			t.Errorf("the address of %q is %q, %v, want %q", tt.target, addr, ok, tt.addr)
		}
	}
}

func TestParseLinkOutOfThePages(t *testing.T) {
	for _, tt := range []struct {
		target string
		want   address.Link
	}{
		{"https://example.org/x?y#z", address.Link{Kind: address.ToURL, URL: "https://example.org/x?y#z"}},
		{"HTTP://example.org", address.Link{Kind: address.ToURL, URL: "HTTP://example.org"}},
		{"mailto:ops@example.org", address.Link{Kind: address.ToURL, URL: "mailto:ops@example.org"}},
		{"img/a.png", address.Link{Kind: address.ToFile, Lang: "zh", Path: "guide/img/a.png"}},
		{"../../en/a.svg", address.Link{Kind: address.ToFile, Lang: "en", Path: "a.svg"}},
	} {
		got, err := address.ParseLink(tt.target, "content/zh/guide/team.md", languages)
		if err != nil || got != tt.want {
			t.Errorf("ParseLink(%q) = %+v, %v, want %+v", tt.target, got, err, tt.want)
		}
		if addr, ok := got.Address(); ok {
			t.Errorf("%q has the address %q", tt.target, addr)
		}
	}
}

func TestParseLinkRefuses(t *testing.T) {
	const file = "content/zh/guide/team.md"
	for _, tt := range []struct {
		target, file string
		want         error
	}{
		{"", file, address.ErrSyntax},
		{"#", file, address.ErrSyntax},
		{"capability:", file, address.ErrSyntax},
		{"level:a.b.c", file, address.ErrSyntax},
		{"level:a.b.c@", file, address.ErrSyntax},
		{"level:a.b.c@03", file, address.ErrSyntax},
		{"level:@3", file, address.ErrSyntax},
		{"https://", file, address.ErrSyntax},
		{"https:evil", file, address.ErrSyntax},
		{"https://a b/", file, address.ErrSyntax},
		{"https://example.org/\u0085", file, address.ErrSyntax},
		{"mailto:", file, address.ErrSyntax},
		{"//evil.example/", file, address.ErrSyntax},
		{"\\\\evil.example", file, address.ErrSyntax},
		{"a%zz.md", file, address.ErrSyntax},
		{"#%zz", file, address.ErrSyntax},
		{"a%00.md", file, address.ErrSyntax},
		{"teams/?q=1", file, address.ErrSyntax},
		{"method.md", "README.md", address.ErrSyntax},
		{"method.md", "content/moved.yaml", address.ErrSyntax},
		{"javascript:alert(1)", file, address.ErrScheme},
		{"JavaScript:alert(1)", file, address.ErrScheme},
		{"data:text/html,x", file, address.ErrScheme},
		{"../../../model/model.yaml", file, address.ErrOutside},
		{"../../model.md", file, address.ErrOutside},
		{"../../", file, address.ErrOutside},
		{"../../fr/a.md", file, address.ErrOutside},
		{"%2e%2e/%2e%2e/%2e%2e/etc/passwd", file, address.ErrOutside},
		{"/../fr/", file, address.ErrOutside},
	} {
		if got, err := address.ParseLink(tt.target, tt.file, languages); !errors.Is(err, tt.want) {
			t.Errorf("ParseLink(%q, %q) = %+v, %v, want %v", tt.target, tt.file, got, err, tt.want)
		}
	}
}

func FuzzParseLink(f *testing.F) {
	for _, target := range []string{"lead.md#x", "../../en/", "/en/../..", "level:a@1", "%2e%2e/%2e%2e/x", "https://a/", "a\\b"} {
		f.Add(target)
	}
	f.Fuzz(func(t *testing.T, target string) {
		link, err := address.ParseLink(target, "content/zh/guide/team.md", languages)
		if err != nil {
			return
		}
		for _, part := range strings.Split(link.Path, "/") {
			if part == ".." || part == "." {
				t.Errorf("%q leads out of the site: %+v", target, link)
			}
		}
		if link.Kind == address.ToURL && !strings.HasPrefix(strings.ToLower(link.URL), "http") &&
			!strings.HasPrefix(strings.ToLower(link.URL), "mailto:") {
			t.Errorf("%q passes as an address of the web", target)
		}
	})
}
