package schema_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"gradus/internal/data"
	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/report"
	"gradus/internal/schema"
	"gradus/internal/score"
	"gradus/internal/sitetest"
)

// outputsOf writes every output for a site, by the name of its schema.
func outputsOf(t *testing.T, src *load.Source) map[string][][]byte {
	t.Helper()
	all := map[string][][]byte{}
	add := func(name string, content []byte, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[name] = append(all[name], content)
	}
	d := data.New(src, "2026-11-20")
	asJSON := func(name string, value any) {
		content, err := data.JSON(value)
		add(name, content, err)
	}
	asJSON("api-model", d.Model())
	asJSON("api-portfolio", d.Portfolio())
	scorer := score.New(src.Model, src.Portfolio)
	options := report.Options{Format: report.JSON, Lang: "en"}
	for _, team := range src.Portfolio.Teams {
		asJSON("api-team", d.Team(team))
		asJSON("badge", d.Badge(team))
		for _, a := range team.Assessments {
			var b bytes.Buffer
			err := report.WriteScorecard(&b, scorer.Scorecard(a), options)
			add("scorecard", b.Bytes(), err)
			if before := score.Previous(team, a); before != nil {
				var b bytes.Buffer
				err := report.WriteDiff(&b, report.Compare(scorer.Scorecard(before), scorer.Scorecard(a)), options)
				add("diff", b.Bytes(), err)
			}
		}
	}
	for _, r := range src.Portfolio.Rounds {
		var b bytes.Buffer
		err := report.WriteRound(&b, report.NewRound(scorer, src.Model, src.Portfolio, r, "2026-11-20"), options)
		add("round", b.Bytes(), err)
	}
	return all
}

// TestOutputs holds what the program writes against the schemas, which name
// every field of it, and spoils it: no field that is required can be left out,
// and none can be of another type.
func TestOutputs(t *testing.T) {
	written := map[string]int{}
	for name, site := range sites(t) {
		t.Run(name, func(t *testing.T) {
			src, _ := load.Load(site)
			for of, contents := range outputsOf(t, src) {
				strict := compiled(t, schema.Of(of, "en"), true)
				for _, content := range contents {
					written[of]++
					if err := strict.Validate(parse(t, content)); err != nil {
						t.Errorf("%s: %v\n%.300s", of, err, content)
					}
				}
			}
		})
	}
	for _, name := range []string{"scorecard", "diff", "round", "api-model", "api-portfolio", "api-team", "badge"} {
		if written[name] == 0 {
			t.Errorf("no %s was written", name)
		}
	}
}

// TestSpoiltOutputs takes away and changes each field at the top of an output.
func TestSpoiltOutputs(t *testing.T) {
	site := sitetest.Site("-- assessments/solo/team.yaml --\nid: solo\n")
	src, _ := load.Load(site)
	for of, contents := range outputsOf(t, src) {
		s := schema.Of(of, "en")
		judge := compiled(t, s, false)
		for _, key := range s.Required {
			for _, spoil := range []func(map[string]any){
				func(v map[string]any) { delete(v, key) },
				func(v map[string]any) { v[key] = []any{map[string]any{}} },
			} {
				var v map[string]any
				if err := json.Unmarshal(contents[0], &v); err != nil {
					t.Fatal(err)
				}
				spoil(v)
				if judge.Validate(v) == nil {
					t.Errorf("%s: a spoilt %q is not found", of, key)
				}
			}
		}
	}
}

func TestDiagnostics(t *testing.T) {
	judge := compiled(t, schema.Of("diagnostics", "en"), true)
	broken := sitetest.Site("-- gradus.yaml --\ngradus: 2\ntitel: x\n", "-- model/continuity.yaml --\n")
	_, found := load.Load(broken)
	if len(found) == 0 {
		t.Fatal("nothing is wrong with the broken site")
	}
	for _, list := range []diag.List{nil, found} {
		var b bytes.Buffer
		if err := diag.WriteJSON(&b, list, "zh"); err != nil {
			t.Fatal(err)
		}
		if err := judge.Validate(parse(t, b.Bytes())); err != nil {
			t.Errorf("%d diagnostics: %v", len(list), err)
		}
	}
}
