package load

import (
	"net/url"
	"path"
	"strings"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

const configPath = "gradus.yaml"

// site is gradus.yaml: the configuration and what it says of teams.
type site struct {
	Config
	rules  []maturity.TargetRule
	rounds []maturity.Round
}

func defaultSite() *site {
	return &site{Config: Config{
		Pos:        diag.Position{Path: configPath},
		Theme:      "default",
		Publish:    maturity.Publish{Evidence: true, Notes: true, Scorecards: true},
		StaleAfter: 180,
	}}
}

var siteRecord = record[site]{
	{"gradus", true, wholeIn(1, 1), func(f *file, n *yaml.Node, _ *site) {
		if v, ok := f.whole(n); ok && v != 1 {
			f.add(diag.New(f.pos(n), diag.BadFormat, "value", n.Value))
		}
	}},
	{"title", true, aName, func(f *file, n *yaml.Node, s *site) { s.Title = f.name(n) }},
	{"languages", true, listOf(aLanguage), func(f *file, n *yaml.Node, s *site) { s.Languages = f.languages(n) }},
	{"base_url", false, aBaseURL, func(f *file, n *yaml.Node, s *site) { s.BaseURL = f.baseURL(n) }},
	{"repository", false, repositoryRecord.shape("repository"), func(f *file, n *yaml.Node, s *site) {
		s.Repository = &Repository{Pos: f.pos(n), Branch: "main", Path: "."}
		if !repositoryRecord.read(f, n, s.Repository) {
			s.Repository = nil
		}
	}},
	{"theme", false, anID, func(f *file, n *yaml.Node, s *site) {
		if id := f.id(n); id != "" {
			s.Theme = id
		}
	}},
	{"targets", false, listOf(ruleRecord.shape("target rule")), func(f *file, n *yaml.Node, s *site) {
		f.items(n, func(item *yaml.Node) {
			rule := maturity.TargetRule{Pos: f.pos(item)}
			if ruleRecord.read(f, item, &rule) {
				s.rules = append(s.rules, rule)
			}
		})
	}},
	{"rounds", false, listOf(roundRecord.shape("round")), func(f *file, n *yaml.Node, s *site) { s.rounds = f.rounds(n) }},
	{"publish", false, publishRecord.shape("publish"), func(f *file, n *yaml.Node, s *site) { publishRecord.read(f, n, &s.Publish) }},
	{"stale_after", false, wholeIn(1, 36500), func(f *file, n *yaml.Node, s *site) {
		if days, ok := f.wholeIn(n, 1, 36500); ok {
			s.StaleAfter = days
		}
	}},
	{"lint", false, listOf(oneOf(Lints)), func(f *file, n *yaml.Node, s *site) {
		f.items(n, func(item *yaml.Node) {
			if lint := choice(f, item, Lints); lint != "" {
				s.Lint = append(s.Lint, lint)
			}
		})
	}},
	{"noindex", false, aBool, func(f *file, n *yaml.Node, s *site) { f.boolean(n, &s.NoIndex) }},
}

var repositoryRecord = record[Repository]{
	{"type", true, oneOf(RepositoryTypes), func(f *file, n *yaml.Node, r *Repository) { r.Type = choice(f, n, RepositoryTypes) }},
	{"url", true, aURL, func(f *file, n *yaml.Node, r *Repository) { r.URL = f.url(n) }},
	{"branch", false, aLine, func(f *file, n *yaml.Node, r *Repository) { r.Branch = f.line(n) }},
	{"path", false, aLine, func(f *file, n *yaml.Node, r *Repository) {
		p := path.Clean(f.line(n))
		if path.IsAbs(p) || p == ".." || strings.HasPrefix(p, "../") || strings.Contains(p, `\`) {
			f.add(diag.New(f.pos(n), diag.BadPath, "path", short(n.Value)))
			return
		}
		r.Path = p
	}},
}

var ruleRecord = record[maturity.TargetRule]{
	{"tag", false, anID, func(f *file, n *yaml.Node, r *maturity.TargetRule) { r.Tag = f.id(n) }},
	{"group", false, aGroup, func(f *file, n *yaml.Node, r *maturity.TargetRule) { r.Group = f.group(n) }},
	{"targets", true, targetMap, func(f *file, n *yaml.Node, r *maturity.TargetRule) { r.Targets = f.targets(n) }},
}

var publishRecord = record[maturity.Publish]{
	{"evidence", false, aBool, func(f *file, n *yaml.Node, p *maturity.Publish) { f.boolean(n, &p.Evidence) }},
	{"notes", false, aBool, func(f *file, n *yaml.Node, p *maturity.Publish) { f.boolean(n, &p.Notes) }},
	{"people", false, aBool, func(f *file, n *yaml.Node, p *maturity.Publish) { f.boolean(n, &p.People) }},
	{"scorecards", false, aBool, func(f *file, n *yaml.Node, p *maturity.Publish) { f.boolean(n, &p.Scorecards) }},
}

var roundRecord = record[maturity.Round]{
	{"id", true, anID, func(f *file, n *yaml.Node, r *maturity.Round) { r.ID = f.id(n) }},
	{"name", false, aName, func(f *file, n *yaml.Node, r *maturity.Round) { r.Name = f.name(n) }},
	{"from", true, aDate, func(f *file, n *yaml.Node, r *maturity.Round) { r.From = f.date(n) }},
	{"until", true, aDate, func(f *file, n *yaml.Node, r *maturity.Round) { r.Until = f.date(n) }},
	{"teams", false, askedRecord.shape("round teams"), func(f *file, n *yaml.Node, r *maturity.Round) { askedRecord.read(f, n, r) }},
}

var askedRecord = record[maturity.Round]{
	{"tag", false, anID, func(f *file, n *yaml.Node, r *maturity.Round) { r.Tag = f.id(n) }},
	{"group", false, aGroup, func(f *file, n *yaml.Node, r *maturity.Round) { r.Group = f.group(n) }},
}

// rounds reads the assessment rounds; one without a name is called by its id.
func (f *file) rounds(n *yaml.Node) []maturity.Round {
	var rounds []maturity.Round
	ids := taken{}
	f.items(n, func(item *yaml.Node) {
		r := maturity.Round{Pos: f.pos(item)}
		if !roundRecord.read(f, item, &r) || !ids.claim(f, r.ID, r.Pos) {
			return
		}
		if r.Name.IsZero() {
			r.Name = maturity.Plain(r.ID)
		}
		rounds = append(rounds, r)
	})
	return rounds
}

// languages reads the site's languages.
func (f *file) languages(n *yaml.Node) []string {
	var langs []string
	seen := map[string]*yaml.Node{}
	f.items(n, func(item *yaml.Node) {
		lang := f.line(item)
		switch first := seen[strings.ToLower(lang)]; {
		case lang == "":
		case !languageTag.MatchString(lang):
			f.add(hintFullWidth(diag.New(f.pos(item), diag.BadLanguage, "lang", short(lang)), lang))
		case first != nil:
			f.add(diag.New(f.pos(item), diag.DuplicateEntry, "value", lang).At(f.pos(first), diag.HintFirst))
		default:
			seen[strings.ToLower(lang)] = item
			langs = append(langs, lang)
		}
	})
	return langs
}

// targets reads levels by the scope they are for.
func (f *file) targets(n *yaml.Node) maturity.Targets {
	var targets maturity.Targets
	f.entries(n, func(key, value *yaml.Node) {
		if level, ok := f.wholeIn(value, 0, maxLevel); ok {
			targets = append(targets, maturity.Target{Scope: maturity.Ref{ID: intern(key.Value), Pos: f.pos(key)}, Level: level})
		}
	})
	return targets
}

// url reads an absolute http or https address.
func (f *file) url(n *yaml.Node) string {
	text := f.line(n)
	if text == "" || f.parseURL(n, text) == nil {
		return ""
	}
	return text
}

func (f *file) parseURL(n *yaml.Node, text string) *url.URL {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || strings.ContainsAny(text, " \t\n\\") {
		f.add(hintFullWidth(diag.New(f.pos(n), diag.BadURL, "url", short(text)), text))
		return nil
	}
	return u
}

// baseURL reads the address of the site's root, and ends it in "/".
func (f *file) baseURL(n *yaml.Node) string {
	text := f.line(n)
	if text == "" {
		return ""
	}
	u := f.parseURL(n, text)
	if u == nil {
		return ""
	}
	if u.User != nil || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" {
		f.add(diag.New(f.pos(n), diag.BadBaseURL).Found(short(text)))
		return ""
	}
	return strings.TrimSuffix(text, "/") + "/"
}
