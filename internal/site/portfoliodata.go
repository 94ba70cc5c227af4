package site

import "gradus/internal/address"

// portfolioData are the links to the portfolio as files. They are the same for
// every language and lie at the root of the site.
func (p *Page) portfolioData() []Link {
	to := func(title, file string) Link {
		return Link{title, address.Relative(p.URL, file, p.site.opts.Portable)}
	}
	return []Link{
		to("XLSX", address.PortfolioWorkbook),
		to("CSV", address.PortfolioCSV),
		to("JSON", address.PortfolioData),
	}
}
