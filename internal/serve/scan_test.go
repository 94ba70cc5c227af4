package serve

import (
	"context"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/google/go-cmp/cmp"
)

func TestScan(t *testing.T) {
	long := time.Now().Add(-time.Hour)
	file := func(content string, at time.Time) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte(content), ModTime: at, Mode: 0o644}
	}
	base := func() fstest.MapFS {
		return fstest.MapFS{"gradus.yaml": file("a", long), "content/zh/a.md": file("b", long), "public/index.html": file("c", long)}
	}
	before := takeScan(base(), nil)
	for name, tc := range map[string]struct {
		change func(fstest.MapFS)
		same   bool
	}{
		"nothing":              {func(fstest.MapFS) {}, true},
		"another time":         {func(f fstest.MapFS) { f["gradus.yaml"] = file("a", long.Add(time.Second)) }, true},
		"another content":      {func(f fstest.MapFS) { f["gradus.yaml"] = file("x", long.Add(time.Second)) }, false},
		"another size":         {func(f fstest.MapFS) { f["gradus.yaml"] = file("aa", long) }, false},
		"a file more":          {func(f fstest.MapFS) { f["content/zh/b.md"] = file("b", long) }, false},
		"an empty folder more": {func(f fstest.MapFS) { f["content/en"] = &fstest.MapFile{Mode: fs.ModeDir | 0o755} }, false},
		"a link more": {func(f fstest.MapFS) {
			f["content/zh/l.md"] = &fstest.MapFile{Data: []byte("a.md"), Mode: fs.ModeSymlink}
		}, false},
		"a file less":           {func(f fstest.MapFS) { delete(f, "content/zh/a.md") }, false},
		"outside of the source": {func(f fstest.MapFS) { f["public/index.html"] = file("x", long); f["other.txt"] = file("x", long) }, true},
		"a file of an editor": {func(f fstest.MapFS) {
			f["content/zh/.a.md.swp"] = file("x", long)
			f["content/zh/a.md~"] = file("x", long)
		}, true},
		"a hidden folder": {func(f fstest.MapFS) { f["content/.git/a.md"] = file("x", long) }, true},
	} {
		files := base()
		tc.change(files)
		if got := takeScan(files, before).equal(before); got != tc.same {
			t.Errorf("%s: same is %v", name, got)
		}
	}
	if diff := cmp.Diff([]string{".", "content", "content/zh"}, before.folders()); diff != "" {
		t.Error(diff)
	}
}

// Where times come in steps, two saves of one length may have the same one.
func TestScanYoung(t *testing.T) {
	now := time.Now()
	first := takeScan(fstest.MapFS{"gradus.yaml": {Data: []byte("level: 2"), ModTime: now}}, nil)
	second := takeScan(fstest.MapFS{"gradus.yaml": {Data: []byte("level: 3"), ModTime: now}}, first)
	if second.equal(first) {
		t.Error("a change was missed")
	}
}

func TestTemporary(t *testing.T) {
	for name, want := range map[string]bool{
		"a.md": false, "gradus.yaml": false, "zh": false, ".": false, "4914": false, "tmp": false, "a.tmp.md": false,
		".DS_Store": true, ".git": true, ".#a.md": true, "#a.md#": true, "a.md~": true, "4913": true,
		"a.md.swp": true, "a.md.swx": true, "a.md.bck": true, "a.md.tmp": true, "a.md.part": true,
		"a.md___jb_tmp___": true, "a.md___jb_old___": true, "a.md___jb_bak___": true,
	} {
		if got := isTemporary(name); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestMatters(t *testing.T) {
	for _, tc := range []struct {
		event fsnotify.Event
		want  bool
	}{
		{fsnotify.Event{Name: "/s/content/a.md", Op: fsnotify.Write}, true},
		{fsnotify.Event{Name: "/s/content/a.md", Op: fsnotify.Remove}, true},
		{fsnotify.Event{Name: "/s/content/a.md", Op: fsnotify.Write | fsnotify.Chmod}, true},
		{fsnotify.Event{Name: "/s/content/a.md", Op: fsnotify.Chmod}, false},
		{fsnotify.Event{Name: "/s/content/.a.md.swp", Op: fsnotify.Create}, false},
	} {
		if got := matters(tc.event); got != tc.want {
			t.Errorf("%v: %v", tc.event, got)
		}
	}
}

// injected is a watcher whose events a test makes.
func injected() (*watcher, chan fsnotify.Event, chan error) {
	events, errs := make(chan fsnotify.Event), make(chan error)
	return &watcher{log: io.Discard, events: events, errs: errs, every: time.Hour}, events, errs
}

// A burst of events is one change, and one that never ends is cut short.
func TestWait(t *testing.T) {
	write := fsnotify.Event{Name: "/s/content/a.md", Op: fsnotify.Write}
	t.Run("burst", func(t *testing.T) {
		w, events, _ := injected()
		go func() {
			for range 40 {
				events <- write
			}
		}()
		if !w.wait(context.Background()) || !w.byEvent {
			t.Error("the burst was not seen")
		}
		select {
		case events <- write:
			t.Error("something still reads events")
		case <-time.After(10 * time.Millisecond):
		}
	})
	t.Run("without an end", func(t *testing.T) {
		w, events, _ := injected()
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		go func() { // about as often as half the pause
			for {
				select {
				case events <- write:
					time.Sleep(quiet / 2)
				case <-ctx.Done():
					return
				}
			}
		}()
		start := time.Now()
		if !w.wait(ctx) {
			t.Error("the wait was ended")
		}
		if took := time.Since(start); took > 20*patience {
			t.Errorf("it took %v", took)
		}
	})
	t.Run("lost events", func(t *testing.T) {
		w, _, errs := injected()
		go func() { errs <- fsnotify.ErrEventOverflow }()
		if !w.wait(context.Background()) || !w.byEvent {
			t.Error("an overflow asks for no scan")
		}
	})
	t.Run("the clock", func(t *testing.T) {
		w, _, _ := injected()
		w.every = time.Millisecond
		if !w.wait(context.Background()) || w.byEvent {
			t.Error("the clock was not heard")
		}
	})
	t.Run("the end", func(t *testing.T) {
		w, _, _ := injected()
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		if w.wait(ctx) {
			t.Error("the end was not heard")
		}
	})
}

// What does not matter wakes nobody.
func TestWaitIgnores(t *testing.T) {
	w, events, _ := injected()
	ctx, cancel := context.WithCancel(context.Background())
	woken := make(chan bool)
	go func() { woken <- w.wait(ctx) }()
	for range 5 {
		events <- fsnotify.Event{Name: "/s/content/a.md~", Op: fsnotify.Write}
	}
	cancel()
	if <-woken {
		t.Error("a backup file asks for a scan")
	}
}
