package data_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/data"
	"gradus/internal/maturity"
	"gradus/internal/sitetest"
)

// talking is a team that says something in every place where something can be
// said, and borrowing one that takes its ratings over.
const talking = `
-- gradus.yaml --
gradus: 1
title: Handbook
languages: [zh, en]
publish: {people: true}
-- assessments/talking/team.yaml --
id: talking
owner: Ada
-- assessments/talking/2026-10-31-drill.yaml --
model: ops@1.0.0
team: talking
date: 2026-10-31
kind: self
assessors: [Grace]
scope: the scope
summary: {en: the summary}
ratings:
  monitoring.collection.service:
    note: the note
    evidence: [{title: the title, url: "https://Wiki.example/a", date: 2026-10-01}, "https://user@evil.example/"]
    criteria:
      agents: {answer: met, note: the answer's note, evidence: ["https://wiki.example/b"]}
      framework: {answer: na, reason: the answer's reason, review: 2027-01-31}
  continuity.risk.backup:
    na: {reason: the reason}
-- assessments/borrowing/team.yaml --
id: borrowing
-- assessments/borrowing/2026-11-01.yaml --
model: ops@1.0.0
team: borrowing
date: 2026-11-01
kind: self
ratings:
  monitoring.collection.service: {from: talking, note: our own note}
  monitoring.collection.transport: 3
`

func TestTeam(t *testing.T) {
	src := source(t, sitetest.Site(talking))
	team := data.New(src, "2026-11-20").Team(src.Portfolio.Team("talking"))
	both := func(s string) data.Text { return data.Text{"zh": s, "en": s} }
	card := team.Scorecards[0]
	if team.Owner != "Ada" || len(card.Assessors) != 1 || card.Label != "drill" {
		t.Errorf("owner %q, assessors %q, label %q", team.Owner, card.Assessors, card.Label)
	}
	if diff := cmp.Diff([]data.Text{both("the scope"), both("the summary")}, []data.Text{card.Scope, card.Summary}); diff != "" {
		t.Errorf("scope and summary (-want +got):\n%s", diff)
	}
	day, review := maturity.Date("2026-10-01"), maturity.Date("2027-01-31")
	want := []data.Remark{
		{Capability: "monitoring.collection.service", Note: both("the note"), Evidence: []data.Evidence{{Title: both("the title"), URL: "https://wiki.example/a", Date: &day}}},
		{Capability: "monitoring.collection.service", Criterion: "agents", Note: both("the answer's note"), Evidence: []data.Evidence{{URL: "https://wiki.example/b"}}},
		{Capability: "monitoring.collection.service", Criterion: "framework", Reason: both("the answer's reason"), Review: &review},
		{Capability: "continuity.risk.backup", Reason: both("the reason")},
	}
	if diff := cmp.Diff(want, card.Remarks); diff != "" {
		t.Errorf("remarks (-want +got):\n%s", diff)
	}
}

func TestNewestFirst(t *testing.T) {
	src := source(t, sitetest.Site())
	var keys []string
	for _, card := range data.New(src, "").Team(src.Portfolio.Team("payments")).Scorecards {
		keys = append(keys, card.Assessment.Key())
	}
	if diff := cmp.Diff([]string{"2026-11-15", "2026-10-31", "2026-04-30"}, keys); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestInherited is about what was said beside a rating that another team takes
// over: no switch of the one shows what a switch of the other hides.
func TestInherited(t *testing.T) {
	for _, test := range []struct {
		publish string // of the team that said it
		remarks int    // on the scorecard of the one that takes it over
		named   bool   // whether it says from which team, and from which assessment
	}{
		{"{}", 4, true},
		{"{notes: false}", 4, true}, // its own note, two with evidence, one with a date of review
		{"{notes: false, evidence: false}", 2, true},
		{"{scorecards: false}", 1, false},
	} {
		src := source(t, sitetest.Site(talking, "-- assessments/talking/team.yaml --\nid: talking\nowner: Ada\npublish: "+test.publish+"\n"))
		d := data.New(src, "")
		card := d.Team(src.Portfolio.Team("borrowing")).Scorecards[0]
		if len(card.Remarks) != test.remarks || card.Remarks[0].Note["en"] != "our own note" {
			t.Errorf("%s: %d remarks: %+v", test.publish, len(card.Remarks), card.Remarks)
		}
		link := card.Domains[0].Areas[0].Capabilities[0].InheritedFrom[0]
		if (link.Team == "talking") != test.named || (link.Assessment != nil) != test.named {
			t.Errorf("%s: it is from %q, with its assessment: %v", test.publish, link.Team, link.Assessment != nil)
		}
		if original := card.Capability("monitoring.collection.service"); original.InheritedFrom[0].Assessment == nil {
			t.Errorf("%s: the shared scorecard was changed", test.publish)
		}
	}
}
