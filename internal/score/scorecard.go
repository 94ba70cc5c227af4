package score

import "gradus/internal/maturity"

// A Scorecard is what one assessment amounts to. It is shared between readers
// and must not be changed.
type Scorecard struct {
	Schema   string        `json:"schema"` // always [Schema]
	Team     string        `json:"team"`
	Date     maturity.Date `json:"date"`
	Label    string        `json:"label"`
	Kind     maturity.Kind `json:"kind"`
	Model    Model         `json:"model"`
	Overall  Overall       `json:"overall"`
	Domains  []Domain      `json:"domains"` // in the model's order
	Gaps     []Gap         `json:"gaps"`    // what closing gains most comes first
	Plan     []Step        `json:"plan"`    // in the order in which to do it
	Complete bool          `json:"complete"`

	Assessment *maturity.Assessment `json:"-"`
	TeamRecord *maturity.Team       `json:"-"` // nil for a team that the portfolio does not hold
	Definition *maturity.Model      `json:"-"`

	scorer       *Scorer
	capabilities []Capability // all of them, in the model's order
}

// Schema names the form of a scorecard's JSON.
const Schema = "gradus/scorecard/v1"

// Model is the model that the assessment says it used. Its version may differ
// from that of the definition by which it was scored.
type Model struct {
	ID      string `json:"id"`
	Version string `json:"version"`
}

// Capability returns what the scorecard says of the capability with a full id,
// or nil when the model has none of that name.
func (c *Scorecard) Capability(id string) *Capability {
	if i, ok := c.scorer.index[id]; ok {
		return &c.capabilities[i]
	}
	return nil
}

// Capabilities returns what the scorecard says of every capability, in the
// model's order.
func (c *Scorecard) Capabilities() []Capability { return c.capabilities }

// Status says whether a capability has a score.
type Status string

// The statuses (the scoring rules, section 2).
const (
	Rated         Status = "rated"
	NotApplicable Status = "na"         // with a reason; counts nowhere
	Unassessed    Status = "unassessed" // unknown, never a zero
)

// Basis says what a score rests on.
type Basis string

// The bases of a rated capability; the others have none, "".
const (
	Declared  Basis = "declared"  // a level was named, no criterion answered
	Criteria  Basis = "criteria"  // at least one criterion was answered
	Inherited Basis = "inherited" // another team's rating was taken over
)

// A Capability is what a scorecard says of one capability of the model.
type Capability struct {
	ID       string        `json:"id"`
	Status   Status        `json:"status"`
	Basis    Basis         `json:"basis"`
	Score    Number        `json:"score"`
	Level    Level         `json:"level"`  // the highest that is passed with all below it
	Target   Level         `json:"target"` // unknown when none is set
	Gap      Number        `json:"gap"`    // from the score up to the target, never negative
	Gain     Number        `json:"gain"`   // what the overall score would rise by if this gap alone were closed
	Weight   Number        `json:"weight"` // its share of the overall score
	Evidence bool          `json:"evidence"`
	Blockers []string      `json:"blockers"`      // ids of the criteria that the next level still lacks
	Due      maturity.Date `json:"due,omitempty"` // by when the target is to be reached; "" for no date

	Definition    *maturity.Capability `json:"-"`
	Rating        *maturity.Rating     `json:"-"` // the one that counts, found through extends and from; nil when there is none
	Own           *maturity.Rating     `json:"-"` // the one the team wrote: Rating itself, or the "from" that led there; nil for none
	CarriedFrom   *maturity.Assessment `json:"-"` // the earlier assessment that holds Own; nil when this one does
	InheritedFrom []Link               `json:"-"` // the teams passed through, Rating's team last; empty unless Own is a "from"

	rules *rules
}

// An Area is what a scorecard says of an area.
type Area struct {
	ID string `json:"id"`
	Summary
	Capabilities []Capability   `json:"capabilities"`
	Definition   *maturity.Area `json:"-"`
}

// A Domain is what a scorecard says of a domain.
type Domain struct {
	ID string `json:"id"`
	Summary
	Areas      []Area           `json:"areas"`
	Definition *maturity.Domain `json:"-"`
}

// Overall is what a scorecard says of the whole model.
type Overall struct {
	Summary
	ToTarget Number // how much of the way from the scale's lowest level to the targets is done, 0 to 1
}

// A Summary says how the capabilities of an area, of a domain or of the model
// stand together (the scoring rules, section 3). Without a rated capability
// its numbers are unknown.
type Summary struct {
	Score       Number    `json:"score"`  // weighted mean
	Level       Level     `json:"level"`  // reached by the model's share of the capabilities, none of them two or more below
	Floor       Level     `json:"floor"`  // the lowest level among them
	Target      Number    `json:"target"` // weighted mean; unknown when no capability has a target
	Gap         Number    `json:"gap"`    // weighted mean
	Provisional bool      `json:"provisional"`
	Coverage    Coverage  `json:"coverage"`
	Supported   Supported `json:"supported"`
	OnTarget    OnTarget  `json:"on_target"`
	Blockers    []string  `json:"blockers"` // ids of the capabilities below the next level, lowest first
	Needed      int       `json:"needed"`   // how many of them must rise at the least for the next level
}

// Coverage says how many of the capabilities that apply are rated.
type Coverage struct {
	Rated      int `json:"rated"`
	Applicable int `json:"applicable"` // all but those not applicable
}

// Supported says how far evidence carries the score.
type Supported struct {
	With  int    `json:"with"`  // how many of them have some
	Of    int    `json:"of"`    // how many ought to have evidence
	Score Number `json:"score"` // what remains when those without are set back below that level
}

// OnTarget says how many of the capabilities with a target have reached it.
type OnTarget struct {
	Met int `json:"met"`
	Of  int `json:"of"`
}

// A Gap is a rated capability below its target (the scoring rules, section 4).
type Gap struct {
	Capability string        `json:"capability"`
	Score      float64       `json:"score"`
	Level      int           `json:"level"`
	Target     int           `json:"target"`
	Gap        float64       `json:"gap"`
	Gain       float64       `json:"gain"`
	Due        maturity.Date `json:"-"` // "" for no date, null in JSON

	Result *Capability `json:"-"` // all that the scorecard says of it
}

// A Step of the plan takes one capability up one level (the scoring rules,
// section 5).
type Step struct {
	Capability string  `json:"capability"`
	From       int     `json:"from"`
	To         int     `json:"to"`
	Gain       float64 `json:"gain"` // of the overall score
	Effort     float64 `json:"effort"`
	Projected  float64 `json:"projected"` // the overall score after it
	PulledBy   *string `json:"pulled_by"` // the capability that needs it, when no target asks for it
	Assess     bool    `json:"assess"`    // nobody has assessed it: find out first, it may be done
	Needs      []Need  `json:"needs"`     // what the plan must have done before it, in other capabilities

	Result *Capability `json:"-"` // all that the scorecard says of it
}

// A Need is a level that another capability must have first and has not yet.
type Need struct {
	Capability string `json:"capability"`
	Level      int    `json:"level"`
}
