// Package schema makes the JSON Schemas (draft 2020-12) of what people write and
// of what programs read.
//
// The five kinds of file that people write follow from the tables by which
// package load reads them ([load.Shape]): what a schema allows, and what the
// program accepts, come from one place. [OfSite] makes the schema of one site's
// assessments, in which each capability, level and criterion of its model
// is described, so that an editor shows the rubric where a rating is written.
// A schema sees one value at a time; "gradus check" stays the judge.
//
// The outputs follow by reflection from the Go types that become JSON. The
// reflection is our own, because the types that write their own JSON (a number
// that may be unknown) have to be told by hand with any library, and what is
// left is a page of code against four modules.
package schema

import (
	"bytes"
	"encoding/json"
	"slices"

	"gradus/internal/load"
	"gradus/internal/maturity"
)

// Dialect is the version of JSON Schema.
const Dialect = "https://json-schema.org/draft/2020-12/schema"

// A Schema is a JSON Schema, as far as the ones made here go. The zero value
// allows everything.
type Schema struct {
	Dialect     string `json:"$schema,omitempty"`
	ID          string `json:"$id,omitempty"`
	Title       string `json:"title,omitempty"`
	Description string `json:"description,omitempty"`

	Ref   string    `json:"$ref,omitempty"`
	Type  Types     `json:"type,omitempty"`
	Const any       `json:"const,omitempty"`
	Enum  []any     `json:"enum,omitempty"`
	AnyOf []*Schema `json:"anyOf,omitempty"`
	AllOf []*Schema `json:"allOf,omitempty"`
	If    *Schema   `json:"if,omitempty"`
	Then  *Schema   `json:"then,omitempty"`
	Not   *Schema   `json:"not,omitempty"`

	Pattern   string `json:"pattern,omitempty"`
	Format    string `json:"format,omitempty"`
	MaxLength int    `json:"maxLength,omitempty"`

	Minimum          *float64 `json:"minimum,omitempty"`
	ExclusiveMinimum *float64 `json:"exclusiveMinimum,omitempty"`
	Maximum          *float64 `json:"maximum,omitempty"`

	Items    *Schema `json:"items,omitempty"`
	MinItems int     `json:"minItems,omitempty"`

	Properties           Properties `json:"properties,omitempty"`
	Required             []string   `json:"required,omitempty"`
	PropertyNames        *Schema    `json:"propertyNames,omitempty"`
	AdditionalProperties any        `json:"additionalProperties,omitempty"` // false, or a *Schema
	MinProperties        int        `json:"minProperties,omitempty"`

	Defs Properties `json:"$defs,omitempty"`
}

// Types are the types a value may have.
type Types []string

// MarshalJSON writes a single type without a list.
func (t Types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// Properties are schemas by key, in an order: editors offer keys in it.
type Properties []Property

// A Property is one of them.
type Property struct {
	Key    string
	Schema *Schema
}

// MarshalJSON writes an object with the keys in their order.
func (p Properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, property := range p {
		if i > 0 {
			b.WriteByte(',')
		}
		key, err := json.Marshal(property.Key)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(property.Schema)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Get returns the schema of a key, or nil.
func (p Properties) Get(key string) *Schema {
	for _, property := range p {
		if property.Key == key {
			return property.Schema
		}
	}
	return nil
}

// JSON writes the schema indented, as a file.
func (s *Schema) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", "  ")
	err := e.Encode(s)
	return b.Bytes(), err
}

// Names are the names of all schemas: those of files people write, then those of
// outputs.
func Names() []string {
	var names []string
	for _, shape := range load.Files() {
		names = append(names, shape.Name)
	}
	for _, o := range outputs {
		names = append(names, o.name)
	}
	return names
}

// Of returns the schema with a name, or nil. Files that people write are
// described in the language "en" or "zh", outputs in English.
func Of(name, lang string) *Schema {
	for _, shape := range load.Files() {
		if shape.Name == name {
			return file(shape, lang)
		}
	}
	for _, o := range outputs {
		if o.name == name {
			return o.schema()
		}
	}
	return nil
}

// OfSite returns the schema with a name, or nil, as a site has it: that of
// assessments for its model, each described in the first of langs.
func OfSite(name string, m *maturity.Model, langs ...string) *Schema {
	s := Of(name, langs[0])
	if name == "assessment" {
		rubric{m, langs}.describe(s)
	}
	return s
}

// ref points to a definition.
func ref(name string) *Schema { return &Schema{Ref: "#/$defs/" + name} }

// never is the schema of what may not stand there.
func never() *Schema { return &Schema{Not: &Schema{}} }

func pointer(f float64) *float64 { return &f }

// nullable allows null besides.
func nullable(s *Schema) *Schema {
	switch {
	case len(s.Type) > 0 && !slices.Contains(s.Type, "null"):
		out := *s
		out.Type = append(slices.Clone(s.Type), "null")
		return &out
	case len(s.Enum) > 0:
		out := *s
		out.Enum = append(slices.Clone(s.Enum), nil)
		return &out
	}
	return &Schema{AnyOf: []*Schema{s, {Type: Types{"null"}}}}
}
