package check_test

import (
	"fmt"
	"testing"

	"gradus/internal/check"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

// BenchmarkSite checks 1,000 teams of four assessments with 35 ratings each,
// every fourth of them by criteria.
func BenchmarkSite(b *testing.B) {
	src := manyTeams(1000)
	b.ReportAllocs()
	for b.Loop() {
		if found := check.Site(src, check.Options{AsOf: "2026-12-31"}); found.HasErrors() {
			b.Fatal(printed(found[:1]))
		}
	}
}

// BenchmarkAssessment checks one assessment of that site.
func BenchmarkAssessment(b *testing.B) {
	src := manyTeams(1000)
	a := src.Portfolio.Teams[500].Assessments[3]
	b.ReportAllocs()
	for b.Loop() {
		check.Assessment(src, a, check.Options{AsOf: "2026-12-31"})
	}
}

func manyTeams(n int) *load.Source {
	m := bigModel()
	src := &load.Source{
		Config:    &load.Config{Languages: []string{"en"}},
		Model:     m,
		Portfolio: &maturity.Portfolio{},
	}
	for i := range n {
		id := fmt.Sprintf("team-%05d", i)
		t := &maturity.Team{ID: id, Name: maturity.Plain("Team " + id), Tags: []string{"tier-1"}}
		for day := range 4 {
			t.Assessments = append(t.Assessments, fullAssessment(m, id, maturity.Date(fmt.Sprintf("2026-0%d-01", day+1))))
		}
		src.Portfolio.Teams = append(src.Portfolio.Teams, t)
	}
	return src
}

func fullAssessment(m *maturity.Model, team string, date maturity.Date) *maturity.Assessment {
	a := &maturity.Assessment{
		Model: maturity.ModelRef{ID: m.ID, Version: m.Version}, Team: team, Date: date, Kind: maturity.Self,
	}
	for i, capability := range m.Capabilities() {
		r := &maturity.Rating{
			Capability: maturity.Ref{ID: capability.ID}, Kind: maturity.Rated, Level: 3,
			Note:     maturity.Plain("See the *report* of the quarter."),
			Evidence: []maturity.Evidence{{URL: "https://wiki.example.org/" + capability.ID}},
		}
		if i%4 == 0 {
			r.Level = maturity.NoLevel
			for _, level := range capability.Levels {
				for _, criterion := range level.Criteria {
					r.Criteria = append(r.Criteria, maturity.CriterionAnswer{
						Criterion: maturity.Ref{ID: criterion.ID}, Answer: maturity.Ref{ID: "met"},
					})
				}
			}
		}
		a.Ratings = append(a.Ratings, r)
	}
	return a
}

// bigModel has 7 domains with 35 capabilities of five levels and three criteria each.
func bigModel() *maturity.Model {
	m := &maturity.Model{
		ID: "ops", Version: "1.0.0", Title: maturity.Plain("Ops"), Scale: maturity.Scale{Min: 1, Max: 5},
		Answers: maturity.DefaultAnswers(), Scoring: maturity.DefaultScoring(),
		Targets: maturity.Targets{{Scope: maturity.Ref{ID: "default"}, Level: 4}},
	}
	for d := range 7 {
		domain := &maturity.Domain{ID: fmt.Sprintf("domain-%d", d), Name: maturity.Plain("Domain"), Weight: 1}
		area := &maturity.Area{ID: domain.ID + ".area", Name: maturity.Plain("Area"), Weight: 1}
		for c := range 5 {
			area.Capabilities = append(area.Capabilities, bigCapability(fmt.Sprintf("%s.capability-%d", area.ID, c)))
		}
		domain.Areas = append(domain.Areas, area)
		m.Domains = append(m.Domains, domain)
	}
	m.Index()
	return m
}

func bigCapability(id string) *maturity.Capability {
	capability := &maturity.Capability{ID: id, Name: maturity.Plain("Capability"), Weight: 1, MayBeNA: true}
	for l := 1; l <= 5; l++ {
		level := &maturity.Level{Level: l, Title: maturity.Plain("Level"), Effort: 1}
		for k := range 3 {
			if l > 1 {
				level.Criteria = append(level.Criteria, &maturity.Criterion{
					ID: fmt.Sprintf("criterion-%d-%d", l, k), Level: l, Text: maturity.Plain("Text"),
				})
			}
		}
		capability.Levels = append(capability.Levels, level)
	}
	return capability
}
