// Package browsertest starts a real browser for tests.
//
// A test without Chromium is skipped, unless GRADUS_BROWSER=required says that
// there must be one, as on the machines that judge a change. With
// GRADUS_BROWSER=none no browser is looked for.
package browsertest

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long one test may keep its browser.
const patience = 2 * time.Minute

// names are what Chromium is called on the machines we know.
var names = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// New starts a browser with an empty page, for chromedp to drive; it ends with
// the test. A script that throws, a file that does not load and a breach of the
// content security policy fail the test.
func New(t testing.TB) context.Context {
	t.Helper()
	path := find(t)
	flags := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // test machines run as root in a container
		chromedp.WindowSize(1280, 800),
	)
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, flags...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)

	Run(t, ctx, chromedp.Navigate("about:blank"))
	complaints := hear(ctx)
	t.Cleanup(func() {
		for _, text := range complaints() {
			t.Errorf("the browser complains: %s", text)
		}
	})
	return ctx
}

// Run does something in the browser, and ends the test when that fails.
func Run(t testing.TB, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// Eval returns the value of a script's expression; a promise is waited for.
func Eval[T any](t testing.TB, ctx context.Context, script string) T {
	t.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%v\nin: %.200s", err, script)
	}
	return value
}

func find(t testing.TB) string {
	t.Helper()
	if os.Getenv("GRADUS_BROWSER") == "none" {
		t.Skip("GRADUS_BROWSER=none: no browser is wanted")
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("GRADUS_BROWSER") == "required" {
		t.Fatal("GRADUS_BROWSER=required, and there is no Chromium on the PATH")
	}
	t.Skip("there is no Chromium on the PATH")
	return ""
}

// hear collects the errors of the page from now on, and returns a function that
// lists those that have come.
func hear(ctx context.Context) func() []string {
	var mu sync.Mutex
	var texts []string
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			// Browsers ask for an icon by themselves.
			if (m.IsException() || m.Type == "error") && !strings.HasSuffix(m.URL, "/favicon.ico") {
				mu.Lock()
				texts = append(texts, m.Text+" "+m.URL)
				mu.Unlock()
			}
		}
	}()
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return texts
	}
}
