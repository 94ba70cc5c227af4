package check

import (
	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// A record is a part of the model that people read, with its texts.
type record struct {
	pos   diag.Position
	texts []field
}

// A field is one text of a record, by the key under which authors write it.
type field struct {
	key string
	maturity.Text
}

// A chapter of records is what one file of the model holds.
type modelFile struct {
	id      string // "model", or the domain's
	pos     diag.Position
	records []record
}

// modelTexts returns every text of the model in the order of its files.
func modelTexts(m *maturity.Model) []modelFile {
	head := modelFile{id: "model", pos: m.Pos, records: []record{
		{m.Pos, []field{{"title", m.Title}, {"summary", m.Summary}}},
	}}
	for _, level := range m.Levels {
		head.records = append(head.records, record{level.Pos, []field{{"name", level.Name}, {"summary", level.Summary}}})
	}
	for _, answer := range m.Answers {
		if answer.Pos.IsValid() { // the defaults stand in no file
			head.records = append(head.records, record{answer.Pos, []field{{"name", answer.Name}}})
		}
	}
	files := []modelFile{head}
	for _, d := range m.Domains {
		files = append(files, modelFile{d.ID, d.Pos, domainTexts(d)})
	}
	return files
}

func domainTexts(d *maturity.Domain) []record {
	records := []record{{d.Pos, []field{{"name", d.Name}, {"summary", d.Summary}}}}
	for _, a := range d.Areas {
		records = append(records, record{a.Pos, []field{{"name", a.Name}, {"summary", a.Summary}}})
		for _, capability := range a.Capabilities {
			records = append(records, record{capability.Pos,
				[]field{{"name", capability.Name}, {"summary", capability.Summary}}})
			for _, level := range capability.Levels {
				records = append(records, record{level.Pos, []field{{"title", level.Title}, {"summary", level.Summary}}})
				for _, criterion := range level.Criteria {
					records = append(records, record{criterion.Pos,
						[]field{{"text", criterion.Text}, {"evidence", criterion.Evidence}}})
				}
			}
			for _, reference := range capability.References {
				records = append(records, record{reference.Pos, []field{{"title", reference.Title}}})
			}
		}
	}
	return records
}
