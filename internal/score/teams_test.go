package score_test

import (
	"fmt"
	"strings"
	"testing"

	"gradus/internal/maturity"
	"gradus/internal/score"

	"github.com/google/go-cmp/cmp"
)

func TestCompare(t *testing.T) {
	m := newModel(1, 4, 7)
	was := assess("2026-04-30",
		declared("d.a.c0", 2), declared("d.a.c1", 3), declared("d.a.c2", 2), answered("d.a.c3", "l2a", "met"),
		declared("d.a.c4", 3), declared("d.a.c5", 2))
	now := assess("2026-10-31",
		declared("d.a.c0", 2), declared("d.a.c1", 2), declared("d.a.c2", 3), answered("d.a.c3", "l2a", "partly"),
		answered("d.a.c4", "l2a", "met"), notApplicable("d.a.c5"), declared("d.a.c6", 1))
	s := score.New(m, nil)

	type change struct {
		ID         string
		Regression bool
		Reason     score.Reason
	}
	list := func(d score.Diff) (changes []change) {
		for _, c := range d.Changes {
			changes = append(changes, change{c.Capability, c.Regression, c.NotComparable})
		}
		return changes
	}
	d := score.Compare(s.Scorecard(was), s.Scorecard(now))
	want := []change{
		{"d.a.c1", true, ""},
		{"d.a.c2", false, ""},
		{"d.a.c3", true, ""}, // the level is the same, the score is lower
		{"d.a.c4", false, score.OtherBasis},
		{"d.a.c5", false, score.OtherStatus},
		{"d.a.c6", false, score.OtherStatus},
	}
	if diff := cmp.Diff(want, list(d)); diff != "" {
		t.Error(diff)
	}
	if d.Regressions != 2 || d.NotComparable != "" {
		t.Errorf("%d regressions, not comparable: %q", d.Regressions, d.NotComparable)
	}
	if c := d.Changes[0]; c.Was.Level != score.At(3) || c.Now.Level != score.At(2) || c.Delta != score.Known(-1) {
		t.Errorf("%+v", c)
	}

	was.Model.Version = "0.9.0"
	d = score.Compare(s.Scorecard(was), s.Scorecard(now))
	if d.NotComparable != score.OtherModel || d.Regressions != 0 || len(d.Changes) != len(want) {
		t.Errorf("another version: not comparable %q, %d regressions, %d changes", d.NotComparable, d.Regressions, len(d.Changes))
	}
}

func TestCompareTargets(t *testing.T) {
	raised := declared("d.a.c0", 2)
	raised.Target = 4
	s := score.New(newModel(1, 4, 1), nil)
	d := score.Compare(s.Scorecard(assess("2026-04-30", declared("d.a.c0", 2))), s.Scorecard(assess("2026-10-31", raised)))
	if len(d.Changes) != 1 || d.Changes[0].Now.Target != score.At(4) || d.Changes[0].Regression {
		t.Errorf("%+v", d.Changes)
	}
}

func TestCalibrate(t *testing.T) {
	s := score.New(newModel(1, 4, 3), nil)
	c := score.Calibrate(
		s.Scorecard(assess("2026-10-31", declared("d.a.c0", 3), declared("d.a.c1", 2))),
		s.Scorecard(ofKind(maturity.Peer, assess("2026-09-30", declared("d.a.c0", 2), declared("d.a.c2", 4)))))
	want := []score.Difference{{Capability: "d.a.c0", Self: 3, Other: 2, Difference: 1}}
	if diff := cmp.Diff(want, c.Differences); diff != "" {
		t.Error(diff)
	}
	if c.Overall != score.Known(-0.5) {
		t.Errorf("overall %v", c.Overall)
	}
}

func TestChoosing(t *testing.T) {
	team := newTeam("t",
		assess("2026-04-30"),
		ofKind(maturity.Peer, assess("2026-06-30")),
		labelled("b", assess("2026-10-31")),
		assess("2026-10-31"),
		ofKind(maturity.External, assess("2026-12-31")))
	key := func(a *maturity.Assessment) string {
		if a == nil {
			return ""
		}
		return a.Key()
	}
	for _, test := range []struct {
		asOf  maturity.Date
		kinds []maturity.Kind
		want  string
	}{
		{"", nil, "2026-12-31"},
		{"2026-12-30", nil, "2026-10-31-b"},
		{"2026-10-31", []maturity.Kind{maturity.Peer, maturity.External}, "2026-06-30"},
		{"", []maturity.Kind{maturity.Peer, maturity.External}, "2026-12-31"},
		{"2026-04-29", nil, ""},
	} {
		if got := key(score.NewestOf(team, test.asOf, test.kinds...)); got != test.want {
			t.Errorf("newest of %v by %q: %q, want %q", test.kinds, test.asOf, got, test.want)
		}
	}
	for _, test := range []struct{ of, want string }{
		{"2026-10-31-b", "2026-10-31"},
		{"2026-10-31", "2026-04-30"},
		{"2026-04-30", ""},
		{"2026-06-30", ""},
		{"2026-12-31", ""},
	} {
		if got := key(score.Previous(team, team.Assessment(test.of))); got != test.want {
			t.Errorf("previous of %s: %q, want %q", test.of, got, test.want)
		}
	}
}

// cards scores one team for each row of declared levels; 0 stands for
// unassessed, -1 for not applicable.
func cards(rows ...[]int) []*score.Scorecard {
	m := newModel(1, 4, len(rows[0]))
	s := score.New(m, nil)
	var all []*score.Scorecard
	for _, row := range rows {
		a := assess("2026-10-31")
		for i, level := range row {
			id := m.Capabilities()[i].ID
			switch level {
			case 0:
			case -1:
				a.Ratings = append(a.Ratings, notApplicable(id))
			default:
				a.Ratings = append(a.Ratings, declared(id, level))
			}
		}
		all = append(all, s.Scorecard(a))
	}
	return all
}

func TestOverview(t *testing.T) {
	rows := [][]int{{1, 2, 2, 2, 2}, {2, 2, 2, 2, 0}, {4, 2, 2, 2, -1}, {4, 2, 2, 2, 2}, {1, 0, 0, 0, 0}}
	a := score.Overview(cards(rows...))
	if a.Teams != 4 || a.Incomplete != 1 {
		t.Errorf("%d teams, %d incomplete", a.Teams, a.Incomplete)
	}
	c := a.Capability("d.a.c0")
	want := &score.Distribution{
		ID: "d.a.c0", N: 4, Q1: score.Known(1.75), Median: score.Known(3), Q3: score.Known(4),
		Levels: []score.LevelCount{{Level: 1, Count: 1}, {Level: 2, Count: 1}, {Level: 3}, {Level: 4, Count: 2}},
	}
	if diff := cmp.Diff(want, c); diff != "" {
		t.Error(diff)
	}
	// Only two teams have a score here.
	if c := a.Capability("d.a.c4"); c.N != 2 || c.Unassessed != 1 || c.NA != 1 || c.Median.Valid || c.Q1.Valid || c.Levels[1].Count != 2 {
		t.Errorf("%+v", c)
	}
	if d := a.Domain("d"); d.N != 4 || !d.Median.Valid || d.Levels[1].Count != 4 {
		t.Errorf("%+v", d)
	}
	if a.Capability("d.a.gone") != nil || a.Domain("gone") != nil {
		t.Error("found what is not there")
	}

	two := score.Overview(cards(rows[:2]...))
	if two.Overall.Median.Valid || two.Overall.N != 2 {
		t.Errorf("two teams: %+v", two.Overall)
	}
	if none := score.Overview(nil); none.Teams != 0 || none.Domains != nil {
		t.Errorf("no team: %+v", none)
	}
}

func TestQuartiles(t *testing.T) {
	for levels, want := range map[string][3]float64{ // as QUARTILE.INC gives them
		"123":   {1.5, 2, 2.5},
		"1234":  {1.75, 2.5, 3.25},
		"11244": {1, 2, 4},
		"333":   {3, 3, 3},
	} {
		var rows [][]int
		for _, l := range levels {
			rows = append(rows, []int{int(l - '0')})
		}
		o := score.Overview(cards(rows...)).Overall
		if got := [3]float64{o.Q1.Float, o.Median.Float, o.Q3.Float}; got != want {
			t.Errorf("%s: %v, want %v", levels, got, want)
		}
	}
}

func TestGroups(t *testing.T) {
	var all []*score.Scorecard
	s := cards([]int{1}, []int{2}, []int{3}, []int{4})
	for i, group := range []string{"shop/cart", "shop", ""} {
		s[i].TeamRecord = &maturity.Team{Group: group}
		all = append(all, s[i])
	}
	all = append(all, s[3]) // of a team nobody knows
	var got []string
	for _, g := range score.Groups(all) {
		got = append(got, fmt.Sprint(g.Path, len(g.Cards)))
	}
	if want := []string{"shop2", "shop/cart1"}; !cmp.Equal(got, want) {
		t.Errorf("groups %v, want %v", got, want)
	}
}

func TestInRound(t *testing.T) {
	round := maturity.Round{ID: "2026h2", From: "2026-09-01", Until: "2026-10-31", Tag: "tier-1"}
	tagged := func(t *maturity.Team) *maturity.Team {
		t.Tags = []string{"tier-1"}
		return t
	}
	gone := tagged(newTeam("gone", assess("2026-09-30")))
	gone.Retired = "2026-10-31"
	leaving := tagged(newTeam("leaving", assess("2026-09-30")))
	leaving.Retired = "2026-11-01"
	p := newPortfolio(
		tagged(newTeam("twice", assess("2026-09-01"), ofKind(maturity.Peer, assess("2026-10-31")), assess("2026-11-30"))),
		tagged(newTeam("late", assess("2026-08-31"), assess("2026-11-01"))),
		tagged(newTeam("next", assess("2027-03-01"))),
		tagged(newTeam("empty")),
		newTeam("unasked", assess("2026-09-30")),
		gone, leaving)
	p.Rounds = []maturity.Round{
		{ID: "2026h1", From: "2026-03-01", Until: "2026-04-30"}, round,
		{ID: "2027h2", From: "2027-09-01", Until: "2027-10-31"},
		{ID: "2027h1", From: "2027-03-01", Until: "2027-04-30"},
	}
	report := score.InRound(p, round)
	submissions := func(all []score.Submission) string {
		var s []string
		for _, x := range all {
			s = append(s, x.Team.ID+"@"+x.Assessment.Key())
		}
		return strings.Join(s, " ")
	}
	if got := submissions(report.HandedIn); got != "leaving@2026-09-30 twice@2026-10-31" {
		t.Errorf("handed in: %s", got)
	}
	if got := submissions(report.Late); got != "late@2026-11-01" {
		t.Errorf("late: %s", got)
	}
	var missing []string
	for _, team := range report.Missing {
		missing = append(missing, team.ID)
	}
	if got := strings.Join(missing, " "); got != "empty next" {
		t.Errorf("missing: %s", got)
	}
}
