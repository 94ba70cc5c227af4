package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"gradus/internal/theme"
	"gradus/internal/words"
)

// TestScriptWords: every word that a script of the form, of the comparison or
// of the what-if names is there, and none of theirs is there that nothing names.
func TestScriptWords(t *testing.T) {
	th, _ := theme.Open(os.DirFS(t.TempDir()), "default")
	catalog, problems := words.Load(th)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	known := map[string]bool{}
	for _, key := range catalog.In("en").Keys() {
		known[key] = true
	}

	named := map[string]bool{}
	quoted := regexp.MustCompile(`"((?:assess|compare|what-if)\.[a-z.-]+)"`)
	for _, pattern := range []string{"../../themes/default/src/*.js", "../../themes/default/*/*.html", "*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %v", pattern, err)
		}
		for _, file := range files {
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, match := range quoted.FindAllStringSubmatch(string(content), -1) {
				key := match[1]
				if !known[key] && !strings.HasSuffix(key, ".") && filepath.Ext(key) != ".js" && filepath.Ext(key) != ".css" {
					t.Errorf("%s asks for %q, which English lacks", file, key)
				}
				named[key] = true
			}
		}
	}
	// Keys that scripts and layouts put together of a part and a name.
	made := regexp.MustCompile(`^(compare\.side\.[ab]|assess\.path\.(quick|full|review)|assess\.check\.(error|warning)|assess\.(assessors|scope|summary)(-hint)?)$`)
	for key := range known {
		if regexp.MustCompile(`^(assess|compare|what-if)\.`).MatchString(key) && !named[strings.TrimSuffix(key, ".one")] && !made.MatchString(key) {
			t.Errorf("nothing asks for %q", key)
		}
	}
}
