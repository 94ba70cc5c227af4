package schema

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"gradus/internal/data"
	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/report"
	"gradus/internal/score"
)

// An output is a kind of JSON that the program writes.
type output struct {
	name        string
	form        string // what its field "schema" says; "" where it has none
	of          reflect.Type
	description string
}

// outputs are all of them.
var outputs = []output{
	{"scorecard", score.Schema, reflect.TypeFor[score.Scorecard](), "What one assessment amounts to: gradus score --format json."},
	{"diff", score.DiffSchema, reflect.TypeFor[report.Diff](), "What differs between two assessments: gradus diff --format json."},
	{"round", report.RoundSchema, reflect.TypeFor[report.Round](), "Who has handed in what in a round: gradus round --format json."},
	{"diagnostics", "", reflect.TypeFor[[]diag.JSONDiagnostic](), "What is wrong with a site: gradus check --format json."},
	{"api-model", data.ModelSchema, reflect.TypeFor[data.Model](), "The model: api/v1/model.json of a site."},
	{"api-portfolio", data.PortfolioSchema, reflect.TypeFor[data.Portfolio](), "All teams side by side: api/v1/portfolio.json of a site."},
	{"api-team", data.TeamSchema, reflect.TypeFor[data.Team](), "All scorecards of a team: api/v1/teams/TEAM.json of a site."},
	{"badge", "", reflect.TypeFor[data.Badge](), "A team's badge for shields.io: badges/TEAM.json of a site."},
}

// schema makes the schema of an output. Further fields may come to stand beside
// those it names.
func (o output) schema() *Schema {
	w := &writer{types: map[string]reflect.Type{}}
	s := *w.value(o.of)
	if s.Ref != "" { // the top is no definition
		name := strings.TrimPrefix(s.Ref, "#/$defs/")
		s = *w.defs.Get(name)
		w.defs = slices.DeleteFunc(w.defs, func(p Property) bool { return p.Key == name })
	}
	if o.form != "" {
		*s.Properties.Get("schema") = Schema{Const: o.form, Description: outputWords["schema"]}
	}
	s.Dialect, s.Title, s.Description = Dialect, "Gradus: "+o.name, o.description
	slices.SortFunc(w.defs, func(a, b Property) int { return cmp.Compare(a.Key, b.Key) })
	s.Defs = w.defs
	return &s
}

// written are the schemas of types that write their own JSON.
var written = map[reflect.Type]*Schema{
	reflect.TypeFor[score.Number]():    {Type: Types{"number", "null"}},
	reflect.TypeFor[score.Level]():     {Type: Types{"integer", "null"}},
	reflect.TypeFor[score.Basis]():     {Enum: []any{score.Declared, score.Criteria, score.Inherited, nil}},
	reflect.TypeFor[score.Status]():    {Enum: []any{score.Rated, score.NotApplicable, score.Unassessed}},
	reflect.TypeFor[score.Reason]():    {Enum: []any{"", score.OtherModel, score.OtherStatus, score.OtherBasis, "kind"}},
	reflect.TypeFor[maturity.Kind]():   {Enum: []any{maturity.Self, maturity.Peer, maturity.External}},
	reflect.TypeFor[maturity.Method](): {Enum: []any{maturity.Cumulative, maturity.Additive}},
	reflect.TypeFor[maturity.Date]():   date,
	reflect.TypeFor[data.Text]():       {Type: Types{"object"}, AdditionalProperties: &Schema{Type: Types{"string"}}},
	reflect.TypeFor[score.Link](): {Type: Types{"object"}, Required: []string{"team", "assessment"}, Properties: Properties{
		{"team", &Schema{Type: Types{"string", "null"}}}, {"assessment", &Schema{Type: Types{"string", "null"}}},
	}},
}

var date = &Schema{Type: Types{"string"}, Format: "date", Pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}

// added are the fields that the JSON of a type has besides those with a tag.
var added = map[reflect.Type][]addedField{
	reflect.TypeFor[score.Overall](): {{"to_target", true, &Schema{Type: Types{"number", "null"}}}},
	reflect.TypeFor[score.Gap]():     {{"due", true, nullable(date)}},
	reflect.TypeFor[score.Capability](): {
		{"carried_from", false, &Schema{Type: Types{"string"}}},
		{"inherited_from", false, &Schema{Type: Types{"array"}, Items: written[reflect.TypeFor[score.Link]()]}},
	},
}

type addedField struct {
	key      string
	required bool
	of       *Schema
}

// orNull are the fields that may be null where their type does not say so.
var orNull = []string{
	"Round.previous", "Round.as_of", "Missing.newest",
	"Aggregate.domains", "Aggregate.capabilities", "Distribution.levels", // of nobody
}

// A writer makes schemas of Go types. Structs become definitions.
type writer struct {
	defs  Properties
	types map[string]reflect.Type // of the definitions
}

func (w *writer) value(t reflect.Type) *Schema {
	if s, ok := written[t]; ok {
		return s
	}
	switch t.Kind() {
	case reflect.Pointer:
		return nullable(w.value(t.Elem()))
	case reflect.Slice:
		return &Schema{Type: Types{"array"}, Items: w.value(t.Elem())}
	case reflect.Map:
		return &Schema{Type: Types{"object"}, AdditionalProperties: w.value(t.Elem())}
	case reflect.Struct:
		return w.record(t)
	case reflect.String:
		return &Schema{Type: Types{"string"}}
	case reflect.Bool:
		return &Schema{Type: Types{"boolean"}}
	case reflect.Int:
		return &Schema{Type: Types{"integer"}}
	case reflect.Float64:
		return &Schema{Type: Types{"number"}}
	}
	panic(fmt.Sprintf("no schema for %v", t)) // a mistake of ours, which every test meets
}

// record puts a struct among the definitions and points to it. The instances of
// a generic type have no name of their own and stand in place.
func (w *writer) record(t reflect.Type) *Schema {
	name, _, generic := strings.Cut(t.Name(), "[")
	if generic {
		return w.object(t, name)
	}
	if other, exists := w.types[name]; exists {
		if other != t {
			panic(fmt.Sprintf("%v and %v would be one definition", t, other))
		}
		return ref(name)
	}
	w.types[name] = t
	s := w.object(t, name)
	w.defs = append(w.defs, Property{name, s})
	return ref(name)
}

func (w *writer) object(t reflect.Type, name string) *Schema {
	s := &Schema{Type: Types{"object"}}
	w.fields(s, t, name)
	for _, f := range added[t] {
		w.field(s, name, f.key, f.required, f.of)
	}
	return s
}

// fields adds those of a struct, and of the structs embedded in it, as package
// encoding/json does. A field without a tag is for the program alone.
func (w *writer) fields(s *Schema, t reflect.Type, name string) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, tagged := f.Tag.Lookup("json")
		key, options, _ := strings.Cut(tag, ",")
		switch {
		case f.Anonymous && !tagged:
			embedded := f.Type
			if embedded.Kind() == reflect.Pointer {
				embedded = embedded.Elem()
			}
			w.fields(s, embedded, name)
		case tagged && key != "-":
			w.field(s, name, key, options != "omitempty", w.value(f.Type))
		}
	}
}

func (w *writer) field(s *Schema, of, key string, required bool, value *Schema) {
	if slices.Contains(orNull, of+"."+key) {
		value = nullable(value)
	}
	described := *value
	described.Description = cmp.Or(outputWords[of+"."+key], outputWords[key])
	s.Properties = append(s.Properties, Property{key, &described})
	if required {
		s.Required = append(s.Required, key)
	}
}
