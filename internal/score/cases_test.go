package score_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"gradus/internal/score"
)

// TestCases scores the sites of testdata/cases. They are the scoring rules'
// own examples: other implementations must give the same numbers.
func TestCases(t *testing.T) {
	dirs, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			model, portfolio := loadSite(t, dir)
			team := portfolio.Team("t")
			card := score.New(model, portfolio).Scorecard(team.Assessment("2026-10-31"))

			var want, got any
			data, err := os.ReadFile(filepath.Join(dir, "expected.json"))
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &want); err != nil {
				t.Fatal(err)
			}
			data, err = json.Marshal(card)
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(data, &got); err != nil {
				t.Fatal(err)
			}
			for _, difference := range differences("", want, got) {
				t.Error(difference)
			}
		})
	}
}

// differences lists where got differs from want by more than 1e-9. What want
// does not mention may be anything; "pulled_by" says only whether it is null.
func differences(at string, want, got any) []string {
	switch want := want.(type) {
	case map[string]any:
		got, _ := got.(map[string]any)
		var all []string
		for key, value := range want {
			other, ok := got[key]
			if !ok {
				all = append(all, fmt.Sprintf("%s.%s: missing", at, key))
				continue
			}
			if key == "pulled_by" {
				other = other != nil
			}
			all = append(all, differences(at+"."+key, value, other)...)
		}
		return all
	case []any:
		got, ok := got.([]any)
		if !ok || len(got) != len(want) {
			return []string{fmt.Sprintf("%s: got %v, want %v", at, got, want)}
		}
		var all []string
		for i := range want {
			all = append(all, differences(fmt.Sprintf("%s[%d]", at, i), want[i], got[i])...)
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
