package score

import "math"

// domains sums up every domain and area. The capabilities stand in the model's
// order, so each group is a part of the slice.
func (s *Scorer) domains(all []Capability) []Domain {
	domains := make([]Domain, len(s.model.Domains))
	first := 0
	for i, d := range s.model.Domains {
		areas := make([]Area, len(d.Areas))
		end := first
		for j, a := range d.Areas {
			part := all[end : end+len(a.Capabilities) : end+len(a.Capabilities)]
			areas[j] = Area{ID: a.ID, Summary: s.summarise(part), Capabilities: part, Definition: a}
			end += len(part)
		}
		domains[i] = Domain{ID: d.ID, Summary: s.summarise(all[first:end]), Areas: areas, Definition: d}
		first = end
	}
	return domains
}

func (s *Scorer) overall(all []Capability) Overall {
	o := Overall{Summary: s.summarise(all)}
	var gap, way float64
	for i := range all {
		if c := &all[i]; c.Target.Valid {
			gap += c.Weight.Float * c.Gap.Float
			way += c.Weight.Float * float64(c.Target.Int-s.model.Scale.Min)
		}
	}
	if way > 0 {
		o.ToTarget = Known(1 - gap/way)
	}
	return o
}

// summarise says how a group of capabilities stands (the scoring rules,
// sections 3 and 4).
func (s *Scorer) summarise(group []Capability) Summary {
	var sum Summary
	sum.Blockers = []string{}
	var weight, score, supported, target, gap float64
	for i := range group {
		c := &group[i]
		if c.Status != NotApplicable {
			sum.Coverage.Applicable++
		}
		if c.Status != Rated {
			continue
		}
		sum.Coverage.Rated++
		p := c.rules.weight
		weight += p
		score += p * c.Score.Float
		supported += p * s.supported(c, &sum.Supported)
		gap += p * c.Gap.Float
		if c.Target.Valid {
			target += p * float64(c.Target.Int)
			sum.OnTarget.Of++
			if c.Gap.Float <= eps {
				sum.OnTarget.Met++
			}
		} else {
			target += p * c.Score.Float
		}
	}
	sum.Provisional = sum.Coverage.Rated < sum.Coverage.Applicable
	if sum.Coverage.Rated == 0 {
		return sum
	}
	sum.Score = Known(score / weight)
	sum.Supported.Score = Known(supported / weight)
	sum.Gap = Known(gap / weight)
	if sum.OnTarget.Of > 0 {
		sum.Target = Known(target / weight)
	}
	s.stage(group, &sum)
	return sum
}

// supported counts a capability that ought to show evidence, and returns its
// score, set back when it has none.
func (s *Scorer) supported(c *Capability, count *Supported) float64 {
	from := s.model.Scoring.EvidenceFrom
	if from == nil || c.Level.Int < *from {
		return c.Score.Float
	}
	count.Of++
	if c.Evidence {
		count.With++
		return c.Score.Float
	}
	return float64(max(*from-1, s.model.Scale.Min))
}

// stage works out the group's level, and what it lacks for the next.
func (s *Scorer) stage(group []Capability, sum *Summary) {
	scale, rated := s.model.Scale, sum.Coverage.Rated
	share := s.model.Scoring.Share * float64(rated)

	floor := scale.Max
	for i := range group {
		if group[i].Status == Rated {
			floor = min(floor, group[i].Level.Int)
		}
	}
	sum.Floor = At(floor)

	// At floor+2 and above some capability lies two or more levels below, so
	// only floor and floor+1 can be reached, and floor always is.
	level := floor
	if next := floor + 1; next <= scale.Max && float64(countFrom(group, next)) >= share-eps {
		level = next
	}
	sum.Level = At(level)
	if level == scale.Max {
		return
	}

	next := level + 1
	missing := int(math.Ceil(share-eps)) - countFrom(group, next)
	below := rated - countFrom(group, level)
	sum.Needed = max(missing, below)
	sum.Blockers = make([]string, 0, rated-countFrom(group, next))
	for l := floor; l < next; l++ {
		for i := range group {
			if c := &group[i]; c.Status == Rated && c.Level.Int == l {
				sum.Blockers = append(sum.Blockers, c.ID)
			}
		}
	}
}

// countFrom counts the rated capabilities at a level or above.
func countFrom(group []Capability, level int) int {
	n := 0
	for i := range group {
		if group[i].Status == Rated && group[i].Level.Int >= level {
			n++
		}
	}
	return n
}
