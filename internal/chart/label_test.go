package chart

import (
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	const limit = 8 * textSize // eight Chinese characters
	tests := []struct{ name, want string }{
		{"", ""},
		{"监控", "监控"},
		{"  Change   control ", "Change control"},
		{"监控与告警体系的建设", "监控与告警|体系的建设"},
		{"监控告警体系、日志与链路", "监控告警体系、|日志与链路"},
		{"监控与告警（日志）", "监控与告警|（日志）"},
		{"Configuration management", "Configuration|management"},
		{"Business continuity and data recovery", "Business|continuity and|data recovery"},
		{"CI/CD 流水线与发布管理", "CI/CD 流水|线与发布管理"},
		{"Donaudampfschifffahrtsgesellschaft", "Donaudampfs…"},
		{strings.Repeat("长", 40), "长长长长长长长长|长长长长长长长长|长长长长长长长…"},
		{"bad \xff byte", "bad \uFFFD byte"},
	}
	for _, test := range tests {
		if got := strings.Join(wrap(test.name, limit), "|"); got != test.want {
			t.Errorf("%q:\ngot  %s\nwant %s", test.name, got, test.want)
		}
	}
}
