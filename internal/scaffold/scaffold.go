// Package scaffold writes the files that people begin with: a team's record, an
// assessment to fill in, a whole new site.
//
// Each is a value first, a list of [File], and comes to a folder by [Create],
// all of it or nothing and never in place of a file that is there. What is in
// them stands in the templates beside this file, or comes from the site they
// are made for; every file says in its comments how to go on.
package scaffold

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"text/template"

	"gradus/internal/load"
)

// A File is one to be written.
type File struct {
	Path    string // below the folder, with slashes
	Content []byte
}

//go:embed all:templates
var templateFiles embed.FS

// render fills in a template. They are the program's own, so that one that
// fails is a defect of the program, which the tests find.
func render(name string, data any) []byte {
	t := template.Must(template.New(path.Base(name)).Option("missingkey=error").ParseFS(templateFiles, "templates/"+name))
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// words is the language of the comments in a file whose texts are in lang.
func words(lang string) string {
	if len(lang) >= 2 && lang[:2] == "zh" {
		return "zh"
	}
	return "en"
}

// schema is where an editor finds the JSON Schema of a kind of file: on the
// published site, or else in the one that was built last, seen from a file so
// many folders deep.
func schema(config *load.Config, kind string, depth int) string {
	place := "schema/" + kind + ".schema.json"
	if config != nil && config.BaseURL != "" {
		return config.BaseURL + place
	}
	up := ""
	for range depth {
		up += "../"
	}
	return up + "public/" + place
}

// Create writes files into a folder that exists. It never writes over one that
// is there, nor to a place outside the folder, and where it fails it takes back
// what it has written. The error wraps [fs.ErrExist] when a file is in the way.
func Create(dir string, files []File) (err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	var made []string // in the order in which they were made
	defer func() {
		if err != nil {
			for _, name := range slices.Backward(made) {
				_ = root.Remove(name)
			}
		}
	}()
	for _, f := range files {
		if !fs.ValidPath(f.Path) {
			return fmt.Errorf("%s: %w", f.Path, fs.ErrInvalid)
		}
		folders, err := makeFolders(root, path.Dir(f.Path))
		made = append(made, folders...)
		if err != nil {
			return err
		}
		w, err := root.OpenFile(f.Path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode(f.Path))
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, reason(err))
		}
		made = append(made, f.Path)
		_, err = w.Write(f.Content)
		if err = errors.Join(err, w.Close()); err != nil {
			return fmt.Errorf("%s: %w", f.Path, reason(err))
		}
	}
	return nil
}

// mode lets scripts be run.
func mode(name string) fs.FileMode {
	if path.Ext(name) == ".sh" {
		return 0o755
	}
	return 0o644
}

// makeFolders makes a folder and those above it, and returns which are new.
func makeFolders(root *os.Root, name string) (made []string, err error) {
	if name == "." {
		return nil, nil
	}
	if made, err = makeFolders(root, path.Dir(name)); err != nil {
		return made, err
	}
	switch err := root.Mkdir(name, 0o755); {
	case err == nil:
		return append(made, name), nil
	case errors.Is(err, fs.ErrExist):
		return made, nil
	default:
		return made, fmt.Errorf("%s: %w", name, reason(err))
	}
}

// reason is an error without the words of the system call that returned it.
func reason(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err
	}
	return err
}
