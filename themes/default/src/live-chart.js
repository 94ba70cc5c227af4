import { formatters } from "./formatters.js";
import { colours, paints } from "./paint.js";

/** A chart that has taken the place of its static picture. */
export class LiveChart {
  /**
   * Upgrades a figure that holds a picture and its option as JSON.
   * @param {HTMLElement} figure
   * @returns {LiveChart | undefined} undefined where the picture must stay
   */
  static of(figure) {
    const svg = figure.querySelector("svg");
    const data = figure.querySelector('script[type="application/json"]');
    if (!svg || !data) return undefined;
    const chart = new LiveChart(svg);
    try {
      chart.start(JSON.parse(data.textContent));
      return chart;
    } catch (error) {
      console.warn("chart:", error);
      chart.stop();
      return undefined;
    }
  }

  /** @param {SVGSVGElement} svg the static picture */
  constructor(svg) {
    this.svg = svg;
    this.box = document.createElement("div");
    this.box.className = "chart-live";
  }

  start(option) {
    this.option = option;
    this.svg.after(this.box);
    this.echart = window.echarts.init(this.box, null, { renderer: "svg", ...this.size() });
    this.echart.setOption(option);
    this.echart.setOption(formatters(option));
    this.paint();
    this.wake();
    // In the next frame, since it changes the size of what is observed.
    this.observer = new ResizeObserver(() => requestAnimationFrame(() => this.resize()));
    this.observer.observe(this.box.parentElement);
  }

  stop() {
    this.observer?.disconnect();
    this.echart?.dispose();
    this.box.remove();
    show(this.svg, true);
  }

  /** Takes the colours of the page, as they are now. */
  paint() {
    const scale = this.box.clientWidth / this.svg.viewBox.baseVal.width;
    this.echart.setOption(paints(this.option, colours(this.box.parentElement), scale));
  }

  /** Follows the width of the figure. */
  resize() {
    if (this.box.hidden || this.box.clientWidth === this.echart.getWidth()) return;
    this.echart.resize(this.size());
    this.paint();
  }

  /** The form of the static picture, at the width that the figure has now. */
  size() {
    const { width: w, height: h } = this.svg.viewBox.baseVal;
    const width = this.box.clientWidth;
    const height = Math.round((width * h) / w);
    this.box.style.height = `${height}px`;
    return { width, height };
  }

  /** Gives way to the static picture: paper wants that one. */
  rest() {
    this.box.hidden = true;
    show(this.svg, true);
  }

  wake() {
    this.box.hidden = false;
    show(this.svg, false);
    this.resize();
  }
}

/** `hidden` alone does not hide an SVG element, to which HTML's own style sheet does not apply. */
function show(svg, visible) {
  svg.toggleAttribute("hidden", !visible);
  svg.style.display = visible ? "" : "none";
}
