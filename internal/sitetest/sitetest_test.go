package sitetest_test

import (
	"testing"

	"gradus/internal/build"
	"gradus/internal/diag"
	"gradus/internal/sitetest"
)

// The site has warnings on purpose and no errors, so that it can be built.
func TestSite(t *testing.T) {
	for _, d := range build.Load(sitetest.Site(), build.Options{}).Diags {
		t.Logf("%v: %s [%s]", d.Pos, d.Text("en"), d.Message.Code)
		if d.Severity == diag.Error {
			t.Fail()
		}
	}
}

func TestSiteParts(t *testing.T) {
	site := sitetest.Site("-- a.txt --\nx\n-- content/terms.yaml --\n")
	if string(site["a.txt"].Data) != "x\n" || site["content/terms.yaml"] != nil || site["gradus.yaml"] == nil {
		t.Errorf("parts are not laid over the site: %v", site)
	}
}
