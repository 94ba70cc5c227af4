package address

// The site's own data are the same in every language: their addresses are from
// the root of the site.
const (
	ModelData         = "api/v1/model.json"
	PortfolioData     = "api/v1/portfolio.json"
	PortfolioCSV      = "api/v1/portfolio.csv"
	PortfolioWorkbook = "api/v1/portfolio.xlsx"
)

// TeamData is the address of a team's data.
func TeamData(id string) string { return "api/v1/teams/" + id + ".json" }

// BadgePicture is the address of a team's badge.
func BadgePicture(id string) string { return "badges/" + id + ".svg" }

// BadgeData is the address of a team's badge in the form of shields.io.
func BadgeData(id string) string { return "badges/" + id + ".json" }

// Schema is the address of a JSON Schema by its name.
func Schema(name string) string { return "schema/" + name + ".schema.json" }
