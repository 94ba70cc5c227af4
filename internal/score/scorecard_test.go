package score_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"gradus/internal/maturity"
	"gradus/internal/score"

	"github.com/google/go-cmp/cmp"
)

// TestJSON pins the promised form: names, order of fields, nulls.
func TestJSON(t *testing.T) {
	m := newModel(1, 3, 4)
	m.Targets = targets("default", 2)
	evidenceFrom := 2
	m.Scoring.EvidenceFrom = &evidenceFrom
	require(m, "d.a.c0", 2, "d.a.c2", 2)
	due := answered("d.a.c0", "l2a", "met")
	due.Due = "2027-06-30"
	a := extending("2026-04-30", labelled("b", assess("2026-10-31", due, notApplicable("d.a.c3"))))
	earlier := assess("2026-04-30", from("d.a.c1", "p"))
	p := newTeam("p", assess("2026-01-31", declared("d.a.c1", 2)))
	card := score.New(m, newPortfolio(p, newTeam("t", earlier, a))).Scorecard(a)

	data, err := json.Marshal(card)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := json.Indent(&got, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	const summary = `"score":1.75,"level":1,"floor":1,"target":2,"gap":0.25,%"provisional":true,` +
		`"coverage":{"rated":2,"applicable":3},"supported":{"with":0,"of":1,"score":1.25},` +
		`"on_target":{"met":1,"of":2},"blockers":["d.a.c0"],"needed":1`
	group := strings.Replace(summary, "%", "", 1)
	unknown := `"basis":null,"score":null,"level":null,"target":null,"gap":null,"gain":null,"weight":null,"evidence":false,"blockers":[]}`
	var want bytes.Buffer
	if err := json.Indent(&want, []byte(`{
		"schema":"gradus/scorecard/v1","team":"t","date":"2026-10-31","label":"b","kind":"self",
		"model":{"id":"m","version":"1.0.0"},
		"overall":{`+strings.Replace(summary, "%", `"to_target":0.75,`, 1)+`},
		"domains":[{"id":"d",`+group+`,"areas":[{"id":"d.a",`+group+`,"capabilities":[
			{"id":"d.a.c0","status":"rated","basis":"criteria","score":1.5,"level":1,"target":2,"gap":0.5,"gain":0.25,"weight":0.5,
			 "evidence":false,"blockers":["l2b"],"due":"2027-06-30"},
			{"id":"d.a.c1","status":"rated","basis":"inherited","score":2,"level":2,"target":2,"gap":0,"gain":0,"weight":0.5,
			 "evidence":false,"blockers":["l3a","l3b"],"carried_from":"2026-04-30","inherited_from":[{"team":"p","assessment":"2026-01-31"}]},
			{"id":"d.a.c2","status":"unassessed",`+unknown+`,
			{"id":"d.a.c3","status":"na",`+unknown+`
		]}]}],
		"gaps":[{"capability":"d.a.c0","score":1.5,"level":1,"target":2,"gap":0.5,"gain":0.25,"due":"2027-06-30"}],
		"plan":[
			{"capability":"d.a.c2","from":1,"to":2,"gain":0,"effort":1,"projected":1.75,"pulled_by":"d.a.c0","assess":true,"needs":[]},
			{"capability":"d.a.c0","from":1,"to":2,"gain":0.25,"effort":1,"projected":2,"pulled_by":null,"assess":false,
			 "needs":[{"capability":"d.a.c2","level":2}]}],
		"complete":false}`), "", "  "); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(compact(t, want.Bytes()), compact(t, got.Bytes())); diff != "" {
		t.Error(diff)
	}
}

// compact gives one line for each brace and field, so that a difference is easy to see.
func compact(t *testing.T, data []byte) string {
	t.Helper()
	var b, out bytes.Buffer
	if err := json.Compact(&b, data); err != nil {
		t.Fatal(err)
	}
	if err := json.Indent(&out, b.Bytes(), "", " "); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestNothingRated(t *testing.T) {
	m := newModel(1, 3, 2)
	m.Targets = targets("default", 3)
	m.Scoring.MinCoverage = 0
	card := score.New(m, nil).Scorecard(assess("2026-10-31", notApplicable("d.a.c0")))
	o := card.Overall
	if o.Score.Valid || o.Level.Valid || o.Floor.Valid || o.Target.Valid || o.Gap.Valid || o.ToTarget.Valid || o.Supported.Score.Valid {
		t.Errorf("a number without a rating: %+v", o)
	}
	if card.Complete || !o.Provisional || o.Needed != 0 || len(card.Gaps)+len(card.Plan) > 0 {
		t.Errorf("%+v", card)
	}
	if data, err := json.Marshal(card); err != nil || !strings.Contains(string(data), `"gaps":[],"plan":[]`) {
		t.Errorf("%s, %v", data, err)
	}
}

// TestStage is about the level of a group of five, on a scale from 1 to 4.
func TestStage(t *testing.T) {
	tests := []struct {
		name     string
		share    float64
		levels   []int
		level    int
		needed   int
		blockers string
	}{
		{"all at the lowest", 0.8, []int{1, 1, 1, 1, 1}, 1, 4, "c0 c1 c2 c3 c4"},
		{"exactly the share", 0.8, []int{3, 3, 3, 3, 2}, 3, 4, "c4 c0 c1 c2 c3"},
		{"one too few", 0.8, []int{3, 3, 3, 2, 2}, 2, 1, "c3 c4"},
		{"one is two below", 0.8, []int{3, 3, 3, 3, 1}, 2, 1, "c4"},
		{"more than the share must rise", 0.5, []int{4, 4, 4, 1, 1}, 2, 2, "c3 c4"},
		{"strict", 1, []int{3, 3, 3, 3, 2}, 2, 1, "c4"},
		{"all at the highest", 0.8, []int{4, 4, 4, 4, 4}, 4, 0, ""},
		{"the highest by share", 0.8, []int{4, 4, 4, 4, 3}, 4, 0, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newModel(1, 4, 5)
			m.Scoring.Share = test.share
			a := assess("2026-10-31")
			for i, level := range test.levels {
				a.Ratings = append(a.Ratings, declared(m.Capabilities()[i].ID, level))
			}
			o := score.New(m, nil).Scorecard(a).Overall
			blockers := strings.ReplaceAll(strings.Join(o.Blockers, " "), "d.a.", "")
			if o.Level != score.At(test.level) || o.Needed != test.needed || blockers != test.blockers {
				t.Errorf("level %v, needed %d, blockers %q; want %d, %d, %q",
					o.Level, o.Needed, blockers, test.level, test.needed, test.blockers)
			}
		})
	}
}

// TestStageByAShareThatIsNoBinaryFraction: 0.28 x 25 is a little more than 7
// in float64, and 7 all the same.
func TestStageByAShareThatIsNoBinaryFraction(t *testing.T) {
	m := newModel(1, 4, 25)
	m.Scoring.Share = 0.28
	a := assess("2026-10-31")
	for i, c := range m.Capabilities() {
		level := 2
		if i < 7 {
			level = 3
		}
		a.Ratings = append(a.Ratings, declared(c.ID, level))
	}
	if o := score.New(m, nil).Scorecard(a).Overall; o.Level != score.At(3) || o.Needed != 18 {
		t.Errorf("level %v, needed %d, want 3 and 18", o.Level, o.Needed)
	}
	for _, r := range a.Ratings {
		r.Level = 2
	}
	if o := score.New(m, nil).Scorecard(a).Overall; o.Level != score.At(2) || o.Needed != 7 {
		t.Errorf("level %v, needed %d, want 2 and 7", o.Level, o.Needed)
	}
}

func TestComplete(t *testing.T) {
	m := newModel(1, 4, 6)
	a := assess("2026-10-31", notApplicable("d.a.c5"))
	for n, want := range []bool{false, false, false, false, true, true} { // 4 of 5 are 0.8
		card := score.New(m, nil).Scorecard(a)
		if card.Complete != want {
			t.Errorf("%d of 5 rated: complete is %v", n, card.Complete)
		}
		if n < 5 {
			a.Ratings = append(a.Ratings, declared(m.Capabilities()[n].ID, 2))
		}
	}
}

func TestGapsAreRanked(t *testing.T) {
	m := newModel(1, 4, 5)
	m.Targets = targets("default", 3)
	a := assess("2026-10-31", declared("d.a.c0", 2), declared("d.a.c1", 2), declared("d.a.c2", 2),
		declared("d.a.c3", 1), declared("d.a.c4", 3))
	a.Ratings[1].Due = "2027-06-30"
	a.Ratings[2].Due = "2027-01-31"
	var order []string
	for _, g := range score.New(m, nil).Scorecard(a).Gaps {
		order = append(order, g.Capability)
	}
	if got := strings.Join(order, " "); got != "d.a.c3 d.a.c2 d.a.c1 d.a.c0" {
		t.Errorf("gaps in the order %s", got)
	}
}

// TestGainsThatOnlyRoundingTellsApart are equal, and the due date decides.
func TestGainsThatOnlyRoundingTellsApart(t *testing.T) {
	m := newModel(1, 4, 2)
	m.Targets = targets("default", 3)
	tenth, three := 0.1, 3.0
	m.Capability("d.a.c0").Weight = tenth * three // a little more than 0.3
	m.Capability("d.a.c1").Weight = 0.3
	soon := declared("d.a.c1", 2)
	soon.Due = "2027-01-31"
	gaps := score.New(m, nil).Scorecard(assess("2026-10-31", declared("d.a.c0", 2), soon)).Gaps
	if len(gaps) != 2 || gaps[0].Gain >= gaps[1].Gain || gaps[0].Capability != "d.a.c1" {
		t.Errorf("gaps %+v", gaps)
	}
}

// TestInvalidRequirements: whatever a model requires, the plan ends, and holds
// what can be done.
func TestInvalidRequirements(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(m *maturity.Model)
		steps int // of four: two levels of two capabilities
	}{
		{"unknown capability", func(m *maturity.Model) { require(m, "d.a.c0", 2, "d.a.gone", 2) }, 4},
		{"level beyond the scale", func(m *maturity.Model) { require(m, "d.a.c0", 2, "d.a.c1", 99) }, 4},
		{"level below the scale", func(m *maturity.Model) { require(m, "d.a.c0", 2, "d.a.c1", -3) }, 4},
		{"itself", func(m *maturity.Model) { require(m, "d.a.c0", 3, "d.a.c0", 3) }, 3},
		{"each other", func(m *maturity.Model) {
			require(m, "d.a.c0", 3, "d.a.c1", 2)
			require(m, "d.a.c1", 2, "d.a.c0", 3)
		}, 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newModel(1, 3, 2)
			m.Targets = targets("default", 3)
			test.spoil(m)
			card := score.New(m, nil).Scorecard(assess("2026-10-31", declared("d.a.c0", 1), declared("d.a.c1", 1)))
			if len(card.Plan) != test.steps {
				t.Errorf("%d steps, want %d: %v", len(card.Plan), test.steps, card.Plan)
			}
		})
	}
}

func TestRequirementCircle(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(m *maturity.Model)
		want  string
	}{
		{"none", func(m *maturity.Model) {
			require(m, "d.a.c0", 2, "d.a.c1", 3)
			require(m, "d.a.c0", 3, "d.a.c2", 2)
			require(m, "d.a.c1", 2, "d.a.c2", 2)
		}, ""},
		{"unknown", func(m *maturity.Model) { require(m, "d.a.c0", 2, "d.a.gone", 3) }, ""},
		{"itself", func(m *maturity.Model) { require(m, "d.a.c1", 3, "d.a.c1", 3) }, "d.a.c1@3"},
		{"a higher level of itself", func(m *maturity.Model) { require(m, "d.a.c1", 2, "d.a.c1", 3) }, "d.a.c1@3 d.a.c1@2"},
		{"by the level below", func(m *maturity.Model) {
			require(m, "d.a.c0", 2, "d.a.c2", 3)
			require(m, "d.a.c2", 2, "d.a.c0", 2)
		}, "d.a.c0@2 d.a.c2@3 d.a.c2@2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := newModel(1, 3, 3)
			test.spoil(m)
			var circle []string
			for _, r := range score.RequirementCircle(m) {
				circle = append(circle, r.Capability.ID+"@"+string(rune('0'+r.Level)))
			}
			if got := strings.Join(circle, " "); got != test.want {
				t.Errorf("circle %q, want %q", got, test.want)
			}
		})
	}
}

func TestShow(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0.0", 1: "1.0", 2.25: "2.3", 2.05: "2.1", 2.04: "2.0", 1.45: "1.5", 2.96: "3.0",
		-0.25: "-0.3", -0.04: "0.0", 0.15: "0.2", 1.005: "1.0", 2.449999999999: "2.5",
	} {
		if got := score.Show(f); got != want {
			t.Errorf("Show(%v) = %s, want %s", f, got, want)
		}
	}
}

// TestShowNeverReachesALevelNotReached gives each level 25 criteria, all but one met.
func TestShowNeverReachesALevelNotReached(t *testing.T) {
	for method, want := range map[maturity.Method]string{maturity.Cumulative: "2.9", maturity.Additive: "3.0"} {
		m := newModel(1, 4, 1)
		m.Scoring.Method = method
		l := m.Capability("d.a.c0").Level(3)
		l.Criteria = nil
		r := declared("d.a.c0", 2)
		for i := range 25 {
			id := string(rune('a' + i))
			l.Criteria = append(l.Criteria, &maturity.Criterion{ID: id, Level: 3})
			if i > 0 {
				r.Criteria = append(r.Criteria, answered("", id, "met").Criteria...)
			}
		}
		c := score.New(m, nil).Scorecard(assess("2026-10-31", r)).Capability("d.a.c0")
		if got := c.Show(); got != want || c.Score.Float != 2.96 {
			t.Errorf("%s: %v is shown as %s, want %s", method, c.Score.Float, got, want)
		}
	}
}
