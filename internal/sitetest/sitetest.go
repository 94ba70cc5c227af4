// Package sitetest holds the small whole site that tests of several packages
// build: two languages, a domain with a chapter and one without, a document
// that is not translated, a glossary, a moved page, a picture, and four teams,
// one of them hostile. Its files and what each is there for stand in site.txtar.
package sitetest

import (
	_ "embed"
	"maps"
	"slices"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"
)

// HostileName is the name of the team "hostile": wherever it is not escaped it
// ends a script element and starts a handler.
const HostileName = `</script><img src=x onerror=alert(1)>`

//go:embed site.txtar
var archive string

// Site returns the files of the site, each time anew. Parts are further
// archives in the form of txtar, such as "-- gradus.yaml --\n…"; a file of
// theirs takes the place of the site's own, and one without content removes it.
func Site(parts ...string) fstest.MapFS {
	site := files(archive)
	for _, part := range parts {
		maps.Copy(site, files(part))
	}
	maps.DeleteFunc(site, func(_ string, f *fstest.MapFile) bool { return len(f.Data) == 0 })
	return site
}

func files(archive string) fstest.MapFS {
	all := fstest.MapFS{}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		all[f.Name] = &fstest.MapFile{Data: slices.Clip(f.Data), Mode: 0o644} // tests append to it
	}
	return all
}
