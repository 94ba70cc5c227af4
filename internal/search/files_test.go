package search

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// collection is a small one: two pages, of which one has a place on it.
func collection() Collection {
	return Collection{
		Lang:    "zh",
		Words:   map[string]string{"search.title": "搜索"},
		Domains: []Name{{"monitoring", "监控"}},
		Levels:  []LevelName{{3, "全面级", 3}},
		Pages: []Page{
			{Address: "a/", Title: "告警", Domain: "monitoring", Entries: []Entry{
				{Kind: Capability, Title: "告警", Level: NoLevel, Parts: []Part{{Weight: OfText, Text: "说明"}}},
				{Kind: Level, Anchor: "l3", Title: "收敛", Level: 3, Keywords: []string{"L3"}, Parts: []Part{{Weight: OfCriterion, Anchor: "c-x", Text: "告警 <b>"}}},
			}},
			{Address: "teams/x/", Title: "X", Entries: []Entry{{Kind: Team, Title: "X", Level: 2}}},
		},
	}
}

func TestBuild(t *testing.T) {
	files := Build(collection())
	var got strings.Builder
	for _, f := range files {
		got.WriteString(f.Path + "\n" + string(f.Content))
	}
	want := `search/zh.js
window.gradus=window.gradus||{};gradus["search/zh"]={"words":{"search.title":"搜索"},"kinds":["capability","level","chapter","term","team","page"],` +
		`"domains":[{"id":"monitoring","name":"监控"}],"levels":[{"level":3,"name":"全面级","step":3}],` +
		`"pages":[["a/","告警",0],["teams/x/","X",-1]],"entries":[[0,"",0,0,-1],[0,"l3","收敛",1,3],[1,"",0,4,2]],` +
		`"postings":[["b","search/zh.p0.HASH.js"]],"texts":[[0,"search/zh.t0.HASH.js"]]};
search/zh.p0.HASH.js
window.gradus=window.gradus||{};gradus["search/zh.p0"]="b:b2\nl3:b\nx:c7\n告警:a6a3\n收敛:b5\n敛:b5\n明:a\n警:a6a3\n说明:a";
search/zh.t0.HASH.js
window.gradus=window.gradus||{};gradus["search/zh.t0"]=[[["说明",""]],[["告警 \u003cb\u003e","c-x"]],[]];
`
	if diff := cmp.Diff(want, withoutHashes(got.String(), files)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
}

// withoutHashes replaces the hash in every path.
func withoutHashes(text string, files []File) string {
	for _, f := range files {
		parts := strings.Split(f.Path, ".")
		if len(parts) == 4 {
			text = strings.ReplaceAll(text, parts[2], "HASH")
		}
	}
	return text
}

func TestBuildEmpty(t *testing.T) {
	if files := Build(Collection{Lang: "en"}); len(files) != 1 || files[0].Path != Core("en") {
		t.Errorf("an index of nothing: %v", files)
	}
}

func TestBuildRepeatable(t *testing.T) {
	first := Build(collection())
	for range 10 {
		if diff := cmp.Diff(first, Build(collection())); diff != "" {
			t.Fatalf("the same collection makes other files:\n%s", diff)
		}
	}
}

// Files are filled up to a size, and list where each begins.
func TestBuildShards(t *testing.T) {
	c := collection()
	for range 40 {
		c.Pages[1].Entries = append(c.Pages[1].Entries, Entry{Kind: Chapter, Anchor: "s", Title: "t", Parts: []Part{{Weight: OfText, Text: strings.Repeat("字", 500)}}})
	}
	texts := 0
	for _, f := range Build(c)[1:] {
		if strings.Contains(f.Path, ".t") {
			texts++
		}
		if len(f.Content) > max(postingsSize, textsSize)+1000 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Content))
		}
	}
	if want := 40 / (textsSize / 1500); texts < want || texts > want+1 {
		t.Errorf("%d files of texts, want about %d", texts, want)
	}
}

func TestImpact(t *testing.T) {
	for _, c := range []struct{ weight, length, average, want int }{
		{int(OfText), 100, 100, 1},
		{int(OfCriterion), 100, 100, 2},
		{int(ofTitle), 100, 100, 6},
		{int(ofTitle), 10, 100, 7},   // a short entry is about its title
		{int(ofTitle), 1000, 100, 2}, // a long one about many things
		{10000, 1, 100, 9},
		{1, 1, 0, 1},
	} {
		if got := impact(c.weight, c.length, c.average); got != c.want {
			t.Errorf("impact(%d, %d, %d) = %d, want %d", c.weight, c.length, c.average, got, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for n, want := range map[int]string{0: "a", 25: "z", 26: "Ba", 28: "Bc", 675: "Zz", 676: "BAa", 17576: "BAAa"} {
		var b strings.Builder
		writeNumber(&b, n)
		if b.String() != want {
			t.Errorf("%d is %q, want %q", n, b.String(), want)
		}
	}
}
