package build_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"gradus/internal/build"
	"gradus/internal/maturity"
	"gradus/internal/sitetest"
)

// A mark is a word that stands in one place of the files of team secret, and
// nowhere else in the site.
type mark struct {
	word  string
	shows func(maturity.Publish) bool // which switch, besides that of scorecards
}

func evidence(p maturity.Publish) bool { return p.Evidence }
func notes(p maturity.Publish) bool    { return p.Notes }
func people(p maturity.Publish) bool   { return p.People }
func always(maturity.Publish) bool     { return true }

var marks = []mark{
	{"qxlabel", always}, {"qxteam", always},
	{"2026-11-23", always}, {"2026-11-24", always}, // days of review
	{"qxowner", people}, {"qxassessor", people},
	{"qxsummary", notes}, {"qxscope", notes}, {"qxnote", notes}, {"qxreason", notes},
	{"qxanswernote", notes}, {"qxanswerreason", notes}, {"qxcarriednote", notes},
	{"qxtitle", evidence}, {"qxaddress", evidence}, {"qxanswertitle", evidence}, {"qxansweraddress", evidence},
}

// secret is a team that says all it can say, and two that take its ratings over:
// what it does not publish they may not either.
const secret = `
-- assessments/qxteam/2026-04-30.yaml --
model: ops@1.0.0
team: qxteam
date: 2026-04-30
kind: self
ratings:
  monitoring.data.storage: {level: 4, note: qxcarriednote}
  continuity.risk.failover: 2
-- assessments/qxteam/2026-10-31-qxlabel.yaml --
model: ops@1.0.0
team: qxteam
date: 2026-10-31
kind: self
extends: 2026-04-30
assessors: [qxassessor]
scope: qxscope
summary: qxsummary
ratings:
  monitoring.collection.service:
    note: "*qxnote*"
    evidence: [{title: qxtitle, url: "https://wiki.example.org/qxaddress", date: 2026-10-01}]
    criteria:
      agents: {answer: met, note: qxanswernote, evidence: [{title: qxanswertitle, url: "https://wiki.example.org/qxansweraddress"}]}
      framework: {answer: na, reason: qxanswerreason, review: 2026-11-24}
  monitoring.collection.transport: 3
  continuity.risk.backup: {na: {reason: qxreason, review: 2026-11-23}}
-- assessments/borrower/team.yaml --
id: borrower
group: base
-- assessments/borrower/2026-11-02.yaml --
model: ops@1.0.0
team: borrower
date: 2026-11-02
kind: self
ratings:
  monitoring.collection.service: {from: qxteam}
  monitoring.collection.transport: 3
  monitoring.data.storage: {from: qxteam}
  continuity.risk.backup: {from: qxteam}
-- assessments/chained/team.yaml --
id: chained
group: base
-- assessments/chained/2026-11-03.yaml --
model: ops@1.0.0
team: chained
date: 2026-11-03
kind: self
ratings:
  monitoring.collection.service: {from: borrower, note: own}
  continuity.risk.backup: {from: borrower}
  continuity.risk.failover: 2
`

// secretSite is a site with the team, and with these switches.
func secretSite(site, team maturity.Publish) fstest.MapFS {
	files := sitetest.Site(secret,
		"-- gradus.yaml --\ngradus: 1\ntitle: Handbook\nlanguages: [zh]\nbase_url: https://ops.example.org/\n"+
			"repository: {type: github, url: https://github.com/example/ops}\n"+
			"rounds:\n  - {id: h2, from: 2026-09-01, until: 2026-10-31}\n"+switches(site)+"\n",
		"-- assessments/qxteam/team.yaml --\nid: qxteam\nname: Secret\ngroup: base\nowner: qxowner\n"+switches(team)+"\n")
	for name := range files { // the rest of the site only takes time
		if strings.HasPrefix(name, "content/") || strings.HasPrefix(name, "assessments/hostile/") {
			delete(files, name)
		}
	}
	return files
}

func switches(p maturity.Publish) string {
	return fmt.Sprintf("publish: {evidence: %t, notes: %t, people: %t, scorecards: %t}", p.Evidence, p.Notes, p.People, p.Scorecards)
}

// combinations are all settings of the switches.
func combinations() []maturity.Publish {
	var all []maturity.Publish
	for n := range 16 {
		all = append(all, maturity.Publish{Evidence: n&1 == 0, Notes: n&2 == 0, People: n&4 == 0, Scorecards: n&8 == 0})
	}
	return all
}

// everyCombination is false where a build takes so long that only those are
// made in which either the site or the team shows all.
var everyCombination = true

// TestRedaction builds the site with every combination of the site's switches
// and the team's, and looks for each mark in each byte of it.
func TestRedaction(t *testing.T) {
	all := maturity.Publish{Evidence: true, Notes: true, People: true, Scorecards: true}
	for _, site := range combinations() {
		t.Run(switches(site), func(t *testing.T) {
			t.Parallel()
			for _, team := range combinations() {
				if !everyCombination && site != all && team != all {
					continue
				}
				published := site.And(team)
				found := search(t, newTree(t, secretSite(site, team), build.Options{}))
				for _, m := range marks {
					shown := published.Scorecards && m.shows(published)
					switch files := found[m.word]; {
					case !shown && len(files) > 0:
						t.Errorf("team %s: %s stands in %s", switches(team), m.word, strings.Join(files, ", "))
					case shown && !slices.Contains(files, "api/v1/teams/qxteam.json"):
						t.Errorf("team %s: %s is not in the team's data", switches(team), m.word)
					case shown && !slices.Contains(files, "teams/qxteam/index.html"):
						t.Errorf("team %s: %s is not on the team's scorecard", switches(team), m.word)
					}
				}
			}
		})
	}
}

// search returns the files that hold each mark, by its word; the parts of a
// workbook count as files.
func search(t *testing.T, files tree) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	look := func(name string, content []byte) {
		content = bytes.ToLower(content)
		for _, m := range marks {
			if bytes.Contains(content, []byte(m.word)) || strings.Contains(name, m.word) {
				found[m.word] = append(found[m.word], name)
			}
		}
	}
	for name, content := range files {
		look(name, content)
		if path.Ext(name) != ".xlsx" {
			continue
		}
		archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range archive.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			unpacked, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			look(name+"/"+part.Name, unpacked)
		}
	}
	for _, names := range found {
		slices.Sort(names)
	}
	return found
}
