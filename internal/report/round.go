package report

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// RoundSchema names the form of a round's JSON.
const RoundSchema = "gradus/round/v1"

// A Round says who has handed in, who has not, and what moved since the round
// before. Teams are named by id, in that order.
type Round struct {
	Schema   string          `json:"schema"` // always [RoundSchema]
	ID       string          `json:"round"`
	From     maturity.Date   `json:"from"`
	Until    maturity.Date   `json:"until"`
	AsOf     maturity.Date   `json:"as_of"`
	Open     bool            `json:"open"`     // there is still time to hand in on the as-of day
	Previous string          `json:"previous"` // id of the round before, "" for the first
	Asked    int             `json:"asked"`    // teams
	HandedIn []Submission    `json:"handed_in"`
	Late     []Submission    `json:"late"` // in none of the figures
	Missing  []Missing       `json:"missing"`
	Moved    Moves           `json:"moved"` // of those handed in
	Groups   []Group         `json:"groups"`
	Figures  score.Aggregate `json:"figures"` // frozen: of what was handed in

	round maturity.Round
	model *maturity.Model
}

// A Submission is a team's assessment of a round with its result.
type Submission struct {
	Team     string         `json:"team"`
	Group    string         `json:"group"`
	Date     maturity.Date  `json:"date"`
	Label    string         `json:"label"`
	Kind     maturity.Kind  `json:"kind"`
	Score    score.Number   `json:"score"`
	Level    score.Level    `json:"level"`
	Target   score.Number   `json:"target"`
	Coverage score.Coverage `json:"coverage"`
	Complete bool           `json:"complete"` // enough is assessed to enter the figures
	Move     *Move          `json:"move"`     // null for a team that handed nothing in the round before

	team *maturity.Team
	card *score.Scorecard
}

// A Move is what changed since a team's assessment of the round before.
type Move struct {
	Date          maturity.Date `json:"date"` // of that assessment
	Label         string        `json:"label"`
	Score         score.Number  `json:"score"`
	Level         score.Level   `json:"level"`
	Delta         score.Number  `json:"delta"`          // score now less score then
	Up            int           `json:"levels_up"`      // as in a Diff; 0 where the two cannot be compared
	Down          int           `json:"levels_down"`    // the same
	Regressions   int           `json:"regressions"`    // the same
	NotComparable score.Reason  `json:"not_comparable"` // "model" or "kind"; "" when the two can be compared
}

// otherKind says that two assessments were not made by the same side.
const otherKind score.Reason = "kind"

// Missing is a team that was asked and has handed in nothing.
type Missing struct {
	Team   string        `json:"team"`
	Group  string        `json:"group"`
	Newest maturity.Date `json:"newest"` // date of its newest assessment, "" for none

	team *maturity.Team
}

// Moves counts teams by where their overall score went.
type Moves struct {
	Up           int `json:"up"`
	Down         int `json:"down"`
	Same         int `json:"same"` // up to the decimal that people see
	Incomparable int `json:"incomparable"`
	New          int `json:"new"` // nothing in the round before
}

// A Group says how far a group of teams, with all below it, has come.
type Group struct {
	Path     string       `json:"path"`
	Asked    int          `json:"asked"`
	HandedIn int          `json:"handed_in"`
	Late     int          `json:"late"`
	Missing  int          `json:"missing"`
	Median   score.Number `json:"median"` // of the overall scores in the figures; unknown below three
}

// MarshalJSON gives null for what there is none of.
func (r Round) MarshalJSON() ([]byte, error) {
	type plain Round // without this method
	return json.Marshal(struct {
		plain
		Previous *string        `json:"previous"`
		AsOf     *maturity.Date `json:"as_of"`
	}{plain(r), orNull(r.Previous), orNull(r.AsOf)})
}

// MarshalJSON gives null for no newest assessment.
func (m Missing) MarshalJSON() ([]byte, error) {
	type plain Missing // without this method
	return json.Marshal(struct {
		plain
		Newest *maturity.Date `json:"newest"`
	}{plain(m), orNull(m.Newest)})
}

func orNull[S ~string](s S) *S {
	if s == "" {
		return nil
	}
	return &s
}

// NewRound looks over a round of a portfolio. On the as-of day "" every round
// is over.
func NewRound(s *score.Scorer, m *maturity.Model, p *maturity.Portfolio, r maturity.Round, asOf maturity.Date) *Round {
	out := &Round{
		Schema: RoundSchema, ID: r.ID, From: r.From, Until: r.Until,
		AsOf: asOf, Open: asOf != "" && asOf <= r.Until,
		Missing: []Missing{},
		round:   r, model: m,
	}
	before := map[string]*maturity.Assessment{}
	if previous, ok := roundBefore(p.Rounds, r); ok {
		out.Previous = previous.ID
		last := score.InRound(p, previous)
		for _, sub := range slices.Concat(last.Late, last.HandedIn) {
			before[sub.Team.ID] = sub.Assessment
		}
	}
	found := score.InRound(p, r)
	out.HandedIn = submissions(s, found.HandedIn, before)
	out.Late = submissions(s, found.Late, before)
	for _, t := range found.Missing {
		missing := Missing{Team: t.ID, Group: t.Group, team: t}
		if newest := score.NewestOf(t, ""); newest != nil {
			missing.Newest = newest.Date
		}
		out.Missing = append(out.Missing, missing)
	}
	out.Asked = len(out.HandedIn) + len(out.Late) + len(out.Missing)
	out.countMoves()
	out.Figures = figures(m, cards(out.HandedIn))
	out.Groups = out.groups()
	return out
}

// roundBefore returns the last round that ended before r began.
func roundBefore(all []maturity.Round, r maturity.Round) (before maturity.Round, ok bool) {
	for _, other := range all {
		if other.Until < r.From && (!ok || other.Until > before.Until) {
			before, ok = other, true
		}
	}
	return before, ok
}

func submissions(s *score.Scorer, found []score.Submission, before map[string]*maturity.Assessment) []Submission {
	all := make([]Submission, 0, len(found))
	for _, f := range found {
		card := s.Scorecard(f.Assessment)
		sub := Submission{
			Team: card.Team, Group: f.Team.Group, Date: card.Date, Label: card.Label, Kind: card.Kind,
			Score: card.Overall.Score, Level: card.Overall.Level, Target: card.Overall.Target,
			Coverage: card.Overall.Coverage, Complete: card.Complete,
			team: f.Team, card: card,
		}
		if was := before[card.Team]; was != nil {
			sub.Move = newMove(Compare(s.Scorecard(was), card))
		}
		all = append(all, sub)
	}
	return all
}

func newMove(d *Diff) *Move {
	m := &Move{
		Date: d.Was.Date, Label: d.Was.Label, Score: d.Was.Score, Level: d.Was.Level,
		Delta: difference(d.Was.Score, d.Now.Score), NotComparable: d.NotComparable,
	}
	if m.NotComparable == "" && d.Was.Kind != d.Now.Kind {
		m.NotComparable = otherKind
	}
	if m.NotComparable == "" {
		m.Up, m.Down, m.Regressions = d.Up, d.Down, d.Regressions
	}
	return m
}

func (r *Round) countMoves() {
	for _, s := range r.HandedIn {
		switch {
		case s.Move == nil:
			r.Moved.New++
		case s.Move.NotComparable != "" || !s.Move.Delta.Valid:
			r.Moved.Incomparable++
		case score.Show(s.Move.Delta.Float) == score.Show(0):
			r.Moved.Same++
		case s.Move.Delta.Float > 0:
			r.Moved.Up++
		default:
			r.Moved.Down++
		}
	}
}

func cards(handedIn []Submission) []*score.Scorecard {
	all := make([]*score.Scorecard, len(handedIn))
	for i, s := range handedIn {
		all[i] = s.card
	}
	return all
}

// figures looks over scorecards. Without any, there is still a row for all
// that could have been counted, with zeros.
func figures(m *maturity.Model, cards []*score.Scorecard) score.Aggregate {
	if len(cards) > 0 {
		return score.Overview(cards)
	}
	nothing := func(id string) score.Distribution {
		d := score.Distribution{ID: id}
		for level := m.Scale.Min; level <= m.Scale.Max; level++ {
			d.Levels = append(d.Levels, score.LevelCount{Level: level})
		}
		return d
	}
	out := score.Aggregate{Overall: nothing("")}
	for _, d := range m.Domains {
		out.Domains = append(out.Domains, nothing(d.ID))
	}
	for _, c := range m.Capabilities() {
		out.Capabilities = append(out.Capabilities, nothing(c.ID))
	}
	return out
}

// groups counts at every prefix of the teams' groups, by path.
func (r *Round) groups() []Group {
	byPath := map[string]*Group{}
	count := func(path string, n func(*Group)) {
		for ; path != ""; path = path[:max(0, strings.LastIndexByte(path, '/'))] {
			if byPath[path] == nil {
				byPath[path] = &Group{Path: path}
			}
			byPath[path].Asked++
			n(byPath[path])
		}
	}
	for _, s := range r.HandedIn {
		count(s.Group, func(g *Group) { g.HandedIn++ })
	}
	for _, s := range r.Late {
		count(s.Group, func(g *Group) { g.Late++ })
	}
	for _, m := range r.Missing {
		count(m.Group, func(g *Group) { g.Missing++ })
	}
	for _, g := range score.Groups(cards(r.HandedIn)) {
		byPath[g.Path].Median = score.Overview(g.Cards).Overall.Median
	}
	groups := make([]Group, 0, len(byPath))
	for _, g := range byPath {
		groups = append(groups, *g)
	}
	slices.SortFunc(groups, func(a, b Group) int { return strings.Compare(a.Path, b.Path) })
	return groups
}

// WriteRound writes a round. JSON is "gradus/round/v1", CSV has a row for each
// team that was asked.
func WriteRound(w io.Writer, r *Round, o Options) error {
	switch o.Format {
	case JSON:
		return writeJSON(w, r)
	case CSV:
		return r.writeCSV(w, o.Lang)
	}
	return write(w, r.document(o.Lang), o)
}
