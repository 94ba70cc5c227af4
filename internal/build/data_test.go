package build_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gradus/internal/address"
	"gradus/internal/build"
	"gradus/internal/maturity"
	"gradus/internal/sitetest"
)

// TestData holds the data of whole sites against the schemas that lie beside
// them, as a program would that knows nothing but the site.
func TestData(t *testing.T) {
	for name, site := range map[string]fs.FS{"small": sitetest.Site(), "handbook": os.DirFS("../..")} {
		t.Run(name, func(t *testing.T) {
			tr := newTree(t, site, build.Options{})
			seen := map[string]int{}
			for file, content := range tr {
				of := schemaOf(file)
				if of == "" {
					continue
				}
				seen[of]++
				if err := published(t, tr, of).Validate(parseJSON(t, content)); err != nil {
					t.Errorf("%s: %v", file, err)
				}
			}
			for _, of := range []string{"api-model", "api-portfolio", "api-team", "badge"} {
				if seen[of] == 0 {
					t.Errorf("there is no %s", of)
				}
			}
			for _, file := range []string{address.PortfolioCSV, address.PortfolioWorkbook} {
				if len(tr[file]) == 0 {
					t.Errorf("%s is empty", file)
				}
			}
		})
	}
}

// schemaOf is the name of the schema of a file; "" for a file without one.
func schemaOf(file string) string {
	switch folder := path.Dir(file); {
	case file == address.ModelData:
		return "api-model"
	case file == address.PortfolioData:
		return "api-portfolio"
	case folder == "api/v1/teams":
		return "api-team"
	case folder == "badges" && path.Ext(file) == ".json":
		return "badge"
	}
	return ""
}

func published(t *testing.T, tr tree, name string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("s.json", parseJSON(t, tr[address.Schema(name)])); err != nil {
		t.Fatal(err)
	}
	out, err := c.Compile("s.json")
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func parseJSON(t *testing.T, content []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatalf("%v in %.200s", err, content)
	}
	return value
}

// TestDataOfNobody is about teams without published scorecards: they have no
// file of their own.
func TestDataOfNobody(t *testing.T) {
	open := maturity.Publish{Evidence: true, Notes: true, People: true, Scorecards: true}
	hidden := open
	hidden.Scorecards = false
	for publish, want := range map[maturity.Publish]bool{open: true, hidden: false} {
		tr := newTree(t, secretSite(open, publish), build.Options{})
		for _, file := range []string{address.TeamData("qxteam"), address.BadgeData("qxteam"), address.BadgePicture("qxteam")} {
			if _, exists := tr[file]; exists != want {
				t.Errorf("%s: %s exists: %v", switches(publish), file, exists)
			}
		}
		if listed := strings.Contains(string(tr[address.PortfolioData]), `"id":"qxteam"`); listed != want {
			t.Errorf("%s: the portfolio lists the team: %v", switches(publish), listed)
		}
	}
}

// TestSchemaAddress makes sure that a schema's id is where it lies.
func TestSchemaAddress(t *testing.T) {
	tr := newTree(t, sitetest.Site(), build.Options{BaseURL: "https://ops.example.org/handbook/"})
	s := parseJSON(t, tr["schema/assessment.schema.json"]).(map[string]any)
	if s["$id"] != "https://ops.example.org/handbook/schema/assessment.schema.json" {
		t.Errorf("its id is %v", s["$id"])
	}
	if s = parseJSON(t, newTree(t, sitetest.Site(), build.Options{})["schema/team.schema.json"]).(map[string]any); s["$id"] != nil {
		t.Errorf("without an address its id is %v", s["$id"])
	}
}
