// Package gradus is the built-in handbook of technical operations: the site in
// this repository, as a program that is far from the repository can show it.
//
// The program itself is in cmd/gradus; ARCHITECTURE.md says where everything is.
package gradus

import "embed"

// Handbook holds the built-in site: gradus.yaml, content, model, assessments.
//
//go:embed gradus.yaml content model assessments
var Handbook embed.FS
