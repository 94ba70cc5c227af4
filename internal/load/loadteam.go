package load

import (
	"path"
	"slices"
	"strings"

	"gradus/internal/diag"
	"gradus/internal/maturity"
)

const assessmentsFolder = "assessments"

// loadTeam reads the folder of one team; nil when its name is no id or nothing
// in it is a team's.
func loadTeam(d *folder, at entry, langs []string) *maturity.Team {
	if wrong, ok := CheckID(diag.Position{Path: at.path}, at.name); !ok {
		d.report(wrong)
		return nil
	}
	team := implicitTeam(at.path, at.name)
	var assessments []*maturity.Assessment
	seen := false
	for _, e := range d.list(at.path) {
		switch date, _, isKey := splitKey(strings.TrimSuffix(e.name, ".yaml")); {
		case e.dir:
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileStray))
		case path.Ext(e.name) == ".yml":
			seen = true
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileExtension, "wanted", ".yaml"))
		case path.Ext(e.name) != ".yaml":
			d.report(diag.New(diag.Position{Path: e.path}, diag.FileStray))
		case e.name == teamFile:
			seen = true
			if t := loadTeamFile(d, e.path, at.name, langs); t != nil {
				team = t
			}
		case !isKey:
			seen = true
			d.report(diag.New(diag.Position{Path: e.path}, diag.AssessmentName).Wanted("<YYYY-MM-DD>.yaml, <YYYY-MM-DD>-<label>.yaml"))
		default:
			seen = true
			if a := loadAssessment(d, e.path, at.name, date, langs); a != nil {
				assessments = append(assessments, a)
			}
		}
	}
	if !seen {
		d.report(diag.New(diag.Position{Path: at.path}, diag.FolderEmpty, "team", at.name))
		return nil
	}
	slices.SortFunc(assessments, maturity.CompareAssessments)
	team.Assessments = assessments
	return team
}

func loadTeamFile(d *folder, name, id string, langs []string) *maturity.Team {
	content, ok := d.content(name, maxAssessmentBytes)
	if !ok {
		return nil
	}
	t, found := readTeam(name, content, langs)
	if t != nil && t.ID != id {
		if t.ID != "" {
			found = append(found, diag.New(t.Pos, diag.NameMismatch, "id", t.ID).Wanted(id))
		}
		t.ID = id
	}
	d.report(found...)
	return t
}

// loadAssessment reads one assessment and holds its team and its date against
// its path. Those of the path count, so that nothing else is blamed for the
// difference.
func loadAssessment(d *folder, name, team string, date maturity.Date, langs []string) *maturity.Assessment {
	content, ok := d.content(name, maxAssessmentBytes)
	if !ok {
		return nil
	}
	a, found := readAssessment(name, content, langs)
	if a == nil {
		d.report(found...)
		return nil
	}
	if a.Team != "" && a.Team != team {
		found = append(found, diag.New(a.teamPos, diag.TeamMismatch, "team", a.Team).Wanted(team))
	}
	if a.Date != "" && a.Date != date {
		found = append(found, diag.New(a.datePos, diag.DateMismatch, "date", string(a.Date)).Wanted(string(date)))
	}
	a.Team, a.Date = team, date
	d.report(found...)
	return &a.Assessment
}
