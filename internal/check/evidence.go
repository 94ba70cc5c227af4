package check

import (
	"errors"
	"strconv"
	"strings"

	"gradus/internal/address"
	"gradus/internal/diag"
	"gradus/internal/maturity"
)

// assessmentAddresses checks every address that an assessment gives as evidence.
func (c *checker) assessmentAddresses(a *maturity.Assessment) {
	for _, r := range a.Ratings {
		for _, e := range r.Evidence {
			c.linkedAddress(e.Pos, e.URL)
		}
		for _, answer := range r.Criteria {
			for _, e := range answer.Evidence {
				c.linkedAddress(e.Pos, e.URL)
			}
		}
	}
}

// references checks the addresses of the model's reading lists by the same
// rules: they end up in the same kind of link.
func (c *checker) references() {
	for _, capability := range c.model.Capabilities() {
		for _, reference := range capability.References {
			c.linkedAddress(reference.Pos, reference.URL)
		}
	}
}

// linkedAddress reports an address that must not become a link.
func (c *checker) linkedAddress(pos diag.Position, url string) {
	if url == "" {
		return // package load has reported that it is missing
	}
	clean, _, err := address.Evidence(url)
	if err == nil {
		if strings.HasPrefix(clean, "http:") {
			c.report(diag.New(pos, diag.AddressHTTP))
		}
		return
	}
	d := diag.New(pos, addressMessage(err), "limit", strconv.Itoa(address.MaxEvidence))
	if !errors.Is(err, address.ErrEvidenceLong) {
		d = d.Found(url)
	}
	c.report(d)
}

func addressMessage(err error) *diag.Message {
	switch {
	case errors.Is(err, address.ErrEvidenceLong):
		return diag.AddressLong
	case errors.Is(err, address.ErrEvidenceControl):
		return diag.AddressControl
	case errors.Is(err, address.ErrEvidenceScheme):
		return diag.AddressScheme
	case errors.Is(err, address.ErrEvidenceUser):
		return diag.AddressUser
	case errors.Is(err, address.ErrEvidenceHost):
		return diag.AddressHost
	}
	return diag.AddressSyntax
}
