/**
 * The functions of an option, which JSON cannot hold: the names of a radar's
 * axes in lines, and in its tooltip in one.
 * @param {object} option as the page has it
 * @returns {object} what to merge into it
 */
export function formatters({ radar, series }) {
  if (!radar) return {};
  const tooltip = ({ name, value }) => [name, ...radar.indicator.map((axis, i) => `${axis.name}  ${value[i]}`)].join("\n");
  return {
    radar: { axisName: { formatter: (name, { lines }) => lines.join("\n") } },
    series: series.map(({ id, type }) => (type === "radar" ? { id, tooltip: { formatter: tooltip } } : { id })),
  };
}
