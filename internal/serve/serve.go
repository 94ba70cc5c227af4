// Package serve shows a site while it is being written: it builds into memory,
// serves on the loopback interface, watches the files, builds again when one
// has changed, and tells the browser. fsnotify lives here.
//
// Three parts know nothing of each other. A [watcher] says that something may
// have changed; a [scan] of the folder says what has. A [state] is one build,
// immutable, with the pages rendered so far. The [server] answers requests from
// the newest good state, and streams to browsers which state that is and what
// is wrong with the files, if anything. A state is in place before a browser is
// told of it, and a failed build never takes the last good site away.
package serve

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"strconv"
	"sync"
	"syscall"
	"time"

	"gradus/internal/build"
	"gradus/internal/diag"
)

// Options are the choices of a run.
type Options struct {
	Folder string // to watch; "" for a site that can't change, such as the built-in one
	Files  fs.FS  // the files of the site
	Addr   string // host and port to listen on
	Poll   bool   // scan on a clock instead of waiting for events
	Build  build.Options
	Lang   string    // of messages
	Log    io.Writer // where to say what happens
	Ready  func(url string)
}

// Run serves a site until the context ends.
func Run(ctx context.Context, opts Options) error {
	listener, err := listen(opts.Addr)
	if err != nil {
		return err
	}
	var watching sync.WaitGroup
	defer watching.Wait()
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	url := "http://" + listener.Addr().String() + "/"
	opts.Build.BaseURL = url // what a published site says of its address would lead away from here

	s := newServer(listener.Addr().String())
	r := &runner{opts: opts, server: s}
	seen := r.scan()
	r.build()
	fmt.Fprintf(opts.Log, "gradus: %s (Ctrl+C to stop)\n", url)

	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	if opts.Ready != nil {
		opts.Ready(url)
	}

	if opts.Folder != "" {
		watching.Go(func() { r.watch(ctx, seen) })
	}
	select {
	case err = <-failed:
		return err
	case <-ctx.Done():
	}
	deadline, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if err := web.Shutdown(deadline); err != nil {
		return web.Close() // streams that did not end by themselves
	}
	return nil
}

// portTries is how many ports after the one asked for are tried.
const portTries = 20

// listen takes the address, or the next free port after it.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, err
	}
	first, err := strconv.Atoi(port)
	if err != nil {
		return nil, fmt.Errorf("not a port: %q", port)
	}
	for i := range portTries {
		var l net.Listener
		l, err = net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(first+i)))
		if err == nil {
			return l, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) || first == 0 {
			break
		}
	}
	return nil, err
}

// A runner builds the site again and again.
type runner struct {
	opts   Options
	server *server
	builds int
}

// build makes a new state from the files as they are now and hands it to the
// server. A state whose layouts fail is none.
func (r *runner) build() {
	start := time.Now()
	r.builds++
	src := build.Load(r.opts.Files, r.opts.Build)
	problems := src.Diags
	if problems.HasErrors() {
		r.fail(problems)
		return
	}
	site, more := src.Site()
	if !more.HasErrors() {
		more = append(more, site.Try()...)
	}
	problems = append(problems, more...).Sort()
	if problems.HasErrors() {
		r.fail(problems)
		return
	}
	r.server.show(newState(r.builds, site))
	_ = diag.WriteText(r.opts.Log, problems, r.opts.Lang)
	fmt.Fprintf(r.opts.Log, "gradus: built %d pages in %d ms\n", len(site.Pages.Pages), time.Since(start).Milliseconds())
}

func (r *runner) fail(problems diag.List) {
	r.server.complain(problems, r.opts.Lang)
	_ = diag.WriteText(r.opts.Log, problems, r.opts.Lang)
	errors, _ := problems.Count()
	fmt.Fprintf(r.opts.Log, "gradus: %d errors; the last good site stays\n", errors)
}

func (r *runner) scan() scan {
	if r.opts.Folder == "" {
		return nil
	}
	return takeScan(r.opts.Files, nil)
}

// watch builds again whenever a file has changed, until the context ends.
func (r *runner) watch(ctx context.Context, seen scan) {
	w := newWatcher(r.opts.Folder, r.opts.Poll, r.opts.Log)
	defer w.close()
	for {
		if now := r.look(w, seen); !now.equal(seen) {
			w.sawChange()
			seen = now
			r.build()
		}
		if !w.wait(ctx) {
			return
		}
	}
}

// look scans the folder, and watches what is new in it. What came into a new
// folder before it was watched had no event, so the scan is taken once more.
func (r *runner) look(w *watcher, seen scan) scan {
	now := takeScan(r.opts.Files, seen)
	for w.add(now.folders()) {
		now = takeScan(r.opts.Files, now)
	}
	return now
}
