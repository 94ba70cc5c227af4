package data

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"slices"
	"time"

	"github.com/xuri/excelize/v2"

	"gradus/internal/maturity"
	"gradus/internal/score"
)

// Numbers of the built-in formats of cells (ECMA-376, 18.8.30), and the form of
// a date.
const (
	formatWhole = 1
	formatShare = 9
)

var (
	formatScore = "0.0"
	formatDate  = "yyyy-mm-dd"
)

// Widths of columns, in characters.
const (
	widthText   = 18
	widthNumber = 12
)

// WriteWorkbook writes the portfolio as api/v1/portfolio.xlsx: a sheet for each
// language of the site, with the rows of the CSV. Cells have the type of their
// value; a text is never a formula, however it begins. The same portfolio gives
// the same bytes.
func (d *Data) WriteWorkbook(w io.Writer, p Portfolio) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newStyles(f)
	if err != nil {
		return err
	}
	columns := d.columns(p)
	for i, lang := range d.source.Config.Languages {
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), lang)
		} else {
			_, err = f.NewSheet(lang)
		}
		if err == nil {
			err = writeSheet(f, lang, columns, p.Teams, styles)
		}
		if err != nil {
			return err
		}
	}
	// Without a day of our own excelize would put one in.
	day := string(cmp.Or(d.asOf, "2000-01-01")) + "T00:00:00Z"
	if err := f.SetDocProps(&excelize.DocProperties{Creator: "Gradus", Created: day, Modified: day}); err != nil {
		return err
	}
	var packed bytes.Buffer
	if err := f.Write(&packed); err != nil {
		return err
	}
	return repack(w, packed.Bytes())
}

// styles are the numbers of the styles of a workbook.
type styles struct {
	heading int
	cells   map[shown]int
}

func newStyles(f *excelize.File) (styles, error) {
	s := styles{cells: map[shown]int{}}
	var err error
	s.heading, err = f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true, Family: "Calibri", Size: 11},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
	})
	if err != nil {
		return s, err
	}
	for _, format := range []struct {
		shown
		style excelize.Style
	}{
		{asWhole, excelize.Style{NumFmt: formatWhole}},
		{asShare, excelize.Style{NumFmt: formatShare}},
		{asScore, excelize.Style{CustomNumFmt: &formatScore}},
		{asDate, excelize.Style{CustomNumFmt: &formatDate}},
	} {
		if s.cells[format.shown], err = f.NewStyle(&format.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// writeSheet fills the sheet of one language. The headings and the names of the
// teams stay in sight, and each column can be filtered.
func writeSheet(f *excelize.File, lang string, columns []column, teams []TeamRow, styles styles) error {
	last, err := excelize.CoordinatesToCellName(len(columns), len(teams)+1)
	if err != nil {
		return err
	}
	if err := f.AutoFilter(lang, "A1:"+last, nil); err != nil {
		return err
	}
	sheet, err := f.NewStreamWriter(lang)
	if err != nil {
		return err
	}
	headings := make([]any, len(columns))
	for i, c := range columns {
		width := float64(widthNumber)
		if c.shown == asText {
			width = widthText
		}
		if err := sheet.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
		headings[i] = excelize.Cell{StyleID: styles.heading, Value: c.heading[lang]}
	}
	if err := sheet.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	if err := sheet.SetRow("A1", headings); err != nil {
		return err
	}
	cells := make([]any, len(columns))
	for i := range teams {
		for j, c := range columns {
			cells[j] = excelize.Cell{StyleID: styles.cells[c.shown], Value: cellValue(c.value(&teams[i], lang))}
		}
		at, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			return err
		}
		if err := sheet.SetRow(at, cells); err != nil {
			return err
		}
	}
	return sheet.Flush()
}

// cellValue is a value as excelize takes it; nil is an empty cell.
func cellValue(value any) any {
	switch v := value.(type) {
	case maturity.Date:
		day, err := time.Parse(time.DateOnly, string(v))
		if err != nil {
			return string(v)
		}
		return day
	case score.Number:
		if !v.Valid {
			return nil
		}
		return v.Float
	case score.Level:
		if !v.Valid {
			return nil
		}
		return v.Int
	case string:
		if v == "" {
			return nil
		}
	}
	return value
}

// repack writes an archive anew with its files in the order of their names and
// without times: excelize takes sheets from a map, in any order.
func repack(w io.Writer, packed []byte) error {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, file := range in.File {
		to, err := out.CreateHeader(&zip.FileHeader{Name: file.Name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		from, err := file.Open()
		if err != nil {
			return err
		}
		_, err = io.Copy(to, from)
		from.Close()
		if err != nil {
			return err
		}
	}
	return out.Close()
}
