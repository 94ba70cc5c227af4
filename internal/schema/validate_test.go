package schema_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"gradus/internal/schema"
)

// compiled is a schema that can judge values. A strict one also refuses fields
// that it does not name, so that a test sees what nobody described.
func compiled(t testing.TB, s *schema.Schema, strict bool) *jsonschema.Schema {
	t.Helper()
	content, err := s.JSON()
	if err != nil {
		t.Fatal(err)
	}
	document := parse(t, content)
	if strict {
		closeObjects(document)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("s.json", document); err != nil {
		t.Fatal(err)
	}
	out, err := c.Compile("s.json") // also holds it against the schema of schemas
	if err != nil {
		t.Fatalf("%#v\n%s", err, content)
	}
	return out
}

// closeObjects forbids unknown fields wherever fields are named.
func closeObjects(value any) {
	switch v := value.(type) {
	case map[string]any:
		if _, ok := v["properties"]; ok && v["additionalProperties"] == nil {
			v["additionalProperties"] = false
		}
		for _, child := range v {
			closeObjects(child)
		}
	case []any:
		for _, child := range v {
			closeObjects(child)
		}
	}
}

func parse(t testing.TB, content []byte) any {
	t.Helper()
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// read reads YAML as editors do, by version 1.2: a date is a text. The result
// is false for what is no YAML, or uses parts of it that Gradus refuses.
func read(content []byte) (any, bool) {
	var n yaml.Node
	if err := yaml.Unmarshal(content, &n); err != nil || len(n.Content) == 0 {
		return nil, false
	}
	return value(n.Content[0])
}

func value(n *yaml.Node) (any, bool) {
	if n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return nil, false
	}
	switch n.Kind {
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			v, ok := value(n.Content[i+1])
			if !ok || n.Content[i].Kind != yaml.ScalarNode || n.Content[i].Tag == "!!merge" {
				return nil, false
			}
			out[n.Content[i].Value] = v
		}
		return out, true
	case yaml.SequenceNode:
		out := []any{}
		for _, item := range n.Content {
			v, ok := value(item)
			if !ok {
				return nil, false
			}
			out = append(out, v)
		}
		return out, true
	case yaml.ScalarNode:
		if n.Tag == "!!timestamp" {
			return n.Value, true
		}
		var v any
		err := n.Decode(&v)
		return v, err == nil
	}
	return nil, false
}

// archive takes a file in the form of txtar apart, in its order.
func archive(t testing.TB, path string) (names []string, files map[string]string) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for line := range strings.Lines(string(content)) {
		name, marked := strings.CutPrefix(strings.TrimSpace(line), "-- ")
		name, closed := strings.CutSuffix(name, " --")
		if marked && closed {
			names = append(names, name)
			files[name] = ""
		} else if len(names) > 0 {
			files[names[len(names)-1]] += line
		}
	}
	return names, files
}

// kind is the kind of file at a path of a site; "" for none that has a schema.
func kind(path string) string {
	folder, name, _ := strings.Cut(path, "/")
	switch {
	case path == "gradus.yaml":
		return "site"
	case path == "model/model.yaml":
		return "model"
	case folder == "model" && strings.HasSuffix(name, ".yaml"):
		return "domain"
	case folder == "assessments" && strings.Count(name, "/") == 1 && strings.HasSuffix(name, "/team.yaml"):
		return "team"
	case folder == "assessments" && strings.Count(name, "/") == 1 && strings.HasSuffix(name, ".yaml"):
		return "assessment"
	}
	return ""
}
