package site

import (
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"gradus/internal/browsertest"
	"gradus/internal/load"
	"gradus/internal/maturity"
	"gradus/internal/score"
)

// scripts is where the browser's twin of package score is.
const scripts = "../../themes/default/src"

// A vector is one assessment as pages give it to scripts, and the scorecard
// that must come of it.
type vector struct {
	Name    string                 `json:"name"`
	Model   modelData              `json:"model"`
	Team    targetsOf              `json:"team"`
	Ratings map[string]*ratingData `json:"ratings"`
	want    *score.Scorecard
}

// vectors are the cases of package score and every assessment of this
// repository's own teams.
func vectors(t *testing.T) []vector {
	t.Helper()
	dirs, err := filepath.Glob("../score/testdata/cases/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var all []vector
	for _, dir := range append(dirs, "../..") {
		src, list := load.Load(os.DirFS(dir))
		if list.HasErrors() {
			t.Fatalf("%s: %v", dir, list)
		}
		s := &Site{source: src}
		scorer := score.New(src.Model, src.Portfolio)
		for _, team := range src.Portfolio.Teams {
			for _, a := range team.Assessments {
				card := scorer.Scorecard(a)
				for _, shown := range []bool{true, false} { // the team that a rating comes from
					all = append(all, vector{
						Name:    fmt.Sprintf("%s %s@%s shown %t", filepath.Base(dir), team.ID, a.Key(), shown),
						Model:   s.modelData("en"),
						Team:    newTargetsOf(team),
						Ratings: ratingsData(card, maturity.Publish{}, func(*score.Capability) bool { return shown }),
						want:    card,
					})
				}
			}
		}
	}
	return all
}

func TestTwinInChromium(t *testing.T) {
	ctx := browsertest.New(t)
	server := httptest.NewServer(http.FileServer(http.Dir(scripts)))
	defer server.Close()
	all := vectors(t)
	browsertest.Run(t, ctx, chromedp.Navigate(server.URL)) // a module loads into a page of its own server only
	browsertest.Eval[bool](t, ctx, `import("/score.js").then((m) => { window.Scorer = m.Scorer; return true })`)
	for _, v := range all {
		input := encode(t, v)
		got := browsertest.Eval[map[string]any](t, ctx, fmt.Sprintf("((v) => new Scorer(v.model).scorecard(v.team, v.ratings))(%s)", input))
		v.compare(t, got)
	}
}

// TestTwinInNode runs the same where there is no browser but Node.
func TestTwinInNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("there is no node on the PATH")
	}
	all := vectors(t)
	input := filepath.Join(t.TempDir(), "vectors.json")
	if err := os.WriteFile(input, encode(t, all), 0o644); err != nil {
		t.Fatal(err)
	}
	module, err := filepath.Abs(scripts)
	if err != nil {
		t.Fatal(err)
	}
	program := `import { readFileSync } from "node:fs"; import { pathToFileURL } from "node:url";
const { Scorer } = await import(pathToFileURL(process.argv[1] + "/score.js"));
const all = JSON.parse(readFileSync(process.argv[2]));
console.log(JSON.stringify(all.map((v) => new Scorer(v.model).scorecard(v.team, v.ratings))));`
	out, err := exec.Command(node, "--no-warnings", "--experimental-default-type=module", "--input-type=module", "--eval", program, module, input).Output()
	if err != nil {
		t.Skipf("this node can't run the modules: %v", err)
	}
	var got []map[string]any
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatal(err)
	}
	for i, v := range all {
		v.compare(t, got[i])
	}
}

// compare asserts that the twin says everything that package score says, and
// the same.
func (v vector) compare(t *testing.T, got map[string]any) {
	t.Helper()
	var want map[string]any
	if err := json.Unmarshal(encode(t, v.want), &want); err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"overall", "domains", "gaps", "plan", "complete"} {
		for _, d := range unlike(part, want[part], got[part]) {
			t.Errorf("%s: %s", v.Name, d)
		}
	}
}

// unlike lists where got differs from want by more than 1e-9. Where a rating
// comes from is none of the twin's business.
func unlike(at string, want, got any) []string {
	switch want := want.(type) {
	case map[string]any:
		got, _ := got.(map[string]any)
		var all []string
		for key, value := range want {
			if key != "carried_from" && key != "inherited_from" {
				all = append(all, unlike(at+"."+key, value, got[key])...)
			}
		}
		return all
	case []any:
		got, ok := got.([]any)
		if !ok || len(got) != len(want) {
			return []string{fmt.Sprintf("%s: got %v, want %v", at, got, want)}
		}
		var all []string
		for i := range want {
			all = append(all, unlike(fmt.Sprintf("%s[%d]", at, i), want[i], got[i])...)
		}
		return all
	case float64:
		if got, ok := got.(float64); ok && math.Abs(got-want) <= 1e-9 {
			return nil
		}
	default:
		if got == want {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s: got %v, want %v", at, got, want)}
}

func encode(t *testing.T, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
