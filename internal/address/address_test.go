package address_test

import (
	"net/url"
	"slices"
	"testing"

	"gradus/internal/address"
)

func TestAddresses(t *testing.T) {
	for _, tt := range []struct{ got, want string }{
		{address.Home, ""},
		{address.Chapter(""), ""},
		{address.Chapter("guide/team"), "guide/team/"},
		{address.Domain("monitoring"), "monitoring/"},
		{address.Area("monitoring.collection"), "monitoring/#collection"},
		{address.AreaAnchor("monitoring.collection"), "collection"},
		{address.AreaRedirect("monitoring.collection"), "monitoring/collection/"},
		{address.Capability("monitoring.collection.service"), "monitoring/collection/service/"},
		{address.Level("monitoring.collection.service", 3), "monitoring/collection/service/#l3"},
		{address.NextStep("monitoring.collection.service", 2), "monitoring/collection/service/#from-2"},
		{address.Criterion("monitoring.collection.service", "disk-buffer"), "monitoring/collection/service/#c-disk-buffer"},
		{address.Term("slo"), "glossary/#t-slo"},
		{address.Team("payments"), "teams/payments/"},
		{address.Assessment("payments", "2026-10-31-spring"), "teams/payments/2026-10-31-spring/"},
		{address.Group("commerce/checkout"), "groups/commerce/checkout/"},
		{address.Round("2026h2"), "rounds/2026h2/"},
		{address.In("zh", []string{"zh", "en"}, "teams/"), "teams/"},
		{address.In("en", []string{"zh", "en"}, "teams/"), "en/teams/"},
		{address.In("en", nil, ""), ""},
		{address.File(""), "index.html"},
		{address.File("en/"), "en/index.html"},
		{address.File("monitoring/#collection"), "monitoring/index.html"},
		{address.File("api/v1/model.json"), "api/v1/model.json"},
	} {
		if tt.got != tt.want {
			t.Errorf("got %q, want %q", tt.got, tt.want)
		}
	}
}

func TestReservedIsSorted(t *testing.T) {
	reserved := address.Reserved()
	if !slices.IsSorted(reserved) {
		t.Errorf("not sorted: %q", reserved)
	}
	reserved[0] = "changed"
	if address.Reserved()[0] == "changed" {
		t.Error("a caller can change what is reserved")
	}
}

func TestRelative(t *testing.T) {
	for _, tt := range []struct{ from, to, want, portable string }{
		{"", "", "./", "index.html"},
		{"", "teams/", "teams/", "teams/index.html"},
		{"teams/", "", "../", "../index.html"},
		{"teams/payments/", "", "../../", "../../index.html"},
		{"teams/payments/", "teams/", "../", "../index.html"},
		{"teams/payments/", "teams/platform/", "../platform/", "../platform/index.html"},
		{"teams/", "teams/payments/", "payments/", "payments/index.html"},
		{"teams/payments/", "monitoring/#collection", "../../monitoring/#collection", "../../monitoring/index.html#collection"},
		{"monitoring/", "monitoring/#collection", "#collection", "#collection"},
		{"monitoring/#x", "monitoring/#y", "#y", "#y"},
		{"monitoring/", "monitoring/", "./", "index.html"},
		{"", "#top", "#top", "#top"},
		{"a/", "#top", "../#top", "../index.html#top"},
		{"a/b/", "api/v1/model.json", "../../api/v1/model.json", "../../api/v1/model.json"},
		{"", "feed.xml", "feed.xml", "feed.xml"},
		{"404.html", "a/", "a/", "a/index.html"},
		{"a/", "en/a/", "../en/a/", "../en/a/index.html"},
		{"en/a/", "a/", "../../a/", "../../a/index.html"},
		{"teams/", "teamsters/", "../teamsters/", "../teamsters/index.html"},
		{"", "a:b/", "./a:b/", "./a:b/index.html"},
		{"", "a b/#50%", "a%20b/#50%25", "a%20b/index.html#50%25"},
		{"", "method/#评分", "method/#评分", "method/index.html#评分"},
	} {
		if got := address.Relative(tt.from, tt.to, false); got != tt.want {
			t.Errorf("Relative(%q, %q) = %q, want %q", tt.from, tt.to, got, tt.want)
		}
		if got := address.Relative(tt.from, tt.to, true); got != tt.portable {
			t.Errorf("Relative(%q, %q, portable) = %q, want %q", tt.from, tt.to, got, tt.portable)
		}
	}
}

// A browser that follows the link from a page arrives at the other one, whatever
// path the site is put at.
func TestRelativeAsABrowserFollowsIt(t *testing.T) {
	pages := []string{"", "a/", "a/b/", "a/b/c/", "b/", "en/", "en/a/b/", "feed.xml", "a/x.json", "a/#s", "#s"}
	for _, base := range []string{"https://example.org/", "https://example.org/some/path/"} {
		for _, from := range pages {
			for _, to := range pages {
				here, err := url.Parse(base + from)
				if err != nil {
					t.Fatal(err)
				}
				link := address.Relative(from, to, false)
				there, err := here.Parse(link)
				if err != nil {
					t.Fatal(err)
				}
				if there.String() != base+to {
					t.Errorf("from %q the link %q leads to %q, want %q", from, link, there, base+to)
				}
			}
		}
	}
}
