package markdown

// A word is one that the renderer adds to a text. They live here and not in
// the theme because they belong to the syntax: GitHub adds the same ones.
type word int

const (
	wordNote word = iota
	wordTip
	wordImportant
	wordWarning
	wordCaution
	wordAnchor
	wordTable
	wordDone
	wordOpen
	wordFootnote
	wordFootnotes
	wordFootnoteBack
)

// wordings are in both languages free of characters that HTML would want escaped.
var wordings = [...]struct{ en, zh string }{
	wordNote:         {"Note", "注意"},
	wordTip:          {"Tip", "提示"},
	wordImportant:    {"Important", "重要"},
	wordWarning:      {"Warning", "警告"},
	wordCaution:      {"Caution", "小心"},
	wordAnchor:       {"Link to this section", "本节链接"},
	wordTable:        {"Table", "表格"},
	wordDone:         {"Done", "已完成"},
	wordOpen:         {"Not done", "未完成"},
	wordFootnote:     {"Footnote", "脚注"},
	wordFootnotes:    {"Footnotes", "脚注"},
	wordFootnoteBack: {"Back to the text", "返回正文"},
}

// in returns the wording in a language; any but Chinese reads English.
func (w word) in(lang string) string {
	if lang == "zh" || len(lang) > 2 && lang[:3] == "zh-" {
		return wordings[w].zh
	}
	return wordings[w].en
}
