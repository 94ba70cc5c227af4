package diag

import (
	"io"
	"net/url"
	"path"
	"slices"
)

// The part of SARIF 2.1.0 that is written.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool       sarifTool     `json:"tool"`
		ColumnKind string        `json:"columnKind"`
		Results    []sarifResult `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name    string      `json:"name"`
		Version string      `json:"version,omitempty"`
		Rules   []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID               string    `json:"id"`
		ShortDescription sarifText `json:"shortDescription"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations,omitempty"`
		Related      []sarifLocation   `json:"relatedLocations,omitempty"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical `json:"physicalLocation"`
		Message  *sarifText    `json:"message,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
)

// WriteSARIF prints the list as a SARIF 2.1.0 log of one run. Version is that
// of Gradus. Base is the site's folder in the repository; "" or "." for its root.
func WriteSARIF(w io.Writer, l List, lang, base, version string) error {
	rules, index := sarifRules(l, lang)
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "gradus", Version: version, Rules: rules}},
		ColumnKind: "unicodeCodePoints",
		Results:    make([]sarifResult, len(l)),
	}
	for i, fingerprint := range fingerprints(l) {
		d := l[i]
		result := sarifResult{
			RuleID:       d.Message.Code,
			RuleIndex:    index[d.Message.Code],
			Level:        d.Severity.String(),
			Message:      sarifText{withHints(d, lang)},
			Fingerprints: map[string]string{"gradus/v1": fingerprint},
		}
		if d.Pos.IsValid() {
			result.Locations = []sarifLocation{sarifPlace(base, d.Pos)}
		}
		for _, h := range d.Hints {
			if h.Pos.IsValid() {
				place := sarifPlace(base, h.Pos)
				place.Message = &sarifText{h.Text(lang)}
				result.Related = append(result.Related, place)
			}
		}
		run.Results[i] = result
	}
	return writeIndented(w, sarifLog{
		Schema:  "https://json.schemastore.org/sarif-2.1.0.json",
		Version: "2.1.0",
		Runs:    []sarifRun{run},
	})
}

// sarifRules lists the messages that occur in the list, by code, and where each
// stands in the list of rules.
func sarifRules(l List, lang string) ([]sarifRule, map[string]int) {
	index := make(map[string]int)
	rules := []sarifRule{}
	for _, m := range Messages() {
		if slices.ContainsFunc(l, func(d Diagnostic) bool { return d.Message == m }) {
			index[m.Code] = len(rules)
			rules = append(rules, sarifRule{m.Code, sarifText{m.text[lang]}})
		}
	}
	return rules, index
}

func sarifPlace(base string, p Position) sarifLocation {
	uri := url.URL{Path: path.Join(base, p.Path)}
	place := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uri.String(), "%SRCROOT%"}}}
	if p.Line > 0 {
		place.Physical.Region = &sarifRegion{p.Line, p.Col}
	}
	return place
}
