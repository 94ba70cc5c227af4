package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gradus/internal/build"
	"gradus/internal/check"
	"gradus/internal/diag"
)

// publishedHead is what content/published.txt says of itself.
const publishedHead = `# The addresses of the handbook that readers keep. Gradus check fails when one of them
# is gone and content/moved.yaml does not say where to. Add those that are new with
# "gradus check --update-published"; take a line out to give an address up.
`

// publishedFile is the list of addresses that are to stay.
const publishedFile = "content/published.txt"

// updatePublished adds the present addresses of a site to its list. It takes
// none away: an address is given up by hand, in a change that others can see.
// A list that could not be read as a whole is left as it is.
func (c *call) updatePublished(src *build.Source, folder string) error {
	wrong := slices.DeleteFunc(slices.Clone(src.Diags), func(d diag.Diagnostic) bool {
		return d.Pos.Path != publishedFile || d.Message.Code == "published-gone"
	})
	if len(wrong) > 0 {
		c.report(wrong)
		return errFailed
	}
	all := check.Addresses(src.Source)
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
	name := filepath.FromSlash(publishedFile)
	if err := root.WriteFile(name+".tmp", []byte(text.String()), 0o644); err != nil {
		return err
	}
	if err := root.Rename(name+".tmp", name); err != nil {
		return err
	}
	fmt.Fprintf(c.stderr, "%s: %d addresses, %d new\n", publishedFile, len(all), len(all)-len(before))
	return nil
}
