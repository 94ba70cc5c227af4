package build

import (
	"cmp"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/publish"
	"gradus/internal/render"
	"gradus/internal/site"
)

// A Site is every file of a site, each made when it is asked for.
type Site struct {
	Source   *Source
	Pages    *site.Site
	renderer *render.Renderer
	files    map[string]File
	search   func() map[string]File // made at the first call
}

// A File makes the content of one file of the site.
type File func() ([]byte, error)

// Site lays out the site of a source without errors. The diagnostics speak of
// the theme.
func (s *Source) Site() (*Site, diag.List) {
	pages := site.New(s.Source, site.Options{AsOf: s.AsOf, Portable: s.opts.Portable, Words: s.Words, Changed: s.opts.History.Changed})
	renderer, problems := render.New(s.Theme, s.Words, pages, s.Source.Config.Languages)
	out := &Site{Source: s, Pages: pages, renderer: renderer, files: map[string]File{}}
	if problems = s.judge(problems); problems.HasErrors() {
		return out, problems
	}
	out.addPages()
	out.addAssets()
	out.addForMachines()
	out.addFeed()
	out.addData()
	out.search = sync.OnceValue(out.searchFiles)
	return out, problems
}

func (s *Site) addPages() {
	for _, p := range s.Pages.Pages {
		s.files[address.File(p.URL)] = func() ([]byte, error) { return s.renderer.Page(p) }
	}
	for _, r := range s.Pages.Redirects {
		s.files[address.File(r.From)] = func() ([]byte, error) { return s.renderer.Redirect(r, s.Source.opts.Portable) }
	}
	s.files["404.html"] = s.notFound
	for _, d := range s.Pages.Data {
		s.files[d.Path] = d.Content
	}
}

// addAssets adds what pages load: the theme's files, and the pictures and
// downloads that lie beside the documents.
func (s *Site) addAssets() {
	for path, content := range s.renderer.Assets() {
		s.files[path] = func() ([]byte, error) { return content, nil }
	}
	for _, asset := range s.Source.Source.Assets {
		lang, name, _ := strings.Cut(asset.Path, "/")
		path := address.In(lang, s.Source.Source.Config.Languages, name)
		s.files[path] = func() ([]byte, error) { return asset.Content, nil }
	}
}

// notFound makes the page for addresses that do not exist. A host shows it at
// any depth, so it names the site's own path, from the base address.
func (s *Site) notFound() ([]byte, error) {
	config := s.Source.Config
	base := "/"
	if u, err := url.Parse(config.BaseURL); err == nil && u.Path != "" {
		base = u.Path
	}
	data := render.NotFound{Lang: site.HTMLLang(config.Languages[0]), SiteTitle: config.Title.In(config.Languages[0]), Base: base}
	for _, lang := range config.Languages {
		name, err := s.Source.Words.In(lang).Text("language")
		if err != nil {
			return nil, err
		}
		search, err := s.Source.Words.In(lang).Text("search.title")
		if err != nil {
			return nil, err
		}
		home := base + address.Prefix(lang, config.Languages)
		data.Homes = append(data.Homes, site.LanguageLink{Lang: site.HTMLLang(lang), Name: name, Href: home})
		data.Searches = append(data.Searches, site.LanguageLink{Lang: site.HTMLLang(lang), Name: search, Href: home + address.Search})
	}
	return s.renderer.NotFound(config.Languages[0], data)
}

// Paths are the paths of all files, sorted.
func (s *Site) Paths() []string {
	return slices.Sorted(func(yield func(string) bool) {
		for _, files := range []map[string]File{s.files, s.search()} {
			for path := range files {
				if !yield(path) {
					return
				}
			}
		}
	})
}

// Has reports whether the site has a file.
func (s *Site) Has(path string) bool { return s.file(path) != nil }

func (s *Site) file(path string) File {
	if isSearch(path) {
		return s.search()[path]
	}
	return s.files[path]
}

// Content makes the content of one file. The diagnostic says what is wrong
// with the theme when it can't be made.
func (s *Site) Content(path string) ([]byte, *diag.Diagnostic) {
	content, err := s.file(path)()
	if err != nil {
		d := render.PageError(s.Source.Theme, path, err)
		return nil, &d
	}
	return content, nil
}

// Try makes a page of each kind and returns what is wrong with their layouts. A
// server, which makes pages when they are asked for, learns of it beforehand.
func (s *Site) Try() diag.List {
	tried := map[site.Kind]bool{}
	var list diag.List
	for _, p := range s.Pages.Pages {
		if tried[p.Kind] {
			continue
		}
		tried[p.Kind] = true
		if _, problem := s.Content(address.File(p.URL)); problem != nil {
			list = append(list, *problem)
		}
	}
	return list.Sort()
}

// Publish makes every file and puts the site into the folder out, all of it or
// nothing. The diagnostics speak of pages that could not be made; the error is
// of the file system.
func (s *Site) Publish(out string) (publish.Changes, diag.List, error) {
	staging, err := publish.Open(out)
	if err != nil {
		return publish.Changes{}, nil, err
	}
	defer staging.Abort()

	paths := s.Paths()
	problems := make([]*diag.Diagnostic, len(paths))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, path := range paths {
		group.Go(func() error {
			content, problem := s.Content(path)
			if problem != nil {
				problems[i] = problem
				return nil
			}
			return staging.Write(path, content)
		})
	}
	if err := group.Wait(); err != nil {
		return publish.Changes{}, nil, err
	}
	var list diag.List
	for _, p := range problems {
		if p != nil {
			list = append(list, *p)
		}
	}
	if len(list) > 0 {
		return publish.Changes{}, list.Sort(), nil
	}
	changes, err := staging.Commit()
	return changes, nil, err
}

// sortedPages returns the pages that machines are told of, by address.
func (s *Site) sortedPages() []*site.Page {
	pages := slices.Clone(s.Pages.Pages)
	slices.SortFunc(pages, func(a, b *site.Page) int { return cmp.Compare(a.URL, b.URL) })
	return pages
}
