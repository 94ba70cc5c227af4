/** The custom properties that a chart takes its colours from. */
const NAMES = ["text", "muted", "hairline", "surface", "series-current", "series-target", "series-previous"];

/**
 * The page's colours, resolved: a custom property alone still reads "light-dark(…)".
 * @param {HTMLElement} within
 * @returns {Record<string, string>}
 */
export function colours(within) {
  const probe = document.createElement("i");
  probe.hidden = true;
  within.append(probe);
  const found = {};
  for (const name of NAMES) {
    probe.style.color = `var(--${name})`;
    found[name] = getComputedStyle(probe).color;
  }
  found.font = getComputedStyle(within).fontFamily;
  probe.remove();
  return found;
}

/**
 * What to merge into an option to give it colours, and letters that keep to
 * the size of the chart. The id of a series begins with its role: "current-2".
 * @param {object} option as the page has it
 * @param {Record<string, string>} c of {@link colours}
 * @param {number} scale of the live chart to the static picture
 */
export function paints(option, c, scale) {
  const line = { lineStyle: { color: c.hairline } };
  const numerals = { color: c.muted, fontSize: 10 };
  const fontSize = Math.min(13, Math.max(10, 13 * scale));
  const names = { color: c.text, fontSize, lineHeight: fontSize * 1.25 };
  const axis = { axisLine: line, splitLine: line, axisLabel: numerals };
  const paint = {
    textStyle: { color: c.text, fontFamily: c.font },
    legend: { textStyle: { color: c.text } },
    tooltip: { backgroundColor: c.surface, borderColor: c.hairline, textStyle: { color: c.text, fontSize: 13 } },
    series: option.series.map(({ id }) => {
      const color = c[`series-${id.split("-")[0]}`];
      return { id, color, itemStyle: { color, opacity: 1 }, lineStyle: { color } };
    }),
  };
  if (option.radar) paint.radar = { ...axis, axisName: names };
  if (option.xAxis) paint.xAxis = axis;
  if (option.yAxis) paint.yAxis = { ...axis, axisLabel: names };
  return paint;
}
