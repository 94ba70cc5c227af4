package load

// A Shape says what a value in a file may look like. The tables of fields state
// one for each key, beside the function that reads it, so that the schemas by
// which editors help (package schema) follow from the tables. A shape knows one
// value at a time: what must agree with another, such as a unique id, only
// reading the files shows.
type Shape struct {
	Name string // what the value is: "rating", "date"; "" where its type says enough
	Type Type

	// Of a text.
	Pattern   string   // a regular expression that Go and JavaScript both understand
	MaxLength int      // in characters; 0 for no limit
	Choices   []string // the only ones there are; nil for any

	// Of a number.
	Min, Max float64 // both allowed; a Max below Min is no limit
	Above    bool    // Min itself is not allowed

	// Of a list, and of a map whose keys are not fixed.
	Items *Shape
	Keys  *Shape // of a map
	Empty bool   // there may be none

	// Of a record.
	Fields  []Field
	AnyOf   []string            // it has at least one of these keys; nil for none
	Without map[string][]string // beside a key none of these may stand

	Or []Shape // short forms that may stand in its place
}

// A Field is one key of a record.
type Field struct {
	Key      string
	Required bool
	Shape    Shape
}

// Type is the type of a value.
type Type string

// The types.
const (
	TypeText   Type = "text" // any scalar, as written: 5.10 is a text
	TypeWhole  Type = "whole number"
	TypeNumber Type = "number"
	TypeBool   Type = "bool"
	TypeList   Type = "list"
	TypeMap    Type = "map"
	TypeRecord Type = "record"
)

// Files are the shapes of the kinds of file that hold one record: "site",
// "model", "domain", "team" and "assessment".
func Files() []Shape {
	return []Shape{
		siteRecord.shape("site"),
		modelRecord.shape("model"),
		domainRecord.shape("domain"),
		teamRecord.shape("team"),
		assessmentRecord.shape("assessment"),
	}
}

// shape is that of a record of this kind.
func (r record[T]) shape(name string) Shape {
	s := Shape{Name: name, Type: TypeRecord}
	for _, f := range r {
		s.Fields = append(s.Fields, Field{f.key, f.required, f.shape})
	}
	return s
}

// The shapes of texts; the comment names the method of file that reads each.
var (
	aProse    = Shape{Type: TypeText, Pattern: `\S`}                                             // prose
	aLine     = Shape{Type: TypeText, Pattern: `^\s*\S(.*\S)?\s*$`}                              // line
	aText     = byLanguage("text", aProse)                                                       // texts
	aName     = byLanguage("name", aLine)                                                        // name
	anID      = Shape{Name: "id", Type: TypeText, Pattern: `^` + idPart + `$`, MaxLength: maxID} // id
	aFullID   = text("full id", `^`+idPart+`(\.`+idPart+`){2}$`)                                 // ref, of a capability
	aScope    = text("scope", `^`+idPart+`(\.`+idPart+`){0,2}$`)                                 // targets, its keys
	aGroup    = text("group", `^`+idPart+`(/`+idPart+`)*$`)                                      // group
	aDate     = text("date", datePart+`$`)                                                       // date
	anEarlier = text("assessment key", datePart+`(-`+idPart+`)?$`)                               // extends
	aModelRef = text("model reference", `^`+idPart+`@[^ @]+$`)                                   // modelRef
	aLanguage = text("language", languageTag.String())                                           // language
	aURL      = text("address", `^[Hh][Tt][Tt][Pp][Ss]?://[^\s\\]+$`)                            // url
	aBaseURL  = text("base address", `^[Hh][Tt][Tt][Pp][Ss]?://[^\s\\?]+$`)                      // baseURL
	targetMap = Shape{Name: "targets", Type: TypeMap, Keys: &aScope, Items: &aLevel}             // targets
)

const (
	idPart   = `[a-z0-9]+(-[a-z0-9]+)*`
	datePart = `^[0-9]{4}-[0-9]{2}-[0-9]{2}`
)

// The shapes of numbers and of true and false.
var (
	aLevel  = wholeIn(0, maxLevel)
	aWeight = Shape{Type: TypeNumber, Above: true, Max: -1}
	aShare  = Shape{Type: TypeNumber, Max: 1}
	aBool   = Shape{Type: TypeBool}
)

func text(name, pattern string) Shape {
	return Shape{Name: name, Type: TypeText, Pattern: pattern}
}

func oneOf[T ~string](all []T) Shape {
	s := Shape{Type: TypeText}
	for _, word := range all {
		s.Choices = append(s.Choices, string(word))
	}
	return s
}

func wholeIn(min, max int) Shape {
	return Shape{Type: TypeWhole, Min: float64(min), Max: float64(max)}
}

func listOf(items Shape) Shape { return Shape{Type: TypeList, Items: &items} }

// byLanguage is one text for every language, or a text for each.
func byLanguage(name string, wording Shape) Shape {
	return Shape{Name: name, Type: TypeMap, Keys: &aLanguage, Items: &wording}.or(wording)
}

// or lets short forms stand in place of s.
func (s Shape) or(short ...Shape) Shape {
	s.Or = short
	return s
}
