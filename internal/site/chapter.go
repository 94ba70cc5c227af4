package site

import (
	"strconv"

	"gradus/internal/address"
	"gradus/internal/markdown"
	"gradus/internal/maturity"
)

// A Chapter is the view of a document, of a domain, or of both.
type Chapter struct {
	Body     *Body // nil for a domain without a chapter
	Contents []ContentsItem
	Summary  string    // of a domain without a chapter
	Missing  []Section // areas that the chapter's own text leaves out
}

// A ContentsItem is a heading of the page in its table of contents.
type ContentsItem struct {
	Number, Text, ID string
	Items            []ContentsItem
}

// A Section stands for an area that has no heading in its domain's chapter.
type Section struct {
	Number, Title, ID string // without a title where only the table is missing
	Summary           string
	Table             LevelTable
}

// Href is the link to the heading.
func (c ContentsItem) Href() string { return "#" + c.ID }

func (p *Page) chapterView() Chapter {
	var view Chapter
	if p.doc != nil {
		view.Body = p.body(p.doc)
		view.Contents = view.Body.contents()
	} else {
		view.Summary = p.text(p.domain.Summary)
	}
	if p.domain != nil {
		view.Missing = p.missing()
		for _, m := range view.Missing {
			if m.Title != "" {
				view.Contents = append(view.Contents, ContentsItem{Number: m.Number, Text: m.Title, ID: m.ID})
			}
		}
	}
	return view
}

// missing returns a section for each area that the document has no heading
// for, or no level table.
func (p *Page) missing() []Section {
	headings, tables := map[string]bool{}, map[string]bool{}
	if p.doc != nil {
		for _, h := range p.doc.Body.Headings {
			headings[h.ID] = true
		}
		for _, t := range p.doc.Body.LevelTables {
			tables[t.ID] = true
		}
	}
	numbers := p.areaNumbers()
	var sections []Section
	for _, a := range p.domain.Areas {
		anchor := address.AreaAnchor(a.ID)
		if headings[anchor] && tables[a.ID] {
			continue
		}
		s := Section{Table: p.areaTable(a)}
		if !headings[anchor] {
			s.Title, s.ID, s.Summary, s.Number = p.text(a.Name), p.anchor(anchor), p.text(a.Summary), numbers[a.ID]
		}
		sections = append(sections, s)
	}
	return sections
}

// areaNumbers are the numbers of the sections that speak of a domain's areas,
// by the area's id: of the chapter's headings, or of the sections after them.
func (p *Page) areaNumbers() map[string]string {
	byAnchor, sections := map[string]string{}, 0
	if p.doc != nil {
		for i, number := range headingNumbers(p.Number, p.doc.Body.Headings) {
			h := p.doc.Body.Headings[i]
			byAnchor[h.ID] = number
			if h.Level == 2 {
				sections++
			}
		}
	}
	numbers := map[string]string{}
	for _, a := range p.domain.Areas {
		number, written := byAnchor[address.AreaAnchor(a.ID)]
		if !written {
			sections++
			number = p.Number + "." + strconv.Itoa(sections)
		}
		numbers[a.ID] = number
	}
	return numbers
}

// headingNumbers numbers the headings of a numbered chapter down to the third
// level: 1.2, 1.2.1.
func headingNumbers(chapter string, headings []markdown.Heading) []string {
	numbers := make([]string, len(headings))
	if chapter == "" {
		return numbers
	}
	area, capability := 0, 0
	for i, h := range headings {
		switch h.Level {
		case 2:
			area, capability = area+1, 0
			numbers[i] = chapter + "." + strconv.Itoa(area)
		case 3:
			capability++
			numbers[i] = chapter + "." + strconv.Itoa(area) + "." + strconv.Itoa(capability)
		}
	}
	return numbers
}

// contents lists the headings of the second and third level.
func (b *Body) contents() []ContentsItem {
	var items []ContentsItem
	for i, h := range b.Document.Headings {
		item := ContentsItem{Number: b.numbers[i], Text: h.Text, ID: b.page.anchor(h.ID)}
		switch {
		case h.Level == 2:
			items = append(items, item)
		case h.Level == 3 && len(items) > 0:
			last := &items[len(items)-1]
			last.Items = append(last.Items, item)
		}
	}
	return items
}

// overviewTable is the id of the table of all domains and areas.
const overviewTable = "all"

// A LevelTable shows capabilities by level, or the whole model.
type LevelTable struct {
	ID       string // anchor of the table: "table-2"; "" for a table without a number
	Number   int    // 0 for none
	Of       string // the name of what it shows
	Levels   []LevelName
	Rows     []LevelRow
	Overview []DomainSummary // of the overview alone
}

// A LevelName is a level of the scale with its name.
type LevelName struct {
	Level int
	Name  string
	Step  int // place in the scale from 1, for the colour
}

// A LevelRow is a capability in a level table.
type LevelRow struct {
	Link
	Cells []LevelCell
}

// A LevelCell is one level of a capability.
type LevelCell struct {
	LevelName
	Title    string
	Href     string
	Criteria int
}

// A DomainSummary is a domain with its areas and capabilities as links.
type DomainSummary struct {
	Link
	Number  string
	Summary string
	Count   int // of its capabilities
	Areas   []AreaSummary
}

// A AreaSummary is an area with its capabilities as links.
type AreaSummary struct {
	Link
	Capabilities []Link
}

// levelName names a level of the scale.
func (p *Page) levelName(level int) LevelName {
	m := p.site.source.Model
	return LevelName{Level: level, Name: p.text(m.LevelName(level)), Step: level - m.Scale.Min + 1}
}

func (p *Page) levelNames() []LevelName {
	var names []LevelName
	for _, l := range p.site.source.Model.Levels {
		names = append(names, p.levelName(l.Level))
	}
	return names
}

func (p *Page) areaTable(a *maturity.Area) LevelTable {
	n := p.site.tables[a.ID]
	t := LevelTable{ID: "table-" + strconv.Itoa(n), Number: n, Of: p.text(a.Name), Levels: p.levelNames()}
	for _, c := range a.Capabilities {
		t.Rows = append(t.Rows, p.levelRow(c))
	}
	return t
}

func (p *Page) capabilityTable(c *maturity.Capability) LevelTable {
	return LevelTable{Of: p.text(c.Name), Levels: p.levelNames(), Rows: []LevelRow{p.levelRow(c)}}
}

func (p *Page) levelRow(c *maturity.Capability) LevelRow {
	row := LevelRow{Link: p.capabilityLink(c)}
	for _, l := range c.Levels {
		row.Cells = append(row.Cells, LevelCell{
			LevelName: p.levelName(l.Level),
			Title:     p.text(l.Title),
			Href:      p.href(address.Level(c.ID, l.Level)),
			Criteria:  len(l.Criteria),
		})
	}
	return row
}

func (p *Page) overview() LevelTable {
	n := p.site.tables[overviewTable]
	return LevelTable{
		ID: "table-" + strconv.Itoa(n), Number: n,
		Of:       p.text(p.site.source.Model.Title),
		Overview: p.domainSummaries(),
	}
}

func (p *Page) domainSummaries() []DomainSummary {
	var all []DomainSummary
	for i, d := range p.site.source.Model.Domains {
		sum := DomainSummary{Link: p.domainLink(d), Number: strconv.Itoa(i + 1), Summary: p.text(d.Summary)}
		for _, a := range d.Areas {
			area := AreaSummary{Link: Link{p.text(a.Name), p.href(address.Area(a.ID))}}
			for _, c := range a.Capabilities {
				area.Capabilities = append(area.Capabilities, p.capabilityLink(c))
			}
			sum.Areas = append(sum.Areas, area)
			sum.Count += len(a.Capabilities)
		}
		all = append(all, sum)
	}
	return all
}

func (p *Page) domainLink(d *maturity.Domain) Link {
	return Link{p.text(d.Name), p.href(address.Domain(d.ID))}
}

func (p *Page) capabilityLink(c *maturity.Capability) Link {
	return Link{p.text(c.Name), p.href(address.Capability(c.ID))}
}

// A Home is the view of the home page.
type Home struct {
	Body         *Body // nil without a home document
	Summary      string
	Domains      []DomainSummary
	Capabilities int
	Levels       []LevelName
	TeamCount    int
}

func (p *Page) homeView() Home {
	m := p.site.source.Model
	view := Home{
		Summary:      p.text(m.Summary),
		Domains:      p.domainSummaries(),
		Capabilities: len(m.Capabilities()),
		Levels:       p.levelNames(),
		TeamCount:    len(p.site.source.Portfolio.Teams),
	}
	if p.doc != nil {
		view.Body = p.body(p.doc)
	}
	return view
}
