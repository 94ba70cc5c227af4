package diag

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestPositionString(t *testing.T) {
	for want, p := range map[string]Position{
		"":         {},
		"a.yaml":   {Path: "a.yaml"},
		"a:7":      {Path: "a", Line: 7},
		"a:7:3":    {Path: "a", Line: 7, Col: 3},
		"a":        {Path: "a", Col: 3},
		"图.md:1:2": {Path: "图.md", Line: 1, Col: 2},
	} {
		if got := p.String(); got != want {
			t.Errorf("%#v: got %q, want %q", p, got, want)
		}
	}
}

func TestSort(t *testing.T) {
	at := func(path string, line, col int) Position { return Position{Path: path, Line: line, Col: col} }
	l := List{
		New(at("b", 1, 1), UnknownKey, "key", "x"),
		New(at("a", 10, 1), UnknownKey, "key", "x"),
		New(at("a", 2, 9), UnknownKey, "key", "x"),
		New(at("a", 2, 3), FileStray),
		New(at("a", 2, 3), UnknownKey, "key", "y"),
		New(at("a", 2, 3), UnknownKey, "key", "x"),
		New(at("a", 2, 3), MissingKey, "key", "x"),
		New(at("a", 2, 3), UnknownKey, "key", "x").Found("a second time"),
		New(at("a", 0, 0), UnknownKey, "key", "x"),
	}.Sort()
	var got []string
	for _, d := range l {
		got = append(got, d.Pos.String()+" "+d.Message.Code+" "+d.Args["key"])
	}
	want := []string{
		"a unknown-key x",
		"a:2:3 missing-key x",
		"a:2:3 unknown-key x",
		"a:2:3 unknown-key y",
		"a:2:3 stray-file ",
		"a:2:9 unknown-key x",
		"a:10:1 unknown-key x",
		"b:1:1 unknown-key x",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("order (-want +got):\n%s", diff)
	}
}

func TestStrict(t *testing.T) {
	l := List{New(Position{}, FileStray)}
	if l.HasErrors() {
		t.Error("a warning counts as an error")
	}
	if !l.Strict().HasErrors() {
		t.Error("--strict leaves a warning a warning")
	}
	if l.HasErrors() {
		t.Error("Strict has changed the list it was called on")
	}
}

// Hints of two diagnostics made from one must not overwrite each other.
func TestHintsAreNotShared(t *testing.T) {
	base := New(Position{}, UnknownKey, "key", "x").Found("a").Found("b").Found("c")
	one, two := base.Wanted("one"), base.Wanted("two")
	if got := one.Hints[3].Text("en"); got != "wanted: one" {
		t.Errorf("got %q after another hint was added elsewhere", got)
	}
	if got := two.Hints[3].Text("en"); got != "wanted: two" {
		t.Errorf("got %q", got)
	}
}

func TestNearest(t *testing.T) {
	valid := []string{"target", "targets", "criteria", "from", "na", "monitoring.collection.service", "met", "unmet", "级别定义"}
	for wrong, want := range map[string]string{
		"taget":                        "target", // a letter left out
		"criteira":                     "criteria",
		"ctireria":                     "criteria",
		"form":                         "from", // neighbours swapped
		"monitoring.colection.service": "monitoring.collection.service",
		"monitoring.colecton.service":  "monitoring.collection.service",
		"umet":                         "met", // as near as unmet: the first by name
		"级别定意":                         "级别定义",
		"no":                           "", // too short to guess
		"something":                    "",
		"":                             "",
	} {
		got, _ := Nearest(wrong, valid)
		if got != want {
			t.Errorf("Nearest(%q) = %q, want %q", wrong, got, want)
		}
	}
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"监控 é":                   "监控 é",
		"a\nb\tc":                "a<U+000A>b<U+0009>c",
		"\x1b[31mred":            "<U+001B>[31mred",
		"abc\u202edef":           "abc<U+202E>def",
		"zero\u200bwide":         "zero<U+200B>wide",
		"tag\U000e0041":          "tag<U+0E0041>",
		"bad\xffbyte":            "bad\ufffdbyte",
		strings.Repeat("字", 201): strings.Repeat("字", 200) + "…",
		strings.Repeat("字", 200): strings.Repeat("字", 200),
	} {
		if got := Printable(in); got != want {
			t.Errorf("Printable(%q) = %q, want %q", in, got, want)
		}
	}
}
