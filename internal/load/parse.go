package load

import (
	"bytes"
	"io"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
)

// parse turns the text of one file into the node of its only document, and
// reports everything in it that is not used in Gradus' files. Without a node
// there is at least one error.
func parse(path string, content []byte) (*file, *yaml.Node) {
	text, found := characters(path, content, false)
	f := &file{path: path, text: text, diags: found}
	if text == nil || found.HasErrors() {
		return f, nil
	}
	if d, is := bomb(path, text); is {
		f.add(d)
		return f, nil
	}
	root, problem := decode(text)
	if problem != "" {
		f.add(syntaxError(path, text, problem))
		return f, nil
	}
	if root == nil {
		f.add(diag.New(diag.Position{Path: path, Line: 1, Col: 1}, diag.FileEmpty))
		return f, nil
	}
	if !f.inspect(root, 0) {
		return f, nil
	}
	return f, root
}

// secondDocument is the problem that [decode] adds to those of yaml.v3.
const secondDocument = "second document"

// decode parses a text into the top node of its document: nil when it holds
// none. The problem is in the words of yaml.v3.
func decode(text []byte) (root *yaml.Node, problem string) {
	defer func() {
		// yaml.v3 reports by panics inside, and has let some of its own escape.
		if r := recover(); r != nil {
			root, problem = nil, "unknown problem parsing YAML content"
		}
	}()
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	var document, second yaml.Node
	if err := decoder.Decode(&document); err == io.EOF {
		return nil, ""
	} else if err != nil {
		return nil, err.Error()
	}
	if err := decoder.Decode(&second); err == nil {
		return nil, secondDocument
	} else if err != io.EOF {
		return nil, err.Error()
	}
	if len(document.Content) == 0 {
		return nil, ""
	}
	return document.Content[0], ""
}
