package main

import (
	"errors"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// entries are the modules that pages load; the others are parts of these.
var entries = []string{"scheme.js", "site.js", "search.js", "moved.js", "charts.js", "compare.js", "whatif.js", "assess.js", "portfolio.js"}

// scripts bundles our own modules.
func scripts(dir string) (map[string][]byte, error) {
	files := make(map[string][]byte)
	for _, name := range entries {
		script, err := bundle(api.BuildOptions{EntryPoints: []string{filepath.Join(dir, name)}})
		if err != nil {
			return nil, err
		}
		files[name] = script
	}
	return files, nil
}

// bundle makes one classic script of a module and all that it imports.
func bundle(options api.BuildOptions) ([]byte, error) {
	options.Bundle = true
	options.Format = api.FormatIIFE
	options.Target = api.ES2020
	options.MinifyWhitespace, options.MinifyIdentifiers, options.MinifySyntax = true, true, true
	options.LegalComments = api.LegalCommentsNone
	options.Charset = api.CharsetUTF8
	options.LogLevel = api.LogLevelSilent
	result := api.Build(options)
	if len(result.Errors) > 0 {
		var errs []error
		for _, text := range api.FormatMessages(result.Errors, api.FormatMessagesOptions{}) {
			errs = append(errs, errors.New(text))
		}
		return nil, errors.Join(errs...)
	}
	return result.OutputFiles[0].Contents, nil
}
