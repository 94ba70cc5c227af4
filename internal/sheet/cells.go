package sheet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/maturity"
)

// A value is what stands in a cell.
type value struct {
	text string // without spaces around it, with LF as the end of lines; "" for an empty cell
	name string // of the cell: "H7"
	pos  diag.Position
}

// cellAt reads a cell; columns count from 0. A formula, and a text that no file
// of a site may hold, are reported and read as nothing.
func (r *reading) cellAt(sheet string, column, row int) value {
	name := cell(column, row)
	v := value{name: name, pos: diag.Position{Path: r.path + ":" + sheet + "!" + name}}
	if r.faulty[v.pos.Path] {
		return v
	}
	formula, err := r.file.GetCellFormula(sheet, name)
	if err == nil && formula != "" {
		r.fault(diag.List{diag.New(v.pos, diag.CellFormula)})
		return v
	}
	raw, err := r.file.GetCellValue(sheet, name)
	if err != nil {
		r.fault(diag.List{diag.New(v.pos, diag.FileUnreadable)})
		return v
	}
	text := strings.TrimSpace(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u00a0", " ").Replace(raw))
	if found := load.CheckText(v.pos, text); len(found) > 0 {
		r.fault(found)
		return v
	}
	v.text = text
	return v
}

// fault reports a cell that is not read.
func (r *reading) fault(found diag.List) {
	r.faulty[found[0].Pos.Path] = true
	r.found = append(r.found, found...)
}

var serial = regexp.MustCompile(`^[0-9]{1,7}(\.[0-9]+)?$`)

// date reads a day: as text, or as the number by which spreadsheets count days.
func (r *reading) date(v value) maturity.Date {
	if v.text == "" {
		return ""
	}
	if d, err := maturity.ParseDate(v.text); err == nil {
		return d
	}
	if days, err := strconv.ParseFloat(v.text, 64); err == nil && serial.MatchString(v.text) {
		if t, err := excelize.ExcelDateToTime(days, false); err == nil {
			return maturity.Date(t.Format(time.DateOnly))
		}
	}
	r.found = append(r.found, diag.New(v.pos, diag.WantDate).Found(v.text))
	return ""
}

// evidence reads where claims can be checked: in each line an address, or
// "title | address", or "title | address | date".
func (r *reading) evidence(v value) []maturity.Evidence {
	var all []maturity.Evidence
	for line := range strings.SplitSeq(v.text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		e := maturity.Evidence{Pos: v.pos}
		parts := strings.Split(line, "|")
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
		}
		if d, err := maturity.ParseDate(parts[len(parts)-1]); err == nil && len(parts) > 1 {
			e.Date, parts = d, parts[:len(parts)-1]
		}
		e.URL = parts[len(parts)-1]
		e.Title = maturity.Plain(strings.Join(parts[:len(parts)-1], " | "))
		all = append(all, e)
	}
	return all
}
