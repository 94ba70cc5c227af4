package schema

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"gradus/internal/load"
)

// file is the schema of a kind of file that people write, described in a language.
func file(shape load.Shape, lang string) *Schema {
	f := &files{lang: lang, defs: map[string]*Schema{}}
	s := f.inline(shape)
	s.Dialect = Dialect
	s.Title = "Gradus: " + shape.Name
	for _, name := range slices.Sorted(maps.Keys(f.defs)) {
		s.Defs = append(s.Defs, Property{name, f.defs[name]})
	}
	return s
}

// files makes schemas of shapes. What has a name becomes a definition.
type files struct {
	lang string
	defs map[string]*Schema
}

// value is the schema of any shape.
func (f *files) value(shape load.Shape) *Schema {
	if shape.Name == "" {
		return f.inline(shape)
	}
	name := strings.ReplaceAll(shape.Name, " ", "-")
	if f.defs[name] == nil {
		f.defs[name] = f.inline(shape)
	}
	return ref(name)
}

// inline is the schema of a shape with what it is called.
func (f *files) inline(shape load.Shape) *Schema {
	s := f.plain(shape)
	description := describe(shape.Name, "", f.lang)
	if len(shape.Or) == 0 {
		s.Description = description
		return s
	}
	either := &Schema{Description: description}
	for _, short := range shape.Or {
		either.AnyOf = append(either.AnyOf, f.value(short))
	}
	either.AnyOf = append(either.AnyOf, s)
	return either
}

// plain is the schema of a shape without its short forms.
func (f *files) plain(shape load.Shape) *Schema {
	switch shape.Type {
	case load.TypeText:
		return text(shape)
	case load.TypeWhole:
		return number("integer", shape)
	case load.TypeNumber:
		return number("number", shape)
	case load.TypeBool:
		return &Schema{Type: Types{"boolean"}}
	case load.TypeList:
		return &Schema{Type: Types{"array"}, Items: f.value(*shape.Items), MinItems: 1}
	case load.TypeMap:
		s := &Schema{Type: Types{"object"}, PropertyNames: text(*shape.Keys), AdditionalProperties: f.value(*shape.Items)}
		s.PropertyNames.Type = nil // a key is a text in any case
		if !shape.Empty {
			s.MinProperties = 1
		}
		return s
	}
	return f.record(shape)
}

// text is the schema of a text. YAML reads some texts as numbers or as true, and
// so do editors: they are allowed where they can be meant.
func text(shape load.Shape) *Schema {
	s := &Schema{Type: Types{"string"}, Pattern: shape.Pattern, MaxLength: shape.MaxLength}
	switch {
	case shape.Choices != nil:
		s.Type = nil
		for _, choice := range shape.Choices {
			s.Enum = append(s.Enum, choice)
		}
	case shape.Name == "date":
		s.Format = "date"
	case regexp.MustCompile(shape.Pattern).MatchString("1"):
		s.Type = Types{"string", "number", "boolean"}
	}
	return s
}

func number(of string, shape load.Shape) *Schema {
	s := &Schema{Type: Types{of}}
	if shape.Above {
		s.ExclusiveMinimum = pointer(shape.Min)
	} else {
		s.Minimum = pointer(shape.Min)
	}
	if shape.Max >= shape.Min {
		s.Maximum = pointer(shape.Max)
	}
	return s
}

// record is the schema of a record: its keys and no others.
func (f *files) record(shape load.Shape) *Schema {
	s := &Schema{
		Type:                 Types{"object"},
		AdditionalProperties: false,
	}
	for _, field := range shape.Fields {
		value := *f.value(field.Shape)
		value.Description = cmp.Or(describe(shape.Name, field.Key, f.lang), value.Description)
		s.Properties = append(s.Properties, Property{field.Key, &value})
		if field.Required {
			s.Required = append(s.Required, field.Key)
		}
	}
	if len(shape.AnyOf) == 1 {
		s.Required = append(s.Required, shape.AnyOf[0])
	} else {
		for _, key := range shape.AnyOf {
			s.AnyOf = append(s.AnyOf, &Schema{Required: []string{key}})
		}
	}
	for _, key := range slices.Sorted(maps.Keys(shape.Without)) {
		then := &Schema{}
		for _, other := range shape.Without[key] {
			then.Properties = append(then.Properties, Property{other, never()})
		}
		s.AllOf = append(s.AllOf, &Schema{If: &Schema{Required: []string{key}}, Then: then})
	}
	return s
}
