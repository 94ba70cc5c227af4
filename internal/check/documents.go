package check

import (
	"slices"

	"gradus/internal/diag"
	"gradus/internal/load"
)

// chapters warns of a domain without a chapter: a page is generated for it,
// with the tables and without a text.
func (c *checker) chapters() {
	if c.model == nil {
		return
	}
	for _, d := range c.model.Domains {
		written := slices.ContainsFunc(c.config.Languages, func(lang string) bool { return c.hasDocument(lang, d.ID) })
		if !written { // what single languages lack, untranslated says
			c.report(diag.New(d.Pos, diag.NoChapter, "domain", d.ID))
		}
	}
}

// hasDocument reports whether there is a document, readable or not.
func (c *checker) hasDocument(lang, path string) bool {
	return c.src.Document(lang, path) != nil ||
		c.exists("content/"+lang+"/"+path+".md") || c.exists("content/"+lang+"/"+path+"/index.md")
}

// untranslated warns of a document that a language of the site lacks.
func (c *checker) untranslated() {
	said := make(map[string]bool) // by language and path: once, at the first document
	for _, doc := range c.src.Documents {
		for _, lang := range c.config.Languages {
			key := lang + "/" + doc.Path
			if !said[key] && !c.hasDocument(lang, doc.Path) {
				said[key] = true
				c.report(diag.New(doc.Pos, diag.Untranslated, "lang", lang))
			}
		}
	}
}

// translations warns of a translation that is older than its source, and says
// what to write once it follows again.
func (c *checker) translations() {
	for _, doc := range c.src.Documents {
		if doc.TranslatedFrom == "" {
			continue
		}
		sources := c.otherLanguages(doc)
		switch {
		case len(sources) == 0 && c.translatedElsewhere(doc): // but could not be read
		case len(sources) == 0:
			c.report(diag.New(doc.TranslatedPos, diag.NoTranslationSource))
		case !isHashOf(doc.TranslatedFrom, sources):
			c.report(diag.New(doc.TranslatedPos, diag.StaleTranslation, "source", sources[0].Pos.Path).
				Found(doc.TranslatedFrom).Wanted(sources[0].Hash))
		}
	}
}

// translatedElsewhere reports whether another language has the document.
func (c *checker) translatedElsewhere(doc *load.Document) bool {
	return slices.ContainsFunc(c.config.Languages, func(lang string) bool {
		return lang != doc.Lang && c.hasDocument(lang, doc.Path)
	})
}

// otherLanguages returns the same document in the site's other languages, in
// their order.
func (c *checker) otherLanguages(doc *load.Document) []*load.Document {
	var others []*load.Document
	for _, lang := range c.config.Languages {
		if other := c.src.Document(lang, doc.Path); other != nil && lang != doc.Lang {
			others = append(others, other)
		}
	}
	return others
}

func isHashOf(hash string, docs []*load.Document) bool {
	return slices.ContainsFunc(docs, func(doc *load.Document) bool { return doc.Hash == hash })
}
