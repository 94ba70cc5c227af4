package render

import (
	"html/template"
	"path"
	"regexp"
	"strconv"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/theme"
	"gradus/internal/words"
)

// layouts are the templates of one language, ready to be executed.
type layouts struct {
	byName map[string]*template.Template // "chapter", "scorecard", …
}

// baseLayout is the layout that the others fill; it defines "page".
const baseLayout = "layouts/base.html"

// A layoutFile is the text of one template file of a theme.
type layoutFile struct {
	name string // "layouts/chapter.html"
	pos  diag.Position
	text string
}

// readLayouts reads the theme's layouts and partials.
func readLayouts(t *theme.Theme) ([]layoutFile, diag.List) {
	var files []layoutFile
	var list diag.List
	for _, folder := range []string{"partials", "layouts"} {
		names, err := t.List(folder)
		if err != nil {
			list = append(list, diag.New(diag.Position{Path: t.Place(folder)}, diag.ThemeUnreadable))
		}
		for _, name := range names {
			pos := diag.Position{Path: t.Place(name)}
			content, err := t.Read(name)
			if err != nil {
				list = append(list, diag.New(pos, diag.ThemeLayout, "reason", err.Error()))
				continue
			}
			files = append(files, layoutFile{name, pos, string(content)})
		}
	}
	return files, list
}

// parseLayouts makes a template for each layout: partials and base layout, and
// the layout itself on top.
func parseLayouts(files []layoutFile, assets *Assets, w *words.Words) (*layouts, diag.List) {
	l := &layouts{byName: map[string]*template.Template{}}
	ground := template.New("").Option("missingkey=error").Funcs(l.funcs(assets, w))
	var list diag.List
	for _, f := range files {
		if f.name == baseLayout || strings.HasPrefix(f.name, "partials/") {
			if _, err := ground.New(f.name).Parse(f.text); err != nil {
				list = append(list, layoutError(f.pos, err))
			}
		}
	}
	if list.HasErrors() {
		return l, list
	}
	for _, f := range files {
		if f.name == baseLayout || !strings.HasPrefix(f.name, "layouts/") {
			continue
		}
		t, err := ground.Clone()
		if err == nil {
			_, err = t.New(f.name).Parse(f.text)
		}
		if err != nil {
			list = append(list, layoutError(f.pos, err))
			continue
		}
		l.byName[strings.TrimSuffix(path.Base(f.name), ".html")] = t
	}
	return l, list
}

// funcs are the functions that layouts can call. Those that write finished
// HTML stand in trusted.go.
func (l *layouts) funcs(assets *Assets, w *words.Words) template.FuncMap {
	return template.FuncMap{
		"t":        w.Text,
		"count":    func(key string, n int, pairs ...any) (string, error) { return w.Count(key, n, pairs...) },
		"date":     func(d maturity.Date) string { return w.Date(d) },
		"asset":    assets.path,
		"csp":      func() string { return contentSecurityPolicy },
		"markdown": l.markdown,
		"note":     note(w),
		"svg":      figure,
		"data":     data,
	}
}

// templatePlace is how html/template says where something is wrong.
var templatePlace = regexp.MustCompile(`^(?:html/)?template: ?([^:]+):(\d+)(?::(\d+))?: (.*)`)

// layoutError makes a diagnostic of a template's error.
func layoutError(pos diag.Position, err error) diag.Diagnostic {
	reason := err.Error()
	if m := templatePlace.FindStringSubmatch(reason); m != nil {
		pos.Line, _ = strconv.Atoi(m[2])
		if m[3] != "" {
			pos.Col, _ = strconv.Atoi(m[3])
			pos.Col++ // the template counts from 0
		}
		reason = m[4]
	}
	return diag.New(pos, diag.ThemeLayout, "reason", reason)
}

// PageError makes a diagnostic of an error of [Renderer.Page]: at the place in
// the layout where that is known.
func PageError(t *theme.Theme, page string, err error) diag.Diagnostic {
	reason := err.Error()
	if m := templatePlace.FindStringSubmatch(reason); m != nil {
		d := layoutError(diag.Position{Path: t.Place(m[1])}, err)
		return d.Hint(diag.HintPage, "page", page)
	}
	return diag.New(diag.Position{Path: page}, diag.PageFailed, "page", page, "reason", reason)
}
