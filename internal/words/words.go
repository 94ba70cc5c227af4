// Package words holds the words of the interface, by language.
//
// A theme brings one JSON file per language, i18n/<language>.json: a flat
// object from key to text. Texts hold placeholders in braces. A key that ends
// in ".one" is the wording for a count of one. A language the site uses but the
// theme lacks reads in [Fallback], and so does a key that a language lacks, so
// that a third language begins with one file.
package words

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"gradus/internal/diag"
	"gradus/internal/maturity"
	"gradus/internal/theme"
)

// Fallback is the language that has every word.
const Fallback = "en"

// Folder is where a theme keeps its words.
const Folder = "i18n"

// A Catalog holds the words of every language of a theme.
type Catalog struct{ byLang map[string]*Words }

// Load reads all languages of a theme. A site's own file adds to the embedded
// one and changes it word by word.
func Load(t *theme.Theme) (*Catalog, diag.List) {
	files, err := t.List(Folder)
	if err != nil {
		return nil, diag.List{diag.New(diag.Position{Path: t.Place(Folder)}, diag.ThemeUnreadable)}
	}
	c := &Catalog{byLang: map[string]*Words{}}
	var list diag.List
	for _, file := range files {
		lang := strings.TrimSuffix(path.Base(file), ".json")
		w := &Words{Lang: lang, text: map[string]string{}}
		for _, read := range []func(string) ([]byte, error){t.ReadEmbedded, t.Read} {
			content, err := read(file)
			switch {
			case errors.Is(err, fs.ErrNotExist):
			case err != nil:
				list = append(list, diag.New(diag.Position{Path: t.Place(file)}, diag.ThemeUnreadable))
			default:
				list = append(list, w.add(t.Place(file), content)...)
			}
		}
		c.byLang[lang] = w
	}
	for lang, w := range c.byLang {
		if lang != Fallback {
			w.fallback = c.byLang[Fallback]
		}
	}
	return c, list
}

// add reads a file of words.
func (w *Words) add(file string, content []byte) diag.List {
	err := json.Unmarshal(content, &w.text)
	if err == nil {
		return nil
	}
	end := 0 // of what is wrong, in bytes
	var syntax *json.SyntaxError
	var form *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		end = int(syntax.Offset)
	case errors.As(err, &form):
		end = int(form.Offset)
	}
	before := string(content[:max(0, min(end, len(content))-1)])
	lines := strings.Split(before, "\n")
	col := utf8.RuneCountInString(lines[len(lines)-1]) + 1
	return diag.List{diag.New(diag.Position{Path: file, Line: len(lines), Col: col}, diag.ThemeWords)}
}

// Languages are those the theme has words in, sorted.
func (c *Catalog) Languages() []string { return slices.Sorted(maps.Keys(c.byLang)) }

// In returns the words of a language.
func (c *Catalog) In(lang string) *Words {
	if w := c.byLang[lang]; w != nil {
		return w
	}
	return &Words{Lang: lang, fallback: c.byLang[Fallback]}
}

// Words are those of one language.
type Words struct {
	Lang     string
	text     map[string]string
	fallback *Words
}

// Keys are the keys written in this language itself, sorted.
func (w *Words) Keys() []string { return slices.Sorted(maps.Keys(w.text)) }

// WithPrefix returns the wordings of all keys that begin with a prefix, by key:
// what a script of a page has to say.
func (w *Words) WithPrefix(prefix string) map[string]string {
	all := map[string]string{}
	if w.fallback != nil {
		all = w.fallback.WithPrefix(prefix)
	}
	for key := range w.text {
		delete(all, key+".one") // Chinese has none, and must not fall back to the English
	}
	for key, text := range w.text {
		if strings.HasPrefix(key, prefix) {
			all[key] = text
		}
	}
	return all
}

// source is the language that has a key: w itself, or what it falls back to.
func (w *Words) source(key string) *Words {
	if _, ok := w.text[key]; !ok && w.fallback != nil {
		return w.fallback
	}
	return w
}

func (w *Words) find(key string) (string, bool) {
	text, ok := w.source(key).text[key]
	return text, ok
}

// Text returns the wording of a key. The rest are the names and values of its
// placeholders, in pairs; a value is a string, an int or a date. A key that no
// language has is a mistake of the theme: an error that names it.
func (w *Words) Text(key string, pairs ...any) (string, error) {
	text, ok := w.find(key)
	if !ok {
		return "", fmt.Errorf("the theme has no words for %q", key)
	}
	if len(pairs) == 0 {
		return text, nil
	}
	if len(pairs)%2 != 0 {
		return "", fmt.Errorf("words for %q: a placeholder without a value", key)
	}
	filled := make([]string, len(pairs))
	for i := 0; i < len(pairs); i += 2 {
		filled[i] = fmt.Sprintf("{%v}", pairs[i])
		switch value := pairs[i+1].(type) {
		case maturity.Date:
			filled[i+1] = w.Date(value)
		default:
			filled[i+1] = fmt.Sprint(value)
		}
	}
	return strings.NewReplacer(filled...).Replace(text), nil
}

// Count is Text for a number of things: {n} is filled in, and the wording for
// one is taken where n is 1 and the language that has the key has one. Chinese
// has none, and must not fall back to the English.
func (w *Words) Count(key string, n int, pairs ...any) (string, error) {
	if n == 1 {
		if _, ok := w.source(key).text[key+".one"]; ok {
			key += ".one"
		}
	}
	return w.Text(key, append(pairs, "n", n)...)
}

// Date writes a day the way the language does.
func (w *Words) Date(d maturity.Date) string {
	parts := strings.Split(string(d), "-")
	if len(parts) != 3 {
		return string(d)
	}
	pattern, ok := w.find("date")
	if !ok {
		return string(d)
	}
	month, _ := w.find("month." + parts[1])
	return strings.NewReplacer(
		"{year}", parts[0],
		"{month}", number(parts[1]),
		"{monthname}", month,
		"{day}", number(parts[2]),
	).Replace(pattern)
}

// number drops the leading zeros of a part of a date.
func number(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	return strconv.Itoa(n)
}
