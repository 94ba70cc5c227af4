package diag

// What is said of addresses that readers rely on, and of dates from git.
var (
	PublishedGone = message("published-gone", Error,
		"the published address “{address}” is gone, and content/moved.yaml does not say where to",
		"已发布的地址“{address}”不见了，content/moved.yaml 也没有说明去向")
	HintMoved = message("add-moved", 0,
		"add a line to content/moved.yaml, “{from}: where it is now”; or take the line out of this file, and break the links to it",
		"请在 content/moved.yaml 中加一行“{from}: 现在的地址”；或从本文件中删去此行，使指向它的链接失效")
	PublishedForm = message("published-form", Error,
		"“{line}” is no address of the site",
		"“{line}”不是本站的地址")
	ShallowClone = message("shallow-clone", Warning,
		"the git clone holds the last commits alone, so pages do not say when they were last changed",
		"git 克隆只含最近的提交，因此页面不显示最近修改日期")
	HintShallow = message("fetch-history", 0,
		"fetch the whole history: “git fetch --unshallow”, or fetch-depth: 0 and filter: blob:none in actions/checkout",
		"请取得完整历史：git fetch --unshallow，或在 actions/checkout 中设置 fetch-depth: 0 与 filter: blob:none")
)
