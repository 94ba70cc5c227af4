/** The forms of ids and days, as the formats have them. */

/** Whether a text may be an id. */
export function isId(text) {
  return text.length <= 64 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}

/** Whether a value is a day that the calendar has: "2026-10-31". */
export function isDay(value) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}
