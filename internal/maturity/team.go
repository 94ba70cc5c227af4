package maturity

import (
	"cmp"
	"slices"
	"strings"

	"gradus/internal/diag"
)

// A Portfolio is all teams, and what the site says of them.
type Portfolio struct {
	Teams  []*Team      // by id
	Rules  []TargetRule // central targets; the first that matches counts
	Rounds []Round      // oldest first
}

// Team returns the team with an id, or nil.
func (p *Portfolio) Team(id string) *Team {
	i, found := slices.BinarySearchFunc(p.Teams, id, func(t *Team, id string) int { return cmp.Compare(t.ID, id) })
	if !found {
		return nil
	}
	return p.Teams[i]
}

// A Team assesses itself, or is assessed.
type Team struct {
	Pos         diag.Position // of team.yaml, or of the folder
	ID          string
	Name        Text
	Group       string // path of groups, "commerce/checkout"; "" for none
	Owner       string // a person: published only where the site says so
	Tags        []string
	Targets     Targets
	Publish     Publish
	Retired     Date          // from this day on in no aggregate; "" for never
	Implicit    bool          // without a team.yaml: the name is the id
	Assessments []*Assessment // oldest first, as CompareAssessments orders them
}

// InGroup reports whether the team is in the group or in one below it.
func (t *Team) InGroup(group string) bool {
	return t.Group == group || strings.HasPrefix(t.Group, group+"/")
}

// HasTag reports whether the team carries the tag.
func (t *Team) HasTag(tag string) bool { return slices.Contains(t.Tags, tag) }

// Publish says which parts of a team's data the site shows. The zero value
// shows nothing.
type Publish struct {
	Evidence   bool // addresses and titles of evidence
	Notes      bool // note, summary, scope, reason
	People     bool // owner, assessors
	Scorecards bool // the scorecard pages; false: only what groups and rounds show
}

// And returns what both p and q publish: a team narrows the site's setting,
// and never widens it.
func (p Publish) And(q Publish) Publish {
	return Publish{
		Evidence:   p.Evidence && q.Evidence,
		Notes:      p.Notes && q.Notes,
		People:     p.People && q.People,
		Scorecards: p.Scorecards && q.Scorecards,
	}
}

// A TargetRule sets targets for the teams of a group, with a tag, or both.
type TargetRule struct {
	Pos     diag.Position
	Tag     string // "" for any
	Group   string // the group and all below it; "" for any
	Targets Targets
}

// Matches reports whether the rule is about the team.
func (r TargetRule) Matches(t *Team) bool {
	return (r.Tag == "" || t.HasTag(r.Tag)) && (r.Group == "" || t.InGroup(r.Group))
}

// Targets are levels to reach, by scope.
type Targets []Target

// A Target is one entry of Targets.
type Target struct {
	Scope Ref // the id of a capability, an area or a domain, or "default"
	Level int
}

// For returns the target of a capability: its own entry, else its area's, its
// domain's, the default.
func (ts Targets) For(c *Capability) (level int, ok bool) {
	for _, scope := range []string{c.ID, c.Area.ID, c.Area.Domain.ID, "default"} {
		for _, t := range ts {
			if t.Scope.ID == scope {
				return t.Level, true
			}
		}
	}
	return 0, false
}

// A Round is a period in which teams are asked to hand in.
type Round struct {
	Pos         diag.Position
	ID          string
	Name        Text
	From, Until Date   // both days belong to it
	Tag, Group  string // which teams are asked; "" for all
}

// Asks reports whether the round asks the team.
func (r Round) Asks(t *Team) bool {
	return (r.Tag == "" || t.HasTag(r.Tag)) && (r.Group == "" || t.InGroup(r.Group))
}

// Kind is who assessed.
type Kind string

// The kinds.
const (
	Self     Kind = "self"
	Peer     Kind = "peer"
	External Kind = "external"
)

// Kinds are all kinds.
var Kinds = []Kind{Self, Peer, External}

// An Assessment says how a team stands on one day.
type Assessment struct {
	Pos       diag.Position // of the file
	Model     ModelRef
	Team      string
	Date      Date
	Label     string // tells assessments of one day apart; mostly ""
	Kind      Kind
	Assessors []string // people: published only where the site says so
	Scope     Text
	Extends   Ref // the key of an earlier assessment, "2026-04-30" or "2026-04-30-label"; "" for none
	Summary   Text
	Ratings   []*Rating // in the file's order
}

// A ModelRef is "techops@1.0.0" taken apart.
type ModelRef struct {
	Pos         diag.Position
	ID, Version string
}

// Key names the assessment among its team's: the date, with "-label" where there is one.
func (a *Assessment) Key() string {
	if a.Label == "" {
		return string(a.Date)
	}
	return string(a.Date) + "-" + a.Label
}

// CompareAssessments orders a team's assessments: by date, then by label, no
// label first.
func CompareAssessments(a, b *Assessment) int {
	return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.Label, b.Label))
}

// Assessment returns the team's assessment with a key, or nil.
func (t *Team) Assessment(key string) *Assessment {
	for _, a := range t.Assessments {
		if a.Key() == key {
			return a
		}
	}
	return nil
}

// RatingKind is what a rating is by.
type RatingKind int

// The kinds of rating; a rating is exactly one of them.
const (
	Rated         RatingKind = iota + 1 // by a declared level, by answers to criteria, or by both
	Inherited                           // from another team's rating
	NotApplicable                       // with a reason
	Unassessed                          // on purpose, to drop a carried one
)

// NoLevel is the declared level of a rating that declares none.
const NoLevel = -1

// A Rating is what an assessment says of one capability.
type Rating struct {
	Pos        diag.Position
	Capability Ref
	Kind       RatingKind
	Level      int               // declared, or NoLevel
	Criteria   []CriterionAnswer // in the file's order
	From       Ref               // the team whose rating is taken over
	Reason     Text              // why it is not applicable
	Review     Date              // when "not applicable" is looked at again
	Target     int               // own target; 0 for none
	TargetPos  diag.Position
	Due        Date
	Note       Text // Markdown
	Evidence   []Evidence
}

// A CriterionAnswer answers one criterion.
type CriterionAnswer struct {
	Pos       diag.Position
	Criterion Ref
	Answer    Ref  // id of one of the model's answers, or AnswerNA
	Reason    Text // why it is not applicable
	Review    Date
	Note      Text // Markdown
	Evidence  []Evidence
}

// Evidence is where a claim can be checked.
type Evidence struct {
	Pos   diag.Position
	Title Text // "" where only the address was given
	URL   string
	Date  Date
}
