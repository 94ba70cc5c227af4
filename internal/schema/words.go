package schema

// A word is a description in the languages of messages.
type word struct{ en, zh string }

func (w word) in(lang string) string {
	if lang == "zh" {
		return w.zh
	}
	return w.en
}

// describe says what a record is, or one of its keys; "" where nothing is said.
func describe(record, key, lang string) string {
	if key != "" {
		record += "." + key
	}
	return fileWords[record].in(lang)
}

// fileWords describe the files that people write, by record and key.
var fileWords = map[string]word{
	"site":             {"gradus.yaml: the site.", "gradus.yaml：网站配置。"},
	"site.gradus":      {"Version of these formats; always 1.", "文件格式的版本，固定为 1。"},
	"site.title":       {"The title of the site.", "网站标题。"},
	"site.languages":   {"The languages of the site. The first is the default and lives at /, the others at /LANGUAGE/.", "网站的语言。第一个是默认语言，位于 /；其余位于 /语言/。"},
	"site.base_url":    {"Where the site will stand; it may have a path. Without it there is no sitemap.", "网站的发布地址，可以带路径。不写则没有站点地图。"},
	"site.repository":  {"Where the files of the site can be read and edited.", "网站文件所在的代码仓库。"},
	"site.theme":       {"The theme: a folder of themes/.", "主题：themes/ 下的文件夹。"},
	"site.targets":     {"Central targets: the first rule that matches a team counts. A team's own targets come before them.", "统一目标：采用第一条匹配团队的规则；团队自己的目标优先。"},
	"site.rounds":      {"Assessment rounds, oldest first. They do not overlap.", "评估轮次，由旧到新，互不重叠。"},
	"site.publish":     {"What the site shows of all teams. A team can only show less.", "网站公开哪些内容。团队只能公开得更少。"},
	"site.stale_after": {"After how many days an assessment is marked as old; default 180.", "评估超过多少天视为过期，默认 180。"},
	"site.lint":        {"Further checks of the handbook's own texts.", "对手册自身文本的附加检查。"},
	"site.noindex":     {"true asks search engines to stay away.", "设为 true 时要求搜索引擎不要收录。"},

	"repository.type":   {"The host, by which addresses for editing are formed.", "托管平台，用于生成编辑地址。"},
	"repository.url":    {"The address of the repository.", "仓库地址。"},
	"repository.branch": {"The branch; default main.", "分支，默认 main。"},
	"repository.path":   {"The site's folder in the repository; default its root.", "网站在仓库中的目录，默认为根目录。"},

	"target rule":         {"Targets for some teams: those with the tag, those in the group, or with both given, both.", "适用于部分团队的目标：带有该标签、属于该分组；两者都写则须同时满足。"},
	"target rule.tag":     {"The tag a team has.", "团队的标签。"},
	"target rule.group":   {"The group a team is in, or one below it.", "团队所在的分组，含下级分组。"},
	"target rule.targets": {"The levels to reach.", "要达到的级别。"},

	"round.id":          {"The id of the round.", "轮次的标识。"},
	"round.name":        {"Its name; without one its id.", "名称；不写则用标识。"},
	"round.from":        {"The first day.", "第一天。"},
	"round.until":       {"The last day; what is dated later is late.", "最后一天；之后的算迟交。"},
	"round.teams":       {"Which teams are asked; default all.", "要求哪些团队提交，默认全部。"},
	"round teams.tag":   {"Those with the tag.", "带有该标签的团队。"},
	"round teams.group": {"Those in the group or below it.", "属于该分组及其下级分组的团队。"},

	"publish.evidence":   {"Addresses and titles of evidence; default true.", "证据的地址和标题，默认 true。"},
	"publish.notes":      {"Notes, summaries, scopes and reasons; default true.", "备注、总结、范围和理由，默认 true。"},
	"publish.people":     {"Owners and assessors; default false.", "负责人和评估人，默认 false。"},
	"publish.scorecards": {"Scorecards; false leaves only what groups and rounds show. Default true.", "评分卡；设为 false 时只保留分组和轮次中的内容。默认 true。"},

	"targets": {"Levels to reach, by the id of a capability, an area or a domain, or default for all others. The narrowest counts.", "要达到的级别：以能力项、能力子域、能力域的标识或 default（其余全部）为键，范围最小的生效。"},

	"model":                 {"model/model.yaml: the model.", "model/model.yaml：模型。"},
	"model.id":              {"The id of the model, which assessments name.", "模型的标识，评估文件据此引用。"},
	"model.version":         {"The version, by SemVer.", "版本号，遵循 SemVer。"},
	"model.title":           {"The title of the model.", "模型名称。"},
	"model.summary":         {"What it is about, in a sentence or two.", "一两句话的简介。"},
	"model.scale":           {"The range of levels.", "级别的范围。"},
	"model.levels":          {"The names of the levels, one entry for each level of the scale.", "各级别的名称，每个级别一项。"},
	"model.answers":         {"The answers to criteria; default met 1, partly 0.5, unmet 0.", "判据的答案；默认为 met 1、partly 0.5、unmet 0。"},
	"model.scoring":         {"How levels become scores.", "由级别计算得分的方式。"},
	"model.targets":         {"Targets where neither the team nor the site sets any.", "团队和网站都没有设定时采用的目标。"},
	"model.domains":         {"The ids of the domains in their order; each has a file model/ID.yaml.", "各能力域的标识，按顺序；每个能力域有一个文件 model/ID.yaml。"},
	"scale.min":             {"The lowest level: that of a capability that meets nothing.", "最低级别：什么都没有满足时的级别。"},
	"scale.max":             {"The highest level.", "最高级别。"},
	"level name":            {"The name of a level.", "级别的名称。"},
	"level name.level":      {"The level.", "级别。"},
	"level name.name":       {"Its name.", "名称。"},
	"level name.summary":    {"What it means for any capability.", "对任一能力项意味着什么。"},
	"model answer.id":       {"The word to answer with; na is always allowed and stands in no list.", "作答用的词；na 总是可用，不必列出。"},
	"model answer.value":    {"What it is worth, from 0 to 1; one answer is worth 1, at least one 0.", "分值，0 到 1；恰有一个为 1，至少一个为 0。"},
	"model answer.name":     {"How it is shown.", "显示的名称。"},
	"scoring.method":        {"cumulative: a level needs all those below it. additive: levels count independently.", "cumulative：每一级以下面各级为前提；additive：各级独立计分。"},
	"scoring.evidence_from": {"The lowest level that ought to show evidence.", "从哪一级起应当提供证据。"},
	"scoring.share":         {"The share of a group's capabilities that a level asks for; default 0.8.", "一组能力项中达到某级所需的比例，默认 0.8。"},
	"scoring.min_coverage":  {"The share that must be assessed for a score to be compared; default 0.8.", "得分可供比较所需的评估比例，默认 0.8。"},

	"domain":                 {"model/ID.yaml: a domain.", "model/ID.yaml：能力域。"},
	"domain.id":              {"The id: the name of the file.", "标识，与文件名一致。"},
	"domain.name":            {"The name of the domain.", "能力域名称。"},
	"domain.summary":         {"What it is about.", "简介。"},
	"domain.weight":          {"How heavy it is beside other domains; default 1.", "相对其他能力域的权重，默认 1。"},
	"domain.areas":           {"Its areas.", "能力子域。"},
	"area.id":                {"The id within the domain.", "在能力域内的标识。"},
	"area.name":              {"The name of the area.", "能力子域名称。"},
	"area.summary":           {"What it is about.", "简介。"},
	"area.weight":            {"How heavy it is beside other areas; default 1.", "相对其他能力子域的权重，默认 1。"},
	"area.capabilities":      {"Its capabilities.", "能力项。"},
	"capability.id":          {"The id within the area; domain.area.id is the full one.", "在能力子域内的标识；完整标识为“能力域.能力子域.标识”。"},
	"capability.name":        {"The name of the capability.", "能力项名称。"},
	"capability.summary":     {"What it is about.", "简介。"},
	"capability.weight":      {"How heavy it is beside other capabilities; default 1.", "相对其他能力项的权重，默认 1。"},
	"capability.na":          {"Whether it may be declared not applicable; default true.", "是否允许声明为不适用，默认 true。"},
	"capability.levels":      {"What each level means; one entry for each level of the scale.", "每一级的含义，每个级别一项。"},
	"capability.references":  {"What to read on.", "延伸阅读。"},
	"level.level":            {"The level.", "级别。"},
	"level.title":            {"The level in a few words: at most 14 Han characters or 6 words.", "用几个字概括这一级：不超过 14 个汉字或 6 个英文单词。"},
	"level.summary":          {"What it is like there.", "这一级的样子。"},
	"level.effort":           {"What it costs to get here from the level below, from 1 to 5; default 1.", "从下一级达到这一级的投入，1 到 5，默认 1。"},
	"level.requires":         {"What other capabilities must have reached first.", "其他能力项须先达到的级别。"},
	"level.criteria":         {"What can be looked at to tell whether the level is reached.", "判断是否达到这一级的判据。"},
	"requirement.capability": {"The full id of the other capability.", "另一能力项的完整标识。"},
	"requirement.level":      {"The level it must have.", "它须达到的级别。"},
	"criterion.id":           {"The id within the capability; never reused for something else.", "在能力项内的标识，不可改作他用。"},
	"criterion.text":         {"What must be so.", "需要满足的条件。"},
	"criterion.evidence":     {"What would prove it.", "可以作为证明的材料。"},
	"reference.title":        {"The title.", "标题。"},
	"reference.url":          {"The address.", "地址。"},

	"team":         {"assessments/TEAM/team.yaml: a team.", "assessments/团队/team.yaml：团队。"},
	"team.id":      {"The id: the name of the folder.", "标识，与文件夹名一致。"},
	"team.name":    {"The name; without one the id.", "名称；不写则用标识。"},
	"team.group":   {"A path of groups, such as commerce/checkout.", "分组路径，如 commerce/checkout。"},
	"team.owner":   {"Who answers for the team; shown only where people are published.", "团队负责人；仅在公开人员信息时显示。"},
	"team.tags":    {"Words by which rules and rounds find the team.", "标签，供规则和轮次匹配。"},
	"team.targets": {"The team's own targets; they come before the site's.", "团队自己的目标，优先于网站的目标。"},
	"team.publish": {"Shows less of the team than the site would; never more.", "让网站少公开一些本团队的内容，只能减少。"},
	"team.retired": {"From this day on the team is in no figure; its pages stay.", "从这一天起不再计入统计，页面保留。"},

	"assessment":            {"assessments/TEAM/DATE.yaml: how a team stands on one day.", "assessments/团队/日期.yaml：团队某一天的评估。"},
	"assessment.model":      {"The model and its version: ID@VERSION.", "模型及其版本：标识@版本。"},
	"assessment.team":       {"The team: the name of the folder.", "团队，与文件夹名一致。"},
	"assessment.date":       {"The day, as the file is named: 2026-10-31.", "日期，与文件名一致，如 2026-10-31。"},
	"assessment.kind":       {"Who assessed: the team itself (self), colleagues (peer), outsiders (external).", "由谁评估：团队自己（self）、同行（peer）、外部（external）。"},
	"assessment.assessors":  {"Who took part; shown only where people are published.", "参加评估的人；仅在公开人员信息时显示。"},
	"assessment.scope":      {"What it covers: which services, which tiers.", "评估范围：哪些服务、哪些等级。"},
	"assessment.extends":    {"The date (or DATE-label) of an earlier assessment of this team and kind: what is not rated here keeps its rating from there.", "本团队同一方式的较早一次评估的日期（或“日期-标注”）；此处未评定的能力项沿用其评定。"},
	"assessment.summary":    {"What to know about it, in Markdown.", "总结，可用 Markdown。"},
	"assessment.ratings":    {"What is said of each capability, by its full id. What is left out is not assessed.", "对各能力项的评定，以完整标识为键。未写的视为未评估。"},
	"ratings":               {"What is said of each capability, by its full id.", "对各能力项的评定，以完整标识为键。"},
	"rating":                {"A rating: a level, answers to criteria, or both; another team's rating (from); or not applicable (na).", "评定：级别、对判据的回答，或两者兼有；也可以继承其他团队的评定（from），或声明不适用（na）。"},
	"rating.level":          {"The level the team says it has reached. It stands for all its criteria that are not answered otherwise.", "团队认为已达到的级别；未另作回答的判据视为满足。"},
	"rating.criteria":       {"Answers by the id of the criterion. What is left out is unanswered.", "对判据的回答，以判据标识为键。未写的视为未回答。"},
	"rating.from":           {"The team whose rating of this capability is taken over, for what a platform does for others.", "继承哪个团队对该能力项的评定，适用于由平台统一提供的能力。"},
	"rating.na":             {"The capability does not apply, with the reason.", "该能力项不适用，须写明理由。"},
	"rating.target":         {"The team's own target here; it can only raise the set one.", "团队在此项上的目标，只能高于既定目标。"},
	"rating.due":            {"By when the target is to be reached.", "达到目标的期限。"},
	"rating.note":           {"What to know about it, in Markdown.", "备注，可用 Markdown。"},
	"rating.evidence":       {"Where the claim can be checked.", "可供核实的证据。"},
	"not applicable.reason": {"Why it does not apply.", "不适用的理由。"},
	"not applicable.review": {"When to look at it again.", "何时复查。"},
	"answer":                {"An answer with what belongs to it.", "回答及其说明。"},
	"answer.answer":         {"One of the model's answers, or na.", "模型规定的答案之一，或 na。"},
	"answer.reason":         {"Why the criterion does not apply; with na only.", "判据不适用的理由，仅用于 na。"},
	"answer.review":         {"When to look at it again; with na only.", "何时复查，仅用于 na。"},
	"answer.note":           {"What to know about it, in Markdown.", "备注，可用 Markdown。"},
	"answer.evidence":       {"Where the answer can be checked.", "可供核实的证据。"},
	"evidence":              {"Where a claim can be checked: an address, or one with a title and a date.", "可供核实的证据：一个地址，或带标题和日期的地址。"},
	"evidence.title":        {"What is found there.", "证据的名称。"},
	"evidence.url":          {"The address, with https.", "地址，使用 https。"},
	"evidence.date":         {"Of what day it is.", "证据的日期。"},
}
