package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"gradus/internal/build"
	"gradus/internal/diag"
	"gradus/internal/history"
	"gradus/internal/maturity"
)

// siteFile is the file that makes a folder a site.
const siteFile = "gradus.yaml"

// errNoSite is returned outside of any site.
var errNoSite = errors.New("there is no " + siteFile + " here or in a folder above; name the site with --root, or start one with “gradus init”")

// folder returns the site's folder: --root, or the nearest with a gradus.yaml.
func (c *call) folder() (string, error) {
	if c.root != "" {
		if _, err := os.Stat(filepath.Join(c.root, siteFile)); err != nil {
			return "", fmt.Errorf("there is no %s in %s", siteFile, c.root)
		}
		return c.root, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, siteFile)); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errNoSite
		}
		dir = parent
	}
}

// open returns the files of a folder. Nothing outside of it can be reached
// through them, not by a link either.
func open(folder string) (fs.FS, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// asOf reads the value of --as-of. Without one SOURCE_DATE_EPOCH counts; else
// it is "", and the newest assessment's date will do.
func (c *call) asOf(value string) (maturity.Date, error) {
	switch value {
	case "today":
		return maturity.DateOf(time.Now()), nil
	case "":
		return sourceDate(c.getenv("SOURCE_DATE_EPOCH"))
	}
	date, err := maturity.ParseDate(value)
	if err != nil {
		return "", usageError{fmt.Sprintf("--as-of is a date such as 2026-10-31, or today, not %q", diag.Printable(value))}
	}
	return date, nil
}

// sourceDate reads SOURCE_DATE_EPOCH, the seconds since 1970 by which builds
// are made repeatable (reproducible-builds.org).
func sourceDate(value string) (maturity.Date, error) {
	if value == "" {
		return "", nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil || seconds < 0 || seconds > 253402300799 { // the end of the year 9999
		return "", fmt.Errorf("SOURCE_DATE_EPOCH is a number of seconds, not %q", diag.Printable(value))
	}
	return maturity.DateOf(time.Unix(seconds, 0)), nil
}

// load reads and checks the site, and prints what is wrong with it to stderr.
// It returns errFailed when that stops the work.
func (c *call) load(opts build.Options) (*build.Source, error) {
	folder, err := c.folder()
	if err != nil {
		return nil, err
	}
	files, err := open(folder)
	if err != nil {
		return nil, err
	}
	src := build.Load(files, opts)
	c.report(src.Diags)
	if src.Diags.HasErrors() {
		return nil, errFailed
	}
	return src, nil
}

// changes asks git when the files that pages are made of were last changed; ""
// is the built-in handbook, which has no history.
func changes(folder string) history.History {
	if folder == "" {
		return history.History{}
	}
	return history.Read(context.Background(), folder, "content", "model")
}

// report prints diagnostics to stderr.
func (c *call) report(list diag.List) {
	_ = diag.WriteText(c.stderr, list, c.lang) // there is nowhere left to complain
}
