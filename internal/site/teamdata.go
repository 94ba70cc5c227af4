package site

import (
	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// teamData is a team as scripts read it: each assessment as it was scored, and
// the newest of each kind as a new one begins with it.
type teamData struct {
	targetsOf
	Assessments map[string]assessmentData `json:"assessments"` // by key
	Newest      map[string]baseData       `json:"newest"`      // by kind
}

// targetsOf is what decides a team's targets.
type targetsOf struct {
	Group   string         `json:"group,omitempty"`
	Tags    []string       `json:"tags,omitempty"`
	Targets map[string]int `json:"targets,omitempty"`
}

// assessmentData is an assessment as it was scored.
type assessmentData struct {
	Date         maturity.Date   `json:"date"`
	Kind         maturity.Kind   `json:"kind"`
	Version      string          `json:"version"` // of the model it used
	Overall      standingData    `json:"overall"`
	Domains      []standingData  `json:"domains"` // in the model's order
	Capabilities []capabilityNow `json:"capabilities"`
}

type standingData struct {
	Score score.Number `json:"score"`
	Level score.Level  `json:"level"`
}

// capabilityNow is how a capability stands: its status where it is not rated.
type capabilityNow struct {
	Status score.Status `json:"status,omitempty"` // left out when rated
	*standingData
}

// baseData is what a new assessment begins with.
type baseData struct {
	Key     string                 `json:"key"`
	Ratings map[string]*ratingData `json:"ratings"`
}

func newTargetsOf(t *maturity.Team) targetsOf {
	return targetsOf{t.Group, t.Tags, targetData(t.Targets)}
}

// publishedTeams are the teams whose scorecards the site shows, by id.
func (s *Site) publishedTeams() []*maturity.Team {
	var teams []*maturity.Team
	for _, t := range s.source.Portfolio.Teams {
		if s.hasScorecards(t) {
			teams = append(teams, t)
		}
	}
	return teams
}

// addTeamData adds a file for each team whose scorecards are published. It is
// made when it is asked for, as pages are.
func (s *Site) addTeamData() {
	for _, t := range s.publishedTeams() {
		s.Data = append(s.Data, DataFile{teamFile(t.ID), func() ([]byte, error) {
			return dataScript(`(gradus.teams=gradus.teams||{})["`+t.ID+`"]`, s.teamData(t))
		}})
	}
}

// teamFile is the file of a team. Scripts know it by this name: it has no part
// of its content's hash in it, which would take the scores of all teams.
func teamFile(id string) string { return dataFolder + address.Teams + id + ".js" }

func (s *Site) teamData(t *maturity.Team) teamData {
	data := teamData{newTargetsOf(t), map[string]assessmentData{}, map[string]baseData{}}
	for _, a := range t.Assessments {
		data.Assessments[a.Key()] = newAssessmentData(s.scorer.Scorecard(a))
	}
	for _, kind := range maturity.Kinds {
		if a := score.NewestOf(t, "", kind); a != nil {
			data.Newest[string(kind)] = baseData{a.Key(), ratingsData(s.scorer.Scorecard(s.today(a)), s.publish(t), s.shownOf(t))}
		}
	}
	return data
}

// today is an assessment as it would read if it were made again on the newest
// day of all: what it inherits is resolved by that day.
func (s *Site) today(a *maturity.Assessment) *maturity.Assessment {
	again := *a
	again.Date = max(a.Date, s.opts.AsOf)
	return &again
}

func newAssessmentData(card *score.Scorecard) assessmentData {
	data := assessmentData{
		Date:    card.Date,
		Kind:    card.Kind,
		Version: card.Model.Version,
		Overall: standingData{card.Overall.Score, card.Overall.Level},
	}
	for _, d := range card.Domains {
		data.Domains = append(data.Domains, standingData{d.Score, d.Level})
	}
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		now := capabilityNow{Status: c.Status}
		if c.Status == score.Rated {
			now = capabilityNow{standingData: &standingData{c.Score, c.Level}}
		}
		data.Capabilities = append(data.Capabilities, now)
	}
	return data
}
