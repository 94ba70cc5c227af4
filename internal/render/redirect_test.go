package render

import (
	"strings"
	"testing"

	"gradus/internal/htmltest"
	"gradus/internal/site"
)

func TestRedirect(t *testing.T) {
	r := &Renderer{assets: &Assets{paths: map[string]string{"moved.js": "assets/moved.1f.js"}}}
	for _, tc := range []struct {
		from     string
		to       string
		portable bool
		want     string
	}{
		{"monitoring/collection/", "monitoring/#collection", false, "../#collection"},
		{"monitoring/collection/", "monitoring/#collection", true, "../index.html#collection"},
		{"how/", "", false, "../"},
		{"how/", "a/b/#<\"&", false, "../a/b/#%3C%22&"},
	} {
		content, err := r.Redirect(site.Redirect{From: tc.from, To: tc.to, Anchors: map[string]string{"old": "x/#</script>"}}, tc.portable)
		if err != nil {
			t.Fatal(err)
		}
		if want := `<noscript><meta http-equiv="refresh" content="0; url=` + strings.ReplaceAll(tc.want, "&", "&amp;") + `"></noscript>`; !strings.Contains(string(content), want) {
			t.Errorf("%s: without %s:\n%s", tc.from, want, content)
		}
		page := htmltest.Parse(t, content)
		if got := page.One(t, "a").Attr("href"); got != tc.want {
			t.Errorf("%s: link %q, want %q", tc.from, got, tc.want)
		}
		if policy := page.One(t, "meta[http-equiv=Content-Security-Policy]").Attr("content"); !strings.HasPrefix(policy, "default-src 'none'") {
			t.Error(policy)
		}
		scripts := page.All("script")
		if len(scripts) != 2 || strings.Contains(scripts[0].Source(), "<") || !strings.Contains(scripts[0].Source(), `"old":`) {
			t.Errorf("scripts: %v", scripts)
		}
	}
}
