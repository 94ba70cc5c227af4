package load

import "gopkg.in/yaml.v3"

// IsTeam reports whether the text of a file is that of a team's record rather
// than of an assessment, judged by the keys at its top: files that come by mail
// are called anything.
func IsTeam(content []byte) bool {
	_, root := parse("", content)
	if root == nil || root.Kind != yaml.MappingNode {
		return false
	}
	return keyNode(root, "id") != nil && keyNode(root, "ratings") == nil && keyNode(root, "team") == nil
}
