package load

import (
	"gradus/internal/diag"
	"gradus/internal/markdown"
	"gradus/internal/maturity"
)

// A Source is everything a site is made of, decoded and with the place of each
// value. It is what package check judges and packages score and site read; no
// later stage opens an input file.
type Source struct {
	Config    *Config
	Model     *maturity.Model
	Portfolio *maturity.Portfolio
	Documents []*Document // by language in the config's order, then by path
	Assets    []Asset     // by path
	Terms     []*Term     // in the file's order
	Moved     []Moved     // in the file's order
	Published []Published // in the file's order
	Inputs    []string    // every file and folder read, with slashes, sorted: what to watch
}

// Document returns the document at a path in a language, or nil.
func (s *Source) Document(lang, path string) *Document {
	for _, d := range s.Documents {
		if d.Lang == lang && d.Path == path {
			return d
		}
	}
	return nil
}

// Config is gradus.yaml.
type Config struct {
	Pos        diag.Position
	Title      maturity.Text
	Languages  []string // BCP 47; the first is the default and lives at the root
	BaseURL    string   // absolute, ends in "/"; "" when none is given
	Repository *Repository
	Theme      string // "default" unless given
	Publish    maturity.Publish
	StaleAfter int // days
	Lint       []string
	NoIndex    bool
}

// Lints are the opt-in checks of a handbook's own texts.
var Lints = []string{"texts", "terms"}

// A Repository is where the site's source can be read and edited.
type Repository struct {
	Pos    diag.Position
	Type   string // one of RepositoryTypes
	URL    string
	Branch string
	Path   string // the site's folder in it, "." for the root
}

// RepositoryTypes are the hosts whose addresses Gradus knows how to form.
var RepositoryTypes = []string{"github", "gitlab", "gitee", "gitea", "git"}

// A Document is one Markdown file of content/<lang>/.
type Document struct {
	Pos            diag.Position // of the file
	Lang           string
	Path           string // below the language's folder, without ".md"; "index" of a folder is the folder: "" is the home page
	Title          string
	Description    string
	Order          int    // among its neighbours; 0 when not given
	TranslatedFrom string // hash of the source the translation follows; "" when not given
	TranslatedPos  diag.Position
	Hash           string // first 12 hex digits of the SHA-256 of this file with LF ends
	Body           *markdown.Document
}

// An Asset is a file of content/<lang>/ that is no document: a picture or
// something to download.
type Asset struct {
	Path    string // below content/, "zh/img/layers.svg"
	Content []byte
}

// A Term is an entry of the glossary, content/terms.yaml.
type Term struct {
	Pos   diag.Position
	ID    string
	Term  maturity.Text
	Avoid map[string][]string // wordings not to use, by language
	Text  maturity.Text       // Markdown
}

// A Published is an address that readers have been given, a line of
// content/published.txt.
type Published struct {
	Pos     diag.Position
	Address string // from the root of the site: "en/monitoring/#collection"
}

// A Moved is a former address and the present one, both as "path/#anchor".
type Moved struct {
	Pos      diag.Position
	From, To string
	ToPos    diag.Position
}
