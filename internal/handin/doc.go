// Package handin is about assessments on their way into a site: it writes them
// as files, and makes one of several that belong together.
//
// [Format] writes an assessment in the canonical form, the one in which every
// assessment made by a program stands: the keys in the order of the reference,
// the ratings in the model's, texts in double quotes, short records on one
// line. Reading it back by load.ParseAssessment gives the same assessment.
//
// [Merge] joins what several people have written of one assessment.
//
// The package only writes YAML; package load reads it. A value here is a [node],
// a tree of which the printer knows how wide it is.
package handin
