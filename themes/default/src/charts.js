/**
 * Makes the static pictures of charts live, with ECharts, which the page loads
 * before this script. Where anything fails, the picture stays as it is.
 */
import { LiveChart } from "./live-chart.js";

const live = new Set();

function upgrade(figure) {
  const chart = LiveChart.of(figure);
  if (chart) live.add(chart);
}

/** Calls a method of every live chart; one that fails gives its picture back. */
function all(method) {
  return () => live.forEach((chart) => {
    try {
      chart[method]();
    } catch (error) {
      console.warn("chart:", error);
      live.delete(chart);
      chart.stop();
    }
  });
}

if (window.echarts) {
  const near = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      upgrade(target);
    }
  }, { rootMargin: "200px" });
  document.querySelectorAll("figure.chart").forEach((figure) => near.observe(figure));

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all("paint"));
  document.addEventListener("gradus:scheme", all("paint"));
  addEventListener("beforeprint", all("rest"));
  addEventListener("afterprint", all("wake"));
}
