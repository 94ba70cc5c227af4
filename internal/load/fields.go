package load

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"gradus/internal/diag"
)

// A field is one key of a kind of record: what its value looks like, and how it
// is read into a T.
type field[T any] struct {
	key      string
	required bool
	shape    Shape
	read     func(f *file, n *yaml.Node, into *T)
}

// A record is a kind of record, the table of its fields.
type record[T any] []field[T]

// read walks a node by the table. It reports a node that is no map, unknown
// and duplicate keys, keys without a value, and required keys that are missing.
// It returns false when the node is no map.
func (r record[T]) read(f *file, n *yaml.Node, into *T) bool {
	if !f.wantMap(n) {
		return false
	}
	var seen [24]*yaml.Node // longer than any table
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			continue // reported by inspect
		}
		at := r.index(key.Value)
		switch {
		case at < 0:
			f.add(hintFullWidth(diag.New(f.pos(key), diag.UnknownKey, "key", short(key.Value)).Nearest(key.Value, r.keys()), key.Value))
		case seen[at] != nil:
			f.add(diag.New(f.pos(key), diag.DuplicateKey, "key", key.Value).At(f.pos(seen[at]), diag.HintFirst))
		default:
			seen[at] = key
			if f.hasValue(key, value) {
				r[at].read(f, value, into)
			}
		}
	}
	for i, field := range r {
		if field.required && seen[i] == nil {
			f.add(diag.New(f.pos(n), diag.MissingKey, "key", field.key))
		}
	}
	return true
}

func (r record[T]) index(key string) int {
	for i := range r {
		if r[i].key == key {
			return i
		}
	}
	return -1
}

func (r record[T]) keys() []string {
	keys := make([]string, len(r))
	for i := range r {
		keys[i] = r[i].key
	}
	return keys
}

// entries walks a map whose keys are not fixed. It reports duplicate keys and
// keys without a value.
func (f *file) entries(n *yaml.Node, each func(key, value *yaml.Node)) {
	if !f.wantMap(n) {
		return
	}
	if len(n.Content) == 0 {
		f.add(diag.New(f.pos(n), diag.EmptyMap))
	}
	seen := make(map[string]*yaml.Node, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			continue // reported by inspect
		}
		if first := seen[key.Value]; first != nil {
			f.add(diag.New(f.pos(key), diag.DuplicateKey, "key", short(key.Value)).At(f.pos(first), diag.HintFirst))
			continue
		}
		seen[key.Value] = key
		if f.hasValue(key, value) {
			each(key, value)
		}
	}
}

// items walks a list. It reports a node that is no list, an empty list, and
// entries without a value.
func (f *file) items(n *yaml.Node, each func(item *yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		f.wrong(n, diag.WantList)
		return
	}
	if len(n.Content) == 0 {
		f.add(diag.New(f.pos(n), diag.EmptyList))
	}
	for _, item := range n.Content {
		switch {
		case item.Kind == yaml.AliasNode: // reported by inspect
		case isNull(item):
			f.add(f.comment(diag.New(f.pos(item), diag.EmptyItem), item))
		default:
			each(item)
		}
	}
}

// valueNode returns the node of a key's value in a map, or nil.
func valueNode(n *yaml.Node, key string) *yaml.Node {
	for i := 0; n != nil && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && n.Content[i].Kind == yaml.ScalarNode {
			return n.Content[i+1]
		}
	}
	return nil
}

// keyNode returns the node of a key in a map, or nil.
func keyNode(n *yaml.Node, key string) *yaml.Node {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key && n.Content[i].Kind == yaml.ScalarNode {
			return n.Content[i]
		}
	}
	return nil
}

func (f *file) wantMap(n *yaml.Node) bool {
	if n.Kind == yaml.MappingNode {
		return true
	}
	f.wrong(n, diag.WantMap)
	return false
}

// hasValue reports a key without a value, and returns false also for a value
// that inspect has reported.
func (f *file) hasValue(key, value *yaml.Node) bool {
	if isNull(value) {
		f.add(f.comment(diag.New(f.pos(key), diag.NoValue, "key", short(key.Value)), value))
		return false
	}
	return value.Kind != yaml.AliasNode
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// wrong reports a value of the wrong type.
func (f *file) wrong(n *yaml.Node, want *diag.Message) {
	d := diag.New(f.pos(n), want).Found(show(n))
	if n.Kind == yaml.ScalarNode {
		d = hintFullWidth(d, n.Value)
	}
	f.add(d)
}

// comment adds a hint where a value is missing because it begins with "#".
func (f *file) comment(d diag.Diagnostic, value *yaml.Node) diag.Diagnostic {
	if value.Value != "" {
		return d.Found(value.Value)
	}
	line := lineAt(f.text, value.Line)
	if r := []rune(string(line)); value.Column-1 <= len(r) {
		if rest := strings.TrimSpace(string(r[value.Column-1:])); len(rest) > 1 && rest[0] == '#' && rest[1] != ' ' {
			return d.Found(short(rest)).Hint(diag.HintComment)
		}
	}
	return d
}

// lineAt returns a line of a text, counted from 1, without its end.
func lineAt(text []byte, line int) []byte {
	for ; line > 1; line-- {
		_, text, _ = bytes.Cut(text, []byte("\n"))
	}
	text, _, _ = bytes.Cut(text, []byte("\n"))
	return bytes.TrimSuffix(text, []byte("\r"))
}

// wides are the punctuation marks that a Chinese keyboard types where YAML
// wants those of ASCII.
var wides = strings.NewReplacer("：", ":", "，", ",", "｛", "{", "｝", "}", "［", "[", "］", "]", "【", "[", "】", "]",
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "＃", "#", "－", "-", "—", "-", "　", " ", "．", ".", "。", ".", "＠", "@", "／", "/")

// hintFullWidth adds a hint when a text that was not understood holds full-width
// punctuation or digits.
func hintFullWidth(d diag.Diagnostic, text string) diag.Diagnostic {
	if strings.Contains(text, "：") && !strings.Contains(text, "：//") {
		return d.Hint(diag.HintFullWidthColon)
	}
	for _, r := range text {
		wide := string(r)
		if r < utf8.RuneSelf {
			continue
		}
		if narrow := wides.Replace(wide); narrow != wide {
			return d.Hint(diag.HintFullWidth, "wide", wide, "narrow", narrow)
		}
		if r >= '０' && r <= '９' {
			return d.Hint(diag.HintFullWidth, "wide", wide, "narrow", string(r-'０'+'0'))
		}
	}
	return d
}
