package diag

// What package load finds in one file or one folder: the file itself, its YAML
// syntax, the shape of its records, and its values.

// Files and folders.
var (
	FileMissing = message("missing-file", Error,
		"the file is missing",
		"缺少该文件")
	DomainFileMissing = message("missing-domain-file", Error,
		"domain “{id}” has no file {path}",
		"能力域“{id}”没有对应的文件 {path}")
	FileUnreadable = message("unreadable-file", Error,
		"cannot be read",
		"无法读取")
	FileNotRegular = message("not-a-regular-file", Error,
		"neither a regular file nor a folder: not read",
		"既不是普通文件也不是文件夹，未读取")
	FileSymlink = message("symbolic-link", Error,
		"symbolic links are not followed",
		"不跟随符号链接")
	FileTooLarge = message("file-too-large", Error,
		"larger than {limit} KiB",
		"文件超过 {limit} KiB")
	FileNotUTF8 = message("not-utf8", Error,
		"not UTF-8 text",
		"不是 UTF-8 文本")
	HintSaveUTF8 = message("save-as-utf8", 0,
		"save the file with the encoding UTF-8 (not {encoding})",
		"请以 UTF-8 编码保存该文件（而不是 {encoding}）")
	FileEmpty = message("empty-file", Error,
		"the file is empty",
		"文件为空")
	FileStray = message("stray-file", Warning,
		"nothing reads this",
		"此项不会被读取")
	FileMisplaced = message("misplaced-file", Error,
		"an assessment belongs into its team's folder",
		"评估文件应放在其团队的文件夹中")
	FileExtension = message("file-extension", Error,
		"files of this kind end in “{wanted}”",
		"此类文件的扩展名应为“{wanted}”")
	FileUnlisted = message("unlisted-domain", Warning,
		"not listed in “domains” of model/model.yaml, so not read",
		"未列入 model/model.yaml 的 domains，因此未读取")
	FolderLanguage = message("unlisted-language", Warning,
		"language “{lang}” is not among the site's languages, so its folder is not read",
		"“{lang}”不在本站的语言之列，因此未读取其文件夹")
	FolderEmpty = message("empty-team", Warning,
		"team “{team}” has neither a team.yaml nor an assessment",
		"团队“{team}”既没有 team.yaml，也没有评估")
	AssessmentName = message("assessment-name", Error,
		"not a name for an assessment's file",
		"不是有效的评估文件名")
	PathName = message("path-name", Error,
		"“{name}” cannot be part of an address",
		"“{name}”不能作为地址的一部分")
)

// Characters.
var (
	CharacterControl = message("control-character", Error,
		"control character {char} in the text",
		"文本中有控制字符 {char}")
	CharacterBidi = message("bidi-character", Error,
		"{char} changes the direction of the text around it and can make it read otherwise than it is",
		"{char} 会改变前后文字的方向，使文本看起来与实际不同")
	CharacterInvisible = message("invisible-character", Error,
		"invisible character {char} in the text",
		"文本中有不可见字符 {char}")
	CharacterMarks = message("combining-marks", Error,
		"more than {limit} combining marks on one character",
		"一个字符上的组合记号超过 {limit} 个")
)

// Limits.
var (
	LimitDepth = message("too-deep", Error,
		"nested more than {limit} levels deep",
		"嵌套超过 {limit} 层")
	LimitNodes = message("too-many-values", Error,
		"more than {limit} values in one file",
		"一个文件中的值超过 {limit} 个")
	LimitScalar = message("value-too-long", Error,
		"a value longer than {limit} KiB",
		"值的长度超过 {limit} KiB")
)

// YAML syntax, and the parts of YAML that are not used here.
var (
	YAMLSyntax = message("yaml-syntax", Error,
		"not valid YAML here",
		"此处不是有效的 YAML")
	YAMLTab = message("yaml-tab", Error,
		"a tab where YAML wants spaces",
		"此处应使用空格，而不是制表符")
	YAMLIndent = message("yaml-indent", Error,
		"the indentation of this line fits none of the lines above",
		"此行的缩进与上面各行都不对应")
	YAMLNoColon = message("yaml-no-colon", Error,
		"a key without a colon and a space after it",
		"键后面缺少冒号和空格")
	YAMLColon = message("yaml-colon", Error,
		"a second “: ” in one line; a text with a colon and a space needs quotes",
		"同一行中出现第二个“: ”；含有冒号加空格的文本需要加引号")
	YAMLDash = message("yaml-dash", Error,
		"a “- ” where no list can begin",
		"此处不能以“- ”开始列表")
	YAMLListItem = message("yaml-list-item", Error,
		"neither a new entry of the list, with “- ”, nor indented like the entry above",
		"既不是以“- ”开头的新列表项，也没有与上一项的内容对齐")
	YAMLNested = message("yaml-nested", Error,
		"no key can stand here: it is indented too far, or the line above lacks its “: ”",
		"此处不能出现键：缩进过深，或上一行缺少“: ”")
	YAMLAfterQuote = message("yaml-after-quote", Error,
		"the text goes on after the closing quote; a quote within a text is doubled, or the text is put in quotes of the other kind",
		"引号闭合之后仍有文本；文本中的引号需要写两次，或改用另一种引号")
	YAMLNoContent = message("yaml-no-content", Error,
		"a value or an opening bracket is missing before “{char}”",
		"“{char}”之前缺少值或左括号")
	YAMLStart = message("yaml-start", Error,
		"no value can begin with “{char}”",
		"值不能以“{char}”开头")
	YAMLQuote = message("yaml-quote", Error,
		"a quote that is opened here is not closed",
		"此处的引号没有闭合")
	HintQuoteQuestion = message("quote-question", 0,
		"between brackets, a text that holds “?” needs quotes, and so do addresses with a query",
		"方括号或花括号里含“?”的文本需要加引号，带查询参数的网址也一样")
	YAMLBracket = message("yaml-bracket", Error,
		"“{char}” is not closed, or a comma is missing after it",
		"“{char}”没有闭合，或其后缺少逗号")
	YAMLEscape = message("yaml-escape", Error,
		"unknown escape after “\\”; in single quotes a backslash is just a backslash",
		"“\\”后面的转义无效；在单引号中，反斜杠就是反斜杠本身")
	YAMLBlock = message("yaml-block", Error,
		"after “|” or “>” the text begins on the next line",
		"“|”或“>”之后的文本应从下一行开始")
	YAMLDirective = message("yaml-directive", Error,
		"a line that begins with “%” is a directive, and none is used here",
		"以“%”开头的行是 YAML 指令，此处不使用")
	YAMLTag = message("yaml-tag", Error,
		"YAML tags such as “{tag}” are not used here",
		"此处不使用 YAML 标签（如“{tag}”）")
	YAMLAnchor = message("yaml-anchor", Error,
		"YAML anchors and aliases (“&name”, “*name”) are not used here",
		"此处不使用 YAML 的锚点和别名（“&name”、“*name”）")
	YAMLMerge = message("yaml-merge", Error,
		"the YAML merge key “<<” is not used here",
		"此处不使用 YAML 合并键“<<”")
	YAMLSecond = message("yaml-second-document", Error,
		"a second YAML document; a file holds one",
		"出现第二个 YAML 文档；一个文件只能有一个文档")
	YAMLComplexKey = message("yaml-complex-key", Error,
		"a key must be a word, not a list or a map",
		"键必须是文本，不能是列表或映射")
	HintFullWidth = message("full-width", 0,
		"“{wide}” is a full-width character; YAML wants “{narrow}”",
		"“{wide}”是全角字符；YAML 需要半角的“{narrow}”")
	HintFullWidthColon = message("full-width-colon", 0,
		"“：” is a full-width colon; YAML wants “:” and a space",
		"“：”是全角冒号；YAML 需要半角冒号“:”加一个空格")
	HintStands = message("stands-here", 0,
		"“{key}” stands here",
		"“{key}”在此处")
	HintQuote = message("quote-text", 0,
		"if it is meant as text, put it in quotes",
		"如果是文本，请加上引号")
	HintUnquote = message("unquote", 0,
		"without the quotes it is a number",
		"去掉引号才是数字")
	HintComment = message("swallowed-comment", 0,
		"what follows “ #” is a comment; put the value in quotes if it begins with “#”",
		"“ #”之后是注释；以“#”开头的值需要加引号")
)

// The shape of records.
var (
	UnknownKey = message("unknown-key", Error,
		"unknown key “{key}”",
		"未知的键“{key}”")
	DuplicateKey = message("duplicate-key", Error,
		"key “{key}” stands here a second time",
		"键“{key}”重复出现")
	MissingKey = message("missing-key", Error,
		"key “{key}” is missing",
		"缺少键“{key}”")
	NoValue = message("no-value", Error,
		"“{key}” has no value",
		"“{key}”没有值")
	EmptyItem = message("empty-item", Error,
		"an entry of this list has no value",
		"列表中有一项没有值")
	EmptyList = message("empty-list", Error,
		"the list is empty",
		"列表为空")
	EmptyMap = message("empty-map", Error,
		"the map is empty",
		"映射为空")
	EmptyText = message("empty-text", Error,
		"the text is empty",
		"文本为空")
	WantMap = message("want-map", Error,
		"keys with values are wanted here",
		"此处应为键值映射")
	WantList = message("want-list", Error,
		"a list is wanted here",
		"此处应为列表")
	WantText = message("want-text", Error,
		"a text is wanted here",
		"此处应为文本")
	WantTexts = message("want-texts", Error,
		"a text, or one for each language, is wanted here",
		"此处应为文本，或按语言分列的文本")
	WantOneLine = message("want-one-line", Error,
		"a text of one line is wanted here",
		"此处应为单行文本")
	WantWhole = message("want-whole-number", Error,
		"a whole number is wanted here",
		"此处应为整数")
	WantNumber = message("want-number", Error,
		"a number is wanted here",
		"此处应为数字")
	WantBool = message("want-true-or-false", Error,
		"“true” or “false” is wanted here",
		"此处应为 true 或 false")
	WantDate = message("want-date", Error,
		"a date that exists, as in 2026-10-31, is wanted here",
		"此处应为真实存在的日期，如 2026-10-31")
	KeyMisplaced = message("misplaced-key", Error,
		"“{key}” does not go with “{with}”",
		"“{key}”不能与“{with}”同时使用")
)

// Values.
var (
	UnknownChoice = message("unknown-value", Error,
		"“{value}” is none of the possible values",
		"“{value}”不是可用的值")
	OutOfRange = message("out-of-range", Error,
		"{value} is out of range",
		"{value} 超出范围")
	BadID = message("bad-id", Error,
		"“{id}” is not an id",
		"“{id}”不是有效的标识")
	HintIDForm = message("id-form", 0,
		"an id is made of a-z, 0-9 and single hyphens between them, at most {limit} characters",
		"标识由 a-z、0-9 及其间的单个连字符组成，最多 {limit} 个字符")
	ReservedID = message("reserved-id", Error,
		"“{id}” is reserved and cannot be an id",
		"“{id}”是保留名，不能用作标识")
	HintReservedWindows = message("reserved-by-windows", 0,
		"Windows cannot have a file of this name",
		"Windows 不允许这样的文件名")
	HintReservedAddress = message("reserved-address", 0,
		"the site has a page or folder of its own at “/{id}/”",
		"本站在“/{id}/”已有自己的页面或目录")
	DuplicateID = message("duplicate-id", Error,
		"id “{id}” is taken",
		"标识“{id}”已被占用")
	DuplicateEntry = message("duplicate-entry", Error,
		"“{value}” is listed a second time",
		"“{value}”重复列出")
	BadGroup = message("bad-group", Error,
		"“{group}” is not a path of groups such as commerce/checkout",
		"“{group}”不是有效的分组路径（例如 commerce/checkout）")
	BadLanguage = message("bad-language", Error,
		"“{lang}” is not a language tag such as zh or pt-BR",
		"“{lang}”不是有效的语言标记（例如 zh 或 pt-BR）")
	TextLanguage = message("text-language", Warning,
		"a text in “{lang}”, which is not among the site's languages",
		"文本使用了“{lang}”，但本站没有该语言")
	BadURL = message("bad-url", Error,
		"“{url}” is not an absolute http or https address",
		"“{url}”不是完整的 http 或 https 地址")
	BadBaseURL = message("bad-base-url", Error,
		"an address with a query, a fragment or a password cannot be the site's base",
		"带有查询、片段或密码的地址不能作为站点的基础地址")
	BadPath = message("bad-path", Error,
		"“{path}” is not a path below the repository's root",
		"“{path}”不是仓库根目录之下的路径")
	BadAddress = message("bad-address", Error,
		"“{address}” is not an address within the site",
		"“{address}”不是本站内的地址")
	BadModelRef = message("bad-model-reference", Error,
		"“{value}” does not name a model and its version",
		"“{value}”没有写明模型及其版本")
	BadExtends = message("bad-extends", Error,
		"“{value}” does not name an earlier assessment",
		"“{value}”没有指明一次更早的评估")
	BadHash = message("bad-hash", Error,
		"“{value}” is not the beginning of a SHA-256, 12 hexadecimal digits",
		"“{value}”不是 SHA-256 的前 12 位十六进制数字")
	BadFormat = message("unknown-format", Error,
		"this program knows version 1 of the formats, not {value}",
		"本程序只支持第 1 版格式，不支持 {value}")
)

// Agreement of names.
var (
	NameMismatch = message("name-mismatch", Error,
		"the id “{id}” and the name of its file or folder differ",
		"标识“{id}”与其文件或文件夹的名称不一致")
	TeamMismatch = message("team-mismatch", Error,
		"team “{team}” is assessed in the folder of another",
		"团队“{team}”的评估放在了另一个团队的文件夹中")
	DateMismatch = message("date-mismatch", Error,
		"the date {date} and the name of the file differ",
		"日期 {date} 与文件名不一致")
)

// The model.
var (
	ScaleOrder = message("scale-order", Error,
		"the scale ends at {max}, not above its beginning {min}",
		"等级范围的最大值 {max} 不大于最小值 {min}")
	LevelOutside = message("level-outside-scale", Error,
		"level {level} is outside the scale",
		"级别 {level} 超出等级范围")
	LevelTwice = message("duplicate-level", Error,
		"level {level} is described a second time",
		"级别 {level} 重复描述")
	LevelMissing = message("missing-level", Error,
		"level {level} of the scale is not described",
		"缺少对级别 {level} 的描述")
	CriteriaAtMin = message("criteria-at-lowest-level", Error,
		"the lowest level is what meets nothing: it has no criteria",
		"最低级别表示一无所成，不设判据")
	AnswerNAReserved = message("answer-na", Error,
		"“na” is always allowed and cannot be an answer of the model",
		"“na”始终可用，不能由模型另行定义")
	AnswersNoZero = message("answers-without-zero", Error,
		"no answer has the value 0",
		"没有值为 0 的答案")
	AnswersNoOne = message("answers-without-one", Error,
		"no answer has the value 1",
		"没有值为 1 的答案")
	AnswersTwoOnes = message("answers-with-two-ones", Error,
		"a second answer has the value 1",
		"又一个答案的值为 1")
	TargetScope = message("unknown-target", Error,
		"“{scope}” is neither a domain, an area nor a capability of the model",
		"“{scope}”不是模型中的能力域、能力子域或能力项")
	TargetRange = message("target-out-of-range", Error,
		"{level} cannot be a target",
		"{level} 不能作为目标级别")
)

// Ratings.
var (
	RatingForm = message("rating-form", Error,
		"not a rating",
		"不是有效的评定")
	RatingNothing = message("empty-rating", Error,
		"the rating says neither “level”, “criteria”, “from” nor “na”",
		"该评定没有写明 level、criteria、from 或 na")
	NAWithoutReason = message("na-without-reason", Error,
		"“na” needs a reason",
		"“na”需要写明理由")
	AnswerForm = message("answer-form", Error,
		"not an answer to a criterion",
		"不是对判据的有效回答")
)

// Documents.
var (
	FrontMatterMissing = message("no-front-matter", Error,
		"the document does not begin with front matter",
		"文档开头缺少前置元数据")
	FrontMatterOpen = message("open-front-matter", Error,
		"the front matter is not closed by a line “---”",
		"前置元数据没有以“---”行结束")
)
