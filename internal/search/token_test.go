package search

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestTokens takes the texts apart that the script has to agree on: the same
// file is run through it by TestScript.
func TestTokens(t *testing.T) {
	content, err := os.ReadFile("testdata/tokens.json")
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Text   string
		Tokens []string
	}
	if err := json.Unmarshal(content, &vectors); err != nil {
		t.Fatal(err)
	}
	for _, v := range vectors {
		if diff := cmp.Diff(v.Tokens, tokens(v.Text), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", v.Text, diff)
		}
	}
}

// A run of Han is found by every two characters of it that stand together.
func FuzzTokens(f *testing.F) {
	for _, text := range []string{"告警收敛", "T1 服务", "on-call", "İ", "\xff告"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		have := map[string]bool{}
		for _, token := range tokens(text) {
			if token == "" {
				t.Errorf("an empty token in %q", text)
			}
			have[token] = true
		}
		for _, r := range runs(normalise(text)) {
			chars := []rune(r.text)
			for i := 1; r.han && i < len(chars); i++ {
				if pair := string(chars[i-1 : i+1]); !have[pair] {
					t.Errorf("%q lacks %q", text, pair)
				}
			}
			if !r.han && !have[r.text] {
				t.Errorf("%q lacks %q", text, r.text)
			}
		}
	})
}
