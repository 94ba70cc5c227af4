package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"gradus/internal/diag"
)

// levelsBlock is the language of a fenced block that stands for a table of
// levels; its body is an id. A code host shows the id.
const levelsBlock = "levels"

// allLevels is the id of the overview of the whole model.
const allLevels = "all"

func (c *compiler) fenced(n *ast.FencedCodeBlock) {
	language := strings.ToLower(string(unescape(n.Language(c.src))))
	switch {
	case language == levelsBlock:
		c.levels(n)
		return
	case language != "" && languages[language] == "" && !plainLanguages[language]:
		c.add(diag.New(c.position(n.Info.Segment.Start), diag.CodeLanguage, "name", language).
			Nearest(language, languageNames()))
	}
	c.code(n.Lines(), language)
}

// code writes a block of code. It can be scrolled, so it can be focused.
func (c *compiler) code(lines *text.Segments, language string) {
	source := lines.Value(c.src)
	c.write(`<pre class="code" tabindex="0"><code`)
	if name := languages[language]; name != "" {
		c.write(` class="language-`, name, `"`)
	}
	c.write(">")
	if html := c.highlight(source, languages[language]); html != nil {
		c.html = append(c.html, html...)
		c.plain = append(c.plain, source...)
	} else {
		c.say(source)
	}
	c.write("</code></pre>\n")
	c.endText()
}

// levels writes the place of a table of levels.
func (c *compiler) levels(n *ast.FencedCodeBlock) {
	var table LevelTable
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		id := bytes.TrimSpace(line.Value(c.src))
		if len(id) == 0 {
			continue
		}
		pos := c.position(line.Start + bytes.Index(c.src[line.Start:line.Stop], id))
		switch {
		case table.ID != "":
			c.add(diag.New(pos, diag.LevelsMany))
			return
		case string(id) != allLevels && !isLevelTableID(string(id)):
			c.add(diag.New(pos, diag.LevelsID, "id", string(id)).Wanted("monitoring.collection"))
			return
		}
		table = LevelTable{Pos: pos, ID: string(id)}
	}
	if table.ID == "" {
		c.report(n.Pos(), diag.LevelsEmpty)
		return
	}
	c.op(opLevelTable, len(c.doc.LevelTables), 0)
	c.doc.LevelTables = append(c.doc.LevelTables, table)
	c.write("\n")
}

// isLevelTableID reports whether an id has the form of an area's, with one
// dot, or of a capability's, with two. Whether there is one, others know.
func isLevelTableID(id string) bool {
	parts := strings.Split(id, ".")
	if len(parts) != 2 && len(parts) != 3 {
		return false
	}
	for _, part := range parts {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	return true
}
