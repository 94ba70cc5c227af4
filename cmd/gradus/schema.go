package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/load"
	"gradus/internal/schema"
)

func schemaCommand() *command {
	return &command{
		name: "schema",
		args: strings.Join(schema.Names(), "|"),
		short: map[string]string{
			"en": "Print the JSON Schema of a kind of file or output.",
			"zh": "打印某种文件或输出的 JSON Schema。",
		},
		run: func(c *call) error {
			if len(c.args) != 1 || !slices.Contains(schema.Names(), c.args[0]) {
				return usageError{fmt.Sprintf("it takes one of %s%s", strings.Join(schema.Names(), ", "), given(c.args))}
			}
			s, err := c.schema(c.args[0])
			if err != nil {
				return err
			}
			out, err := s.JSON()
			if err != nil {
				return err
			}
			_, err = c.stdout.Write(out)
			return err
		},
	}
}

// schema is the one with a name, in the language of messages. Within a site
// that of assessments is for the site's model.
func (c *call) schema(name string) (*schema.Schema, error) {
	if name != "assessment" {
		return schema.Of(name, c.lang), nil
	}
	folder, err := c.folder()
	if errors.Is(err, errNoSite) {
		return schema.Of(name, c.lang), nil
	}
	if err != nil {
		return nil, err
	}
	files, err := open(folder)
	if err != nil {
		return nil, err
	}
	src, found := load.Load(files)
	if list := ofModel(found); list.HasErrors() || src.Model == nil {
		c.report(list)
		return nil, errFailed
	}
	return schema.OfSite(name, src.Model, append([]string{c.lang}, src.Config.Languages...)...), nil
}

// ofModel keeps the errors of the model: whoever writes an assessment is helped
// while another file is broken.
func ofModel(list diag.List) diag.List {
	return slices.DeleteFunc(list, func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error || !strings.HasPrefix(d.Pos.Path, "model/")
	})
}

// given says what stood there instead of one known name.
func given(args []string) string {
	if len(args) == 0 {
		return ""
	}
	return fmt.Sprintf(", not %q", diag.Printable(strings.Join(args, " ")))
}
