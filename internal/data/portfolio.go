package data

import (
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// PortfolioSchema names the form of the portfolio's JSON.
const PortfolioSchema = "gradus/portfolio/v1"

// Portfolio is api/v1/portfolio.json: all teams side by side.
type Portfolio struct {
	Schema    string           `json:"schema"` // always [PortfolioSchema]
	AsOf      *maturity.Date   `json:"as_of"`
	Model     score.Model      `json:"model"`
	Domains   []Name           `json:"domains"` // in the model's order
	Teams     []TeamRow        `json:"teams"`   // by id
	Hidden    int              `json:"hidden"`
	Aggregate *score.Aggregate `json:"aggregate"`
	Groups    []Group          `json:"groups"` // by path
}

// A Name says what an id stands for.
type Name struct {
	ID   string `json:"id"`
	Name Text   `json:"name"`
}

// A TeamRow is a team and its newest assessment.
type TeamRow struct {
	Name
	Group   string         `json:"group"`
	Tags    []string       `json:"tags"`
	Retired *maturity.Date `json:"retired"`
	Newest  *Newest        `json:"newest"`
}

// Newest is what a team's newest assessment amounts to.
type Newest struct {
	Date     maturity.Date    `json:"date"`
	Label    string           `json:"label"`
	Kind     maturity.Kind    `json:"kind"`
	Model    score.Model      `json:"model"`
	AgeDays  *int             `json:"age_days"`
	Stale    bool             `json:"stale"`
	Complete bool             `json:"complete"`
	Overall  Overall          `json:"overall"`
	Domains  []DomainStanding `json:"domains"` // in the model's order
	Previous *Other           `json:"previous"`
	Others   []Other          `json:"others"` // by kind
}

// A Standing says how the capabilities of the whole or of a domain stand
// together: a [score.Summary] without its lists.
type Standing struct {
	Score       score.Number    `json:"score"`
	Level       score.Level     `json:"level"`
	Floor       score.Level     `json:"floor"`
	Target      score.Number    `json:"target"`
	Gap         score.Number    `json:"gap"`
	Provisional bool            `json:"provisional"`
	Coverage    score.Coverage  `json:"coverage"`
	Supported   score.Supported `json:"supported"`
	OnTarget    score.OnTarget  `json:"on_target"`
}

// Overall is the standing of the whole.
type Overall struct {
	Standing
	ToTarget score.Number `json:"to_target"`
}

// A DomainStanding is the standing of a domain.
type DomainStanding struct {
	ID string `json:"id"`
	Standing
}

// An Other is another assessment of the team.
type Other struct {
	Date  maturity.Date `json:"date"`
	Label string        `json:"label"`
	Kind  maturity.Kind `json:"kind"`
	Score score.Number  `json:"score"`
	Level score.Level   `json:"level"`
}

// A Group is the teams of a group and of all below it.
type Group struct {
	Path      string          `json:"path"`
	Aggregate score.Aggregate `json:"aggregate"`
}

// Portfolio looks over all teams.
func (d *Data) Portfolio() Portfolio {
	m := d.source.Model
	out := Portfolio{
		Schema:  PortfolioSchema,
		AsOf:    orNull(d.asOf),
		Model:   score.Model{ID: m.ID, Version: m.Version},
		Domains: []Name{},
		Teams:   []TeamRow{},
		Groups:  []Group{},
	}
	for _, domain := range m.Domains {
		out.Domains = append(out.Domains, Name{domain.ID, d.text(domain.Name)})
	}
	var counted []*score.Scorecard
	for _, t := range d.source.Portfolio.Teams {
		var card *score.Scorecard
		if newest := score.NewestOf(t, ""); newest != nil {
			card = d.scorer.Scorecard(newest)
		}
		counts := card != nil && !score.Retired(t, d.asOf)
		if counts {
			counted = append(counted, card)
		}
		if !d.publish(t).Scorecards {
			if counts {
				out.Hidden++
			}
			continue
		}
		out.Teams = append(out.Teams, d.teamRow(t, card))
	}
	if len(counted) > 0 {
		all := score.Overview(counted)
		out.Aggregate = &all
	}
	for _, g := range score.Groups(counted) {
		out.Groups = append(out.Groups, Group{g.Path, score.Overview(g.Cards)})
	}
	return out
}

// teamRow is a published team; the card is nil when it has handed in nothing.
func (d *Data) teamRow(t *maturity.Team, card *score.Scorecard) TeamRow {
	row := TeamRow{Name: Name{t.ID, d.text(t.Name)}, Group: t.Group, Tags: list(t.Tags), Retired: orNull(t.Retired)}
	if card == nil {
		return row
	}
	row.Newest = &Newest{
		Date:     card.Date,
		Label:    card.Label,
		Kind:     card.Kind,
		Model:    card.Model,
		Complete: card.Complete,
		Overall:  Overall{standing(card.Overall.Summary), card.Overall.ToTarget},
		Others:   d.others(t, card.Kind),
	}
	for _, domain := range card.Domains {
		row.Newest.Domains = append(row.Newest.Domains, DomainStanding{domain.ID, standing(domain.Summary)})
	}
	if d.asOf != "" {
		age := max(0, card.Date.Days(d.asOf))
		row.Newest.AgeDays = &age
		row.Newest.Stale = age > d.source.Config.StaleAfter
	}
	if before := score.Previous(t, card.Assessment); before != nil {
		previous := d.other(before)
		row.Newest.Previous = &previous
	}
	return row
}

func standing(s score.Summary) Standing {
	return Standing{s.Score, s.Level, s.Floor, s.Target, s.Gap, s.Provisional, s.Coverage, s.Supported, s.OnTarget}
}

// others are the newest assessments of other kinds than a given one: what
// others say of the team stands beside what it says of itself.
func (d *Data) others(t *maturity.Team, but maturity.Kind) []Other {
	others := []Other{}
	for _, kind := range maturity.Kinds {
		if kind == but {
			continue
		}
		if a := score.NewestOf(t, "", kind); a != nil {
			others = append(others, d.other(a))
		}
	}
	return others
}

func (d *Data) other(a *maturity.Assessment) Other {
	overall := d.scorer.Scorecard(a).Overall
	return Other{a.Date, a.Label, a.Kind, overall.Score, overall.Level}
}
