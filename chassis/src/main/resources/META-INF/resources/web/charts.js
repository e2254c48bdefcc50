// Charts by ECharts, drawn in the page's colours. Each stands beside a table of the same values, for those who can't see it.
import { el } from "./iop.js";

let library;

/** The library is one script in a webjar; it is loaded when the first chart is drawn. */
function loaded() {
  library ??= new Promise((resolve, reject) => {
    const root = new URL("..", import.meta.url).pathname;
    document.head.append(el("script", {
      src: `${root}webjars/echarts/dist/echarts.min.js`,
      onload: () => resolve(globalThis.echarts),
      onerror: () => reject(new Error("The charts could not be loaded")),
    }));
  });
  return library;
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(["ink", "quiet", "line", "accent", "tint", "good", "warn", "bad"].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** A chart with a description. The options are made from the colours, anew when light turns to dark. */
export function chart(description, options) {
  const place = el("div", { class: "chart", role: "img", "aria-label": description });
  loaded().then((echarts) => {
    const drawn = echarts.init(place, null, { renderer: "canvas" });
    const draw = () => {
      const c = colours();
      drawn.setOption({
        animation: false,
        textStyle: { color: c.ink, fontFamily: "system-ui, sans-serif" },
        grid: { left: 44, right: 16, top: 34, bottom: 28 },
        legend: { textStyle: { color: c.ink }, top: 0 },
        tooltip: { trigger: "axis", renderMode: "richText", confine: true },
        ...options(c),
      }, true);
    };
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    new ResizeObserver(() => drawn.resize()).observe(place);
  }).catch((error) => { place.textContent = error.message; });
  return place;
}

/** An axis in the page's colours. */
export function axis(c, more) {
  return { axisLine: { lineStyle: { color: c.quiet } }, axisLabel: { color: c.quiet }, splitLine: { lineStyle: { color: c.line } }, ...more };
}
