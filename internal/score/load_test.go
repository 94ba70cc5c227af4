package score_test

import (
	"os"
	"testing"

	"gradus/internal/load"
	"gradus/internal/maturity"
)

// loadSite reads a site's model and teams as the program does.
func loadSite(t *testing.T, dir string) (*maturity.Model, *maturity.Portfolio) {
	t.Helper()
	src, list := load.Load(os.DirFS(dir))
	for _, d := range list {
		t.Logf("%s: %s", d.Pos, d.Text("en"))
	}
	if list.HasErrors() {
		t.Fatal("the site does not load")
	}
	return src.Model, src.Portfolio
}
