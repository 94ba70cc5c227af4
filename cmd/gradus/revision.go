package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"unicode"

	"gradus/internal/diag"
)

// revision takes REV:FILE apart. A file of that very name comes first.
func revision(arg string) (rev, file string, ok bool) {
	if _, err := os.Stat(arg); err == nil {
		return "", "", false
	}
	rev, file, ok = strings.Cut(arg, ":")
	return rev, file, ok && rev != "" && file != ""
}

// inRevision returns the assessment that a file held in a revision of the git
// repository in which the site stands. All else, the model too, is today's.
func (s *assessedSite) inRevision(rev, file string) (candidate, error) {
	path, err := relativeTo(s.folder, file)
	if err != nil {
		return candidate{}, err
	}
	content, err := s.fileInGit(rev, path)
	if err != nil {
		return candidate{}, err
	}
	return s.received(rev+":./"+path, bytes.NewReader(content))
}

// fileInGit returns the content of a file in a git revision; its path is
// relative to the site's folder. Git is asked for two things, without a shell:
// which commit the revision is, and that commit's file. Neither question can be
// read as an option, and no filter or pager runs.
func (s *assessedSite) fileInGit(rev, path string) ([]byte, error) {
	if !isRevision(rev) {
		return nil, usageError{fmt.Sprintf("“%s” is no revision of git", diag.Printable(rev))}
	}
	commit, err := s.git("rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	if err != nil {
		return nil, fmt.Errorf("git has no revision “%s” here%s", diag.Printable(rev), reason(err))
	}
	content, err := s.git("cat-file", "blob", strings.TrimSpace(string(commit))+":./"+path)
	if err != nil {
		return nil, fmt.Errorf("revision “%s” has no file %s%s", diag.Printable(rev), diag.Printable(path), reason(err))
	}
	return content, nil
}

// isRevision reports whether a text may name a commit: a branch, a tag, a hash,
// and the ways to count back from one (gitrevisions). An option is none, and
// neither are a range and what looks into a commit.
func isRevision(rev string) bool {
	const most = 200
	if len(rev) > most || strings.HasPrefix(rev, "-") || strings.Contains(rev, "..") {
		return false
	}
	return !strings.ContainsFunc(rev, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || strings.ContainsRune(`:?*[\`, r)
	})
}

// relativeTo is the path of a file, named as a user standing anywhere names it,
// from a folder, with slashes.
func relativeTo(folder, file string) (string, error) {
	if strings.ContainsFunc(file, unicode.IsControl) {
		return "", usageError{fmt.Sprintf("“%s” is no name of a file", diag.Printable(file))}
	}
	root, err := filepath.Abs(folder)
	if err != nil {
		return "", err
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return "", err
	}
	path, err := filepath.Rel(root, abs)
	return filepath.ToSlash(path), err
}

// git runs git in the site's folder and returns what it prints, at most a
// little more than an assessment may have.
func (s *assessedSite) git(args ...string) ([]byte, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir = s.folder
	cmd.Env = append(os.Environ(), "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1")
	var out limited
	cmd.Stdout = &out
	err := cmd.Run()
	if out.Len() > mostBytes {
		err = nil // git did nothing wrong when it was cut off
	}
	return out.Bytes(), err
}

// reason explains an error when it is not git that said no.
func reason(err error) string {
	if errors.Is(err, exec.ErrNotFound) {
		return ": git is not installed"
	}
	return ""
}

// limited takes no more than an assessment may have, and a byte, by which it
// is seen to be too large.
type limited struct{ bytes.Buffer }

func (l *limited) Write(p []byte) (int, error) {
	room := mostBytes + 1 - l.Len()
	if len(p) <= room {
		return l.Buffer.Write(p)
	}
	l.Buffer.Write(p[:room])
	return room, errors.New("enough")
}
