package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net"
	"os"
	"os/signal"
	"syscall"

	"gradus"
	"gradus/internal/build"
	"gradus/internal/serve"
)

func serveCommand() *command {
	var opts struct {
		addr, asOf string
		poll       bool
	}
	return &command{
		name: "serve",
		short: map[string]string{
			"en": "Serve the site on this machine, and show every change as it is saved.",
			"zh": "在本机提供网站，保存后立即显示修改。",
		},
		flags: func(set *flag.FlagSet) {
			set.StringVar(&opts.addr, "addr", "127.0.0.1:1313", "the `address` to listen on; the next free port when it is taken")
			set.StringVar(&opts.asOf, "as-of", "", "the `day` ages are reckoned from: a date, or today")
			set.BoolVar(&opts.poll, "poll", false, "look for changes on a clock: for network drives that report none")
		},
		run: func(c *call) error {
			if len(c.args) > 0 {
				return usageError{"it takes no arguments"}
			}
			if err := loopback(opts.addr); err != nil {
				return err
			}
			asOf, err := c.asOf(opts.asOf)
			if err != nil {
				return err
			}
			folder, files, err := c.served()
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			return serve.Run(ctx, serve.Options{
				Folder: folder,
				Files:  files,
				Addr:   opts.addr,
				Poll:   opts.poll,
				Build:  build.Options{AsOf: asOf, History: changes(folder)},
				Lang:   c.lang,
				Log:    c.stderr,
			})
		},
	}
}

// loopback refuses addresses that others could reach: the server shows drafts,
// and does nothing to tell its readers apart.
func loopback(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return usageError{fmt.Sprintf("--addr is a host and a port such as 127.0.0.1:1313, not %q", addr)}
	}
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	return usageError{"--addr is an address of this machine alone: 127.0.0.1, [::1] or localhost"}
}

// served is the site to serve: the one here, or outside of any the built-in
// handbook, which has no folder to watch.
func (c *call) served() (folder string, files fs.FS, err error) {
	folder, err = c.folder()
	if errors.Is(err, errNoSite) {
		fmt.Fprintln(c.stderr, "gradus: no site here; serving the built-in handbook")
		return "", gradus.Handbook, nil
	}
	if err != nil {
		return "", nil, err
	}
	files, err = open(folder)
	return folder, files, err
}
