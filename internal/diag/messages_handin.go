package diag

// What can be wrong with what people hand in, and with a place for it.
var (
	RatedDifferently = message("rated-differently", Error,
		"“{capability}” is rated in two files, and not alike",
		"“{capability}”在两个文件中都有评定，且不一致")
	StatedDifferently = message("stated-differently", Error,
		"“{key}” stands in two files of one assessment, and not alike",
		"同一次评估的两个文件中都写了“{key}”，且不一致")
	FileExists = message("file-exists", Error,
		"the file is there already, and nothing is overwritten",
		"该文件已存在，不会覆盖")
	TeamTwice = message("team-twice", Error,
		"a second record of team “{team}”",
		"团队“{team}”的记录重复出现")
	HintReads = message("reads", 0, "{value} here", "此处为 {value}")
	SameDay   = message("same-day", Error,
		"two assessments of team “{team}” on {date}, and no label tells them apart",
		"团队“{team}”在 {date} 有两次评估，且没有标签加以区分")
	HintLabel = message("label-needed", 0,
		"a second assessment of one day has a label in its name: {name}",
		"同一天的第二次评估要在文件名中带标签：{name}")
	HintNewTeam = message("new-team", 0,
		"a new team begins with: gradus new team {team}",
		"新团队请先运行：gradus new team {team}")
	HintTeamFile = message("team-file-too", 0,
		"hand in its team.yaml along with it, or begin with: gradus new team {team}",
		"请一并提交它的 team.yaml，或先运行：gradus new team {team}")
)

// What can be wrong with a filled-in spreadsheet.
var (
	NotWorkbook = message("not-a-workbook", Error,
		"not a spreadsheet of the format XLSX that could be read",
		"不是可读取的 XLSX 电子表格")
	NotQuestionnaire = message("not-a-questionnaire", Error,
		"not a questionnaire that “gradus sheet” has written",
		"不是由“gradus sheet”生成的问卷")
	ColumnMissing = message("missing-column", Error,
		"the column “{column}” is missing, or the hidden first row was changed",
		"缺少“{column}”列，或隐藏的第一行被改动")
	TooManyRows = message("too-many-rows", Error,
		"more than {limit} rows",
		"超过 {limit} 行")
	CellFormula = message("formula", Error,
		"a formula; only what is typed in counts",
		"此处是公式；只有直接填写的内容才有效")
	CellsExclude = message("cells-exclude", Error,
		"this does not go with the answer in cell {cell}",
		"此处的内容不能与单元格 {cell} 的答案同时出现")
	AnswerMissing = message("answer-missing", Error,
		"something is said here, but there is no answer in cell {cell}",
		"填写了其他内容，但单元格 {cell} 没有答案")
	AnswerIdle = message("answer-idle", Error,
		"the criterion is answered, but “{capability}” is inherited or does not apply",
		"回答了判据，但“{capability}”是继承的或不适用")
	ReasonAlone = message("reason-alone", Error,
		"a reason is for what does not apply, and the answer is another",
		"理由只用于不适用的情形，而此处的答案不是不适用")
	RowMissing = message("missing-row", Error,
		"the row of “{capability}” is missing above",
		"上方缺少“{capability}”所在的行")
)
