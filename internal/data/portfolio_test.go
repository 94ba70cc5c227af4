package data_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"gradus/internal/data"
	"gradus/internal/load"
	"gradus/internal/score"
	"gradus/internal/sitetest"
)

// source is a site's source, which must be free of errors.
func source(t testing.TB, site fstest.MapFS) *load.Source {
	t.Helper()
	src, found := load.Load(site)
	if found.HasErrors() {
		t.Fatalf("%v: %s", found[0].Pos, found[0].Text("en"))
	}
	return src
}

func csvOf(t *testing.T, d *data.Data) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteCSV(&b, d.Portfolio()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// cells are the values of a team in some columns of a table.
func cells(t *testing.T, rows [][]string, team string, columns ...string) []string {
	t.Helper()
	var out []string
	for _, row := range rows {
		for _, c := range columns {
			if row[0] == team {
				out = append(out, row[slices.Index(rows[0], c)])
			}
		}
	}
	return out
}

func TestCSV(t *testing.T) {
	src := source(t, sitetest.Site())
	rows := csvOf(t, data.New(src, "2026-11-20"))
	for team, want := range map[string][]string{
		"platform": {"平台组", "base", "sample", "2026-09-30", "peer", "51", "false", "true", "5", "5", "2", "5"},
		"payments": {"支付平台", "commerce/checkout", "tier-1", "2026-11-15", "external", "5", "false", "false", "2", "5", "0", "2"},
		"quiet":    {"安静组", "", "", "", "", "", "", "", "", "", "", ""},
	} {
		got := cells(t, rows, team, "name", "group", "tags", "date", "kind", "age_days", "stale", "complete", "rated", "applicable", "on_target", "with_target")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", team, diff)
		}
	}

	card := score.New(src.Model, src.Portfolio).Scorecard(src.Portfolio.Team("platform").Assessments[0])
	want := []string{"3", "2", "3"} // 3 = (2+2+4+5+2) / 5
	if got := cells(t, rows, "platform", "overall.score", "overall.level", "overall.target"); !slices.Equal(got, want) {
		t.Errorf("overall: got %v, want %v", got, want)
	}
	want = []string{strconv.FormatFloat(card.Domains[0].Score.Float, 'f', -1, 64), "3"}
	if got := cells(t, rows, "platform", "monitoring.score", "monitoring.target"); !slices.Equal(got, want) {
		t.Errorf("a domain: got %v, want %v", got, want)
	}
	if got := cells(t, rows, "payments", "continuity.score", "continuity.level"); !slices.Equal(got, []string{"", ""}) {
		t.Errorf("a domain that nobody assessed: %q", got)
	}
}

// TestTableHolds compares the workbook with the CSV, cell by cell.
func TestTableHolds(t *testing.T) {
	d := data.New(source(t, sitetest.Site()), "2026-11-20")
	book := workbook(t, d)
	for _, sheet := range []string{"zh", "en"} {
		got, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		want := csvOf(t, d)
		if len(got) != len(want) {
			t.Fatalf("%s: %d rows, the CSV has %d", sheet, len(got), len(want))
		}
		for i := 1; i < len(want); i++ {
			for j, column := range want[0] {
				cell := ""
				if j < len(got[i]) {
					cell = got[i][j]
				}
				same := cell == want[i][j] || near(cell, want[i][j])
				switch column {
				case "name":
					same = sheet == "en" || same
				case "date", "retired": // days since 1900
					same = (cell == "") == (want[i][j] == "")
				case "stale", "complete":
					same = cell == map[string]string{"true": "1", "false": "0", "": ""}[want[i][j]]
				}
				if !same {
					t.Errorf("%s, %s of %s: %q, in the CSV %q", sheet, column, want[i][0], cell, want[i][j])
				}
			}
		}
	}
	for sheet, want := range map[string][]string{"zh": {"标识", "团队", "总体 · 得分", "平台组"}, "en": {"Id", "Team", "Overall · score", "Platform"}} {
		var got []string
		for _, at := range []string{"A1", "B1", "S1", "B4"} {
			v, err := book.GetCellValue(sheet, at)
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, v)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", sheet, diff)
		}
	}
}

// near reports whether two numbers are equal as far as excelize reads them.
func near(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && math.Abs(x-y) < 1e-12
}

func workbook(t testing.TB, d *data.Data) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(workbookBytes(t, d)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	return book
}

func workbookBytes(t testing.TB, d *data.Data) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.WriteWorkbook(&b, d.Portfolio()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFormula is about names that a spreadsheet would run: in the workbook they
// are texts, in the CSV they have an apostrophe in front.
func TestFormula(t *testing.T) {
	for _, name := range []string{"=cmd|'/c calc'!A1", "+1", "-3", "@sum(a1)", "＝1+1", "=HYPERLINK(\"https://evil.example\")"} {
		site := sitetest.Site("-- assessments/solo/team.yaml --\nid: solo\nname: " + strconv.Quote(name) + "\n")
		d := data.New(source(t, site), "2026-11-20")
		if got := cells(t, csvOf(t, d), "solo", "name"); !slices.Equal(got, []string{"'" + name}) {
			t.Errorf("CSV: %q became %q", name, got)
		}
		book := workbook(t, d)
		value, err := book.GetCellValue("zh", "B6")
		if err != nil || value != name {
			t.Errorf("workbook: %q became %q, %v", name, value, err)
		}
		if formula, err := book.GetCellFormula("zh", "B6"); err != nil || formula != "" {
			t.Errorf("workbook: %q is the formula %q, %v", name, formula, err)
		}
		if of, err := book.GetCellType("zh", "B6"); err != nil || of != excelize.CellTypeInlineString {
			t.Errorf("workbook: %q is of type %v, %v", name, of, err)
		}
	}
}

func TestCellTypes(t *testing.T) {
	book := workbook(t, data.New(source(t, sitetest.Site()), "2026-11-20"))
	for at, want := range map[string]string{
		"F4": "2026-09-30", // a day, shown as such
		"J4": "51",
		"Q4": "70%",
		"S4": "3.0",
		"T4": "2",
		"L4": "TRUE",
	} {
		if got, err := book.GetCellValue("zh", at); err != nil || got != want {
			t.Errorf("%s shows %q, not %q, %v", at, got, want, err)
		}
		if of, _ := book.GetCellType("zh", at); of == excelize.CellTypeInlineString || of == excelize.CellTypeSharedString {
			t.Errorf("%s is a text", at)
		}
	}
}

func TestSameBytes(t *testing.T) {
	d := data.New(source(t, sitetest.Site()), "2026-11-20")
	first := workbookBytes(t, d)
	for range 5 {
		if !bytes.Equal(first, workbookBytes(t, d)) {
			t.Fatal("the same portfolio gave other bytes")
		}
	}
}

func TestPortfolio(t *testing.T) {
	site := sitetest.Site("-- assessments/platform/team.yaml --\nid: platform\ngroup: base\npublish: {scorecards: false}\n",
		"-- assessments/solo/team.yaml --\nid: solo\nretired: 2026-11-02\n")
	p := data.New(source(t, site), "2026-11-20").Portfolio()
	var ids []string
	for _, team := range p.Teams {
		ids = append(ids, team.ID)
	}
	if diff := cmp.Diff([]string{"hostile", "payments", "quiet", "solo"}, ids); diff != "" || p.Hidden != 1 {
		t.Errorf("teams (-want +got), %d hidden:\n%s", p.Hidden, diff)
	}
	// platform counts though it is hidden; solo has retired; the others have too
	// little assessed.
	if p.Aggregate.Teams != 1 || p.Aggregate.Incomplete != 2 {
		t.Errorf("%d teams count, %d do not", p.Aggregate.Teams, p.Aggregate.Incomplete)
	}
	var groups []string
	for _, g := range p.Groups {
		groups = append(groups, g.Path)
	}
	if diff := cmp.Diff([]string{"base", "commerce", "commerce/checkout"}, groups); diff != "" {
		t.Errorf("groups (-want +got):\n%s", diff)
	}
	payments := p.Teams[1].Newest
	if payments.Kind != "external" || payments.Previous != nil || len(payments.Others) != 1 || payments.Others[0].Kind != "self" || payments.Others[0].Date != "2026-10-31" {
		t.Errorf("what else is said of a team: %+v", payments)
	}
}

// TestNobody is a site without teams, on no day.
func TestNobody(t *testing.T) {
	site := sitetest.Site()
	for name := range site {
		if strings.HasPrefix(name, "assessments/") {
			delete(site, name)
		}
	}
	d := data.New(source(t, site), "")
	content, err := data.JSON(d.Portfolio())
	if err != nil {
		t.Fatal(err)
	}
	var got map[string]any
	if err := json.Unmarshal(content, &got); err != nil {
		t.Fatal(err)
	}
	delete(got, "domains")
	want := map[string]any{
		"schema": "gradus/portfolio/v1", "as_of": nil, "model": map[string]any{"id": "ops", "version": "1.0.0"},
		"teams": []any{}, "hidden": 0.0, "aggregate": nil, "groups": []any{},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if rows := csvOf(t, d); len(rows) != 1 {
		t.Errorf("the CSV has %d rows", len(rows))
	}
	workbook(t, d)
}
