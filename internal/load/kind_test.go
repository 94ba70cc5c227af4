package load

import "testing"

func TestIsTeam(t *testing.T) {
	for content, want := range map[string]bool{
		"id: payments\n":                      true,
		"name: x\nid: payments\nunknown: 1\n": true,
		"model: m@1\nteam: x\nratings: {}\n":  false,
		"id: x\nteam: x\nratings: {}\n":       false,
		"":                                    false,
		"id: [\n":                             false,
		"- id: x\n":                           false,
	} {
		if got := IsTeam([]byte(content)); got != want {
			t.Errorf("%q: %v, want %v", content, got, want)
		}
	}
}
