package diag

// What can be wrong with a theme, or with a page made by one.
var (
	ThemeMissing = message("theme-missing", Error,
		"there is no theme “{theme}”: neither a folder {folder}/ nor a built-in one",
		"没有主题“{theme}”：既没有文件夹 {folder}/，也没有同名的内置主题")
	ThemeUnreadable = message("theme-unreadable", Error, "the theme's folder can't be read", "无法读取主题文件夹")
	ThemeStranger   = message("theme-stranger", Warning,
		"this file overrides nothing: the theme has none of this name",
		"此文件没有覆盖任何文件：主题中没有同名文件")
	ThemeWords = message("theme-words", Error,
		"this is not what a file of words holds: one JSON object of keys and texts",
		"不符合界面文字文件的格式：应是一个由键和文字组成的 JSON 对象")
	ThemeLayout = message("theme-layout", Error, "the template can't be used: {reason}", "模板无法使用：{reason}")
	ThemeAsset  = message("theme-asset", Error, "the file can't be minified: {reason}", "无法压缩此文件：{reason}")
	PageFailed  = message("page-failed", Error, "the page {page} can't be written: {reason}", "无法生成页面 {page}：{reason}")
	HintPage    = message("on-page", 0, "met on the page {page}", "出现于页面 {page}")
)
