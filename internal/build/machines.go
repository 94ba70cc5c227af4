package build

import (
	"encoding/xml"
	"strings"
)

// addForMachines adds what search engines read.
func (s *Site) addForMachines() {
	config := s.Source.Config
	s.files["robots.txt"] = func() ([]byte, error) { return robots(config.BaseURL, config.NoIndex), nil }
	if config.BaseURL != "" {
		s.files["sitemap.xml"] = s.sitemap
	}
	// GitHub Pages runs a site without it through another generator.
	s.files[".nojekyll"] = func() ([]byte, error) { return nil, nil }
}

func robots(base string, noIndex bool) []byte {
	var b strings.Builder
	b.WriteString("User-agent: *\n")
	if noIndex {
		b.WriteString("Disallow: /\n")
	} else {
		b.WriteString("Allow: /\n")
		if base != "" {
			b.WriteString("Sitemap: " + base + "sitemap.xml\n")
		}
	}
	return []byte(b.String())
}

type sitemapURL struct {
	Loc   string        `xml:"loc"`
	Links []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel      string `xml:"rel,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

// sitemap lists every page that is really in its language, with its
// translations.
func (s *Site) sitemap() ([]byte, error) {
	base := s.Source.Config.BaseURL
	set := struct {
		XMLName xml.Name     `xml:"urlset"`
		NS      string       `xml:"xmlns,attr"`
		XHTML   string       `xml:"xmlns:xhtml,attr"`
		URLs    []sitemapURL `xml:"url"`
	}{NS: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range s.sortedPages() {
		if p.FallbackOf != "" || p.NoIndex {
			continue
		}
		u := sitemapURL{Loc: base + p.URL}
		for _, a := range p.Alternates() {
			u.Links = append(u.Links, sitemapLink{"alternate", a.Lang, a.URL})
		}
		set.URLs = append(set.URLs, u)
	}
	body, err := xml.Marshal(set)
	return append([]byte(xml.Header), body...), err
}
