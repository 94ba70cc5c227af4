//go:build unix

package load

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"gradus/internal/diag"
)

func TestDevicesAreNotOpened(t *testing.T) {
	dir := onDisk(t)
	pipes := []string{"assessments/payments/2026-12-31.yaml", "content/zh/pipe.md", "content/terms.yaml"}
	os.Remove(filepath.Join(dir, "content/terms.yaml"))
	for _, name := range pipes {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skip("no named pipes here:", err)
		}
	}
	done := make(chan diag.List)
	go func() {
		_, found := loadDir(t, dir)
		done <- found
	}()
	select {
	case found := <-done:
		for _, name := range pipes {
			if !reported(found, diag.FileNotRegular, name) {
				t.Errorf("%s is not reported", name)
			}
		}
	case <-time.After(10 * time.Second):
		t.Fatal("reading a named pipe waits for ever")
	}
}
