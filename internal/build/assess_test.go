package build_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"gradus/internal/browsertest"
	"gradus/internal/build"
	"gradus/internal/maturity"
	"gradus/internal/score"
	"gradus/internal/sitetest"
)

// A form is the assessment form, open in a browser.
type form struct {
	t     *testing.T
	ctx   context.Context
	parts []string // what is other than in the small site
}

func openForm(t *testing.T, query string, parts ...string) form {
	t.Helper()
	f := form{t, browsertest.New(t), parts}
	browsertest.Run(t, f.ctx, chromedp.Navigate(openFromFolder(t, "en/assess", parts...)+query))
	return f
}

// do runs a script that waits until what it looks for is there: $ finds an
// element, click presses one, set fills one in.
func (f form) do(script string) {
	f.t.Helper()
	browsertest.Eval[bool](f.t, f.ctx, `(async () => {
		const $ = async (selector) => {
			for (let i = 0; i < 100; i++) {
				const found = document.querySelector("#assess " + selector);
				if (found) return found;
				await new Promise((next) => setTimeout(next, 20));
			}
			throw new Error("there is no " + selector);
		};
		const click = async (selector) => (await $(selector)).click();
		const set = async (selector, value) => {
			const control = await $(selector);
			control.value = value;
			control.dispatchEvent(new Event("input", { bubbles: true }));
			control.dispatchEvent(new Event("change", { bubbles: true }));
		};
		`+script+`
		return true;
	})()`)
}

// text is all that stands in an element, with single spaces.
func (f form) text(selector string) string {
	f.t.Helper()
	text := browsertest.Eval[string](f.t, f.ctx, `document.querySelector("#assess `+selector+`").textContent`)
	return strings.Join(strings.Fields(text), " ")
}

// file is the content of a file that the form hands over.
func (f form) file(path string) string {
	f.t.Helper()
	return browsertest.Eval[string](f.t, f.ctx, `document.querySelector('#assess [data-path="`+path+`"] pre').textContent`)
}

// settled waits until the form has said the score of the last change.
func (f form) settled() string {
	f.t.Helper()
	browsertest.Eval[bool](f.t, f.ctx, `new Promise((done) => setTimeout(() => done(true), 300))`)
	return f.text(".score-line")
}

// agree asserts that check finds no error in what the form made, and that the
// score is the one the form showed.
func (f form) agree(shown, team, key string, files ...string) *score.Scorecard {
	f.t.Helper()
	site := sitetest.Site(f.parts...)
	for i := 0; i < len(files); i += 2 {
		site[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	src := build.Load(site, build.Options{})
	for _, d := range src.Diags {
		if strings.HasPrefix(d.Pos.Path, "assessments/"+team+"/") && d.Severity.String() == "error" {
			f.t.Errorf("%v: %s", d.Pos, d.Text("en"))
		}
	}
	if src.Diags.HasErrors() {
		f.t.Fatalf("the site has errors with:\n%s", strings.Join(files, "\n"))
	}
	a := src.Portfolio.Team(team).Assessment(key)
	if a == nil {
		f.t.Fatalf("%s has no assessment %s", team, key)
	}
	card := score.New(src.Model, src.Portfolio).Scorecard(a)
	sum := card.Overall
	want := fmt.Sprintf("Score %s; %d of %d assessed L%d %s", score.Show(sum.Score.Float), sum.Coverage.Rated, sum.Coverage.Applicable,
		sum.Level.Int, src.Model.LevelName(sum.Level.Int).In("en"))
	if shown != want {
		f.t.Errorf("the form shows %q, and the file it made amounts to %q", shown, want)
	}
	return card
}

// tabTo goes on with the Tab key until it comes to a control, by name.
func (f form) tabTo(name string) {
	f.t.Helper()
	for range 80 {
		if browsertest.Eval[string](f.t, f.ctx, `document.activeElement?.name ?? ""`) == name {
			return
		}
		browsertest.Run(f.t, f.ctx, chromedp.KeyEvent(kb.Tab))
	}
	f.t.Fatalf("the Tab key does not come to %q", name)
}

func (f form) press(name string) {
	f.t.Helper()
	f.tabTo(name)
	browsertest.Run(f.t, f.ctx, chromedp.KeyEvent(kb.Enter))
}

// TestAssessByKeyboard goes the quick path from a team's last answers, with
// the keyboard alone.
func TestAssessByKeyboard(t *testing.T) {
	f := openForm(t, "?team=payments")
	f.do(`await set("[name=date]", "2026-12-01")`)
	f.press("begin")
	f.do(`await $("[name=there]")`)

	// The team stands at level 2 of the collection service: there, and not yet at 3.
	f.press("there")
	if got := f.text(".asked"); got != "L3 Comprehensive Enrolled" {
		t.Errorf("after level 2 the form asks for %q", got)
	}
	f.press("not-yet")
	f.press("not-yet") // transport: not even at 2
	f.press("there")   // storage is inherited, and stays so
	f.press("unknown") // backup
	f.press("there")   // failover does not apply, and stays so

	if got := f.text(".review .open"); got != "Backup" {
		t.Errorf("left unassessed: %q", got)
	}
	file := f.file("assessments/payments/2026-12-01.yaml")
	want := `model: ops@1.0.0
team: payments
date: 2026-12-01
kind: self
ratings:
  monitoring.collection.service:
    due: 2027-01-31
    criteria:
      agents: met
      enrolment: met
      framework: unmet
  monitoring.collection.transport: 1
  monitoring.data.storage: { from: platform }
  continuity.risk.failover:
    na:
      reason: "只有一个机房"
      review: 2026-10-01
`
	if file != want {
		t.Errorf("got the file\n%s\nwant\n%s", file, want)
	}
	f.agree(f.settled(), "payments", "2026-12-01", "assessments/payments/2026-12-01.yaml", file)

	link, err := url.Parse(browsertest.Eval[string](t, f.ctx, `document.querySelector("#assess .file a.primary").href`))
	if err != nil {
		t.Fatal(err)
	}
	if got := link.Query().Get("value"); got != file || link.Query().Get("filename") != "site/assessments/payments/2026-12-01.yaml" {
		t.Errorf("the address to the host is %s", link)
	}
	if link.Host+link.Path != "github.com/example/ops/new/main" || len(link.String()) > 7500 {
		t.Errorf("the address to the host is %s, %d bytes", link, len(link.String()))
	}
}

// TestAssessCarriesOver: what nobody has answered anew is carried over, and a
// draft survives that the page is closed.
func TestAssessCarriesOver(t *testing.T) {
	f := openForm(t, "?team=payments")
	f.do(`await set("[name=date]", "2026-12-01"); await click("[name=begin]");
		await click("[name=there]"); await click("[name=there]"); await click("[name=there]"); await click("[name=there]");`)
	if got := f.settled(); !strings.HasPrefix(got, "Score 3.7;") {
		t.Errorf("at level 5 of one of three: %q", got)
	}
	browsertest.Run(t, f.ctx, chromedp.Reload())
	f.do(`await click("[name=continue]"); await click("[data-path=review]")`)
	file := f.file("assessments/payments/2026-12-01.yaml")
	if !strings.Contains(file, "extends: 2026-10-31\n") || strings.Contains(file, "transport") {
		t.Errorf("got the file\n%s", file)
	}
	if got := f.text(".review"); !strings.Contains(got, "level 5 without evidence") {
		t.Errorf("before handing over it says %q", got)
	}
	card := f.agree(f.settled(), "payments", "2026-12-01", "assessments/payments/2026-12-01.yaml", file)
	if c := card.Capability("monitoring.collection.transport"); c.CarriedFrom == nil || c.CarriedFrom.Date != "2026-04-30" {
		t.Errorf("transport is not carried over: %+v", c.CarriedFrom)
	}
}

// TestAssessNewTeam fills the full path in for a team that is not there yet.
func TestAssessNewTeam(t *testing.T) {
	f := openForm(t, "")
	f.do(`await set("[name=team]", "+"); await set("[name=id]", "payments"); await set("[name=date]", "2026-12-01"); await click("[name=begin]");`)
	if got := f.text(".start .problem"); !strings.Contains(got, "already") {
		t.Errorf("an id that is taken: %q", got)
	}
	f.do(`await set("[name=id]", "risk"); await set("[name=name]", "Risk: \"the\" team"); await set("[name=group]", "commerce/risk"); await click("[name=begin]");
		await click(".tabs [data-path=full]");
		const open = async (id) => { (await $('[id="of-' + id + '"]')).open = true; await $('[data-capability="' + id + '"]'); };
		await open("monitoring.collection.service");
		const service = '[data-capability="monitoring.collection.service"] ';
		await click(service + 'input[value="3"]');
		await set(service + '[data-control="criterion:framework"]', "partly");
		await set(service + '[data-control="criterion:agents"]', "na");
		await set(service + '.criterion textarea', "no: hosts # of ours");
		await click(service + '[data-control="add:"]');
		await set(service + '[data-control="url::0"]', "https://wiki.example.org/a?b=1&c=#2");
		await set(service + '> div:last-child textarea', "first line\n- second: line\n\n  third");
		await open("monitoring.collection.transport");
		await click('[data-capability="monitoring.collection.transport"] input[value="4"]');
		await open("continuity.risk.backup");
		await click('[data-capability="continuity.risk.backup"] input[value="1"]');
		await open("continuity.risk.failover");
		await click('[data-capability="continuity.risk.failover"] input[value="na"]');
		await set('[data-capability="continuity.risk.failover"] textarea', "one \"room\" only");
		await click(".tabs [data-path=review]");`)

	// The level is contradicted by an answer, which check calls an error.
	if got := f.text(".checks .error"); !strings.Contains(got, "Collection service is declared at level 3, but its answers reach 1 only.") {
		t.Errorf("errors: %q", got)
	}
	f.do(`await click(".tabs [data-path=full]");
		(await $('[id="of-monitoring.collection.service"]')).open = true;
		await click('[data-capability="monitoring.collection.service"] input[value="criteria"]');
		await click(".tabs [data-path=review]");`)
	team := f.file("assessments/risk/team.yaml")
	file := f.file("assessments/risk/2026-12-01.yaml")
	card := f.agree(f.settled(), "risk", "2026-12-01", "assessments/risk/team.yaml", team, "assessments/risk/2026-12-01.yaml", file)
	if card.TeamRecord.Name.In("en") != `Risk: "the" team` || card.TeamRecord.Group != "commerce/risk" {
		t.Errorf("the team is %q in %q", card.TeamRecord.Name.In("en"), card.TeamRecord.Group)
	}
	service := card.Capability("monitoring.collection.service").Rating
	if note := service.Note.In("en"); note != "first line\n- second: line\n\n  third" {
		t.Errorf("the note is %q", note)
	}
	if len(service.Evidence) != 1 || service.Evidence[0].URL != "https://wiki.example.org/a?b=1&c=#2" {
		t.Errorf("the evidence is %v", service.Evidence)
	}
	if c := card.Capability("continuity.risk.failover"); c.Status != score.NotApplicable || c.Rating.Reason.In("en") != `one "room" only` {
		t.Errorf("failover is %s: %q", c.Status, c.Rating.Reason.In("en"))
	}
}

// open hands files to the control that opens those of colleagues.
func (f form) open(files ...string) {
	f.t.Helper()
	var list []string
	for i := 0; i < len(files); i += 2 {
		list = append(list, fmt.Sprintf("new File([%q], %q)", files[i+1], files[i]))
	}
	f.do(`const transfer = new DataTransfer();
		for (const file of [` + strings.Join(list, ", ") + `]) transfer.items.add(file);
		const control = await $("input[type=file]");
		control.files = transfer.files;
		control.dispatchEvent(new Event("change"));
		await new Promise((next) => setTimeout(next, 200));`)
}

func TestAssessMergesFiles(t *testing.T) {
	const head = "model: ops@1.0.0\nteam: solo\ndate: 2026-12-01\nkind: self\n"
	f := openForm(t, "?team=solo")
	f.do(`await set("[name=date]", "2026-12-01"); await click("[name=begin]"); await click("[name=there]"); await click("[name=not-yet]");`)
	f.open("a.yaml", head+"ratings:\n  monitoring.collection.service: 3\n  continuity.risk.backup: {level: 4, note: drilled}\n  continuity.risk.gone: 2\n",
		"b.yaml", head+"ratings:\n  continuity.risk.failover: &x 2\n",
		"c.yaml", strings.Replace(head, "solo", "payments", 1)+"ratings: {}\n",
		"d.yaml", head+"ratings:\n  continuity.risk.failover: 99\n",
		"e.yaml", "- no\n")
	want := []string{
		"a.yaml 1 capability taken over. Unknown and left out: continuity.risk.gone. 1 differs; which counts?",
		"b.yaml can’t be read (line 6).",
		"c.yaml belongs to payments, self-assessment.",
		"d.yaml has a value that can’t be read: ratings › continuity.risk.failover (line 6).",
		"e.yaml is no assessment.",
	}
	said := f.text(".bar .opened")
	for _, w := range want {
		if !strings.Contains(said, w) {
			t.Errorf("%q is not among what the form says:\n%s", w, said)
		}
	}
	f.do(`(await $(".bar .opened")).closest("details").open = true; await click("[data-conflict] button:nth-of-type(2)"); await click(".tabs [data-path=review]")`)
	file := f.file("assessments/solo/2026-12-01.yaml")
	card := f.agree(f.settled(), "solo", "2026-12-01", "assessments/solo/2026-12-01.yaml", file)
	for id, level := range map[string]int{"monitoring.collection.service": 3, "continuity.risk.backup": 4} {
		if got := card.Capability(id).Level; got != score.At(level) {
			t.Errorf("%s is at %v, want %d", id, got, level)
		}
	}
	if c := card.Capability("continuity.risk.backup"); c.Rating.Note.In("en") != "drilled" || c.Own.Kind != maturity.Rated {
		t.Errorf("the colleague's note is %q", c.Rating.Note.In("en"))
	}
}

// TestAssessKeepsWhatIsNotPublished: a rating confirmed as it was keeps the
// evidence and the reasons that the site does not show, because it is carried
// over and not written anew.
func TestAssessKeepsWhatIsNotPublished(t *testing.T) {
	const hidden = "-- assessments/platform/team.yaml --\nid: platform\nname: Platform\npublish: {evidence: false, notes: false}\n"
	f := openForm(t, "?team=platform", hidden)
	f.do(`await set("[name=kind]", "peer"); await set("[name=date]", "2026-12-01"); await click("[name=begin]");
		await click("[name=there]"); await click("[name=not-yet]");
		await click("[name=there]"); await click("[name=not-yet]");
		await click("[name=there]"); await click("[name=not-yet]");
		await click("[data-path=review]")`)
	file := f.file("assessments/platform/2026-12-01.yaml")
	if !strings.Contains(file, "extends: 2026-09-30\n") || strings.Contains(file, "storage") || !strings.Contains(file, "monitoring.collection.service: 2\n") {
		t.Errorf("got the file\n%s", file)
	}
	card := f.agree(f.settled(), "platform", "2026-12-01", "assessments/platform/2026-12-01.yaml", file)
	if c := card.Capability("monitoring.data.storage"); len(c.Rating.Evidence) != 1 {
		t.Error("the evidence is lost")
	}
}

// TestNewFilePage makes the addresses of every host.
func TestNewFilePage(t *testing.T) {
	ctx := browsertest.New(t)
	server := httptest.NewServer(http.FileServer(http.Dir("../../themes/default/src")))
	defer server.Close()
	browsertest.Run(t, ctx, chromedp.Navigate(server.URL))
	const file = "assessments/payments/2026-12-01.yaml"
	for _, test := range []struct{ kind, content, want string }{
		{"github", "a: 1\n", "https://host.example/o/r/new/a/b%20c?filename=my%20site%2Fassessments%2Fpayments%2F2026-12-01.yaml&value=a%3A%201%0A true"},
		{"github", strings.Repeat("监", 900), "https://host.example/o/r/new/a/b%20c?filename=my%20site%2Fassessments%2Fpayments%2F2026-12-01.yaml false"},
		{"gitlab", "a: 1\n", "https://host.example/o/r/-/new/a/b%20c?file_name=my%20site%2Fassessments%2Fpayments%2F2026-12-01.yaml&commit_message=Assess%20%26%20score false"},
		{"gitee", "a: 1\n", "https://host.example/o/r/new/a/b%20c false"},
		{"gitea", "a: 1\n", "https://host.example/o/r/_new/a/b%20c/my%20site/assessments/payments?filename=2026-12-01.yaml false"},
		{"git", "a: 1\n", "none"},
	} {
		got := browsertest.Eval[string](t, ctx, fmt.Sprintf(`import("/assess-handover.js").then(({ newFilePage }) => {
			const page = newFilePage({ type: %q, url: "https://host.example/o/r", branch: "a/b c", path: "my site" }, %q, %q, "Assess & score");
			return page ? page.href + " " + page.filled : "none";
		})`, test.kind, file, test.content))
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.kind, got, test.want)
		}
	}
}
