package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"gradus/internal/address"
	"gradus/internal/diag"
)

const maxID = 64

var (
	idForm       = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	windowsNames = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)
)

// isID reports whether s may be an id, wherever it stands.
func isID(s string) bool {
	return len(s) <= maxID && idForm.MatchString(s) && !windowsNames.MatchString(s)
}

// id reads the id of a record that is defined here. Ids are text: no and 1 are ids.
func (f *file) id(n *yaml.Node) string {
	if n.Kind != yaml.ScalarNode {
		f.wrong(n, diag.WantText)
		return ""
	}
	if d, ok := CheckID(f.pos(n), n.Value); !ok {
		f.add(hintFullWidth(d, n.Value))
		return ""
	}
	return intern(n.Value)
}

// CheckID returns false, and why, when a text is no id: neither one that stands
// in a file nor one for a record that is about to be made.
func CheckID(pos diag.Position, id string) (diag.Diagnostic, bool) {
	switch {
	case windowsNames.MatchString(id):
		return diag.New(pos, diag.ReservedID, "id", id).Hint(diag.HintReservedWindows), false
	case !isID(id):
		d := diag.New(pos, diag.BadID, "id", short(id)).Hint(diag.HintIDForm, "limit", strconv.Itoa(maxID))
		if mended := mend(id); isID(mended) {
			d = d.Hint(diag.HintNearest, "name", mended)
		}
		return d, false
	}
	return diag.Diagnostic{}, true
}

// mend makes an id of a text that is nearly one: Data_Storage becomes data-storage.
func mend(s string) string {
	s = strings.ToLower(s)
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '_' || r == '-' || r == '.' }), "-")
}

// domainID reads the id of a domain, which is the first part of addresses.
func (f *file) domainID(n *yaml.Node) string {
	id := f.id(n)
	switch {
	case slices.Contains(address.Reserved(), id), slices.Contains(f.langs, id):
		f.add(diag.New(f.pos(n), diag.ReservedID, "id", id).Hint(diag.HintReservedAddress, "id", id))
	default:
		return id
	}
	return ""
}

// group reads a path of groups.
func (f *file) group(n *yaml.Node) string {
	path := f.line(n)
	if path == "" {
		return ""
	}
	for part := range strings.SplitSeq(path, "/") {
		if !isID(part) {
			f.add(hintFullWidth(diag.New(f.pos(n), diag.BadGroup, "group", short(path)), path))
			return ""
		}
	}
	return intern(path)
}

// A taken remembers which ids of one kind are given, and where.
type taken map[string]diag.Position

// claim reports an id that is given a second time. An id that was not readable
// is not claimed.
func (t taken) claim(f *file, id string, pos diag.Position) bool {
	if id == "" {
		return false
	}
	if first, twice := t[id]; twice {
		f.add(diag.New(pos, diag.DuplicateID, "id", id).At(first, diag.HintFirst))
		return false
	}
	t[id] = pos
	return true
}
