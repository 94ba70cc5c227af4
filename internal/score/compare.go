package score

import "gradus/internal/maturity"

// A Diff says what differs between two scorecards, as was -> now (the scoring
// rules, section 6).
type Diff struct {
	Schema        string         `json:"schema"` // always [DiffSchema]
	Team          string         `json:"team"`
	Was           Side           `json:"was"`
	Now           Side           `json:"now"`
	NotComparable Reason         `json:"not_comparable"` // why no change of the two is; "" when they are
	Domains       []DomainChange `json:"domains"`        // every domain, in the model's order
	Changes       []Change       `json:"changes"`        // the capabilities that differ, in the model's order
	Regressions   int            `json:"regressions"`    // how many changes are one
}

// DiffSchema names the form of a diff's JSON.
const DiffSchema = "gradus/diff/v1"

// A Side names one of the two scorecards, with its overall result.
type Side struct {
	Date  maturity.Date `json:"date"`
	Label string        `json:"label"`
	Kind  maturity.Kind `json:"kind"`
	Model Model         `json:"model"`
	Score Number        `json:"score"`
	Level Level         `json:"level"`
}

// A DomainChange sets a domain's results beside each other.
type DomainChange struct {
	ID       string `json:"id"`
	WasScore Number `json:"was_score"`
	NowScore Number `json:"now_score"`
	WasLevel Level  `json:"was_level"`
	NowLevel Level  `json:"now_level"`
}

// A Change is a capability of which level, score, status, basis or target differs.
type Change struct {
	Capability    string `json:"capability"`
	Was           State  `json:"was"`
	Now           State  `json:"now"`
	Delta         Number `json:"delta"` // score now less score was; unknown where either is
	Regression    bool   `json:"regression"`
	NotComparable Reason `json:"not_comparable"` // why a lower result is no regression; "" when it would be
}

// A State is how a capability stands on one side.
type State struct {
	Status Status `json:"status"`
	Basis  Basis  `json:"basis"`
	Score  Number `json:"score"`
	Level  Level  `json:"level"`
	Target Level  `json:"target"`
}

// A Reason says why two results cannot be compared.
type Reason string

// The reasons.
const (
	OtherModel  Reason = "model"  // another model, or another version of it
	OtherStatus Reason = "status" // rated on one side only
	OtherBasis  Reason = "basis"  // both are rated, but by other means
)

// Compare returns what differs between two scorecards of a team.
func Compare(was, now *Scorecard) Diff {
	d := Diff{Schema: DiffSchema, Team: now.Team, Was: side(was), Now: side(now), Changes: []Change{}}
	if was.Model != now.Model {
		d.NotComparable = OtherModel
	}
	for i := range now.Domains {
		d.Domains = append(d.Domains, domainChange(was, &now.Domains[i]))
	}
	for i := range now.capabilities {
		c := &now.capabilities[i]
		change := Change{Capability: c.ID, Was: state(was.Capability(c.ID)), Now: state(c)}
		if change.Was.same(change.Now) {
			continue
		}
		change.judge(d.NotComparable)
		if change.Regression {
			d.Regressions++
		}
		d.Changes = append(d.Changes, change)
	}
	return d
}

// Moves counts the capabilities whose level rose, and those whose level fell,
// and those of which neither can be said because the two are not comparable.
func (d Diff) Moves() (up, down, incomparable int) {
	for _, c := range d.Changes {
		switch {
		case c.NotComparable != "":
			incomparable++
		case c.Now.Level.Int > c.Was.Level.Int:
			up++
		case c.Now.Level.Int < c.Was.Level.Int:
			down++
		}
	}
	return up, down, incomparable
}

func side(c *Scorecard) Side {
	return Side{c.Date, c.Label, c.Kind, c.Model, c.Overall.Score, c.Overall.Level}
}

func domainChange(was *Scorecard, now *Domain) DomainChange {
	change := DomainChange{ID: now.ID, NowScore: now.Score, NowLevel: now.Level}
	for i := range was.Domains {
		if d := &was.Domains[i]; d.ID == now.ID {
			change.WasScore, change.WasLevel = d.Score, d.Level
		}
	}
	return change
}

// state is how a capability stands; nil is one that was not in the model.
func state(c *Capability) State {
	if c == nil {
		return State{Status: Unassessed}
	}
	return State{c.Status, c.Basis, c.Score, c.Level, c.Target}
}

func (s State) same(t State) bool {
	return s.Status == t.Status && s.Basis == t.Basis && s.Score.same(t.Score) &&
		s.Level == t.Level && s.Target == t.Target
}

// judge says whether the change is a regression, or why that cannot be said.
func (c *Change) judge(whole Reason) {
	c.Delta = c.Now.Score.minus(c.Was.Score)
	switch {
	case whole != "":
		c.NotComparable = whole
	case c.Was.Status != c.Now.Status:
		c.NotComparable = OtherStatus
	case c.Was.Basis != c.Now.Basis:
		c.NotComparable = OtherBasis
	default:
		c.Regression = c.Now.Level.Int < c.Was.Level.Int || c.Delta.Float < -eps
	}
}

// A Calibration sets a team's assessment of itself against that of others.
type Calibration struct {
	Self, Other *Scorecard
	Overall     Number       // self less other; unknown where either is
	Differences []Difference // the capabilities rated on both sides, in the model's order
}

// A Difference is by how much a team rates itself higher than others do.
type Difference struct {
	Capability  string
	Self, Other float64
	Difference  float64 // self less other
}

// Calibrate compares a self-assessment with a peer or external one, as
// [NewestOf] finds them.
func Calibrate(self, other *Scorecard) Calibration {
	result := Calibration{Self: self, Other: other, Overall: self.Overall.Score.minus(other.Overall.Score)}
	for i := range self.capabilities {
		s := &self.capabilities[i]
		o := other.Capability(s.ID)
		if o == nil || s.Status != Rated || o.Status != Rated {
			continue
		}
		result.Differences = append(result.Differences,
			Difference{s.ID, s.Score.Float, o.Score.Float, s.Score.Float - o.Score.Float})
	}
	return result
}
