package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gradus/internal/check"
	"gradus/internal/load"
)

// publishedHead is what content/published.txt says of itself.
const publishedHead = `# The addresses of the handbook that readers keep. Gradus check fails when one of them
# is gone and content/moved.yaml does not say where to. Add those that are new with
# "gradus check --update-published"; take a line out to give an address up.
`

// updatePublished adds the present addresses of a site to its list. It takes
// none away: an address is given up by hand, in a change that others can see.
func (c *call) updatePublished(src *load.Source, folder string) error {
	all := check.Addresses(src)
	before := map[string]bool{}
	for _, p := range src.Published {
		before[p.Address] = true
		all = append(all, p.Address)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	var text strings.Builder
	text.WriteString(publishedHead)
	for _, addr := range all {
		text.WriteString("/" + addr + "\n")
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	name := filepath.Join("content", "published.txt")
	if err := root.WriteFile(name, []byte(text.String()), 0o644); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "%s: %d addresses, %d new\n", filepath.ToSlash(name), len(all), len(all)-len(before))
	return nil
}
