package htmltest

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

const page = `<!DOCTYPE html><title>T</title><main id="m"><ul class="a b"><li>one</li><li class="b"> two <b>x</b></li></ul>
<p class="b"><a rel="next" href="u#v">go</a></p></main><ul><li>three</li></ul>`

func TestAll(t *testing.T) {
	for selector, want := range map[string][]string{
		"li":               {"one", "two x", "three"},
		"main li":          {"one", "two x"},
		"#m .b":            {"one two x", "two x", "go"},
		"ul.a.b li.b":      {"two x"},
		"main#m ul b":      {"x"},
		"a[rel=next]":      {"go"},
		"a[rel=prev]":      nil,
		"[href]":           {"go"},
		"p a[href=u#v]":    {"go"},
		"ul li b":          {"x"},
		"title":            {"T"},
		"p li":             nil,
		".b[class=b]":      {"two x", "go"},
		"main ul.b li.b b": {"x"},
	} {
		if diff := cmp.Diff(want, Parse(t, []byte(page)).Texts(selector)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", selector, diff)
		}
	}
}

func TestOne(t *testing.T) {
	link := Parse(t, []byte(page)).One(t, "main").One(t, "a")
	if link.Attr("href") != "u#v" || link.Attr("id") != "" || link.Name() != "a" || len(link.Attrs()) != 2 {
		t.Errorf("got %v %q", link.Attrs(), link.Name())
	}
}
