package load

import (
	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

const teamFile = "team.yaml"

var teamRecord = record[maturity.Team]{
	{"id", true, anID, func(f *file, n *yaml.Node, t *maturity.Team) { t.ID = f.id(n) }},
	{"name", false, aName, func(f *file, n *yaml.Node, t *maturity.Team) { t.Name = f.name(n) }},
	{"group", false, aGroup, func(f *file, n *yaml.Node, t *maturity.Team) { t.Group = f.group(n) }},
	{"owner", false, aLine, func(f *file, n *yaml.Node, t *maturity.Team) { t.Owner = f.line(n) }},
	{"tags", false, listOf(anID), func(f *file, n *yaml.Node, t *maturity.Team) { t.Tags = f.tags(n) }},
	{"targets", false, targetMap, func(f *file, n *yaml.Node, t *maturity.Team) { t.Targets = f.targets(n) }},
	{"publish", false, publishRecord.shape("publish"), func(f *file, n *yaml.Node, t *maturity.Team) { publishRecord.read(f, n, &t.Publish) }},
	{"retired", false, aDate, func(f *file, n *yaml.Node, t *maturity.Team) { t.Retired = f.date(n) }},
}

func (f *file) tags(n *yaml.Node) []string {
	var tags []string
	seen := map[string]*yaml.Node{}
	f.items(n, func(item *yaml.Node) {
		tag := f.id(item)
		if first := seen[tag]; first != nil {
			f.add(diag.New(f.pos(item), diag.DuplicateEntry, "value", tag).At(f.pos(first), diag.HintFirst))
		} else if tag != "" {
			seen[tag] = item
			tags = append(tags, tag)
		}
	})
	return tags
}

// ParseTeam reads one team.yaml. The path is only for messages: whether the
// file lies in the folder of its team is not asked. The team is nil when the
// file has no readable top; it is complete when the list has no errors.
func ParseTeam(path string, content []byte) (*maturity.Team, diag.List) {
	t, found := readTeam(path, content, nil)
	return t, found.Sort()
}

func readTeam(path string, content []byte, langs []string) (*maturity.Team, diag.List) {
	f, root := parse(path, content)
	if root == nil {
		return nil, f.diags
	}
	f.langs = langs
	t := &maturity.Team{Pos: f.pos(root), Publish: everything}
	if !teamRecord.read(f, root, t) {
		return nil, f.diags
	}
	if t.Name.IsZero() {
		t.Name = maturity.Plain(t.ID)
	}
	return t, f.diags
}

// everything is what a team publishes that says nothing of it: the site's
// setting alone decides, because a team only narrows it.
var everything = maturity.Publish{Evidence: true, Notes: true, People: true, Scorecards: true}

// implicitTeam is the team of a folder without a team.yaml.
func implicitTeam(folder, id string) *maturity.Team {
	return &maturity.Team{
		Pos:      diag.Position{Path: folder},
		ID:       id,
		Name:     maturity.Plain(id),
		Publish:  everything,
		Implicit: true,
	}
}
