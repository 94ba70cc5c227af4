package build

import (
	"path"
	"strings"
	"sync"

	"gradus/internal/search"
)

// isSearch reports whether a path is one that only the search index can have.
func isSearch(name string) bool {
	return strings.HasPrefix(name, search.Folder) && path.Ext(name) == ".js"
}

// searchFiles makes the search index of every language. It reads all that the
// site says, so it is made when one of its files is first asked for, and not
// before: a server shows pages without it.
func (s *Site) searchFiles() map[string]File {
	languages := s.Source.Source.Config.Languages
	byLang := make([][]search.File, len(languages))
	var group sync.WaitGroup
	for i, lang := range languages {
		group.Go(func() { byLang[i] = search.Build(s.Pages.Search(lang)) })
	}
	group.Wait()
	files := map[string]File{}
	for _, list := range byLang {
		for _, f := range list {
			files[f.Path] = func() ([]byte, error) { return f.Content, nil }
		}
	}
	return files
}
