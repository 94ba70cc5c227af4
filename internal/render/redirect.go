package render

import (
	"encoding/json"
	"html"

	"gradus/internal/address"
	"gradus/internal/site"
)

// Redirect returns the HTML of a page that leads on. It is written by hand and
// not by a layout: the target of a refresh is no place for a theme's text. The
// target is an address of the site itself, made relative and escaped.
//
// A script leads on with the anchor that a reader came with, to where that has
// gone; without script the page alone is found.
func (r *Renderer) Redirect(from site.Redirect, portable bool) ([]byte, error) {
	to := address.Relative(from.From, from.To, portable)
	moved := map[string]string{}
	for anchor, target := range from.Anchors {
		moved[anchor] = address.Relative(from.From, target, portable)
	}
	content, err := json.Marshal(map[string]any{"to": to, "moved": moved})
	if err != nil {
		return nil, err
	}
	script, err := r.assets.path("moved.js")
	if err != nil {
		return nil, err
	}
	block, err := data(string(content))
	if err != nil {
		return nil, err
	}
	to = html.EscapeString(to)
	script = address.Relative(from.From, script, portable)
	return []byte(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>` + to + `</title>` +
		`<meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(contentSecurityPolicy) + `">` +
		`<meta name="robots" content="noindex">` + string(block) + `<script src="` + script + `"></script>` +
		`<noscript><meta http-equiv="refresh" content="0; url=` + to + `"></noscript>` +
		`<link rel="canonical" href="` + to + `"></head><body><p><a href="` + to + `">` + to + `</a></p></body></html>`), nil
}
