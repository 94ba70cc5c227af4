package render

import (
	"html"

	"gradus/internal/address"
	"gradus/internal/site"
)

// Redirect returns the HTML of a page that leads on. It is written by hand and
// not by a layout: the target of a refresh is no place for a theme's text. The
// target is an address of the site itself, made relative and escaped.
func Redirect(r site.Redirect, portable bool) []byte {
	to := html.EscapeString(address.Relative(r.From, r.To, portable))
	return []byte(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>` + to + `</title>` +
		`<meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(contentSecurityPolicy) + `">` +
		`<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url=` + to + `">` +
		`<link rel="canonical" href="` + to + `"></head><body><p><a href="` + to + `">` + to + `</a></p></body></html>`)
}
