package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestScoringCases scores the scoring rules' own examples by the command line:
// every value that they promise must be in the JSON.
func TestScoringCases(t *testing.T) {
	dirs, err := filepath.Glob("../../internal/score/testdata/cases/*")
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			file := filepath.Join(dir, "assessments", "t", "2026-10-31.yaml")
			var stdout, stderr bytes.Buffer
			args := []string{"score", file, "--format", "json", "--root", dir}
			if status := Main(args, nil, &stdout, &stderr, func(string) string { return "" }); status != exitOK {
				t.Fatalf("status %d\n%s", status, stderr.String())
			}
			expected, err := os.ReadFile(filepath.Join(dir, "expected.json"))
			if err != nil {
				t.Fatal(err)
			}
			var want, got any
			if err := json.Unmarshal(expected, &want); err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(stdout.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			for _, d := range missing("", want, got) {
				t.Error(d)
			}
		})
	}
}

// missing lists what got does not hold of want, to 1e-9. Of "pulled_by" want
// says only whether there is one.
func missing(at string, want, got any) []string {
	switch want := want.(type) {
	case map[string]any:
		object, _ := got.(map[string]any)
		var all []string
		for key, value := range want {
			other, ok := object[key]
			if !ok {
				all = append(all, at+"."+key+" is missing")
				continue
			}
			if key == "pulled_by" {
				other = other != nil
			}
			all = append(all, missing(at+"."+key, value, other)...)
		}
		return all
	case []any:
		list, ok := got.([]any)
		if !ok || len(list) != len(want) {
			break
		}
		var all []string
		for i := range want {
			all = append(all, missing(fmt.Sprintf("%s[%d]", at, i), want[i], list[i])...)
		}
		return all
	case float64:
		if number, ok := got.(float64); ok && math.Abs(number-want) <= 1e-9 {
			return nil
		}
	default:
		if got == want {
			return nil
		}
	}
	return []string{fmt.Sprintf("%s: got %v, want %v", at, got, want)}
}

func TestIsRevision(t *testing.T) {
	for _, rev := range []string{"HEAD", "main", "origin/main", "HEAD~3", "v1.2.0", "main@{1}", "4f2a9c1", "HEAD^", "分支", "a_b-c"} {
		if !isRevision(rev) {
			t.Errorf("%q is a revision", rev)
		}
	}
	for _, rev := range []string{"-p", "--output=x", "a..b", "a b", "a\nb", "a\x00", "a*", "a?", "a[b", `a\b`, strings.Repeat("a", 201)} {
		if isRevision(rev) {
			t.Errorf("%q is no revision", rev)
		}
	}
}

func TestLimited(t *testing.T) {
	var l limited
	for range 5 {
		l.Write(make([]byte, 100<<10))
	}
	if l.Len() != mostBytes+1 {
		t.Errorf("it holds %d bytes", l.Len())
	}
}
