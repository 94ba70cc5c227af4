//go:build unix

package publish

import (
	"errors"
	"io/fs"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A faultyDisk calls fault before each operation; what it returns is the
// operation's error. It may also not return at all.
type faultyDisk struct {
	disk
	fault func(op, path string) error
}

func (d faultyDisk) lstat(path string) (fs.FileInfo, error) {
	if err := d.fault("lstat", path); err != nil {
		return nil, err
	}
	return d.disk.lstat(path)
}

func (d faultyDisk) readDir(path string) ([]fs.DirEntry, error) {
	if err := d.fault("readDir", path); err != nil {
		return nil, err
	}
	return d.disk.readDir(path)
}

func (d faultyDisk) readFile(path string) ([]byte, error) {
	if err := d.fault("readFile", path); err != nil {
		return nil, err
	}
	return d.disk.readFile(path)
}

func (d faultyDisk) mkdir(path string) error {
	return errors.Join(d.fault("mkdir", path), d.disk.mkdir(path))
}

// do runs an operation unless it is to fail.
func (d faultyDisk) do(op, path string, operation func() error) error {
	if err := d.fault(op, path); err != nil {
		return err
	}
	return operation()
}

func (d faultyDisk) mkdirAll(path string) error {
	return d.do("mkdirAll", path, func() error { return d.disk.mkdirAll(path) })
}

func (d faultyDisk) create(path string, content []byte) error {
	if err := d.fault("create", path); err != nil {
		// A full disk leaves a part of the file.
		_ = os.WriteFile(path, content[:len(content)/2], 0o644)
		return err
	}
	return d.disk.create(path, content)
}

func (d faultyDisk) link(from, to string) error {
	return d.do("link", to, func() error { return d.disk.link(from, to) })
}

func (d faultyDisk) rename(from, to string) error {
	return d.do("rename", to, func() error { return d.disk.rename(from, to) })
}

func (d faultyDisk) exchange(a, b string) error {
	return d.do("exchange", b, func() error { return d.disk.exchange(a, b) })
}

func (d faultyDisk) remove(path string) error {
	return d.do("remove", path, func() error { return d.disk.remove(path) })
}

func (d faultyDisk) removeAll(path string) error {
	return d.do("removeAll", path, func() error { return d.disk.removeAll(path) })
}

func (d faultyDisk) syncTree(path string) error {
	return d.do("syncTree", path, func() error { return d.disk.syncTree(path) })
}

func (d faultyDisk) syncDir(path string) error {
	return d.do("syncDir", path, func() error { return d.disk.syncDir(path) })
}

// Two sites that share a file, and in which every file says whose it is.
var (
	oldSite = map[string]string{"index.html": "old", "shared.css": "same", "a/index.html": "old a", "gone/index.html": "old"}
	newSite = map[string]string{noJekyll: "", "index.html": "new", "shared.css": "same", "a/index.html": "new a", "b/c/index.html": "new"}
)

// publishWith publishes files one after the other, so that faults are repeatable.
func publishWith(out string, d disk, files map[string]string) error {
	s, err := open(out, d)
	if err != nil {
		return err
	}
	defer s.Abort()
	for _, path := range []string{noJekyll, "index.html", "shared.css", "a/index.html", "gone/index.html", "b/c/index.html"} {
		if content, ok := files[path]; ok {
			if err := s.Write(path, []byte(content)); err != nil {
				return err
			}
		}
	}
	_, err = s.Commit()
	return err
}

// whole fails the test unless the folder holds exactly one of the two sites,
// and the file that is not the site's.
func whole(t *testing.T, out string) (isNew bool) {
	t.Helper()
	got := tree(t, out)
	if got[".gitkeep"] != "keep" {
		// Recovery gives it back; until then it may wait in a tree beside the folder.
		got[".gitkeep"] = "keep"
	}
	for _, site := range []map[string]string{oldSite, newSite} {
		want := map[string]string{".gitkeep": "keep"}
		for path, content := range site {
			want[path] = content
		}
		if cmp.Equal(want, got) {
			return site["index.html"] == "new"
		}
	}
	t.Fatalf("neither the old site nor the new one: %v", got)
	return false
}

// noExchange is the error of a system that can't exchange two folders.
func noExchange(op string) error {
	if op == "exchange" {
		return errors.ErrUnsupported
	}
	return nil
}

// TestEveryFault lets each operation of a publication fail, one after the
// other, with and without an exchange in one step: the folder holds the old
// site or the new one, and the next build goes well.
func TestEveryFault(t *testing.T) {
	for _, canExchange := range []bool{true, false} {
		faults := 0
		for n := 1; ; n++ {
			out := filepath.Join(t.TempDir(), "public")
			write(t, out, map[string]string{".gitkeep": "keep"})
			if err := publishWith(out, systemDisk{}, oldSite); err != nil {
				t.Fatal(err)
			}
			ops := 0
			d := faultyDisk{systemDisk{}, func(op, path string) error {
				if !canExchange && noExchange(op) != nil {
					return errors.ErrUnsupported
				}
				if ops++; ops == n {
					return syscall.ENOSPC
				}
				return nil
			}}
			err := publishWith(out, d, newSite)
			if ops < n {
				break // there is no n-th operation
			}
			faults++
			if out2 := sibling(out, "old"); err == nil || exists(out) || !exists(out2) {
				whole(t, out)
			}
			if err := publishWith(out, systemDisk{}, newSite); err != nil {
				t.Fatalf("fault %d: the next build: %v", n, err)
			}
			if !whole(t, out) || tree(t, out)[".gitkeep"] != "keep" || len(siblings(t, out)) > 0 {
				t.Fatalf("fault %d: after the next build: %v, %v", n, tree(t, out), siblings(t, out))
			}
		}
		if faults < 20 {
			t.Errorf("exchange %v: only %d operations were reached", canExchange, faults)
		}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// killVariable tells the test binary to be a build that dies at an operation.
const killVariable = "GRADUS_TEST_KILL_AT"

func TestMain(m *testing.M) {
	at, err := strconv.Atoi(os.Getenv(killVariable))
	if err != nil {
		os.Exit(m.Run())
	}
	ops := 0
	d := faultyDisk{systemDisk{}, func(op, path string) error {
		if ops++; ops == at {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {} // until it arrives
		}
		if os.Getenv("GRADUS_TEST_NO_EXCHANGE") != "" {
			return noExchange(op)
		}
		return nil
	}}
	if publishWith(os.Getenv("GRADUS_TEST_OUT"), d, newSite) != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

// TestKills kills builds at random operations, by the signal that no program
// can catch: the folder holds the old site or the new one, and nothing is lost.
// GRADUS_TEST_KILLS sets how many; the default fits an ordinary test run.
func TestKills(t *testing.T) {
	kills := 60
	if n, err := strconv.Atoi(os.Getenv("GRADUS_TEST_KILLS")); err == nil {
		kills = n
	}
	random := rand.New(rand.NewSource(1))
	survived, old := 0, 0
	for i := range kills {
		out := filepath.Join(t.TempDir(), "public")
		write(t, out, map[string]string{".gitkeep": "keep"})
		if err := publishWith(out, systemDisk{}, oldSite); err != nil {
			t.Fatal(err)
		}
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), killVariable+"="+strconv.Itoa(1+random.Intn(55)), "GRADUS_TEST_OUT="+out)
		if i%2 == 1 {
			child.Env = append(child.Env, "GRADUS_TEST_NO_EXCHANGE=1")
		}
		_ = child.Run()
		// Where there is no exchange, a kill between two renames leaves no folder;
		// the next build finds it.
		s, err := Open(out)
		if err != nil {
			t.Fatal(err)
		}
		s.Abort()
		if !whole(t, out) {
			old++
		}
		if tree(t, out)[".gitkeep"] != "keep" || len(siblings(t, out)) > 0 {
			t.Fatalf("kill %d: %v, %v", i, tree(t, out), siblings(t, out))
		}
		survived++
	}
	t.Logf("%d kills survived: %d times the old site, %d times the new one, 0 mixed", survived, old, survived-old)
}

// TestMountPoint publishes into a folder that can't be moved.
func TestMountPoint(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	write(t, out, map[string]string{".gitkeep": "keep"})
	immovable := faultyDisk{systemDisk{}, func(op, path string) error {
		if op == "exchange" || op == "rename" && path == sibling(out, "old") {
			return syscall.EBUSY
		}
		return nil
	}}
	for _, site := range []map[string]string{oldSite, newSite} {
		if err := publishWith(out, immovable, site); err != nil {
			t.Fatal(err)
		}
	}
	if !whole(t, out) || exists(filepath.Join(out, "gone")) {
		t.Errorf("published in place: %v", tree(t, out))
	}
	if left := siblings(t, out); len(left) > 0 {
		t.Errorf("left beside the folder: %q", left)
	}
}
