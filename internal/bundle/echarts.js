// The parts of ECharts that our charts use; the bundle holds nothing else.
export { init, version } from "echarts/core";
import { use } from "echarts/core";
import { BarChart, LineChart, RadarChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendPlainComponent, PolarComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart, LineChart, RadarChart, ScatterChart,
  AriaComponent, GridComponent, LegendPlainComponent, PolarComponent, TooltipComponent,
  SVGRenderer,
]);
