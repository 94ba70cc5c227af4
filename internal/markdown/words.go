package markdown

// A word is one that the renderer adds to a text, by its key among the words
// of the interface: every language of a site has its own.
type word string

const (
	wordNote         word = "note"
	wordTip          word = "tip"
	wordImportant    word = "important"
	wordWarning      word = "warning"
	wordCaution      word = "caution"
	wordAnchor       word = "anchor"
	wordTable        word = "table"
	wordDone         word = "done"
	wordOpen         word = "open"
	wordFootnote     word = "footnote"
	wordFootnotes    word = "footnotes"
	wordFootnoteBack word = "footnote-back"
)

// Words are the keys of all words that a [Resolver] may be asked for.
var Words = []string{
	string(wordNote), string(wordTip), string(wordImportant), string(wordWarning), string(wordCaution),
	string(wordAnchor), string(wordTable), string(wordDone), string(wordOpen),
	string(wordFootnote), string(wordFootnotes), string(wordFootnoteBack),
}
