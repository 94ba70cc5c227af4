package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gradus/internal/build"
	"gradus/internal/diag"
)

// diagnosticFormats are the forms in which check prints what it found.
var diagnosticFormats = []string{"text", "json", "github", "gitlab", "sarif"}

func checkCommand() *command {
	var opts struct {
		format, asOf    string
		strict, publish bool
	}
	return &command{
		name: "check",
		args: "[PATH…]",
		short: map[string]string{
			"en": "Report everything that is wrong with the site, or with the files named.",
			"zh": "报告网站（或指定文件）的所有问题。",
		},
		flags: func(set *flag.FlagSet) {
			set.StringVar(&opts.format, "format", "text", "`"+strings.Join(diagnosticFormats, "|")+"`")
			set.StringVar(&opts.asOf, "as-of", "", "the `day` ages are reckoned from: a date, or today")
			set.BoolVar(&opts.strict, "strict", false, "make warnings errors")
			set.BoolVar(&opts.publish, "update-published", false, "add the present addresses to content/published.txt, which is to keep them")
		},
		run: func(c *call) error {
			if !slices.Contains(diagnosticFormats, opts.format) {
				return usageError{fmt.Sprintf("--format is one of %s, not %q", strings.Join(diagnosticFormats, ", "), diag.Printable(opts.format))}
			}
			asOf, err := c.asOf(opts.asOf)
			if err != nil {
				return err
			}
			folder, err := c.folder()
			if err != nil {
				return err
			}
			files, err := open(folder)
			if err != nil {
				return err
			}
			src := build.Load(files, build.Options{AsOf: asOf, Strict: opts.strict})
			if opts.publish {
				if err := c.updatePublished(src, folder); err != nil {
					return err
				}
			}
			list := src.Diags
			if list, err = about(list, folder, c.args); err != nil {
				return err
			}
			if err := writeDiagnostics(c.stdout, list, opts.format, c.lang, inRepository(src)); err != nil {
				return err
			}
			if list.HasErrors() {
				return errFailed
			}
			return nil
		},
	}
}

// about keeps the diagnostics of some files or folders, given as a user
// standing anywhere names them; all of them when none is named.
func about(list diag.List, folder string, paths []string) (diag.List, error) {
	if len(paths) == 0 {
		return list, nil
	}
	var prefixes []string
	for _, p := range paths {
		if _, err := os.Lstat(p); err != nil {
			return nil, fmt.Errorf("there is no file %s", diag.Printable(p)) // a slip must not look like a clean file
		}
		rel, err := relative(folder, p)
		if err != nil {
			return nil, err
		}
		prefixes = append(prefixes, rel)
	}
	return slices.DeleteFunc(slices.Clone(list), func(d diag.Diagnostic) bool {
		return !slices.ContainsFunc(prefixes, func(prefix string) bool {
			return prefix == "." || d.Pos.Path == prefix || strings.HasPrefix(d.Pos.Path, prefix+"/")
		})
	}), nil
}

// relative is a path as the site's diagnostics name it.
func relative(folder, name string) (string, error) {
	root, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(name)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(root, abs)
	if err != nil || !filepath.IsLocal(rel) {
		return "", fmt.Errorf("%s is not in the site's folder", diag.Printable(name))
	}
	return filepath.ToSlash(rel), nil
}

// inRepository is the site's folder in its repository, from where hosts reckon
// the paths of annotations.
func inRepository(src *build.Source) string {
	if repo := src.Config.Repository; repo != nil {
		return repo.Path
	}
	return ""
}

func writeDiagnostics(w io.Writer, list diag.List, format, lang, base string) error {
	switch format {
	case "json":
		return diag.WriteJSON(w, list, lang)
	case "github":
		return diag.WriteGitHub(w, list, lang, base)
	case "gitlab":
		return diag.WriteGitLab(w, list, lang, base)
	case "sarif":
		return diag.WriteSARIF(w, list, lang, base, programVersion())
	}
	return diag.WriteText(w, list, lang)
}
