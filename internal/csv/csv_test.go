package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"gradus/internal/score"
)

func TestRow(t *testing.T) {
	for _, test := range []struct {
		values []any
		want   string
	}{
		{[]any{"a", 3, true, 2.5, nil}, `"a",3,true,2.5,`},
		{[]any{score.Known(2.25), score.Number{}, score.At(3), score.Level{}}, `2.25,,3,`},
		{[]any{-3, -0.5, score.Known(-1)}, `-3,-0.5,-1`}, // numbers stay numbers
		{[]any{1e21, 1e-7}, `1000000000000000000000,0.0000001`},
		{[]any{`say "hi", twice` + "\nand more"}, `"say ""hi"", twice` + "\nand more\""},
		{[]any{""}, ""},
		{[]any{"支付", "a=b", "1-2"}, `"支付","a=b","1-2"`},
		{[]any{"=cmd|'/c calc'!A1"}, `"'=cmd|'/c calc'!A1"`},
		{[]any{"-3", "+1", "@sum", "\t=1", "\r=1", "\n=1"}, `"'-3","'+1","'@sum","'` + "\t" + `=1","'` + "\r" + `=1","'` + "\n" + `=1"`},
		{[]any{"＝1+1", "＋1", "－1", "＠a"}, `"'＝1+1","'＋1","'－1","'＠a"`},
		{[]any{"  =1", "\u200b=1", "\u3000=1"}, `"'  =1","'` + "\u200b" + `=1","'` + "\u3000" + `=1"`},
	} {
		var b bytes.Buffer
		w := NewWriter(&b)
		w.Row(test.values...)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(test.want+"\r\n", b.String()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.values, diff)
		}
	}
}

type full struct{}

var errFull = errors.New("full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestError(t *testing.T) {
	w := NewWriter(full{})
	for range 5000 {
		w.Row("text")
	}
	if err := w.Close(); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

// FuzzCSV reads every table back: each text is the same but for the apostrophe,
// and none is a formula.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"=cmd|'/c calc'!A1", "\t=1", "＝1+1", "-3", "a\"b\nc", "'=1", "", " ", "\ufeff@x", "支付,平台"} {
		f.Add(seed, 1.5)
	}
	f.Fuzz(func(t *testing.T, text string, number float64) {
		var b bytes.Buffer
		w := NewWriter(&b)
		w.Row("first", text, number)
		w.Row(text, "last", 1)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&b).ReadAll()
		if err != nil || len(rows) != 2 || len(rows[0]) != 3 || len(rows[1]) != 3 {
			t.Fatalf("read back: %v, %v", rows, err)
		}
		want := strings.ReplaceAll(text, "\r\n", "\n") // as the reader does
		if isFormula(text) {
			want = "'" + want
		}
		for _, got := range []string{rows[0][1], rows[1][0]} {
			if got != want {
				t.Errorf("%q came back as %q", text, got)
			}
			if trimmed := strings.TrimLeft(got, skipped); trimmed != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(trimmed)[0]) {
				t.Errorf("%q is a formula", got)
			}
		}
	})
}
