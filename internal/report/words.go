package report

import "strings"

// A word is a wording of reports in every language of messages. Placeholders
// stand in braces.
type word struct{ en, zh string }

// in returns the wording in a language. The rest are the names and values of
// placeholders, in pairs.
func (w word) in(lang string, pairs ...string) string {
	text := w.en
	if lang == "zh" {
		text = w.zh
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// The parts of the model, and what is measured.
var (
	wordTeam       = word{"Team", "团队"}
	wordGroup      = word{"Group", "分组"}
	wordDomain     = word{"Domain", "能力域"}
	wordDomains    = word{"Domains", "能力域"}
	wordCapability = word{"Capability", "能力项"}
	wordID         = word{"Id", "标识"}
	wordModel      = word{"Model", "模型"}
	wordScore      = word{"Score", "得分"}
	wordLevel      = word{"Level", "级别"}
	wordTarget     = word{"Target", "目标"}
	wordGap        = word{"Gap", "差距"}
	wordGain       = word{"Gain", "提升"}
	wordDue        = word{"Due", "到期"}
	wordBasis      = word{"Basis", "依据"}
	wordEvidence   = word{"Evidence", "证据"}
	wordAssessed   = word{"Assessed", "已评估"}
	wordOnTarget   = word{"On target", "达到目标"}
	wordSupported  = word{"Borne out by evidence", "证据支持的得分"}
	wordNextLevel  = word{"Next level", "下一级"}
	wordDate       = word{"Date", "日期"}
	wordKind       = word{"Kind", "方式"}
)

// Values.
var (
	wordYes        = word{"yes", "有"}
	wordNo         = word{"missing", "缺"}
	wordUnassessed = word{"not assessed", "未评估"}
	wordNA         = word{"not applicable", "不适用"}
	wordRated      = word{"rated", "已评定"}
	wordDeclared   = word{"declared", "直接定级"}
	wordCriteria   = word{"by criteria", "按判据"}
	wordInherited  = word{"inherited", "继承"}
	wordSelf       = word{"self-assessment", "自评"}
	wordPeer       = word{"peer assessment", "互评"}
	wordExternal   = word{"external assessment", "外部评估"}
	wordOf         = word{"{n} of {of}", "{n}/{of}"}
	wordOfScale    = word{"{n} of {of}", "{n}（满分 {of}）"}
	wordLevelIs    = word{"level {level}", "{level} 级"}
	wordMore       = word{"… and {n} more", "…… 另有 {n} 项"}
	wordColon      = word{": ", "："}
	wordAside      = word{" ({text})", "（{text}）"}
	wordComma      = word{", ", "，"}
)

// The scorecard.
var (
	wordGapOf      = word{"gap {n}", "差距 {n}"}
	wordToTarget   = word{"{n} % of the way to the targets", "目标完成 {n}%"}
	wordNeeded     = word{"level {level} once {n} more capabilities reach it", "还有 {n} 个能力项达到 {level} 级后，整体即为 {level} 级"}
	wordNeededOne  = word{"level {level} once 1 more capability reaches it", "还有 1 个能力项达到 {level} 级后，整体即为 {level} 级"}
	wordIncomplete = word{
		"Too little is assessed for this score to be compared with others: it has no badge and enters no average.",
		"已评估的能力项太少，这个得分不宜与其他团队比较：没有徽章，也不计入统计。"}
	wordProvisional  = word{"Provisional: {n} capabilities are not assessed.", "暂定：有 {n} 个能力项未评估。"}
	wordCapabilities = word{"Capabilities", "能力项"}
	wordGaps         = word{"Gaps, by what closing them is worth to the score", "差距（按补齐后对总分的贡献排序）"}
	wordNoGaps       = word{"Every capability with a target has reached it.", "所有设了目标的能力项都已达到目标。"}
	wordPlan         = word{"Plan, one level at a time", "计划（一次提升一级）"}
	wordStep         = word{"Step", "步骤"}
	wordFromTo       = word{"From → to", "从 → 到"}
	wordEffort       = word{"Effort", "投入"}
	wordProjected    = word{"Score after", "完成后得分"}
	wordNote         = word{"Note", "备注"}
	wordAssessFirst  = word{"assess first", "先评估"}
	wordPulledBy     = word{"needed by {capability}", "{capability} 的前提"}
	wordCarried      = word{"carried over from {key}", "沿用 {key} 的评定"}
	wordFrom         = word{"from {team}", "继承自 {team}"}
)

// The difference.
var (
	wordBefore      = word{"Before", "之前"}
	wordNow         = word{"Now", "当前"}
	wordChange      = word{"Change", "变化"}
	wordDiffers     = word{"Differs in", "差异"}
	wordStatus      = word{"Status", "状态"}
	wordUp          = word{"Levels up: {n}", "升级 {n} 项"}
	wordDown        = word{"levels down: {n}", "降级 {n} 项"}
	wordRegressed   = word{"regressions: {n}", "退步 {n} 项"}
	wordIncompared  = word{"not comparable: {n}", "不可比 {n} 项"}
	wordRegressions = word{"Regressions", "退步"}
	wordRegression  = word{"regression", "退步"}
	wordChanges     = word{"What differs", "有差异的能力项"}
	wordNoChanges   = word{"No capability differs in level, score, status, basis or target.", "所有能力项的级别、得分、状态、依据和目标均无差异。"}
	wordOtherModel  = word{
		"Not comparable: the two use different models, {was} and {now}. What is lower now is not called a regression.",
		"不可比：两次评估所用模型不同（{was} 与 {now}），得分降低不算退步。"}
	wordOtherKinds = word{
		"The two are of different kinds: differences show how the views differ, not what has changed.",
		"两次评估的方式不同：差异反映看法不同，不代表现状变化。"}
	wordReasonModel  = word{"not comparable: other model", "不可比：模型不同"}
	wordReasonStatus = word{"not comparable: rated on one side only", "不可比：只有一方有评定"}
	wordReasonBasis  = word{"not comparable: other basis", "不可比：依据不同"}
	wordReasonKind   = word{"not comparable: other kind", "不可比：方式不同"}
	wordLeadingGaps  = word{"Gaps that lead the list now", "当前排在最前的差距"}
)

// The round.
var (
	wordRound        = word{"Round {id}", "评估轮次 {id}"}
	wordOpen         = word{"open until {date}", "{date} 截止，进行中"}
	wordClosed       = word{"closed", "已结束"}
	wordAsked        = word{"Asked", "应提交"}
	wordHandedIn     = word{"Handed in", "已提交"}
	wordLate         = word{"Late", "迟交"}
	wordMissing      = word{"Missing", "未提交"}
	wordNobody       = word{"Nobody.", "无。"}
	wordMoved        = word{"Since {id}", "较 {id}"}
	wordRisen        = word{"{n} up", "{n} 升"}
	wordFallen       = word{"{n} down", "{n} 降"}
	wordSame         = word{"{n} the same", "{n} 持平"}
	wordIncomparable = word{"{n} not comparable", "{n} 不可比"}
	wordNew          = word{"{n} new", "{n} 新增"}
	wordLevels       = word{"Levels up/down", "升级/降级"}
	wordByGroup      = word{"By group", "按分组"}
	wordNewest       = word{"Newest assessment", "最近一次评估"}
	wordNone         = word{"none", "无"}
	wordFigures      = word{"Frozen figures: what was handed in by {date}", "冻结数据：截至 {date} 提交的评估"}
	wordFiguresOf    = word{"Teams that count: {n}; left out because too little is assessed: {left}.", "计入 {n} 个团队；另有 {left} 个因已评估的能力项太少而未计入。"}
	wordFew          = word{"Medians and quartiles are shown from three teams on.", "满 3 个团队才给出中位数和四分位数。"}
	wordOverall      = word{"Overall", "总体"}
	wordTeams        = word{"Teams", "团队数"}
	wordLower        = word{"Lower quartile", "下四分位数"}
	wordMedian       = word{"Median", "中位数"}
	wordUpper        = word{"Upper quartile", "上四分位数"}
	wordNewTeam      = word{"new", "新增"}
)
