// Gradus builds a maturity handbook and its scorecards into a static site.
//
// The commands, their flags and what they print are those of the user guide's
// chapter "Commands"; each command has a file of its own in this package.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

// Exit statuses.
const (
	exitOK     = 0
	exitFailed = 1 // errors were found, or the work failed
	exitUsage  = 2 // the program was called in a wrong way
)

// A command is one of the things the program does.
type command struct {
	name  string
	args  string // as the usage line shows them
	short map[string]string
	// flags declares the command's own flags; run is called with them parsed.
	flags func(*flag.FlagSet)
	run   func(*call) error
}

// commands are all commands, in the order in which help lists them.
func commands() []*command {
	return []*command{
		buildCommand(), serveCommand(), checkCommand(),
		scoreCommand(), diffCommand(), roundCommand(),
		initCommand(), newCommand(), addCommand(), sheetCommand(),
		schemaCommand(), versionCommand(),
	}
}

// A call is one run of a command.
type call struct {
	command *command
	args    []string // what is left after the flags
	stdin   io.Reader
	stdout  io.Writer
	stderr  io.Writer
	getenv  func(string) string
	root    string // --root
	lang    string // of messages
}

// errFailed ends a command whose diagnostics have said what is wrong.
var errFailed = errors.New("errors were found")

// usageError is a call in a wrong way.
type usageError struct{ reason string }

func (e usageError) Error() string { return e.reason }

// Main runs the program and returns its exit status.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) int {
	lang := environmentLanguage(getenv)
	if len(args) == 0 {
		printHelp(stderr, lang)
		return exitUsage
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		printHelp(stdout, lang)
		return exitOK
	}
	command := find(args[0])
	if command == nil {
		printUnknown(stderr, lang, args[0])
		return exitUsage
	}
	c := &call{command: command, stdin: stdin, stdout: stdout, stderr: stderr, getenv: getenv}
	err := c.parse(args[1:])
	if errors.Is(err, flag.ErrHelp) {
		c.printUsage(stdout)
		return exitOK
	}
	if err == nil {
		err = c.command.run(c)
	}
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "gradus %s: %s\n\n", c.command.name, usage.reason)
		c.printUsage(stderr)
		return exitUsage
	case !errors.Is(err, errFailed):
		fmt.Fprintf(stderr, "gradus %s: %v\n", c.command.name, err)
	}
	return exitFailed
}

// find returns the command with a name, or nil.
func find(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return c
		}
	}
	return nil
}

// flagSet declares the flags of the call: those of every command and its own.
func (c *call) flagSet() *flag.FlagSet {
	set := flag.NewFlagSet(c.command.name, flag.ContinueOnError)
	set.SetOutput(io.Discard)
	set.StringVar(&c.root, "root", "", "the site's `folder` (default: here, or the nearest parent with a gradus.yaml)")
	set.StringVar(&c.lang, "lang", "", "the `language` of messages: zh or en (default: from the environment)")
	if c.command.flags != nil {
		c.command.flags(set)
	}
	return set
}

// parse takes the arguments apart; flags may stand anywhere among them.
func (c *call) parse(args []string) error {
	set := c.flagSet()
	for {
		if err := set.Parse(args); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				return err
			}
			return usageError{err.Error()}
		}
		if set.NArg() == 0 {
			break
		}
		if rest := len(args) - set.NArg(); rest > 0 && args[rest-1] == "--" {
			c.args = append(c.args, set.Args()...)
			break
		}
		c.args = append(c.args, set.Arg(0))
		args = set.Args()[1:]
	}
	switch c.lang {
	case "":
		c.lang = environmentLanguage(c.getenv)
	case "zh", "en":
	default:
		return usageError{fmt.Sprintf("--lang is zh or en, not %q", c.lang)}
	}
	return nil
}

// environmentLanguage is the language that the environment asks for, by POSIX:
// LC_ALL before LC_MESSAGES before LANG.
func environmentLanguage(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			if strings.HasPrefix(v, "zh") {
				return "zh"
			}
			return "en"
		}
	}
	return "en"
}
