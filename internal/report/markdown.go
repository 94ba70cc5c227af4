package report

import (
	"strings"
	"unicode/utf8"

	"gradus/internal/diag"
)

// Limits of a comment: hosts refuse those of more than 65,536 characters, and
// nobody reads down a long table in one.
const (
	mostCharacters = 60_000
	mostOpenRows   = 20 // longer tables are folded
	reserve        = 8_000
)

// markdown lays out the document for a comment in GitHub's, GitLab's or Gitea's
// Markdown. It stays under mostCharacters: when rows have no room any more they
// are counted instead.
func (d *document) markdown(lang string) string {
	m := &markdownWriter{lang: lang, room: mostCharacters - reserve}
	m.block("### " + escape(d.title))
	for _, p := range d.parts {
		m.part(p)
	}
	return m.b.String()
}

type markdownWriter struct {
	b    strings.Builder
	lang string
	room int // characters left for rows of tables; all else fits into reserve
}

// block writes something that an empty line sets apart.
func (m *markdownWriter) block(text string) {
	if m.b.Len() > 0 {
		m.b.WriteString("\n")
	}
	m.b.WriteString(text + "\n")
}

func (m *markdownWriter) part(p part) {
	if p.heading != "" {
		m.block("#### " + escape(p.heading))
	}
	for _, l := range p.lines {
		m.block(toned(escape(l.text), l.tone))
	}
	if len(p.facts) > 0 {
		var items []string
		for _, f := range p.facts {
			items = append(items, "- "+escape(f.name)+wordColon.in(m.lang)+escape(f.value))
		}
		m.block(strings.Join(items, "\n"))
	}
	if p.table != nil {
		m.table(p.table, p.heading)
	}
}

func (m *markdownWriter) table(t *table, heading string) {
	rows, more := m.rows(t)
	folded := len(rows) > mostOpenRows
	if folded {
		m.block("<details>\n<summary>" + escape(heading) + " (" + plain(len(t.rows)+t.more) + ")</summary>")
	}
	if len(rows) > 0 {
		m.block(head(t.columns) + "\n" + strings.Join(rows, "\n"))
	}
	if more > 0 {
		m.block(escape(wordMore.in(m.lang, "n", plain(more))))
	}
	if folded {
		m.block("</details>")
	}
}

// rows are those for which there is room, and how many there are more.
func (m *markdownWriter) rows(t *table) (rows []string, more int) {
	for i, row := range t.rows {
		line := "|"
		for _, c := range row {
			line += " " + toned(escape(c.text), c.tone) + " |"
		}
		size := utf8.RuneCountInString(line) + 1
		if size > m.room {
			m.room = 0 // a shorter one further down would seem to follow
			return rows, len(t.rows) - i + t.more
		}
		m.room -= size
		rows = append(rows, line)
	}
	return rows, t.more
}

func head(columns []column) string {
	titles, rule := "|", "|"
	for _, c := range columns {
		titles += " " + escape(c.title) + " |"
		if c.right {
			rule += " ---: |"
		} else {
			rule += " --- |"
		}
	}
	return titles + "\n" + rule
}

func toned(markdown string, t tone) string {
	if markdown == "" || t != strong && t != bad {
		return markdown
	}
	return "**" + markdown + "**"
}

// escape makes any text stand in Markdown as it is: no markup, no cell's end,
// no mention of a user, no link to an issue. An entity is never markup; a host
// looks for mentions after entities have been read, so that a space without
// width has to part those.
func escape(text string) string {
	return entities.Replace(strings.TrimSpace(diag.Printable(text)))
}

var entities = strings.NewReplacer(
	"&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "|", "&#124;", "`", "&#96;",
	`\`, "&#92;", "*", "&#42;", "_", "&#95;", "~", "&#126;", "$", "&#36;",
	"[", "&#91;", "]", "&#93;", "!", "&#33;",
	"@", "@&#8203;", "#", "#&#8203;", "://", "&#58;//", "www.", "www&#46;",
)
