package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

// How long the tree must be quiet before a scan, and how long a busy one is
// waited for. A burst of many changes, such as a branch switch, waits longer.
const (
	quiet     = 30 * time.Millisecond
	quietMany = 300 * time.Millisecond
	patience  = 250 * time.Millisecond
	many      = 50
)

// safetyScan is how often the folder is scanned although no event came:
// network mounts and shared folders of virtual machines send none.
const safetyScan = 2 * time.Second

// pollEvery is how often it is scanned when there are no events to wait for.
const pollEvery = 500 * time.Millisecond

// A watcher says that something may have changed. It watches folders, never
// files: editors replace a file by another, and the watch on it would be lost.
type watcher struct {
	folder  string
	log     io.Writer
	events  <-chan fsnotify.Event
	errs    <-chan error
	notify  *fsnotify.Watcher // nil while polling
	byEvent bool              // what wait returned for last
	every   time.Duration
}

func newWatcher(folder string, poll bool, log io.Writer) *watcher {
	w := &watcher{folder: folder, log: log, every: safetyScan, byEvent: true}
	if poll {
		w.every = pollEvery
		return w
	}
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		w.fallBack(err)
		return w
	}
	w.notify, w.events, w.errs = notify, notify.Events, notify.Errors
	return w
}

// fallBack goes over to polling and says why.
func (w *watcher) fallBack(why error) {
	reason := why.Error()
	switch {
	case errors.Is(why, syscall.ENOSPC):
		reason = "no watches are left; raise fs.inotify.max_user_watches with sysctl"
	case errors.Is(why, syscall.EMFILE):
		reason = "no watchers are left; raise fs.inotify.max_user_instances with sysctl"
	}
	fmt.Fprintf(w.log, "gradus: the system does not report changes here (%s); looking for them every %v\n", reason, pollEvery)
	w.close()
	w.notify, w.events, w.errs, w.every = nil, nil, nil, pollEvery
}

func (w *watcher) close() {
	if w.notify != nil {
		_ = w.notify.Close()
	}
}

// add watches folders, given relative to the site's, and reports whether one of
// them had not been watched before. One that was removed and made again has to
// be added again.
func (w *watcher) add(folders []string) (more bool) {
	if w.notify == nil {
		return false
	}
	before := map[string]bool{}
	for _, name := range w.notify.WatchList() {
		before[name] = true
	}
	for _, folder := range folders {
		name := filepath.Join(w.folder, filepath.FromSlash(folder))
		err := w.notify.Add(name)
		if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE) {
			w.fallBack(err)
			return false
		}
		more = more || err == nil && !before[name]
	}
	return more
}

// wait returns true when it is time to look at the folder: after a burst of
// events has ended, or after the time in which it is looked at anyway. It
// returns false when the context has ended.
func (w *watcher) wait(ctx context.Context) bool {
	timer := time.NewTimer(w.every)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-timer.C:
			w.byEvent = false
			return true
		case <-w.errs:
			// The queue has overflowed or a watch failed: a scan sees what was missed.
			w.byEvent = true
			return true
		case event := <-w.events:
			if matters(event) {
				w.byEvent = true
				return w.settle(ctx)
			}
		}
	}
}

// matters reports whether an event can be about a change of the site. A chmod
// alone is none: indexers and virus scanners make them all the time.
func matters(event fsnotify.Event) bool {
	return event.Op != fsnotify.Chmod && !isTemporary(filepath.Base(event.Name))
}

// settle waits until the burst of events has ended.
func (w *watcher) settle(ctx context.Context) bool {
	deadline := time.NewTimer(patience)
	defer deadline.Stop()
	pause := time.NewTimer(quiet)
	defer pause.Stop()
	for n := 1; ; n++ {
		end := deadline.C
		if n > many {
			end = nil
		}
		select {
		case <-ctx.Done():
			return false
		case <-pause.C:
			return true
		case <-end:
			return true
		case <-w.errs:
		case <-w.events:
		}
		if n > many {
			pause.Reset(quietMany)
		} else {
			pause.Reset(quiet)
		}
	}
}

// sawChange tells the watcher that a scan has found a change. One that no event
// announced shows that events can't be relied upon here.
func (w *watcher) sawChange() {
	if !w.byEvent && w.notify != nil {
		w.fallBack(errors.New("a change came without an event"))
	}
}
