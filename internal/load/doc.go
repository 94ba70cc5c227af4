// Package load reads the files of a site and makes a [Source] of them.
//
// [Load] goes through the site's folders once. Each file passes the same
// stations: it is looked at without following links, read up to a limit,
// checked to be clean UTF-8 text, scanned for shapes that would make a parser
// work too hard, parsed by yaml.v3 into nodes, inspected for the parts of YAML
// that are not used here, and walked by a table of fields for its kind of
// record. The nodes are dropped at once; what remains are the values of
// package maturity with the place of each.
//
// Everything that one file can have wrong by itself is reported here, all of it
// in one run. What needs a second file (a capability's id in an assessment, a
// team's name in a rating) is kept as a reference with its place, and judged by
// package check.
//
// The package is the only one that knows yaml.v3. Nothing of that library's
// wording or of its leniency reaches a user: its syntax errors are translated,
// and its scalars are read by rules of our own, because yaml.v3 turns "3.5" into
// the whole number 3, "010" into 8 and "no" into false.
package load
