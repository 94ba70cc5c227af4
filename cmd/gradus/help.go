package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"gradus/internal/diag"
)

// helpTexts are the words around the lists of commands and flags.
type helpTexts struct {
	what, usage, call, commands, flags, more, unknown, nearest string
}

var help = map[string]helpTexts{
	"en": {
		what:     "Gradus builds a maturity handbook and its scorecards into a static site.",
		usage:    "Usage",
		call:     "gradus <command> [flags] [arguments]",
		commands: "Commands",
		flags:    "Flags",
		more:     "“gradus <command> --help” lists the flags of a command.",
		unknown:  "there is no command “%s”",
		nearest:  "; did you mean “%s”?",
	},
	"zh": {
		what:     "Gradus 把成熟度手册和评分卡做成静态网站。",
		usage:    "用法",
		call:     "gradus <命令> [选项] [参数]",
		commands: "命令",
		flags:    "选项",
		more:     "“gradus <命令> --help”列出一个命令的选项。",
		unknown:  "没有命令“%s”",
		nearest:  "；是否想写“%s”？",
	},
}

func printHelp(w io.Writer, lang string) {
	t := help[lang]
	fmt.Fprintf(w, "%s\n\n%s: %s\n\n%s:\n", t.what, t.usage, t.call, t.commands)
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.short[lang])
	}
	fmt.Fprintf(w, "\n%s\n", t.more)
}

// printUnknown answers a command that does not exist.
func printUnknown(w io.Writer, lang, name string) {
	t := help[lang]
	fmt.Fprintf(w, "gradus: "+t.unknown, diag.Printable(name))
	var names []string
	for _, c := range commands() {
		names = append(names, c.name)
	}
	if nearest, ok := diag.Nearest(name, names); ok {
		fmt.Fprintf(w, t.nearest, nearest)
	}
	fmt.Fprint(w, "\n\n")
	printHelp(w, lang)
}

// printUsage says how the call's command is called.
func (c *call) printUsage(w io.Writer) {
	lang := c.lang
	if _, ok := help[lang]; !ok {
		lang = environmentLanguage(c.getenv)
	}
	t := help[lang]
	line := strings.TrimSpace("gradus " + c.command.name + " [flags] " + c.command.args)
	fmt.Fprintf(w, "%s\n\n%s: %s\n\n%s:\n", c.command.short[lang], t.usage, line, t.flags)
	c.flagSet().VisitAll(func(f *flag.Flag) {
		name, usage := flag.UnquoteUsage(f)
		fmt.Fprintf(w, "  --%s\n        %s\n", strings.TrimSpace(f.Name+" "+name), usage)
	})
}
