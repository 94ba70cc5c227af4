package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"

	"gradus/internal/diag"
	"gradus/internal/theme"
)

// assetsFolder is where a theme keeps its assets, and where they are published.
const assetsFolder = "assets"

// Assets are the style sheets, scripts and pictures of a theme. A published
// asset has a part of its content's hash in its name, so that a browser may
// keep it for ever.
type Assets struct {
	files map[string][]byte // by published path
	paths map[string]string // published path by name in the theme
}

// vendorFolder holds what comes from npm. It is published as it is: the
// checksums of its manifest are to hold for what readers get.
const vendorFolder = assetsFolder + "/vendor/"

// mediaTypes are those that get minified.
var mediaTypes = map[string]string{
	".css": "text/css", ".js": "application/javascript", ".json": "application/json", ".svg": "image/svg+xml",
}

// files minifies whole files; pages have a minifier of their own, which leaves
// the pictures and the data in them alone.
var files = newFileMinifier()

func newFileMinifier() *minify.M {
	m := minify.New()
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("application/javascript", js.Minify)
	m.AddFunc("application/json", json.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}

// Minify returns the content of a file without what only people who write it
// need. What kind of file it is, its name says; others come back as they are.
func Minify(name string, content []byte) ([]byte, error) {
	mediaType := mediaTypes[path.Ext(name)]
	if mediaType == "" {
		return content, nil
	}
	return files.Bytes(mediaType, content)
}

func loadAssets(t *theme.Theme) (*Assets, diag.List) {
	a := &Assets{files: map[string][]byte{}, paths: map[string]string{}}
	names, err := t.List(assetsFolder)
	if err != nil {
		return a, diag.List{diag.New(diag.Position{Path: t.Place(assetsFolder)}, diag.ThemeUnreadable)}
	}
	var list diag.List
	for _, name := range names {
		content, err := t.Read(name)
		if err == nil && !strings.HasPrefix(name, vendorFolder) {
			content, err = Minify(name, content)
		}
		if err != nil {
			list = append(list, diag.New(diag.Position{Path: t.Place(name)}, diag.ThemeAsset, "reason", err.Error()))
			continue
		}
		a.add(name, content)
	}
	return a, list
}

// add publishes an asset. Only what pages load gets a hash in its name;
// licences are found by the name they have.
func (a *Assets) add(name string, content []byte) {
	published := name
	switch ext := path.Ext(name); ext {
	case ".css", ".js", ".svg", ".png", ".webp", ".woff2":
		sum := sha256.Sum256(content)
		published = strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:4]) + ext
	}
	a.files[published] = content
	a.paths[strings.TrimPrefix(name, assetsFolder+"/")] = published
}

// path is the published path of an asset: "assets/style.1f2e3d4c.css".
func (a *Assets) path(name string) (string, error) {
	if p, ok := a.paths[name]; ok {
		return p, nil
	}
	return "", fmt.Errorf("the theme has no asset %q", name)
}
