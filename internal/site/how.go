package site

import (
	"math"
	"strconv"
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// A MeanHow says how the score of a whole or a part was made: a weighted mean.
type MeanHow struct {
	Rows []MeanRow // those that are rated
	Sum  string    // of the products: the score, with two decimals
}

// A MeanRow is what one domain or capability adds to a mean.
type MeanRow struct {
	Link
	Weight  string // its share: "14.3 %"
	Score   string // with two decimals
	Product string // of the two, with three decimals
}

// A LevelHow says how the level of a whole or a part was made.
type LevelHow struct {
	Share string // of the capabilities that a level asks for: "80 %"
	Rated int
	Tests []LevelTest // the level reached, and the next
}

// A LevelTest asks whether a level is reached.
type LevelTest struct {
	Level   LevelName
	AtLeast int // capabilities at the level or above
	Asked   int // how many there have to be
	Below   LevelName
	Two     int // capabilities two or more levels below, of which there may be none
	Reached bool
}

// A SupportHow says how the score that evidence supports was made.
type SupportHow struct {
	From    LevelName // from this level on evidence is asked for
	Back    LevelName // what a capability without it counts
	Without []CapabilityRow
}

// A TargetHow says how far the way to the targets is done.
type TargetHow struct {
	Gap  string // the sum of weight x gap
	Way  string // the sum of weight x (target - lowest level)
	Done string // "84 %"
}

// A CapabilityHow says how the score of a capability was made.
type CapabilityHow struct {
	Declared  *LevelName // the level the rating declares; nil for none
	Source    *Link      // the scorecard it was inherited from; nil for its own
	Fractions []FractionView
	Sum       string // "2 + 0.50"
	Score     string // with two decimals
	Weight    string // its share of the overall score: "2.9 %"
	Raised    bool   // the target is the rating's own
	Note      string // Markdown; "" when not published
	Evidence  int    // how many addresses there are to see; 0 when not published
}

// A FractionView says how far one level is met.
type FractionView struct {
	LevelName
	Share    string // "0.50"
	Passed   bool
	Criteria int
	Sum      string // "1 + 0.5 + 0"; "" when the declared level speaks for all of them
	Of       int    // criteria that apply
	Marks    []MarkView
}

// A MarkView is what one answered criterion counts.
type MarkView struct {
	Name   string // id of the criterion
	Href   string
	Text   string
	Answer string
	Value  string // "" for one that does not apply
	Note   string // Markdown; "" when not published
	Reason string // why it does not apply; "" when not published
}

// overallHow adds up the domains.
func (p *Page) overallHow(card *score.Scorecard) MeanHow {
	how := MeanHow{Sum: two(card.Overall.Score)}
	for _, d := range card.Domains {
		if d.Score.Valid {
			weight := weightOf(&d)
			how.Rows = append(how.Rows, meanRow(p.domainLink(d.Definition), weight, d.Score.Float))
		}
	}
	return how
}

// domainHow adds up the capabilities of a domain.
func (p *Page) domainHow(d *score.Domain) MeanHow {
	how := MeanHow{Sum: two(d.Score)}
	whole := weightOf(d)
	for _, a := range d.Areas {
		for _, c := range a.Capabilities {
			if c.Score.Valid {
				how.Rows = append(how.Rows, meanRow(p.capabilityLink(c.Definition), c.Weight.Float/whole, c.Score.Float))
			}
		}
	}
	return how
}

func meanRow(link Link, weight, value float64) MeanRow {
	return MeanRow{link, percent(weight), decimals(value, 2), decimals(weight*value, 3)}
}

// weightOf is a domain's share of the overall score.
func weightOf(d *score.Domain) float64 {
	sum := 0.0
	for _, a := range d.Areas {
		for _, c := range a.Capabilities {
			sum += c.Weight.Float
		}
	}
	return sum
}

// levelHow tests the level that a group has reached, and the next.
func (p *Page) levelHow(sum score.Summary, group []score.Capability) *LevelHow {
	m := p.site.source.Model
	if !sum.Level.Valid {
		return nil
	}
	rated := sum.Coverage.Rated
	how := &LevelHow{Share: percent(m.Scoring.Share), Rated: rated}
	for level := sum.Level.Int; level <= min(sum.Level.Int+1, m.Scale.Max); level++ {
		how.Tests = append(how.Tests, LevelTest{
			Level:   p.levelName(level),
			AtLeast: countLevels(group, func(l int) bool { return l >= level }),
			Asked:   int(math.Ceil(m.Scoring.Share*float64(rated) - 1e-9)),
			Below:   p.levelName(max(m.Scale.Min, level-1)),
			Two:     countLevels(group, func(l int) bool { return l < level-1 }),
			Reached: level == sum.Level.Int,
		})
	}
	return how
}

func countLevels(group []score.Capability, fits func(int) bool) int {
	n := 0
	for i := range group {
		if c := &group[i]; c.Level.Valid && fits(c.Level.Int) {
			n++
		}
	}
	return n
}

// supportHow names the capabilities that ought to show evidence and do not.
func (p *Page) supportHow(card *score.Scorecard) *SupportHow {
	m := p.site.source.Model
	if m.Scoring.EvidenceFrom == nil || card.Overall.Supported.Of == 0 {
		return nil
	}
	from := *m.Scoring.EvidenceFrom
	how := &SupportHow{From: p.levelName(from), Back: p.levelName(max(from-1, m.Scale.Min))}
	for i := range card.Capabilities() {
		if c := &card.Capabilities()[i]; c.Level.Valid && c.Level.Int >= from && !c.Evidence {
			how.Without = append(how.Without, p.capabilityRow(c, nil))
		}
	}
	return how
}

// targetHow adds up the way from the lowest level to the targets.
func (p *Page) targetHow(card *score.Scorecard) *TargetHow {
	if !card.Overall.ToTarget.Valid {
		return nil
	}
	var gap, way float64
	for i := range card.Capabilities() {
		if c := &card.Capabilities()[i]; c.Target.Valid {
			gap += c.Weight.Float * c.Gap.Float
			way += c.Weight.Float * float64(c.Target.Int-p.site.source.Model.Scale.Min)
		}
	}
	return &TargetHow{decimals(gap, 2), decimals(way, 2), percent(card.Overall.ToTarget.Float)}
}

// capabilityHow says how a rated capability's score was made, as far as the
// page of a team may say it.
func (p *Page) capabilityHow(t *maturity.Team, c *score.Capability) *CapabilityHow {
	publish := p.site.publishRating(t, c)
	how := &CapabilityHow{
		Score:  two(c.Score),
		Weight: percent(c.Weight.Float),
		Raised: c.Target.Valid && c.Own.Target == c.Target.Int && c.Own.Target > p.site.scorer.SetTarget(t, c.ID).Int,
	}
	if publish.Scorecards && c.Rating.Level != maturity.NoLevel {
		how.Declared = p.level(score.At(c.Rating.Level))
	}
	if n := len(c.InheritedFrom); n > 0 {
		how.Source = p.assessmentLink(c.InheritedFrom[n-1].Assessment)
	}
	switch {
	case p.site.publish(t).Notes && !c.Own.Note.IsZero():
		how.Note = p.text(c.Own.Note)
	case publish.Notes:
		how.Note = p.text(c.Rating.Note)
	}
	if publish.Evidence {
		how.Evidence = len(p.evidenceOf(c))
	}
	how.Fractions, how.Sum = p.fractions(c, publish)
	return how
}

// assessmentLink is the link to a scorecard, nil when the site has no such page.
func (p *Page) assessmentLink(a *maturity.Assessment) *Link {
	if a == nil {
		return nil
	}
	t := p.site.source.Portfolio.Team(a.Team)
	if t == nil || !p.site.hasScorecards(t) {
		return nil
	}
	return &Link{p.text(t.Name) + " " + a.Key(), p.href(address.Assessment(a.Team, a.Key()))}
}

// fractions are the levels that make a score: under the cumulative method those
// up to the one after the level reached, since no other counts.
func (p *Page) fractions(c *score.Capability, publish maturity.Publish) (views []FractionView, sum string) {
	m := p.site.source.Model
	additive := m.Scoring.Method == maturity.Additive
	terms := []string{strconv.Itoa(m.Scale.Min)}
	for _, f := range c.Fractions() {
		if !additive && f.Level > c.Level.Int+1 {
			break
		}
		views = append(views, p.fraction(c, f, publish))
		if additive {
			terms = append(terms, decimals(f.Share, 2))
		} else if f.Passed {
			terms[0] = strconv.Itoa(f.Level)
		} else {
			terms = append(terms, decimals(f.Share, 2))
		}
	}
	return views, strings.Join(terms, " + ")
}

func (p *Page) fraction(c *score.Capability, f score.Fraction, publish maturity.Publish) FractionView {
	view := FractionView{
		LevelName: p.levelName(f.Level),
		Share:     decimals(f.Share, 2),
		Passed:    f.Passed,
		Criteria:  len(f.Criteria),
	}
	var values []string
	for _, mark := range f.Criteria {
		if mark.Value.Valid {
			view.Of++
			values = append(values, strconv.FormatFloat(mark.Value.Float, 'f', -1, 64))
		}
		if mark.Answer != nil && publish.Scorecards {
			view.Marks = append(view.Marks, p.mark(c, mark, publish))
		}
	}
	if publish.Scorecards && (len(view.Marks) > 0 || !f.Passed) {
		view.Sum = strings.Join(values, " + ")
	}
	return view
}

func (p *Page) mark(c *score.Capability, mark score.Mark, publish maturity.Publish) MarkView {
	view := MarkView{
		Name:   mark.Criterion.ID,
		Href:   p.href(address.Criterion(c.ID, mark.Criterion.ID)),
		Text:   p.text(mark.Criterion.Text),
		Answer: p.word("na"),
	}
	if answer, ok := p.site.source.Model.Answer(mark.Answer.Answer.ID); ok {
		view.Answer = p.text(answer.Name)
	}
	if mark.Value.Valid {
		view.Value = strconv.FormatFloat(mark.Value.Float, 'f', -1, 64)
	}
	if publish.Notes {
		view.Note, view.Reason = p.text(mark.Answer.Note), p.text(mark.Answer.Reason)
	}
	return view
}
