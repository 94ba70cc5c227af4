package sheet

import "strings"

// words are what a workbook says by itself.
type words struct {
	first, na, level, proof string
	howto                   []string
	rows                    map[string]string // labels of the first sheet
	columns                 map[string]string // headings of the others
	wrong                   string            // title of the box that refuses an answer
	pick                    string
}

var byLanguage = map[string]words{
	"en": {
		first: "Assessment",
		na:    "not applicable",
		level: "Level",
		proof: "Proved by",
		howto: []string{
			"One sheet for each domain. In the column “Answer” choose the level that the team has reached; it asks for all levels below it.",
			"Where nobody knows, leave the answer empty: unknown is better than guessed.",
			"The criteria of a capability are folded away below it; answer them where you want to be exact. “From team” takes over what another team provides.",
			"Evidence: one address in each line, or: title | address | date.",
			"When done: gradus sheet --read FILE.xlsx",
		},
		rows: map[string]string{
			keyModel: "Model", keyTeam: "Team", keyDate: "Date", keyKind: "Kind (self, peer, external)",
			keyAssessors: "Assessors, one in each line", keyScope: "Scope", keySummary: "Summary",
		},
		columns: map[string]string{
			columnID: "Id", columnName: "Capability, criteria", columnAnswer: "Answer", columnEvidence: "Evidence", columnNote: "Note",
			columnFrom: "From team", columnReason: "Why not applicable", columnReview: "Look again by", columnTarget: "Own target", columnDue: "Due",
		},
		wrong: "Not an answer",
		pick:  "Choose from the list, or leave the cell empty.",
	},
	"zh": {
		first: "评估",
		na:    "不适用",
		level: "级别",
		proof: "证明方式",
		howto: []string{
			"每个能力域一张工作表。请在“答案”一列选择团队达到的级别；达到一个级别，意味着它以下的级别也都达到。",
			"没有人说得清的，把答案留空：未知好过猜测。",
			"能力项的判据折叠在它下面，需要精确时再逐条回答。“继承自团队”表示由另一个团队代为提供。",
			"证据：每行一个地址，或写成：标题 | 地址 | 日期。",
			"填完之后：gradus sheet --read FILE.xlsx",
		},
		rows: map[string]string{
			keyModel: "模型", keyTeam: "团队", keyDate: "日期", keyKind: "类型（self 自评、peer 互评、external 外部评估）",
			keyAssessors: "评估人，每行一个", keyScope: "范围", keySummary: "总结",
		},
		columns: map[string]string{
			columnID: "标识", columnName: "能力项与判据", columnAnswer: "答案", columnEvidence: "证据", columnNote: "说明",
			columnFrom: "继承自团队", columnReason: "不适用的理由", columnReview: "复核日期", columnTarget: "自定目标", columnDue: "期限",
		},
		wrong: "不是有效的答案",
		pick:  "请从列表中选择，或把单元格留空。",
	},
}

// wordsIn returns the words for a workbook in a language.
func wordsIn(lang string) words {
	if strings.HasPrefix(lang, "zh") {
		return byLanguage["zh"]
	}
	return byLanguage["en"]
}

// isNA reports whether an answer says, in any language, that something does not
// apply.
func isNA(s string) bool {
	for _, w := range byLanguage {
		if strings.EqualFold(s, w.na) {
			return true
		}
	}
	return strings.EqualFold(s, "na")
}
