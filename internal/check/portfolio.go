package check

import (
	"runtime"
	"slices"
	"strings"
	"sync"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// teams checks every team and its assessments, as many at a time as there are
// processors: a site may have thousands. Site sorts what they report.
func (c *checker) teams() {
	teams := c.portfolio.Teams
	workers := make([]checker, min(len(teams), runtime.GOMAXPROCS(0)))
	var running sync.WaitGroup
	for i := range workers {
		worker := &workers[i]
		*worker = *c
		worker.list = nil
		running.Go(func() {
			for j := i; j < len(teams); j += len(workers) {
				worker.team(teams[j])
				for _, a := range teams[j].Assessments {
					worker.assessment(teams[j], a)
				}
			}
		})
	}
	running.Wait()
	for _, worker := range workers {
		c.list = append(c.list, worker.list...)
	}
}

// team checks the record of one team.
func (c *checker) team(t *maturity.Team) {
	if t.Implicit && !c.exists("assessments/"+t.ID+"/team.yaml") {
		c.report(diag.New(t.Pos, diag.NoTeamFile, "team", t.ID))
	}
	c.targets(t.Targets)
	c.plainName(t)
}

// targetRules checks the site's central targets: what they set, and for whom.
func (c *checker) targetRules() {
	for _, rule := range c.portfolio.Rules {
		c.targets(rule.Targets)
		c.asked(rule.Pos, rule.Tag, rule.Group)
	}
}

// targets checks targets that stand outside the model.
func (c *checker) targets(targets maturity.Targets) {
	if c.model == nil {
		return
	}
	for _, target := range targets {
		if scope := target.Scope; !c.isScope(scope.ID) && !c.unread(scope.ID) {
			d := diag.New(scope.Pos, diag.TargetScope, "scope", scope.ID)
			c.report(nearest(d, scope.ID, c.scopePlaces()))
		}
		c.targetOnScale(target.Level, target.Scope.Pos)
	}
}

func (c *checker) isScope(id string) bool {
	return id == "default" || c.model.Domain(id) != nil || c.model.Area(id) != nil || c.model.Capability(id) != nil
}

func (c *checker) scopePlaces() map[string]diag.Position {
	places := c.capabilityPlaces()
	places["default"] = diag.Position{}
	for _, d := range c.model.Domains {
		places[d.ID] = d.Pos
		for _, a := range d.Areas {
			places[a.ID] = a.Pos
		}
	}
	return places
}

// asked warns of a tag or group at pos that no team has: a rule or a round
// that is about nobody.
func (c *checker) asked(pos diag.Position, tag, group string) {
	teams := c.portfolio.Teams
	if tag != "" && !slices.ContainsFunc(teams, func(t *maturity.Team) bool { return t.HasTag(tag) }) {
		tags := make(map[string]diag.Position)
		for _, t := range slices.Backward(teams) {
			for _, tag := range t.Tags {
				tags[tag] = t.Pos
			}
		}
		c.report(nearest(diag.New(pos, diag.UnknownTag, "tag", tag), tag, tags))
	}
	if group != "" && !slices.ContainsFunc(teams, func(t *maturity.Team) bool { return t.InGroup(group) }) {
		groups := make(map[string]diag.Position)
		for _, t := range slices.Backward(teams) {
			for path := t.Group; path != ""; path = path[:max(0, strings.LastIndexByte(path, '/'))] {
				groups[path] = t.Pos
			}
		}
		c.report(nearest(diag.New(pos, diag.UnknownGroup, "group", group), group, groups))
	}
}

// rounds checks that rounds run forwards, do not overlap, and ask somebody.
func (c *checker) rounds() {
	var dated []maturity.Round
	for _, round := range c.portfolio.Rounds {
		c.asked(round.Pos, round.Tag, round.Group)
		switch {
		case round.From == "" || round.Until == "": // package load has said why
		case round.From > round.Until:
			c.report(diag.New(round.Pos, diag.RoundBackwards,
				"round", round.ID, "from", string(round.From), "until", string(round.Until)))
		default:
			dated = append(dated, round)
		}
	}
	slices.SortStableFunc(dated, func(a, b maturity.Round) int { return strings.Compare(string(a.From), string(b.From)) })
	var latest maturity.Round // of those before, the one that ends last
	for _, round := range dated {
		if latest.ID != "" && round.From <= latest.Until {
			c.report(diag.New(round.Pos, diag.RoundsOverlap,
				"round", round.ID, "from", string(round.From), "other", latest.ID, "until", string(latest.Until)).
				At(latest.Pos, diag.HintHere))
		}
		if round.Until > latest.Until {
			latest = round
		}
	}
}

// plainName warns of a team's name in letters that do not go together, which
// can make it look like another name.
func (c *checker) plainName(t *maturity.Team) {
	for _, name := range wordings(t.Name) {
		if scripts := mixedScripts(name); len(scripts) > 0 {
			c.report(diag.New(t.Pos, diag.MixedScripts, "name", name, "scripts", strings.Join(scripts, ", ")))
		}
		if narrow := halfWidth(name); narrow != name {
			c.report(diag.New(t.Pos, diag.FullWidthLetters, "name", name).Wanted(narrow))
		}
	}
}

// teamNames warns of names that look like that of a team before.
func (c *checker) teamNames(teams []*maturity.Team) {
	type owner struct {
		team *maturity.Team
		name string
	}
	first := make(map[string]owner)
	for _, t := range teams {
		for _, name := range wordings(t.Name) {
			look := skeleton(name)
			other, taken := first[look]
			if !taken {
				first[look] = owner{t, name}
			} else if other.team != t {
				c.report(diag.New(t.Pos, diag.ConfusableName, "name", name, "other", other.name, "team", other.team.ID).
					At(other.team.Pos, diag.HintHere))
			}
		}
	}
}

// wordings returns the different wordings of a text, by language.
func wordings(text maturity.Text) []string {
	if text.IsZero() {
		return nil
	}
	all := []string{text.In()}
	for _, lang := range text.Langs() {
		if wording := text.In(lang); !slices.Contains(all, wording) {
			all = append(all, wording)
		}
	}
	return all
}
