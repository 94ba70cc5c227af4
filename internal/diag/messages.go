package diag

// Hints, shared by many diagnostics.
var (
	HintFound   = message("found", 0, "found: {found}", "实际：{found}")
	HintWanted  = message("wanted", 0, "wanted: {wanted}", "应为：{wanted}")
	HintNearest = message("nearest", 0, "did you mean “{name}”?", "是否想写“{name}”？")
	HintHere    = message("defined-here", 0, "defined here", "定义在此处")
	HintFirst   = message("first-here", 0, "first here", "首次出现在此处")
)
