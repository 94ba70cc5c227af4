package diag

// Markdown: handbook chapters and notes.
var (
	MarkdownTooLong = message("markdown-too-long", Error,
		"this text has {size} bytes; {limit} are the most that one may have",
		"文本有 {size} 字节，最多允许 {limit} 字节")
	MarkdownTooDeep = message("markdown-too-deep", Error,
		"quotes, lists or emphasis are nested too deeply here: {limit} levels are the most",
		"此处引用、列表或强调嵌套过深：最多 {limit} 层")
	MarkdownTooComplex = message("markdown-too-complex", Error,
		"this text holds too many of “{mark}”: {limit} are the most",
		"文本中的“{mark}”过多：最多 {limit} 个")
	MarkdownUnreadable = message("markdown-unreadable", Error,
		"this text cannot be read as Markdown",
		"无法按 Markdown 读取这段文本")
	MarkdownHTML = message("raw-html", Error,
		"HTML is not allowed here; it would be shown as text",
		"此处不允许使用 HTML，它会原样显示为文字")

	HeadingTop = message("heading-level-one", Error,
		"the title in the front matter is the only heading of level 1; begin with “##”",
		"一级标题只有文首信息中的 title；正文标题请从“##”开始")
	HeadingSkips = message("heading-skips-level", Warning,
		"this heading of level {level} follows one of level {before}: a level is left out",
		"{level} 级标题接在 {before} 级标题之后：中间缺了一级")
	HeadingEmpty = message("heading-empty", Error,
		"this heading has no words",
		"标题没有文字")
	HeadingID = message("heading-id", Error,
		"“{id}” cannot be the id of a heading",
		"“{id}”不能作为标题的标识")
	HeadingIDWant = message("heading-id-form", 0,
		"wanted: letters, digits and hyphens, such as {#on-call}; nothing else stands in the braces",
		"应为：字母、汉字、数字和连字符，如 {#on-call}；花括号内不能有其他内容")
	HeadingIDTwice = message("duplicate-heading-id", Error,
		"the id “{id}” already belongs to another heading of this document",
		"标识“{id}”已用于本文档的另一个标题")

	LinkEmpty = message("link-empty", Error,
		"this link leads nowhere: its target is empty",
		"链接没有目标")
	LinkLong = message("link-too-long", Error,
		"this link target is longer than 2,048 bytes",
		"链接目标超过 2,048 字节")
	LinkCharacter = message("link-character", Error,
		"the link target “{target}” holds a character that browsers drop or change: a space, a backslash, a control character or an invisible one",
		"链接目标“{target}”含有浏览器会丢弃或改写的字符：空格、反斜线、控制字符或不可见字符")
	LinkHost = message("link-host", Error,
		"the link target “{target}” names no valid host: an address on the web begins with “https://” and a host in ASCII letters, such as wiki.example.org",
		"链接目标“{target}”没有有效的主机名：网址应以“https://”加 ASCII 主机名开头，如 wiki.example.org")
	LinkUser = message("link-user", Error,
		"the link target “{target}” holds a user name; readers could take it for the host",
		"链接目标“{target}”含有用户名，读者可能误以为它是主机名")
	LinkScheme = message("link-scheme", Error,
		"links with the scheme of “{target}” are not allowed; write an http, https or mailto address, or a path",
		"不允许使用“{target}”这类链接；请使用 http、https、mailto 地址或路径")
	ImageExternal = message("image-external", Error,
		"the image “{target}” lies outside the site, where the page may not load it from; put it into the site's folder",
		"图片“{target}”位于站点之外，页面无法加载；请把它放进站点目录")
	ImageAlt = message("image-alt", Error,
		"this image has no text for those who cannot see it; write it between the brackets: ![text](file)",
		"图片缺少替代文字；请写在方括号内：![文字](文件)")

	LevelsEmpty = message("levels-empty", Error,
		"this `levels` block is empty; its body is the id of an area or a capability, or “all”",
		"`levels` 块为空；内容应为能力子域或能力项的标识，或“all”")
	LevelsID = message("levels-id", Error,
		"“{id}” is not the id of an area or a capability",
		"“{id}”不是能力子域或能力项的标识")
	LevelsMany = message("levels-many", Error,
		"a `levels` block holds one id; write one block for each table",
		"一个 `levels` 块只写一个标识；每张表各用一个块")

	AlertUnknown = message("unknown-alert", Warning,
		"“{name}” is not a kind of alert; this is shown as a plain quotation",
		"“{name}”不是提示框的类型；此处会显示为普通引用")
	AlertTitle = message("alert-title", Warning,
		"the mark of an alert stands alone on its line; this is shown as a plain quotation",
		"提示框的标记应独占一行；此处会显示为普通引用")
	CodeLanguage = message("unknown-code-language", Warning,
		"code in “{name}” is shown without colours: the language is not known",
		"不认识语言“{name}”，代码不着色")
	FootnoteUnused = message("unused-footnote", Warning,
		"no text refers to the footnote “{name}”, so it is not shown",
		"没有文字引用脚注“{name}”，它不会显示")

	NoteMarkup = message("note-markup", Error,
		"a note may not hold “{mark}”: only paragraphs, lists, inline formatting and links",
		"备注中不能使用“{mark}”：只允许段落、列表、行内格式和链接")
	NoteLink = message("note-link", Error,
		"the link target “{target}” is not allowed in a note: only http and https addresses are",
		"备注中不允许链接到“{target}”：只能使用 http 或 https 地址")
)
