// Package themes embeds the themes that come with Gradus.
package themes

import "embed"

// FS holds a folder for each theme: layouts and partials (html/template),
// assets (style sheets and scripts) and i18n (the words of the interface).
//
//go:embed default
var FS embed.FS
