// Package score works out what a model and an assessment amount to.
//
// A [Scorer] knows a model and the portfolio of teams. It turns one assessment
// into a [Scorecard]: a score for every [Capability], summed up over areas,
// domains and the whole ([Summary]), with the gaps to the targets ([Gap]) and
// the order in which to close them ([Step]). [Compare] sets two scorecards
// against each other, [Overview] looks over those of many teams, and [InRound]
// says which assessments a round counts.
//
// The rules are those of the scoring rules in the user guide; comments here
// cite their sections. What matters most of them:
//
//   - A capability nobody assessed has no score. It is never a zero: a [Number]
//     or a [Level] may be unknown, and the unknown enters no mean.
//   - Under the cumulative method the whole part of a score is the level that
//     was reached, and the fraction is the share of the next one already met.
//   - Numbers closer than 1e-9 are equal.
//   - Everything is summed in the model's order, so that a score does not
//     depend on the order in which files or ratings were read.
//
// The package is arithmetic: it reads no file, no clock, and writes nothing.
// What is wrong with the input is package check's to say. A reference that
// leads nowhere, or in a circle, makes a capability unassessed here.
package score
