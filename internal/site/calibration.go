package site

import (
	"cmp"
	"math"
	"slices"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A CalibrationView sets a team's assessment of itself against that of others.
type CalibrationView struct {
	Self, Other Link          // the two scorecards
	Kind        maturity.Kind // of the other
	SameModel   bool
	Overall     string // self less other, with its sign; "" where either is unknown
	Higher      int    // capabilities the team rates higher than others do
	Lower       int
	Equal       int
	Rows        []DifferenceRow // those that differ, the largest difference first
}

// A DifferenceRow is one capability that two assessments see differently.
type DifferenceRow struct {
	Link
	Self, Other string
	Difference  string // with its sign
}

// calibrate finds what two sides say of a team up to a day: its newest
// assessment of itself, and the newest by anyone else. It is nil when either is
// missing.
func (s *Site) calibrate(t *maturity.Team, until maturity.Date) *score.Calibration {
	self := score.NewestOf(t, until, maturity.Self)
	other := score.NewestOf(t, until, maturity.Peer, maturity.External)
	if self == nil || other == nil {
		return nil
	}
	c := score.Calibrate(s.scorer.Scorecard(self), s.scorer.Scorecard(other))
	return &c
}

func (p *Page) calibrationView(t *maturity.Team, until maturity.Date) *CalibrationView {
	c := p.site.calibrate(t, until)
	if c == nil {
		return nil
	}
	view := &CalibrationView{
		Self:      p.cardLink(c.Self),
		Other:     p.cardLink(c.Other),
		Kind:      c.Other.Kind,
		SameModel: c.Self.Model == c.Other.Model,
	}
	if c.Overall.Valid {
		view.Overall = showChange(c.Overall.Float)
	}
	differences := slices.Clone(c.Differences)
	slices.SortStableFunc(differences, func(a, b score.Difference) int {
		return cmp.Compare(math.Abs(b.Difference), math.Abs(a.Difference))
	})
	for _, d := range differences {
		switch sign(d.Difference) {
		case 1:
			view.Higher++
		case -1:
			view.Lower++
		default:
			view.Equal++
			continue
		}
		view.Rows = append(view.Rows, DifferenceRow{
			Link: p.capabilityLink(p.site.source.Model.Capability(d.Capability)),
			Self: c.Self.Capability(d.Capability).Show(), Other: c.Other.Capability(d.Capability).Show(),
			Difference: showChange(d.Difference),
		})
	}
	return view
}

// cardLink is the link to a scorecard, named by its date.
func (p *Page) cardLink(c *score.Scorecard) Link {
	return Link{c.Assessment.Key(), p.href(address.Assessment(c.Team, c.Assessment.Key()))}
}

// sign is 1, 0 or -1. Differences below what a reader sees are none.
func sign(f float64) int {
	switch {
	case f >= 0.05:
		return 1
	case f <= -0.05:
		return -1
	default:
		return 0
	}
}
