package load

import (
	"cmp"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// Load reads the site in fsys and reports every problem of every file, sorted.
// The source is usable as far as the files were readable: it and its Config and
// Portfolio are never nil, its Model is nil when model/model.yaml could not be
// read. It is complete when the list has no errors.
//
// Symbolic links and whatever is neither a file nor a folder are reported and
// not opened; fsys is best an os.Root's.
func Load(fsys fs.FS) (*Source, diag.List) {
	d := &folder{fsys: fsys}
	site := loadConfig(d)
	src := &Source{
		Config: &site.Config,
		Model:  loadModel(d, site.Languages),
		Portfolio: &maturity.Portfolio{
			Teams:  loadTeams(d, site.Languages),
			Rules:  site.rules,
			Rounds: site.rounds,
		},
	}
	loadContent(d, src)
	src.Inputs = slices.Compact(slices.Sorted(slices.Values(d.inputs)))
	return src, d.diags.Sort()
}

func loadConfig(d *folder) *site {
	s := defaultSite()
	content, ok := d.required(configPath, maxOwnBytes)
	if !ok {
		return s
	}
	f, root := parse(configPath, content)
	if root != nil {
		s.Pos = f.pos(root)
		f.langs = languagesOf(root)
		siteRecord.read(f, root, s)
	}
	d.report(f.diags...)
	return s
}

// languagesOf returns the languages that gradus.yaml lists, wherever in it, so
// that its texts can be held against them; nil unless all are readable.
func languagesOf(root *yaml.Node) []string {
	var langs []string
	if list := valueNode(root, "languages"); list != nil {
		for _, item := range list.Content {
			if !languageTag.MatchString(item.Value) {
				return nil
			}
			langs = append(langs, item.Value)
		}
	}
	return langs
}

// required is content for a file that must exist.
func (d *folder) required(name string, limit int) ([]byte, bool) {
	before := len(d.diags)
	if !d.exists(name) {
		d.read(name)
		if len(d.diags) == before {
			d.report(diag.New(diag.Position{Path: name}, diag.FileMissing))
		}
		return nil, false
	}
	return d.content(name, limit)
}

// loadModel reads model.yaml and the domains it lists.
func loadModel(d *folder, langs []string) *maturity.Model {
	entries := d.list(modelFolder)
	content, ok := d.required(modelPath, maxOwnBytes)
	if !ok {
		return nil
	}
	m, found := readModel(content, langs)
	d.report(found...)
	if m == nil {
		return nil
	}
	var scale *maturity.Scale
	if m.scale {
		scale = &m.Scale
	}
	m.Domains = loadDomains(d, m.domains, langs, scale)
	m.Index()
	strayModelFiles(d, m, entries)
	if m.scale && len(m.Domains) == len(m.domains) {
		d.report(modelTargets(&m.Model)...)
	}
	return &m.Model
}

func loadDomains(d *folder, refs []maturity.Ref, langs []string, scale *maturity.Scale) []*maturity.Domain {
	domains := make([]*maturity.Domain, len(refs))
	parallel(len(refs), func(i int) { domains[i] = loadDomain(d, refs[i], langs, scale) })
	return slices.DeleteFunc(domains, func(domain *maturity.Domain) bool { return domain == nil })
}

func loadDomain(d *folder, ref maturity.Ref, langs []string, scale *maturity.Scale) *maturity.Domain {
	name := path.Join(modelFolder, ref.ID+".yaml")
	if !d.exists(name) {
		d.read(name)
		d.report(diag.New(ref.Pos, diag.DomainFileMissing, "id", ref.ID, "path", name))
		return nil
	}
	content, ok := d.content(name, maxOwnBytes)
	if !ok {
		return nil
	}
	domain, found := readDomain(name, content, langs, scale)
	if domain != nil && domain.ID != "" && domain.ID != ref.ID {
		found = append(found, diag.New(domain.Pos, diag.NameMismatch, "id", domain.ID).Wanted(ref.ID))
	}
	d.report(found...)
	return domain
}

// strayModelFiles reports what lies in the model's folder and is not read.
func strayModelFiles(d *folder, m *modelFile, entries []entry) {
	for _, e := range entries {
		id, isYAML := strings.CutSuffix(e.name, ".yaml")
		listed := slices.ContainsFunc(m.domains, func(r maturity.Ref) bool { return r.ID == id })
		switch {
		case e.path == modelPath, isYAML && listed && !e.dir:
		case isYAML && !e.dir:
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileUnlisted))
		case path.Ext(e.name) == ".yml":
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileExtension, "wanted", ".yaml"))
		default:
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileStray))
		}
	}
}

// parallel calls do(0) to do(n-1), as many at a time as there are processors.
// What they make must not depend on their order.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		running.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	running.Wait()
}

// loadTeams reads the folders of assessments/, each of which is a team.
func loadTeams(d *folder, langs []string) []*maturity.Team {
	var folders []entry
	for _, e := range d.list(assessmentsFolder) {
		switch {
		case e.dir:
			folders = append(folders, e)
		case path.Ext(e.name) == ".yaml", path.Ext(e.name) == ".yml":
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileMisplaced).Wanted(assessmentsFolder + "/<team>/<YYYY-MM-DD>.yaml"))
		default:
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileStray))
		}
	}
	teams := make([]*maturity.Team, len(folders))
	parallel(len(folders), func(i int) { teams[i] = loadTeam(d, folders[i], langs) })
	teams = slices.DeleteFunc(teams, func(t *maturity.Team) bool { return t == nil })
	slices.SortFunc(teams, func(a, b *maturity.Team) int { return cmp.Compare(a.ID, b.ID) })
	return teams
}
