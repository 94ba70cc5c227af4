package render

import (
	"path"
	"regexp"
	"testing"
	"testing/fstest"

	"gradus/internal/diag"
	"gradus/internal/theme"
)

func assetsOf(t *testing.T, files fstest.MapFS) *Assets {
	t.Helper()
	th, _ := theme.Open(files, theme.Default)
	assets, problems := loadAssets(th)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return assets
}

var hashed = regexp.MustCompile(`^assets/(vendor/)?[a-z.-]+\.[0-9a-f]{8}\.(css|js|svg)$`)

// What pages load has a name that changes with its content; licences keep theirs.
func TestAssetNames(t *testing.T) {
	assets := assetsOf(t, fstest.MapFS{})
	for _, name := range []string{"style.css", "site.js", "scheme.js", "charts.js", "icon.svg", "vendor/echarts.min.js"} {
		published, err := assets.path(name)
		if err != nil || !hashed.MatchString(published) || assets.files[published] == nil {
			t.Errorf("%s is published as %q, %v", name, published, err)
		}
	}
	if published, err := assets.path("vendor/echarts.LICENSE.txt"); err != nil || published != "assets/vendor/echarts.LICENSE.txt" {
		t.Errorf("a licence is published as %q, %v", published, err)
	}
	for published := range assets.files {
		if path.Ext(published) == ".js" && !hashed.MatchString(published) {
			t.Errorf("%s has no hash", published)
		}
	}

	own := assetsOf(t, fstest.MapFS{"themes/default/assets/style.css": {Data: []byte("a { color: red }\n")}})
	before, _ := assets.path("style.css")
	after, _ := own.path("style.css")
	if before == after || string(own.files[after]) != "a{color:red}" {
		t.Errorf("a site's own style sheet: %s, then %s: %s", before, after, own.files[after])
	}
	if _, err := own.path("none.css"); err == nil {
		t.Error("an asset that is not there")
	}
}

// Scripts are minified and keep the comments that licences ask for. What comes
// from npm is published byte for byte: its manifest holds the checksums.
func TestScripts(t *testing.T) {
	script := "/*! keep */ var a = 1 ;\n// a word to the reader of the source\n"
	assets := assetsOf(t, fstest.MapFS{
		"themes/default/assets/site.js":               {Data: []byte(script)},
		"themes/default/assets/vendor/echarts.min.js": {Data: []byte(script)},
	})
	for name, want := range map[string]string{"site.js": "/*! keep */var a=1", "vendor/echarts.min.js": script} {
		published, _ := assets.path(name)
		if got := string(assets.files[published]); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestBrokenAsset(t *testing.T) {
	th, _ := theme.Open(fstest.MapFS{"themes/default/assets/icon.svg": {Data: []byte("<svg><")}}, theme.Default)
	if _, problems := loadAssets(th); len(problems) != 0 {
		if problems[0].Pos.Path != "themes/default/assets/icon.svg" || problems[0].Message != diag.ThemeAsset {
			t.Errorf("problems: %v", problems)
		}
	}
}
