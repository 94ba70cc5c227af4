package scaffold

import (
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"gradus/internal/handin"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// hostFiles are the files by which hosts check, publish and guard a site, and
// the templates they come from.
var hostFiles = []struct{ path, template string }{
	{".gitignore", "gitignore"},
	{"CODEOWNERS", "CODEOWNERS"},
	{".github/workflows/check.yml", "check.yml"},
	{".github/workflows/comment.yml", "comment.yml"},
	{".github/workflows/publish.yml", "publish.yml"},
	{".gitlab-ci.yml", "gitlab-ci.yml"},
	{"ci/install.sh", "install.sh"},
	{"ci/changes.sh", "changes.sh"},
	{"ci/check.sh", "check.sh"},
	{"ci/note.sh", "note.sh"},
}

func forHosts() []File {
	var files []File
	for _, f := range hostFiles {
		content, err := fs.ReadFile(templateFiles, "templates/host/"+f.template)
		if err != nil {
			panic(err) // it is embedded
		}
		files = append(files, File{f.path, content})
	}
	return files
}

// settings are what a new site's gradus.yaml differs in.
type settings struct {
	Title, Languages, Domain string
	Target, Max              int
	Handbook                 bool
}

func (s settings) file(lang string) File {
	return File{"gradus.yaml", render("gradus."+words(lang)+".yaml", s)}
}

// Site returns the files of a new site made from a handbook: its model and its
// chapters as they are, its settings commented, and one of its teams as a
// sample. The comments are in lang.
func Site(handbook fs.FS, sample, lang string) ([]File, error) {
	src, found := load.Load(handbook)
	if found.HasErrors() {
		return nil, fmt.Errorf("the handbook has errors, the first at %s", found[0].Pos)
	}
	team := src.Portfolio.Team(sample)
	if team == nil {
		return nil, fmt.Errorf("the handbook has no team %q", sample)
	}
	var titles []string
	for _, l := range src.Config.Languages {
		titles = append(titles, l+": "+strconv.Quote(src.Config.Title.In(l)))
	}
	files := []File{settings{
		Title:     "{" + strings.Join(titles, ", ") + "}",
		Languages: strings.Join(src.Config.Languages, ", "),
		Domain:    src.Model.Domains[0].ID,
		Target:    middle(src.Model.Scale),
		Max:       src.Model.Scale.Max,
		Handbook:  true,
	}.file(lang)}
	for _, folder := range []string{"content", "model"} {
		err := fs.WalkDir(handbook, folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || name == "content/published.txt" { // a new site has no readers yet
				return err
			}
			content, err := fs.ReadFile(handbook, name)
			files = append(files, File{name, content})
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	files = append(files, sampleTeam(src, team, lang)...)
	return append(files, forHosts()...), nil
}

var sampleHead = map[string]string{
	"en": "A sample; the team and its evidence are invented.",
	"zh": "样例；团队和证据都是虚构的。",
}

// SampleTeam is the id of the team in a new site.
const SampleTeam = "example-team"

// sampleTeam makes a team that stands by itself of one that inherits from
// others: what it inherits it has rated itself.
func sampleTeam(src *load.Source, of *maturity.Team, lang string) []File {
	folder := "assessments/" + SampleTeam + "/"
	files := []File{{folder + "team.yaml", render("sample."+words(lang)+".yaml", struct{ Schema, ID string }{schema(nil, "team", 2), SampleTeam})}}
	scorer := score.New(src.Model, src.Portfolio)
	newest := of.Assessments[len(of.Assessments)-1]
	shown := []*maturity.Assessment{newest}
	if before := score.Previous(of, newest); before != nil {
		shown = append(shown, before)
	}
	for _, a := range shown {
		alone := *a
		alone.Team, alone.Extends, alone.Ratings = SampleTeam, maturity.Ref{}, nil
		for _, c := range scorer.Scorecard(a).Capabilities() {
			if c.Rating == nil {
				continue
			}
			r := *c.Rating
			r.Target, r.Due, r.Note = c.Own.Target, c.Own.Due, c.Own.Note
			alone.Ratings = append(alone.Ratings, &r)
		}
		head := []string{"yaml-language-server: $schema=" + schema(nil, "assessment", 2), sampleHead[words(lang)]}
		content := handin.Format(&alone, handin.Style{Model: src.Model, Head: head})
		files = append(files, File{folder + alone.Key() + ".yaml", content})
	}
	return files
}

// bareDomains are the domains of an empty model, by the words of comments.
var bareDomains = []struct {
	id   string
	name map[string]string
}{
	{"plan", map[string]string{"en": "Planning", "zh": "规划"}},
	{"build", map[string]string{"en": "Building", "zh": "建设"}},
	{"run", map[string]string{"en": "Running", "zh": "运行"}},
}

// Bare returns the files of a new site with next to nothing in it: a model of
// three domains to be replaced, with a chapter each, in one language.
func Bare(lang string) []File {
	w := words(lang)
	title := map[string]string{"en": "My handbook", "zh": "我的手册"}[w]
	files := []File{settings{Title: strconv.Quote(title), Languages: w, Domain: bareDomains[0].id, Target: 2, Max: 3}.file(w)}
	var ids []string
	for i, d := range bareDomains {
		name := d.name[w]
		data := struct {
			Schema, ID, Name, Lower string
			Order                   int
		}{schema(nil, "domain", 1), d.id, name, strings.ToLower(name), 10 * (i + 1)}
		files = append(files,
			File{"model/" + d.id + ".yaml", render("bare/domain."+w+".yaml", data)},
			File{path.Join("content", w, d.id+".md"), render("bare/domain."+w+".md", data)})
		ids = append(ids, d.id)
	}
	model := struct{ Schema, ID, Domains string }{schema(nil, "model", 1), "my-model", strings.Join(ids, ", ")}
	files = append(files,
		File{"model/model.yaml", render("bare/model."+w+".yaml", model)},
		File{path.Join("content", w, "index.md"), render("bare/index."+w+".md", nil)})
	return append(files, forHosts()...)
}
