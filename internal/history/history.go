// Package history asks git when files were last changed.
//
// One `git log` is read as it comes, newest commit first, until every file that
// is asked for has been met: a site of a thousand documents costs one process,
// not a thousand. The dates are those of the commits, so that the same commit
// gives the same site on every machine and on every day; changes that are not
// committed have no date of their own.
//
// A shallow clone, as continuous integration makes by default, knows the last
// commits alone and would date every older file by the oldest of them. It is
// noticed, and then nothing is dated at all.
package history

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"strings"

	"gradus/internal/maturity"
)

// A History is when the files of a site were last changed.
type History struct {
	// Changed is the date of the last commit of each file, by its path from the
	// site's folder with slashes. A file that git does not know is not in it.
	Changed map[string]maturity.Date
	// Shallow reports that the repository is cut off, so that nothing is dated.
	Shallow bool
}

// Read asks git for the history of some folders of a site; "content" and
// "model", say, from the site's own folder. Outside of a repository, and
// without git, it returns an empty history: a date that is missing is no fault.
func Read(ctx context.Context, site string, folders ...string) History {
	prefix, ok := locate(ctx, site)
	if !ok {
		return History{}
	}
	if answer, err := ask(ctx, site, "rev-parse", "--is-shallow-repository"); err != nil || answer != "false" {
		return History{Shallow: answer == "true"}
	}
	wanted := tracked(ctx, site, folders)
	if len(wanted) == 0 {
		return History{}
	}
	// Stopping early, once all is known, ends git by the closed pipe.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	args := []string{"log", "--format=%x01%cs", "--name-only", "--no-renames", "--no-show-signature", "-z", "--"}
	cmd := command(ctx, site, append(args, folders...)...)
	out, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return History{}
	}
	h := History{Changed: read(out, prefix, wanted)}
	cancel()
	_ = cmd.Wait() // it was stopped, or it is done; what it said has been read
	return h
}

// locate returns the path of the site's folder in its repository, "" at its
// root, and whether there is one.
func locate(ctx context.Context, site string) (prefix string, ok bool) {
	prefix, err := ask(ctx, site, "rev-parse", "--show-prefix")
	return prefix, err == nil
}

// tracked returns the files that git knows in some folders, by their path from
// the site's folder.
func tracked(ctx context.Context, site string, folders []string) map[string]bool {
	out, err := command(ctx, site, append([]string{"ls-files", "-z", "--"}, folders...)...).Output()
	if err != nil {
		return nil
	}
	files := map[string]bool{}
	for name := range strings.SplitSeq(string(out), "\x00") {
		if name != "" {
			files[name] = true
		}
	}
	return files
}

// ask returns the one line that git answers.
func ask(ctx context.Context, site string, args ...string) (string, error) {
	out, err := command(ctx, site, args...).Output()
	return strings.TrimRight(string(out), "\r\n"), err
}

// command is git in a folder, without anything that a repository's settings
// could make it run.
func command(ctx context.Context, folder string, args ...string) *exec.Cmd {
	settings := []string{"--no-pager", "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false"}
	cmd := exec.CommandContext(ctx, "git", append(settings, args...)...)
	cmd.Dir = folder
	cmd.Env = append(os.Environ(), "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C", "TZ=UTC")
	return cmd
}

// read reads the log: the date of a commit behind \x01, then the files that it
// changed, each ended by NUL. It returns when the wanted ones have been met.
func read(log io.Reader, prefix string, wanted map[string]bool) map[string]maturity.Date {
	changed := map[string]maturity.Date{}
	var date maturity.Date
	scanner := bufio.NewScanner(log)
	scanner.Split(untilNUL)
	for len(changed) < len(wanted) && scanner.Scan() {
		entry := strings.TrimPrefix(scanner.Text(), "\n")
		if text, ok := strings.CutPrefix(entry, "\x01"); ok {
			date, _ = maturity.ParseDate(text)
			continue
		}
		file, inside := strings.CutPrefix(entry, prefix)
		if inside && wanted[file] && changed[file] == "" && date != "" {
			changed[file] = date
		}
	}
	return changed
}

func untilNUL(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}
