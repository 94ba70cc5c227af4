package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"

	"gradus"
	"gradus/internal/diag"
	"gradus/internal/scaffold"
)

// sampleOf is the team of the built-in handbook that a new site gets as a sample.
const sampleOf = "payments"

func initCommand() *command {
	var bare bool
	return &command{
		name: "init",
		args: "DIR",
		short: map[string]string{
			"en": "Start a new site from the built-in handbook, or an almost empty one.",
			"zh": "新建网站：基于内置手册，或几乎为空。",
		},
		flags: func(set *flag.FlagSet) {
			set.BoolVar(&bare, "bare", false, "start with an empty model of three domains, in the language of messages")
		},
		run: func(c *call) error {
			if len(c.args) != 1 {
				return usageError{"it takes the folder of the new site"}
			}
			dir := c.args[0]
			if err := empty(dir); err != nil {
				return err
			}
			files := scaffold.Bare(c.lang)
			if !bare {
				var err error
				if files, err = scaffold.Site(gradus.Handbook, sampleOf, c.lang); err != nil {
					return err
				}
			}
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return fmt.Errorf("the folder %s cannot be made", diag.Printable(dir))
			}
			if err := scaffold.Create(dir, files); err != nil {
				return fmt.Errorf("nothing was written: %w", err)
			}
			fmt.Fprintln(c.stdout, dir)
			fmt.Fprintf(c.stderr, map[string]string{
				"en": "%d files; look around in gradus.yaml, and fill in ci/install.sh before you push\n",
				"zh": "共 %d 个文件；请先看看 gradus.yaml，推送之前填好 ci/install.sh\n",
			}[c.lang], len(files))
			c.next("gradus serve --root " + dir)
			return nil
		},
	}
}

// empty makes sure that a new site takes nobody's place: its folder is not there,
// or holds nothing but a repository.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s is not a folder that could be read", diag.Printable(dir))
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			return fmt.Errorf("the folder %s is not empty: it holds %s", diag.Printable(dir), diag.Printable(e.Name()))
		}
	}
	return nil
}
