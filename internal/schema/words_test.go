package schema

import (
	"maps"
	"slices"
	"testing"

	"gradus/internal/load"
)

// TestWordsUsed finds descriptions of what there is no more.
func TestWordsUsed(t *testing.T) {
	unused := maps.Clone(fileWords)
	var visit func(shape load.Shape)
	visit = func(shape load.Shape) {
		delete(unused, shape.Name)
		for _, f := range shape.Fields {
			delete(unused, shape.Name+"."+f.Key)
			visit(f.Shape)
		}
		for _, short := range shape.Or {
			visit(short)
		}
		if shape.Items != nil {
			visit(*shape.Items)
		}
	}
	for _, shape := range load.Files() {
		visit(shape)
	}
	for _, key := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("%q describes nothing", key)
	}

	said := map[string]bool{}
	for _, o := range outputs {
		s := o.schema()
		for _, p := range s.Properties {
			said[p.Schema.Description] = true
		}
		for _, d := range s.Defs {
			for _, p := range d.Schema.Properties {
				said[p.Schema.Description] = true
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(outputWords)) {
		if !said[outputWords[key]] && key != "was" && key != "now" {
			t.Errorf("%q describes no output", key)
		}
	}
}
