package diag

// What package check says of assessments.
var (
	OtherModel = message("other-model", Error,
		"the assessment is for model “{found}”, this site has “{model}”",
		"本次评估针对模型“{found}”，而本站的模型是“{model}”")
	OtherModelVersion = message("other-model-version", Warning,
		"the assessment names version {found} of the model and is scored under {version}",
		"本次评估所用的模型版本是 {found}，现按 {version} 计分")
	UnknownCapability = message("unknown-capability", Error,
		"unknown capability “{capability}”",
		"未知的能力项“{capability}”")
	UnknownCriterion = message("unknown-criterion", Error,
		"capability “{capability}” has no criterion “{criterion}”",
		"能力项“{capability}”没有判据“{criterion}”")
	UnknownAnswer = message("unknown-answer", Error,
		"unknown answer “{answer}”",
		"未知的答案“{answer}”")
	UnknownTeam = message("unknown-team", Error,
		"unknown team “{team}”",
		"未知的团队“{team}”")
	ContradictedLevel = message("contradicted-level", Error,
		"level {level} is declared, but the answers reach only level {reached}",
		"声明为级别 {level}，但按各判据的答案只达到级别 {reached}")
	NotApplicableForbidden = message("na-not-allowed", Error,
		"the model does not allow “{capability}” to be not applicable",
		"模型不允许把“{capability}”评为不适用")
	ReviewPast = message("review-past", Warning,
		"“not applicable” was to be reviewed by {date}",
		"“不适用”应在 {date} 之前复核，现已过期")
	DuePast = message("due-past", Warning,
		"the target {target} was due on {date} and is not reached",
		"目标 {target} 应在 {date} 之前达到，现已过期而未达到")
	TargetBelowSet = message("target-below-set", Warning,
		"the rating's own target {target} is lower than the set target {set}, which stays",
		"自定目标 {target} 低于既定目标 {set}，仍以既定目标为准")
	RequirementUnmet = message("requirement-unmet", Warning,
		"level {level} of “{capability}” needs “{other}” at level {needed}, which this assessment has at level {reached}",
		"“{capability}”的级别 {level} 要求“{other}”达到级别 {needed}，而本次评估中后者只有级别 {reached}")
	EvidenceMissing = message("evidence-missing", Warning,
		"{count} of this assessment's ratings stand at level {from} or above without evidence",
		"本次评估有 {count} 项评定达到级别 {from} 或以上，却没有证据")
	InheritedFromItself = message("inherited-from-itself", Error,
		"a team cannot inherit from itself",
		"团队不能继承自己的评定")
	InheritedInCircle = message("inherited-in-circle", Error,
		"inherited in a circle: {chain}",
		"继承关系形成循环：{chain}")
	NothingInherited = message("nothing-inherited", Warning,
		"team “{team}” has no rating of “{capability}” to inherit on {date}, so it is unassessed",
		"截至 {date}，团队“{team}”没有可供继承的“{capability}”评定，因此该项为未评估")
	UnknownExtends = message("unknown-extends", Error,
		"team “{team}” has no assessment “{key}” to extend",
		"团队“{team}”没有可供延续的评估“{key}”")
	ExtendsNotEarlier = message("extends-not-earlier", Error,
		"the extended assessment “{key}” is not earlier than this one",
		"所延续的评估“{key}”并不早于本次评估")
	ExtendsOtherKind = message("extends-other-kind", Error,
		"the extended assessment “{key}” is of kind “{other}”, this one of kind “{kind}”",
		"所延续的评估“{key}”属于“{other}”类，本次评估属于“{kind}”类")
	DateAhead = message("date-ahead", Warning,
		"the assessment is dated {date}, after the as-of date {as-of}",
		"评估日期 {date} 晚于基准日 {as-of}")
	EvidenceList = message("evidence-missing-list", 0, "{capabilities}", "{capabilities}")
	AnsweredHere = message("answered-here", 0,
		"criterion “{criterion}” of level {level} is answered “{answer}” here",
		"级别 {level} 的判据“{criterion}”在此处的答案是“{answer}”")
	RatedHere    = message("rated-here", 0, "“{capability}” is rated here", "“{capability}”的评定在此处")
	InheritsHere = message("inherits-here", 0, "“{team}” inherits it here", "“{team}”在此处继承该评定")
	RequiredHere = message("required-here", 0, "required here", "此处提出该要求")
	SetHere      = message("set-here", 0, "set here", "设定在此处")
)

// What package check says of addresses that the site links to.
var (
	AddressScheme = message("address-scheme", Error,
		"an address must begin with https://",
		"地址必须以 https:// 开头")
	AddressHTTP = message("address-http", Warning,
		"the address is not protected: http instead of https",
		"地址未加密：使用了 http 而不是 https")
	AddressUser = message("address-user", Error,
		"an address must not hold a user name or a password",
		"地址不得包含用户名或密码")
	AddressControl = message("address-control", Error,
		"an address must not hold spaces, backslashes or control characters",
		"地址不得包含空格、反斜杠或控制字符")
	AddressLong = message("address-long", Error,
		"an address must not be longer than {limit} bytes",
		"地址不得超过 {limit} 字节")
	AddressHost = message("address-host", Error,
		"the address names no host in ASCII letters (another script is written as xn--…)",
		"地址中没有以 ASCII 字母书写的主机名（其他文字请写成 xn--…）")
	AddressSyntax = message("address-syntax", Error,
		"not a valid address",
		"不是有效的地址")
)

// What package check says of teams, targets and rounds.
var (
	NoTeamFile = message("no-team-file", Warning,
		"team “{team}” has no team.yaml, so its id serves as its name",
		"团队“{team}”没有 team.yaml，暂以其标识作为名称")
	UnknownTag = message("unknown-tag", Warning,
		"no team has the tag “{tag}”",
		"没有团队带有标签“{tag}”")
	UnknownGroup = message("unknown-group", Warning,
		"no team is in the group “{group}”",
		"没有团队属于分组“{group}”")
	RoundBackwards = message("round-backwards", Error,
		"round “{round}” ends on {until}, before it begins on {from}",
		"轮次“{round}”的结束日 {until} 早于开始日 {from}")
	RoundsOverlap = message("rounds-overlap", Error,
		"round “{round}” begins on {from}, before round “{other}” ends on {until}",
		"轮次“{round}”于 {from} 开始，而轮次“{other}”到 {until} 才结束")
	MixedScripts = message("mixed-scripts", Warning,
		"the name “{name}” mixes letters of different scripts: {scripts}",
		"名称“{name}”混用了不同文字的字母：{scripts}")
	FullWidthLetters = message("full-width-letters", Warning,
		"the name “{name}” is written with full-width letters or digits",
		"名称“{name}”使用了全角字母或数字")
	ConfusableName = message("confusable-name", Warning,
		"the name “{name}” looks like “{other}”, the name of team “{team}”",
		"名称“{name}”与团队“{team}”的名称“{other}”看起来相同")
)

// What package check says of the model.
var (
	ModelVersion = message("model-version", Error,
		"“{version}” is not a version by SemVer",
		"“{version}”不符合语义化版本（SemVer）")
	MissingLanguage = message("missing-language", Warning,
		"no {lang} wording of: {texts}",
		"以下文本没有 {lang} 版本：{texts}")
	MissingLanguageAll = message("missing-language-all", Warning,
		"nothing in “{id}” is worded in {lang}",
		"“{id}”中没有任何 {lang} 文本")
	RequirementIdle = message("requirement-idle", Error,
		"every capability has level {level}: it cannot be required",
		"任何能力项都已具备级别 {level}，不能作为要求")
	RequirementHigher = message("requirement-higher", Warning,
		"level {level} requires level {needed} of “{capability}”, higher than the level it serves",
		"级别 {level} 要求“{capability}”达到级别 {needed}，高于它所服务的级别")
	RequirementCircle = message("requirement-circle", Error,
		"the requirements form a circle: {steps}",
		"前置要求形成循环：{steps}")
)

// What package check says of documents, links and addresses.
var (
	NoChapter = message("no-chapter", Warning,
		"domain “{domain}” has no chapter; its page is made from the model alone",
		"能力域“{domain}”没有章节，其页面仅由模型生成")
	Untranslated = message("untranslated", Warning,
		"the document has no {lang} version",
		"该文档没有 {lang} 版本")
	StaleTranslation = message("stale-translation", Warning,
		"the translation follows an older state of {source}",
		"译文所依据的是 {source} 的旧版本")
	NoTranslationSource = message("no-translation-source", Warning,
		"the document says that it is a translation, but it exists in no other language",
		"该文档声明为译文，但没有其他语言的版本")
	UnknownPage = message("unknown-page", Error,
		"the link leads to no page: “{target}”",
		"链接指向的页面不存在：“{target}”")
	UnknownAnchor = message("unknown-anchor", Error,
		"the page “{page}” has no anchor “{anchor}”",
		"页面“{page}”没有锚点“{anchor}”")
	UnknownFile = message("unknown-file", Error,
		"the site has no such file: “{target}”",
		"站点中没有该文件：“{target}”")
	UnknownArea = message("unknown-area", Error,
		"unknown area “{area}”",
		"未知的能力子域“{area}”")
	UnknownDomain = message("unknown-domain", Error,
		"unknown domain “{domain}”",
		"未知的能力域“{domain}”")
	UnknownTerm = message("unknown-term", Error,
		"the glossary has no term “{term}”",
		"术语表中没有“{term}”")
	UnknownLevelTable = message("unknown-level-table", Error,
		"there is no area or capability “{id}” to show the levels of",
		"没有可供展示级别表的能力子域或能力项“{id}”")
	BadLink = message("bad-link", Error,
		"not a link that can be followed: “{target}”",
		"无法解析的链接：“{target}”")
	LinkOutside = message("link-outside", Error,
		"the link leads out of the folders of the site's languages: “{target}”",
		"链接指向了各语言内容目录之外：“{target}”")
	AddressTaken = message("address-taken", Error,
		"two sources of one address: /{address}",
		"同一个地址有两个来源：/{address}")
	AddressAlike = message("address-alike", Error,
		"the addresses /{address} and /{other} are one and the same on some systems",
		"地址 /{address} 与 /{other} 在某些系统上无法区分")
	AddressReserved = message("address-reserved", Error,
		"the address /{address} is not free: Gradus or another language has it",
		"地址 /{address} 不可用：已由 Gradus 自身或另一种语言占用")
	MovedStillThere = message("moved-still-there", Error,
		"“{from}” has not moved: it is still there",
		"“{from}”仍然存在，并未移动")
	MovedToNowhere = message("moved-to-nowhere", Error,
		"“{to}” does not exist",
		"“{to}”不存在")
	MovedTwice = message("moved-twice", Warning,
		"“{to}” has itself moved: name the present address",
		"“{to}”自身也已移动：请写现在的地址")
	TakenHere = message("taken-here", 0, "the other source is here", "另一个来源在此处")
	MovedHere = message("moved-here", 0, "moved on from here", "在此处再次移动")
)

// What package check says of a handbook's own texts, where the site asks for it.
var (
	NoCriteria = message("no-criteria", Warning,
		"level {level} of “{capability}” has no criteria",
		"“{capability}”的级别 {level} 没有判据")
	FewCriteria = message("few-criteria", Warning,
		"level {level} of “{capability}” has fewer than two criteria",
		"“{capability}”的级别 {level} 只有一条判据")
	NoEvidence = message("no-evidence-text", Warning,
		"criterion “{criterion}” does not say what would prove it",
		"判据“{criterion}”没有说明用什么证明")
	FiguresDiffer = message("figures-differ", Warning,
		"the figures of {text} differ between {lang} and {other}",
		"{text} 中的数字在 {lang} 与 {other} 之间不一致")
	VagueWord = message("vague-word", Warning,
		"vague wording in {text} ({lang}): “{word}”",
		"{text}（{lang}）用词含糊：“{word}”")
	DuplicateCriterion = message("duplicate-criterion", Warning,
		"another criterion has the same text ({lang})",
		"另一条判据的文本与此相同（{lang}）")
	LongTitle = message("long-title", Warning,
		"the {lang} title is too long for the cell of a table: “{title}”",
		"{lang} 标题过长，放不进表格的单元格：“{title}”")
	AvoidedWording = message("avoided-wording", Warning,
		"“{wording}” is a wording to avoid ({text}, {lang})",
		"“{wording}”是应避免的说法（{text}，{lang}）")
	TitleLimit = message("title-limit", 0,
		"wanted: at most {han} Han characters or {words} words",
		"应为：不超过 {han} 个汉字或 {words} 个单词")
	FiguresIn = message("figures-in", 0, "{lang}: {figures}", "{lang}：{figures}")
	UseTerm   = message("use-term", 0, "the term is “{term}”", "应使用术语“{term}”")
)
