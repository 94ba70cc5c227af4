package build

import (
	"bytes"
	"io"
	"path/filepath"
	"strings"
	"sync"

	"gradus/internal/address"
	"gradus/internal/data"
	"gradus/internal/render"
	"gradus/internal/schema"
)

// addData adds the site's own data, for programs and spreadsheets.
func (s *Site) addData() {
	d := data.New(s.Source.Source, s.Source.AsOf)
	s.files[address.ModelData] = func() ([]byte, error) { return data.JSON(d.Model()) }
	for _, t := range d.Published() {
		s.files[address.TeamData(t.ID)] = func() ([]byte, error) { return data.JSON(d.Team(t)) }
		s.files[address.BadgeData(t.ID)] = func() ([]byte, error) { return data.JSON(d.Badge(t)) }
		s.files[address.BadgePicture(t.ID)] = func() ([]byte, error) { return d.Badge(t).SVG(), nil }
	}
	portfolio := sync.OnceValue(d.Portfolio) // three files are made of it
	s.files[address.PortfolioData] = func() ([]byte, error) { return data.JSON(portfolio()) }
	s.files[address.PortfolioCSV] = func() ([]byte, error) {
		return written(func(w io.Writer) error { return d.WriteCSV(w, portfolio()) })
	}
	s.files[address.PortfolioWorkbook] = func() ([]byte, error) {
		return written(func(w io.Writer) error { return d.WriteWorkbook(w, portfolio()) })
	}
	s.addSchemas()
	for path, made := range s.files {
		if ext := filepath.Ext(path); (ext == ".json" || ext == ".svg") && !strings.HasPrefix(path, "assets/") {
			s.files[path] = func() ([]byte, error) { return minified(path, made) }
		}
	}
}

// minified makes a file smaller. Schemas are written for people, and a program
// that reads them minds no line break less.
func minified(path string, made File) ([]byte, error) {
	content, err := made()
	if err != nil {
		return nil, err
	}
	return render.Minify(path, content)
}

// addSchemas adds the JSON Schemas of all files and data.
func (s *Site) addSchemas() {
	config := s.Source.Config
	for _, name := range schema.Names() {
		s.files[address.Schema(name)] = func() ([]byte, error) {
			of := schema.OfSite(name, s.Source.Model, config.Languages...)
			if config.BaseURL != "" {
				of.ID = config.BaseURL + address.Schema(name)
			}
			return of.JSON()
		}
	}
}

func written(write func(io.Writer) error) ([]byte, error) {
	var b bytes.Buffer
	err := write(&b)
	return b.Bytes(), err
}
