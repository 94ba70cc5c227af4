package schema_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"gradus/internal/load"
	"gradus/internal/schema"
	"gradus/internal/sitetest"
)

// sites are whole sites without an error.
func sites(t *testing.T) map[string]fs.FS {
	t.Helper()
	_, loads := archive(t, "../load/testdata/site.txtar")
	_, checks := archive(t, "../check/testdata/site.txtar")
	all := map[string]fs.FS{
		"the handbook": os.DirFS("../.."),
		"sitetest":     sitetest.Site(),
		"load":         mapFS(loads),
		"check":        mapFS(checks),
	}
	cases, err := filepath.Glob("../score/testdata/cases/*")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no scoring cases: %v", err)
	}
	for _, dir := range cases {
		all[filepath.Base(dir)] = os.DirFS(dir)
	}
	return all
}

func mapFS(files map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for name, content := range files {
		out[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return out
}

// TestSoundFiles holds every file of sites without an error against its schema,
// and every assessment against that of its own site.
func TestSoundFiles(t *testing.T) {
	general := map[string]*jsonschema.Schema{}
	for _, name := range schema.Names()[:5] {
		general[name] = compiled(t, schema.Of(name, "en"), false)
	}
	for name, site := range sites(t) {
		t.Run(name, func(t *testing.T) {
			src, found := load.Load(site)
			if found.HasErrors() {
				t.Fatalf("%v: %s", found[0].Pos, found[0].Text("en"))
			}
			own := compiled(t, schema.OfSite("assessment", src.Model, src.Config.Languages...), false)
			for _, path := range src.Inputs {
				of := kind(path)
				if of == "" {
					continue
				}
				content, err := fs.ReadFile(site, path)
				if err != nil {
					t.Fatal(err)
				}
				v, _ := read(content)
				if err := general[of].Validate(v); err != nil {
					t.Errorf("%s: %v", path, err)
				}
				if of == "assessment" {
					if err := own.Validate(v); err != nil {
						t.Errorf("%s, by the schema of its site: %v", path, err)
					}
				}
			}
		})
	}
}

// seen are the codes of what a schema must find as well as the program.
var seen = regexp.MustCompile(`: error: .*\[(unknown-key|missing-key|empty-item|empty-list|empty-map|want-map|want-list|want-text|want-texts|want-one-line|want-whole-number|want-number|want-true-or-false|unknown-value|out-of-range|bad-id|bad-group|bad-language|bad-model-reference|bad-extends|unknown-format|rating-form|empty-rating|answer-form|misplaced-key)\]`)

// unseen are the cases that it cannot find in spite of their codes.
var unseen = []string{
	"octal/assessments/payments/2026-10-31.yaml",              // YAML takes 010 for a number
	"answer-with-reason/assessments/payments/2026-10-31.yaml", // depends on the answer: found by a site's own schema
	"team-folder-name/", "team-folder-windows/", // files that the program does not open
}

// TestCasesOfLoad goes through the broken files that package load is tested by:
// a schema finds what is wrong with a value's form, and never anything where the
// program finds nothing.
func TestCasesOfLoad(t *testing.T) {
	general := map[string]*jsonschema.Schema{}
	for _, name := range schema.Names()[:5] {
		general[name] = compiled(t, schema.Of(name, "en"), false)
	}
	cases, err := filepath.Glob("../load/testdata/cases/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	found := 0
	for _, path := range cases {
		names, files := archive(t, path)
		for _, name := range names {
			of, file, _ := strings.Cut(name, "/")
			if kind(file) == "" || slices.ContainsFunc(unseen, func(prefix string) bool { return strings.HasPrefix(name, prefix) }) {
				continue
			}
			v, ok := read([]byte(files[name]))
			if !ok {
				continue
			}
			var wrong, must []string
			for line := range strings.Lines(files[of+"/want"]) {
				if strings.HasPrefix(line, file+":") && strings.Contains(line, ": error: ") {
					wrong = append(wrong, line)
					if seen.MatchString(line) {
						must = append(must, line)
					}
				}
			}
			err := general[kind(file)].Validate(v)
			switch {
			case err == nil && len(must) > 0:
				t.Errorf("%s %s: the schema finds nothing, the program:\n%s", filepath.Base(path), name, strings.Join(must, ""))
			case err != nil && len(wrong) == 0:
				t.Errorf("%s %s: the schema is stricter than the program: %v", filepath.Base(path), name, err)
			case err != nil:
				found++
			}
		}
	}
	if found < 60 {
		t.Errorf("only %d broken files were found broken", found)
	}
}

// TestOfSite is about what the schema of a site's assessments knows of its model.
func TestOfSite(t *testing.T) {
	src, _ := load.Load(sitetest.Site())
	s := compiled(t, schema.OfSite("assessment", src.Model, "en", "zh"), false)
	for _, test := range []struct {
		ratings string
		sound   bool
	}{
		{`{monitoring.collection.service: 3}`, true},
		{`{monitoring.collection.service: unassessed}`, true},
		{`{monitoring.collection.service: {level: 2, target: 4, due: 2027-01-31, note: x, evidence: ["https://a.example"]}}`, true},
		{`{monitoring.collection.service: {criteria: {agents: met, framework: {answer: partly, note: x}}}}`, true},
		{`{monitoring.collection.service: {criteria: {agents: {answer: na, reason: x, review: 2027-01-31}}}}`, true},
		{`{monitoring.collection.transport: {from: platform}}`, true},
		{`{monitoring.collection.transport: {na: {reason: x}}}`, true},
		{`{}`, true},
		{`{monitoring.collection.servise: 3}`, false},                                              // no such capability
		{`{monitoring.collection.service: 6}`, false},                                              // no such level
		{`{monitoring.collection.service: {level: 0}}`, false},                                     // the same
		{`{monitoring.collection.service: {criteria: {agent: met}}}`, false},                       // no such criterion
		{`{monitoring.collection.service: {criteria: {agents: yes}}}`, false},                      // no such answer
		{`{monitoring.collection.service: {criteria: {agents: na}}}`, false},                       // without a reason
		{`{monitoring.collection.service: {criteria: {agents: {answer: na}}}}`, false},             // the same
		{`{monitoring.collection.service: {criteria: {agents: {answer: met, reason: x}}}}`, false}, // a reason for nothing
		{`{monitoring.collection.service: {na: {reason: x}}}`, false},                              // the model forbids it
		{`{monitoring.collection.transport: {na: {review: 2027-01-31}}}`, false},                   // without a reason
		{`{monitoring.collection.transport: {level: 2, from: platform}}`, false},
		{`{monitoring.collection.transport: {note: x}}`, false},
	} {
		v, ok := read([]byte("{model: ops@1.0.0, team: payments, date: 2026-10-31, kind: self, ratings: " + test.ratings + "}"))
		if !ok {
			t.Fatalf("%s is no YAML", test.ratings)
		}
		if err := s.Validate(v); (err == nil) != test.sound {
			t.Errorf("%s: %v", test.ratings, err)
		}
	}
}

// TestRubric reads what an editor shows where a rating is written.
func TestRubric(t *testing.T) {
	src, _ := load.Load(sitetest.Site())
	for lang, want := range map[string][3]string{
		"en": {"Collection · Collection service\n\nData are taken at their source.\n\n1 Looked at by hand\n\n2 Agents collect", "- Agents run on hosts", "2 · Agents run on hosts\n\nA screenshot"},
		"zh": {"监控采集 · 采集服务\n\n在源头取得数据。\n\n1 手工查看\n\n2 有采集程序", "- 主机上有采集程序", "2 · 主机上有采集程序\n\n看板截图"},
	} {
		s := schema.OfSite("assessment", src.Model, lang)
		service := s.Defs.Get("ratings").Properties.Get("monitoring.collection.service")
		if !strings.HasPrefix(service.Description, want[0]) {
			t.Errorf("%s: a capability reads %q", lang, service.Description)
		}
		level := s.Defs.Get("level-of-monitoring.collection.service").AnyOf[1]
		if level.Const != 2 || level.Description != want[1] {
			t.Errorf("%s: level %v reads %q", lang, level.Const, level.Description)
		}
		long := service.AllOf[1].AnyOf[2]
		if got := long.Properties.Get("criteria").Properties.Get("agents").Description; got != want[2] {
			t.Errorf("%s: a criterion reads %q", lang, got)
		}
	}
}

// TestDescribed makes sure that every key of every file is described.
func TestDescribed(t *testing.T) {
	for _, lang := range []string{"en", "zh"} {
		for _, name := range schema.Names()[:5] {
			s := schema.Of(name, lang)
			undescribed(t, lang+" "+name, s)
			for _, d := range s.Defs {
				undescribed(t, lang+" "+d.Key, d.Schema)
				for _, form := range d.Schema.AnyOf {
					undescribed(t, lang+" "+d.Key, form)
				}
			}
		}
	}
	for _, name := range schema.Names()[5:] {
		s := schema.Of(name, "en")
		undescribed(t, name, s)
		for _, d := range s.Defs {
			undescribed(t, name+" "+d.Key, d.Schema)
		}
	}
}

func undescribed(t *testing.T, of string, s *schema.Schema) {
	t.Helper()
	for _, p := range s.Properties {
		if p.Schema.Description == "" {
			t.Errorf("%s.%s is not described", of, p.Key)
		}
	}
}

func TestSameBytes(t *testing.T) {
	for _, name := range schema.Names() {
		a, _ := schema.Of(name, "zh").JSON()
		b, _ := schema.Of(name, "zh").JSON()
		if string(a) != string(b) || len(a) == 0 {
			t.Errorf("%s differs from itself", name)
		}
	}
	if names := schema.Names(); len(slices.Compact(slices.Sorted(slices.Values(names)))) != len(names) {
		t.Errorf("a name stands twice: %v", names)
	}
	if schema.Of("unheard-of", "en") != nil {
		t.Error("there is a schema of anything")
	}
}
