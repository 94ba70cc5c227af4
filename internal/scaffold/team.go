package scaffold

import (
	"maps"
	"slices"
	"strings"

	"gradus/internal/load"
	"gradus/internal/maturity"
)

// Team returns the commented record of a new team. The comments are in lang,
// and name the groups and tags that the site's other teams have.
func Team(src *load.Source, id, lang string) File {
	groups, tags := map[string]bool{}, map[string]bool{}
	for _, t := range src.Portfolio.Teams {
		if t.Group != "" {
			groups[t.Group] = true
		}
		for _, tag := range t.Tags {
			tags[tag] = true
		}
	}
	data := struct {
		Schema, ID, Groups, Tags, Domain string
		Target                           int
	}{
		Schema: schema(src.Config, "team", 2),
		ID:     id,
		Groups: strings.Join(slices.Sorted(maps.Keys(groups)), ", "),
		Tags:   strings.Join(slices.Sorted(maps.Keys(tags)), ", "),
		Domain: src.Model.Domains[0].ID,
		Target: middle(src.Model.Scale),
	}
	return File{"assessments/" + id + "/team.yaml", render("team."+words(lang)+".yaml", data)}
}

// middle is a level for an example of a target: above the lowest, and not one
// that nobody reaches.
func middle(s maturity.Scale) int { return (s.Min + s.Max + 1) / 2 }
