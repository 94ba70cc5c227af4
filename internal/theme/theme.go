// Package theme finds the files of a theme: those of the site first, then the
// embedded ones of the same name, one by one. A site changes a single layout,
// style sheet or word by putting that one file into themes/<name>/; nothing else
// has to be copied. A file there that overrides nothing is reported, since it
// is most likely misspelt.
//
// A theme is code: it is trusted, comes from the site's own folder alone, and
// is never read from an assessment or a document.
package theme

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gradus/internal/diag"
	"gradus/themes"
)

// Default is the theme that comes with Gradus.
const Default = "default"

// A Theme is the files of a theme.
type Theme struct {
	Name  string
	site  fs.FS // the site's own files of the theme; nil when it has none
	embed fs.FS
}

// Open finds the theme with a name for the site in a folder. The diagnostics
// name files that override nothing.
func Open(site fs.FS, name string) (*Theme, diag.List) {
	t := &Theme{Name: name}
	embedded := name
	if _, err := fs.Stat(themes.FS, name); err != nil {
		embedded = Default
	}
	t.embed, _ = fs.Sub(themes.FS, embedded)
	folder := path.Join("themes", name)
	if info, err := fs.Stat(site, folder); err == nil && info.IsDir() {
		t.site, _ = fs.Sub(site, folder)
	} else if embedded != name {
		return t, diag.List{diag.New(diag.Position{Path: "gradus.yaml"}, diag.ThemeMissing, "theme", name, "folder", folder)}
	}
	return t, t.strangers(folder)
}

// strangers reports the site's files that override nothing. New layouts,
// partials and words are a theme's own business; a style sheet or a script
// that nothing names would never be seen.
func (t *Theme) strangers(folder string) diag.List {
	if t.site == nil {
		return nil
	}
	known, err := files(t.embed)
	if err != nil {
		return nil
	}
	own, err := files(t.site)
	if err != nil {
		return diag.List{diag.New(diag.Position{Path: folder}, diag.ThemeUnreadable)}
	}
	var list diag.List
	for _, name := range own {
		if slices.Contains(known, name) || strings.HasPrefix(name, "i18n/") || strings.HasPrefix(name, "partials/") {
			continue
		}
		list = append(list, diag.New(diag.Position{Path: path.Join(folder, name)}, diag.ThemeStranger).Nearest(name, known))
	}
	return list
}

// files lists a tree's files, sorted, without hidden ones.
func files(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		hidden := strings.HasPrefix(path.Base(name), ".") && name != "."
		switch {
		case err != nil:
			return err
		case hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && d.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	return names, err
}

// Read returns the content of a file of the theme.
func (t *Theme) Read(name string) ([]byte, error) {
	if t.site != nil {
		content, err := fs.ReadFile(t.site, name)
		if !errors.Is(err, fs.ErrNotExist) {
			return content, err
		}
	}
	return fs.ReadFile(t.embed, name)
}

// ReadEmbedded returns the file that a site's own one hides; it fails with
// fs.ErrNotExist where there is none.
func (t *Theme) ReadEmbedded(name string) ([]byte, error) { return fs.ReadFile(t.embed, name) }

// Place is where a file of the theme stands, for diagnostics: in the site's
// folder, or in the embedded theme.
func (t *Theme) Place(name string) string { return path.Join("themes", t.Name, name) }

// List returns the names of the files below a folder of the theme, sorted,
// with those of the site and the embedded ones.
func (t *Theme) List(folder string) ([]string, error) {
	var all []string
	for _, fsys := range []fs.FS{t.embed, t.site} {
		if fsys == nil {
			continue
		}
		names, err := files(fsys)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if strings.HasPrefix(name, folder+"/") {
				all = append(all, name)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}
