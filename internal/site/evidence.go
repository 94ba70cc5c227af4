package site

import (
	"strings"

	"gradus/internal/address"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// An EvidenceRow is what a scorecard shows for one capability.
type EvidenceRow struct {
	Link
	ID    string // anchor: "e-monitoring-collection-service"
	Level *LevelName
	Items []EvidenceLink
}

// An EvidenceLink is one address given as evidence.
type EvidenceLink struct {
	Link          // titled by host and path where no title was given
	Host   string // where the link leads; "" where the title says so
	Date   maturity.Date
	Proves *Link // the criterion it was given for; nil for the rating as a whole
}

// evidenceRows lists the evidence that a team publishes, in the model's order.
func (p *Page) evidenceRows(t *maturity.Team, card *score.Scorecard) []EvidenceRow {
	var rows []EvidenceRow
	for i := range card.Capabilities() {
		c := &card.Capabilities()[i]
		if c.Status != score.Rated || !p.site.publishRating(t, c).Evidence {
			continue
		}
		if items := p.evidenceOf(c); len(items) > 0 {
			rows = append(rows, EvidenceRow{p.capabilityLink(c.Definition), evidenceAnchor(c.ID), p.level(c.Level), items})
		}
	}
	return rows
}

// evidenceOf are the addresses that a rating gives. An address that is not fit
// for a link is left out.
func (p *Page) evidenceOf(c *score.Capability) []EvidenceLink {
	links := p.evidenceLinks(c.Rating.Evidence, nil)
	for _, k := range c.Rating.Criteria {
		criterion := &Link{k.Criterion.ID, p.href(address.Criterion(c.ID, k.Criterion.ID))}
		if c.Definition.Criterion(k.Criterion.ID) == nil {
			criterion = nil
		}
		links = append(links, p.evidenceLinks(k.Evidence, criterion)...)
	}
	return links
}

func (p *Page) evidenceLinks(given []maturity.Evidence, proves *Link) []EvidenceLink {
	var links []EvidenceLink
	for _, e := range given {
		clean, host, err := address.Evidence(e.URL)
		if err != nil {
			continue
		}
		link := EvidenceLink{Link: Link{p.text(e.Title), clean}, Host: host, Date: e.Date, Proves: proves}
		if link.Title == "" {
			link.Title, link.Host = bare(clean), ""
		}
		links = append(links, link)
	}
	return links
}

// mostShown is how much of an address is shown; the link has it whole.
const mostShown = 80

// bare is an address without its scheme, cut where it is long.
func bare(address string) string {
	_, rest, _ := strings.Cut(address, "://")
	if runes := []rune(rest); len(runes) > mostShown {
		return string(runes[:mostShown-1]) + "…"
	}
	return rest
}
