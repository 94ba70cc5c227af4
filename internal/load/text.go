package load

import "gradus/internal/diag"

// CheckText reports the first character of a text at pos that no file of a site
// may hold. It is for texts that come from elsewhere than such a file.
func CheckText(pos diag.Position, text string) diag.List {
	if r, m := uncleanValue(text); m != nil {
		return diag.List{diag.New(pos, m, "char", name(r))}
	}
	return nil
}
