package site

import (
	"cmp"
	"slices"

	"gradus/internal/address"
	"gradus/internal/load"
)

// addRedirects leads area addresses to their sections, and former addresses to
// present ones, which moved.yaml gives from the root of the site.
func (s *Site) addRedirects() {
	for _, lang := range s.source.Config.Languages {
		for _, d := range s.source.Model.Domains {
			for _, a := range d.Areas {
				s.redirect(s.url(lang, address.AreaRedirect(a.ID)), s.url(lang, address.Area(a.ID)))
			}
		}
	}
	for _, m := range s.source.Moved {
		if from, anchor := address.Split(m.From); anchor == "" { // a moved anchor is no page of its own
			s.redirect(from, m.To)
		}
	}
	slices.SortFunc(s.Redirects, func(a, b Redirect) int { return cmp.Compare(a.From, b.From) })
}

func (s *Site) redirect(from, to string) {
	s.Redirects = append(s.Redirects, Redirect{From: from, To: to, Anchors: s.moved[from]})
}

// movedAnchors gathers the former anchors of moved.yaml by their address.
func movedAnchors(moved []load.Moved) map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, m := range moved {
		from, anchor := address.Split(m.From)
		if anchor == "" {
			continue
		}
		if all[from] == nil {
			all[from] = map[string]string{}
		}
		all[from][anchor] = m.To
	}
	return all
}
