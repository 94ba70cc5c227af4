package main

import (
	"errors"
	"flag"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"gradus/internal/build"
	"gradus/internal/publish"
)

func buildCommand() *command {
	var opts struct {
		out, baseURL, asOf string
		portable, strict   bool
	}
	return &command{
		name: "build",
		short: map[string]string{
			"en": "Check the site, then write it to public/.",
			"zh": "检查网站，然后写入 public/。",
		},
		flags: func(set *flag.FlagSet) {
			set.StringVar(&opts.out, "out", "", "the `folder` to write (default: public in the site's folder)")
			set.StringVar(&opts.baseURL, "base-url", "", "the `address` of the site, instead of the one in gradus.yaml")
			set.BoolVar(&opts.portable, "portable", false, "write index.html into every link, to be read from a folder without a server")
			set.StringVar(&opts.asOf, "as-of", "", "the `day` ages are reckoned from: a date, or today")
			set.BoolVar(&opts.strict, "strict", false, "make warnings errors")
		},
		run: func(c *call) error {
			if len(c.args) > 0 {
				return usageError{"it takes no arguments"}
			}
			asOf, err := c.asOf(opts.asOf)
			if err != nil {
				return err
			}
			base, err := baseURL(opts.baseURL)
			if err != nil {
				return err
			}
			folder, err := c.folder()
			if err != nil {
				return err
			}
			src, err := c.load(build.Options{
				AsOf: asOf, BaseURL: base, Portable: opts.portable, Strict: opts.strict,
				History: changes(folder),
			})
			if err != nil {
				return err
			}
			return c.publish(src, opts.out)
		},
	}
}

// publish makes the site of a clean source and writes it.
func (c *call) publish(src *build.Source, out string) error {
	if out == "" {
		folder, err := c.folder()
		if err != nil {
			return err
		}
		out = filepath.Join(folder, "public")
	}
	site, problems := src.Site()
	c.report(problems)
	if problems.HasErrors() {
		return errFailed
	}
	changes, problems, err := site.Publish(out)
	c.report(problems)
	switch {
	case problems.HasErrors():
		return errFailed
	case errors.Is(err, publish.ErrForeign):
		return fmt.Errorf("%w; choose another folder with --out, or empty this one yourself", err)
	case errors.Is(err, publish.ErrBusy):
		return fmt.Errorf("%w; wait until it is done", err)
	case err != nil:
		return err
	}
	if changes.InPlace {
		fmt.Fprintf(c.stderr, "%s is a mount point and can't be exchanged; it was written file by file\n", out)
	}
	fmt.Fprintf(c.stderr, "%s: %d files, %d written, %d unchanged, %d removed\n",
		out, changes.Written+changes.Unchanged, changes.Written, changes.Unchanged, changes.Removed)
	return nil
}

// baseURL puts the address of a site into the form that gradus.yaml has it in.
func baseURL(value string) (string, error) {
	if value == "" {
		return "", nil
	}
	u, err := url.Parse(value)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil || strings.ContainsAny(value, "?# ") {
		return "", usageError{"--base-url is an address such as https://example.org/handbook/"}
	}
	return strings.TrimRight(value, "/") + "/", nil
}
