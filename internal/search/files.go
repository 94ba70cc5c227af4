package search

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// A File is one file of an index.
type File struct {
	Path    string // from the root of the site
	Content []byte
}

// Core is the path of the file that the browser loads first. It has no hash in
// its name, unlike those it lists: pages name it, and would otherwise all
// change with every word of every other.
func Core(lang string) string { return Folder + lang + ".js" }

// The sizes that files are filled up to, in bytes before compression: small
// enough that a query loads little beside what it needs.
const (
	postingsSize = 5 << 10
	textsSize    = 5 << 10
)

// core is what the browser's script reads: search-index.js.
type core struct {
	Words    map[string]string `json:"words"`
	Kinds    []Kind            `json:"kinds"`
	Domains  []Name            `json:"domains"`
	Levels   []LevelName       `json:"levels"`
	Pages    [][3]any          `json:"pages"`    // address, title, place of the domain or -1
	Entries  [][5]any          `json:"entries"`  // page, anchor, title or 0 for the page's, place of the kind, level
	Postings [][2]string       `json:"postings"` // of each file: its first character, its path
	Texts    [][2]any          `json:"texts"`    // of each file: its first entry, its path
}

// Build makes the files of an index, the core first.
func Build(c Collection) []File {
	out := builder{lang: c.Lang}
	index := core{Words: c.Words, Kinds: Kinds, Domains: c.Domains, Levels: c.Levels}
	index.addPages(c)
	index.Postings = out.addPostings(lines(postingsOf(c.Pages)))
	index.Texts = out.addTexts(c.Pages)
	files := []File{{Core(c.Lang), script(c.Lang, index)}}
	return append(files, out.files...)
}

func (index *core) addPages(c Collection) {
	for _, p := range c.Pages {
		domain := slices.IndexFunc(c.Domains, func(n Name) bool { return n.ID == p.Domain })
		for _, e := range p.Entries {
			var title any = e.Title
			if e.Title == p.Title {
				title = 0
			}
			index.Entries = append(index.Entries, [5]any{len(index.Pages), e.Anchor, title, slices.Index(Kinds, e.Kind), e.Level})
		}
		index.Pages = append(index.Pages, [3]any{p.Address, p.Title, domain})
	}
}

// A builder collects the files that the core lists.
type builder struct {
	lang  string
	files []File
}

// add adds a file and returns its path. It sets a global of its name without
// the hash, which the script takes away again.
func (b *builder) add(name string, value any) string {
	content := script(b.lang+"."+name, value)
	sum := sha256.Sum256(content)
	path := Folder + b.lang + "." + name + "." + hex.EncodeToString(sum[:4]) + ".js"
	b.files = append(b.files, File{path, content})
	return path
}

// addPostings fills files with lines in their order, each file with at least
// one.
func (b *builder) addPostings(all []line) [][2]string {
	var list [][2]string
	for len(all) > 0 {
		n, size := 0, 0
		for n < len(all) && (n == 0 || size+len(all[n].text) <= postingsSize) {
			size += len(all[n].text)
			n++
		}
		texts := make([]string, n)
		for i, l := range all[:n] {
			texts[i] = string(l.first) + l.text
		}
		path := b.add("p"+strconv.Itoa(len(list)), strings.Join(texts, "\n"))
		list = append(list, [2]string{string(all[0].first), path})
		all = all[n:]
	}
	return list
}

// addTexts fills files with the parts of entries, each part its text and its
// anchor.
func (b *builder) addTexts(pages []Page) [][2]any {
	var list [][2]any
	var texts [][][2]string
	first, size := 0, 0
	flush := func() {
		if len(texts) > 0 {
			list = append(list, [2]any{first, b.add("t"+strconv.Itoa(len(list)), texts)})
			first, size, texts = first+len(texts), 0, nil
		}
	}
	for _, p := range pages {
		for _, e := range p.Entries {
			parts := make([][2]string, len(e.Parts))
			length := 0
			for i, part := range e.Parts {
				parts[i] = [2]string{part.Text, part.Anchor}
				length += len(part.Text)
			}
			if size+length > textsSize {
				flush()
			}
			texts = append(texts, parts)
			size += length
		}
	}
	flush()
	return list
}

// script is a classic script that sets a part of the global gradus.
func script(name string, value any) []byte {
	text, _ := json.Marshal(value) // strings and whole numbers cannot fail
	head := `window.gradus=window.gradus||{};gradus["search/` + name + `"]=`
	return append(append([]byte(head), text...), ";\n"...)
}
