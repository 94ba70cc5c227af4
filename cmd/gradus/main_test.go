package main

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gradus/internal/sitetest"
)

// siteFolder is a folder with the small site in it.
func siteFolder(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(folder, sitetest.Site()); err != nil {
		t.Fatal(err)
	}
	return folder
}

// called runs the program in a folder.
func called(t *testing.T, folder string, env map[string]string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	t.Chdir(folder)
	var out, errs bytes.Buffer
	all := map[string]string{"LANG": "C.UTF-8"}
	maps.Copy(all, env)
	status = Main(args, strings.NewReader(""), &out, &errs, func(name string) string { return all[name] })
	return status, out.String(), errs.String()
}

func TestExitStatus(t *testing.T) {
	site := siteFolder(t)
	empty := t.TempDir()
	for _, tc := range []struct {
		folder string
		args   string
		env    map[string]string
		status int
		stdout string // a part of it; "" for nothing at all
		stderr string
	}{
		{site, "check", nil, 0, "[review-past]", ""},
		{site, "build", nil, 0, "", "files, "},
		{site, "version", nil, 0, "gradus ", ""},
		{site, "help", nil, 0, "Commands:", ""},
		{site, "--help", nil, 0, "Commands:", ""},
		{site, "build --help", nil, 0, "--base-url address", ""},
		{site, "build -h", nil, 0, "Usage: gradus build [flags]", ""},
		{site, "help", map[string]string{"LANG": "zh_CN.UTF-8"}, 0, "用法: gradus", ""},

		{site, "check --strict", nil, 1, "error: ", ""},
		{site, "build --strict", nil, 1, "", "error: "},
		{site, "check nothing.yaml", nil, 1, "", "there is no file nothing.yaml"},
		{site, "check ..", nil, 1, "", ".. is not in the site's folder"},
		{empty, "check", nil, 1, "", "there is no gradus.yaml here or in a folder above"},
		{empty, "build", nil, 1, "", "there is no gradus.yaml here or in a folder above"},
		{empty, "check --root none", nil, 1, "", "there is no gradus.yaml in none"},
		{site, "build", map[string]string{"SOURCE_DATE_EPOCH": "yesterday"}, 1, "", "SOURCE_DATE_EPOCH"},
		{site, "build", map[string]string{"SOURCE_DATE_EPOCH": "-1"}, 1, "", "SOURCE_DATE_EPOCH"},
		{site, "build --out content", nil, 1, "", "holds files that gradus did not write; choose another folder with --out"},

		{site, "", nil, 2, "", "Usage: gradus <command>"},
		{site, "chekc", nil, 2, "", "there is no command “chekc”; did you mean “check”?"},
		{site, "build extra", nil, 2, "", "Usage: gradus build [flags]"},
		{site, "serve extra", nil, 2, "", "Usage: gradus serve [flags]"},
		{site, "version extra", nil, 2, "", "Usage: gradus version [flags]"},
		{site, "build --no-such-flag", nil, 2, "", "no-such-flag"},
		{site, "build --out", nil, 2, "", "flag needs an argument"},
		{site, "check --format xml", nil, 2, "", "--format is one of text, json, github, gitlab, sarif"},
		{site, "check --lang de", nil, 2, "", "--lang is zh or en"},
		{site, "check --as-of 2026-13-01", nil, 2, "", "--as-of is a date"},
		{site, "check --as-of tomorrow", nil, 2, "", "--as-of is a date"},
		{site, "build --base-url example.org", nil, 2, "", "--base-url is an address"},
		{site, "build --base-url https://", nil, 2, "", "--base-url is an address"},
		{site, "build --base-url https://example.org/?q", nil, 2, "", "--base-url is an address"},
		{site, "build --base-url ftp://example.org/", nil, 2, "", "--base-url is an address"},
		{site, "serve --addr 0.0.0.0:1313", nil, 2, "", "this machine alone"},
		{site, "serve --addr :1313", nil, 2, "", "this machine alone"},
		{site, "serve --addr example.org:80", nil, 2, "", "this machine alone"},
		{site, "serve --addr 1313", nil, 2, "", "a host and a port"},
	} {
		t.Run(tc.args, func(t *testing.T) {
			status, stdout, stderr := called(t, tc.folder, tc.env, strings.Fields(tc.args)...)
			if status != tc.status {
				t.Errorf("status %d, want %d\n%s%s", status, tc.status, stdout, stderr)
			}
			if !strings.Contains(stdout, tc.stdout) || tc.stdout == "" && stdout != "" {
				t.Errorf("stdout lacks %q, or ought to be empty:\n%s", tc.stdout, stdout)
			}
			if !strings.Contains(stderr, tc.stderr) {
				t.Errorf("stderr lacks %q:\n%s", tc.stderr, stderr)
			}
		})
	}
}

// Flags stand anywhere, in one form or the other, and "--" ends them.
func TestFlagsAnywhere(t *testing.T) {
	site := siteFolder(t)
	_, want, _ := called(t, site, nil, "check", "--format", "json", "assessments")
	if !strings.Contains(want, "review-past") {
		t.Fatal(want)
	}
	for _, args := range []string{
		"check assessments --format json",
		"check assessments --format=json",
		"check -format json assessments",
		"check --format json -- assessments",
	} {
		if status, got, stderr := called(t, site, nil, strings.Fields(args)...); status != 0 || got != want {
			t.Errorf("%s: %d %s%s", args, status, got, stderr)
		}
	}
	if status, _, stderr := called(t, site, nil, "check", "--", "--format"); status != 1 || !strings.Contains(stderr, "there is no file --format") {
		t.Errorf("%d %s", status, stderr)
	}
}

// The site is found from any folder in it, or named.
func TestRoot(t *testing.T) {
	site := siteFolder(t)
	_, want, _ := called(t, site, nil, "check")
	for folder, args := range map[string]string{
		filepath.Join(site, "content", "zh"): "check",
		filepath.Dir(site):                   "check --root site",
		t.TempDir():                          "check --root " + site,
	} {
		if _, got, stderr := called(t, folder, nil, strings.Fields(args)...); got != want {
			t.Errorf("in %s, %s:\n%s%s", folder, args, got, stderr)
		}
	}
}

func TestMessageLanguage(t *testing.T) {
	site := siteFolder(t)
	for _, tc := range []struct {
		args    string
		env     map[string]string
		chinese bool
	}{
		{"check", nil, false},
		{"check --lang zh", nil, true},
		{"check --lang en", map[string]string{"LANG": "zh_CN.UTF-8"}, false},
		{"check", map[string]string{"LANG": "zh_CN.UTF-8"}, true},
		{"check", map[string]string{"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, false},
		{"check", map[string]string{"LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "zh_TW.UTF-8"}, true},
		{"check", map[string]string{"LANG": "fr_FR.UTF-8"}, false},
	} {
		_, stdout, _ := called(t, site, tc.env, strings.Fields(tc.args)...)
		if got := strings.Contains(stdout, "没有章节") || strings.Contains(stdout, "能力域"); got != tc.chinese {
			t.Errorf("%s with %v:\n%s", tc.args, tc.env, stdout)
		}
	}
}

// The as-of day decides whether a review is past.
func TestAsOf(t *testing.T) {
	site := siteFolder(t)
	for _, tc := range []struct {
		args, epoch string
		past        bool
	}{
		{"check", "", true}, // as of the newest assessment
		{"check --as-of 2026-10-01", "", false},
		{"check --as-of 2026-10-02", "", true},
		{"check --as-of today", "", true},
		{"check", "1790812800", false}, // 2026-10-01
		{"check", "1790985600", true},  // 2026-10-03
		{"check --as-of 2026-10-01", "1790985600", false},
	} {
		_, stdout, stderr := called(t, site, map[string]string{"SOURCE_DATE_EPOCH": tc.epoch}, strings.Fields(tc.args)...)
		if got := strings.Contains(stdout, "[review-past]"); got != tc.past {
			t.Errorf("%s, epoch %q:\n%s%s", tc.args, tc.epoch, stdout, stderr)
		}
	}
}

// check reports on the files named, wherever one stands.
func TestCheckPaths(t *testing.T) {
	site := siteFolder(t)
	for _, tc := range []struct {
		folder, args string
		want         []string // the beginnings of the lines
	}{
		{"", "check assessments/payments", []string{"assessments/payments/2026-04-30.yaml", "assessments/payments/2026-10-31.yaml"}},
		{"assessments", "check payments/2026-10-31.yaml", []string{"assessments/payments/2026-10-31.yaml"}},
		{"assessments/payments", "check . ../../content", []string{"assessments/payments/2026-04-30.yaml", "assessments/payments/2026-10-31.yaml", "content/zh/method.md"}},
		{"", "check assessments/pay", nil},
		{"", "check gradus.yaml", nil},
	} {
		status, stdout, stderr := called(t, filepath.Join(site, tc.folder), nil, strings.Fields(tc.args)...)
		var got []string
		for line := range strings.Lines(stdout) {
			if place, rest, _ := strings.Cut(line, ":"); !strings.HasPrefix(line, " ") && strings.Contains(rest, "warning: ") {
				got = append(got, place)
			}
		}
		if strings.Join(got, " ") != strings.Join(tc.want, " ") || (status != 0) != strings.Contains(stderr, "no file") {
			t.Errorf("%s in %q: %d, %v, want %v\n%s", tc.args, tc.folder, status, got, tc.want, stderr)
		}
	}
}

// An error anywhere fails check, unless only other files are asked about; build
// then writes nothing.
func TestErrors(t *testing.T) {
	site := siteFolder(t)
	file := filepath.Join(site, "model", "continuity.yaml")
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, append(content, "colour: red\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, stdout, _ := called(t, site, nil, "check"); status != 1 || !strings.Contains(stdout, "model/continuity.yaml:25:1: error: ") {
		t.Errorf("check: %d\n%s", status, stdout)
	}
	if status, stdout, _ := called(t, site, nil, "check", "content"); status != 0 || strings.Contains(stdout, "error: ") {
		t.Errorf("check content: %d\n%s", status, stdout)
	}
	if status, stdout, stderr := called(t, site, nil, "build"); status != 1 || stdout != "" || !strings.Contains(stderr, "model/continuity.yaml:25:1: error: ") {
		t.Errorf("build: %d\n%s%s", status, stdout, stderr)
	}
	if _, err := os.Lstat(filepath.Join(site, "public")); err == nil {
		t.Error("build wrote something")
	}
}

func TestBuildCommand(t *testing.T) {
	site := siteFolder(t)
	status, _, stderr := called(t, site, nil, "build", "--lang", "en")
	if status != 0 || !strings.Contains(stderr, " written, 0 unchanged, 0 removed\n") {
		t.Fatalf("%d %s", status, stderr)
	}
	if status, _, stderr = called(t, site, nil, "build"); status != 0 || !strings.Contains(stderr, ", 0 written, ") {
		t.Errorf("again: %d %s", status, stderr)
	}
	out := filepath.Join(t.TempDir(), "out")
	if status, _, stderr := called(t, site, nil, "build", "--out", out, "--base-url", "https://ops.example.org/h", "--portable"); status != 0 {
		t.Fatal(stderr)
	}
	page, err := os.ReadFile(filepath.Join(out, "en", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`href="https://ops.example.org/h/en/"`, `href="../index.html"`} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}
