package maturity

import (
	"fmt"
	"time"
)

// Date is a civil day in its ISO 8601 form, "2026-10-31"; "" is no date. Dates
// compare as strings.
type Date string

// ParseDate reads a day that exists in the calendar, in the form YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.Year() < 1 {
		return "", fmt.Errorf("not a date: %q", s)
	}
	return Date(s), nil
}

// DateOf returns the day of t in UTC.
func DateOf(t time.Time) Date { return Date(t.UTC().Format(time.DateOnly)) }

// Days returns how many days lie between d and the later day until; negative
// when until is earlier. Both must be dates.
func (d Date) Days(until Date) int {
	a, errA := time.Parse(time.DateOnly, string(d))
	b, errB := time.Parse(time.DateOnly, string(until))
	if errA != nil || errB != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// Add returns the day that lies a number of days after d, or before it for a
// negative number; d itself when it is no date.
func (d Date) Add(days int) Date {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return d
	}
	return DateOf(t.AddDate(0, 0, days))
}
