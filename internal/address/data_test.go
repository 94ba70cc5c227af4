package address_test

import (
	"slices"
	"strings"
	"testing"

	"gradus/internal/address"
)

// The addresses of data are promises, and no page can take one: their first
// parts are reserved.
func TestData(t *testing.T) {
	for got, want := range map[string]string{
		address.ModelData:                "api/v1/model.json",
		address.PortfolioData:            "api/v1/portfolio.json",
		address.PortfolioCSV:             "api/v1/portfolio.csv",
		address.PortfolioWorkbook:        "api/v1/portfolio.xlsx",
		address.TeamData("payments"):     "api/v1/teams/payments.json",
		address.BadgePicture("payments"): "badges/payments.svg",
		address.BadgeData("payments"):    "badges/payments.json",
		address.Schema("assessment"):     "schema/assessment.schema.json",
	} {
		if got != want {
			t.Errorf("got %s, want %s", got, want)
		}
		if first, _, _ := strings.Cut(got, "/"); !slices.Contains(address.Reserved(), first) {
			t.Errorf("%s is not reserved", first)
		}
	}
}
