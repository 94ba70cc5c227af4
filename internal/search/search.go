// Package search makes the index that the browser searches.
//
// An [Entry] is a place a reader can be led to: a section of a chapter, a
// capability, one of its levels, a term, a team. [Build] turns the entries of
// one language into [File]s, classic scripts that set a global, so that they
// work from a folder too. The browser loads the first of them, the core, when a
// reader opens the search, and of the rest what a query needs:
//
//   - the core: every entry's title and address, and the list of the others;
//   - postings: for each token the entries that hold it; a token's first
//     character decides the file;
//   - texts: what the entries say, for excerpts.
//
// # Finding
//
// Texts are taken apart by [tokens]: words as they stand, and what is written
// without spaces as overlapping pairs of characters, which finds every string
// of two characters whatever a dictionary thinks of it. The script has the same
// rule for queries; shared vectors hold the twins together.
//
// # Ranking
//
// A posting carries an impact from 1 to 9: how much the token says of the
// entry. It is BM25 over weighted fields, see [impact], and does not depend on
// the query. The rest of the ranking is written once, in the script
// search-rank.js: the rarity of each term, the terms an entry has, and the
// title. Nothing here reads a clock or depends on the order of a map.
package search

// Folder is where the files lie, from the root of the site.
const Folder = "search/"

// A Kind of entry; results are grouped by it.
type Kind string

// The kinds.
const (
	Capability Kind = "capability"
	Level      Kind = "level" // of a capability, with its criteria
	Chapter    Kind = "chapter"
	Term       Kind = "term"
	Team       Kind = "team"
	Other      Kind = "page" // any other page, by its title
)

// Kinds are all kinds, in the order in which readers choose among them.
var Kinds = []Kind{Capability, Level, Chapter, Term, Team, Other}

// A Weight says how much more a word in a field counts than one in plain text.
type Weight int

// The weights.
const (
	ofTitle     Weight = 16
	ofParent    Weight = 4
	OfCriterion Weight = 3
	ofKeyword   Weight = 2
	OfTerm      Weight = 2
	OfText      Weight = 1
)

// NoLevel is the level of an entry that has none.
const NoLevel = -1

// A Page is an address with its entries.
type Page struct {
	Address string // from the root of the site, as links name it
	Title   string
	Domain  string // id of the domain it belongs to; "" for none
	Entries []Entry
}

// An Entry is a place on a page.
type Entry struct {
	Kind     Kind
	Anchor   string // "" for the page itself
	Title    string
	Level    int      // of a level, or of a team as a whole; or NoLevel
	Keywords []string // it is found by them, and they are not shown
	Parts    []Part
}

// A Part is a piece of what an entry says. An excerpt is taken from one part.
type Part struct {
	Weight Weight
	Anchor string // of the piece itself, "c-disk-buffer"; "" for the entry's
	Text   string
}

// A Collection is all that can be found in one language.
type Collection struct {
	Lang    string
	Words   map[string]string // of the interface, for the script
	Domains []Name
	Levels  []LevelName // lowest first
	Pages   []Page
}

// A Name is a record's name.
type Name struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// A LevelName is a level of the scale.
type LevelName struct {
	Level int    `json:"level"`
	Name  string `json:"name"`
	Step  int    `json:"step"` // place in the scale from 1, for the colour
}
