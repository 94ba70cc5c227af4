package check

import (
	"slices"
	"strings"
	"testing"
)

func TestMixedScripts(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"Payments", ""},
		{"支付平台", ""},
		{"CMDB 平台组（二）", ""},
		{"東京サービス Team", ""},
		{"결제 Team", ""},
		{"Платежи", ""},
		{"Ⅳ 组 №7 ±", ""},
		{"раyments", "Cyrillic, Latin"},
		{"Pαyments", "Greek, Latin"},
		{"支付Ж", "Cyrillic, Han"},
		{"サービス결제", "Hangul, Katakana"},
		{"Պayments", "Armenian, Latin"},
	} {
		if got := strings.Join(mixedScripts(tt.name), ", "); got != tt.want {
			t.Errorf("mixedScripts(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestHalfWidth(t *testing.T) {
	for in, want := range map[string]string{
		"Ｐａｙ２": "Pay2", "支付（二）：组": "支付（二）：组", "Pay": "Pay", "ｚ９Ａ": "z9A",
	} {
		if got := halfWidth(in); got != want {
			t.Errorf("halfWidth(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSkeleton(t *testing.T) {
	same := [][2]string{
		{"Payments", "Рауmеnts"}, {"Team 1", "Team l"}, {"Team I", "Team l"}, {"Team 10", "Team lO"},
		{"Ｐay", "Pay"}, {"Pay\u00a0A", "Pay A"}, {"Cafe\u0301", "Café"}, {"ΑΒΕ", "ABE"},
	}
	for _, pair := range same {
		if skeleton(pair[0]) != skeleton(pair[1]) {
			t.Errorf("%q and %q look different: %q, %q", pair[0], pair[1], skeleton(pair[0]), skeleton(pair[1]))
		}
	}
	different := [][2]string{{"Payments", "Payment"}, {"支付", "交付"}, {"Team 1", "Team 2"}, {"Pay", "pay"}}
	for _, pair := range different {
		if skeleton(pair[0]) == skeleton(pair[1]) {
			t.Errorf("%q and %q look the same: %q", pair[0], pair[1], skeleton(pair[0]))
		}
	}
}

func TestSemVer(t *testing.T) {
	for _, version := range []string{"1.0.0", "0.0.0", "10.20.30", "1.0.0-rc.1", "1.0.0-0.3.7", "1.0.0+build.1", "1.0.0-x-y+z"} {
		if !semVer.MatchString(version) {
			t.Errorf("%q is a version", version)
		}
	}
	for _, version := range []string{"1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "1.0.0 ", "1.0.0.0"} {
		if semVer.MatchString(version) {
			t.Errorf("%q is no version", version)
		}
	}
}

func TestUses(t *testing.T) {
	for _, tt := range []struct {
		text, wording string
		except        []string
		want          bool
	}{
		{"The good way", "good", nil, true},
		{"Good, then", "good", nil, true},
		{"Goods and goodness", "good", nil, false},
		{"non-good", "good", nil, true},
		{"告警及时处理", "及时", nil, true},
		{"在有效期内", "有效", []string{"有效期"}, false},
		{"在有效期内有效", "有效", []string{"有效期"}, true},
		{"a regular expression", "regular", []string{"regular expression"}, false},
		{"服务水平指标", "指标", []string{"服务水平指标"}, false},
		{"这个指标", "指标", []string{"服务水平指标", "指标"}, true},
		{"CI责任者", "责任者", nil, true},
		{"", "good", nil, false},
		{"good", "", nil, false},
		{"goods good", "good", nil, true},
	} {
		if got := uses(tt.text, tt.wording, tt.except); got != tt.want {
			t.Errorf("uses(%q, %q, %q) = %v", tt.text, tt.wording, tt.except, got)
		}
	}
}

func TestMissingFigures(t *testing.T) {
	for _, tt := range []struct {
		zh, en         string
		onlyZH, onlyEN []string
	}{
		{"近 3 个月 ≥99.9%", "≥99.9% of the last 3 months", nil, nil},
		{"近三个月", "the last 3 months", nil, nil},
		{"2 次演练", "drilled twice", nil, nil},
		{"1 万台，２.5 亿条", "10,000 hosts, 250 million lines", nil, nil},
		{"近 3 个月", "the last 6 months", []string{"3"}, []string{"6"}},
		{"核心服务（T1）", "tier-1 services", nil, nil},
		{"重要服务", "tier-2 services", nil, nil},
		{"P95 低于 200 毫秒", "P99 below 200 ms", []string{"95"}, []string{"99"}},
		{"每 15 分钟，共 15 次", "every 15 minutes", nil, nil},
		{"3.50 秒", "3.5 seconds", nil, nil},
		{"有数", "100 of them", nil, []string{"100"}},
		{strings.Repeat("9", 400), "", nil, nil},
	} {
		zh, en := wording{"zh", tt.zh}, wording{"en", tt.en}
		if got := missingFigures(zh, en); !slices.Equal(got, tt.onlyZH) {
			t.Errorf("%q has %q more than %q, want %q", tt.zh, got, tt.en, tt.onlyZH)
		}
		if got := missingFigures(en, zh); !slices.Equal(got, tt.onlyEN) {
			t.Errorf("%q has %q more than %q, want %q", tt.en, got, tt.zh, tt.onlyEN)
		}
	}
}

func TestTooLong(t *testing.T) {
	for title, want := range map[string]bool{
		"一二三四五六七八九十一二三四":                    false,
		"一二三四五六七八九十一二三四五":                   true,
		"CMDB 自动发现与 API 对账":                 false,
		"one two three four five six":       false,
		"one two three four five six seven": true,
	} {
		if got := tooLong(title); got != want {
			t.Errorf("tooLong(%q) = %v", title, got)
		}
	}
}

func TestLines(t *testing.T) {
	id := strings.Repeat("x", 45)
	got := lines([]string{id, id, id})
	if want := []string{id + ", " + id, id}; !slices.Equal(got, want) {
		t.Errorf("lines = %q, want %q", got, want)
	}
}
