/**
 * Political acts over time: bars stacked by quad class, and a brush that sets the limits of time.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./sums.js").Bar} Bar
 */
import { NO_QUAD } from "./data.js";
import { byId, counted, element, shape } from "./dom.js";
import { bars } from "./sums.js";
import { table } from "./tables.js";

const HEIGHT = 180;
const [LEFT, RIGHT, TOP, BOTTOM] = [36, 4, 8, 22];

/** The timeline. */
export class Timeline {
  /**
   * @param {Data} data
   * @param {(from: string, to: string) => void} onbrush
   */
  constructor(data, onbrush) {
    this.data = data;
    this.onbrush = onbrush;
    this.unit = /** @type {HTMLSelectElement} */ (byId("unit"));
    this.unit.addEventListener("change", () => this.#draw());
    new ResizeObserver(() => this.#draw()).observe(byId("bars"));
  }

  /**
   * Shows the political acts among statements.
   * @param {import("./data.js").Statement[]} statements
   * @param {{from: string, to: string}} limits
   */
  show(statements, limits) {
    this.statements = statements;
    this.limits = limits;
    this.#draw();
  }

  #draw() {
    if (this.statements === undefined) return;
    const width = Math.max(200, byId("bars").clientWidth);
    const found = bars(this.statements, this.unit.value, this.limits);
    byId("bars-table").replaceChildren(this.#table(found.bars));
    if (found.bars.length === 0) {
      byId("bars").replaceChildren(element("p", { class: "keys" }, "No dated political act passes the filters."));
      byId("bars-note").textContent = "";
      return;
    }
    const drawing = this.#drawing(found.bars, found.unit, width);
    byId("bars").replaceChildren(drawing);
    this.#listen(drawing, found.bars, width);
    const outside = found.outside > 0 ? ` ${counted(found.outside, "act")} of other times not drawn.` : "";
    byId("bars-note").textContent = `One bar is one ${found.unit}. Draw over the bars to choose a time.${outside}`;
  }

  #drawing(found, unit, width) {
    const top = Math.max(...found.map((bar) => bar.count));
    const step = (width - LEFT - RIGHT) / found.length;
    const scale = (HEIGHT - TOP - BOTTOM) / top;
    const floor = HEIGHT - BOTTOM;
    const total = found.reduce((sum, bar) => sum + bar.count, 0);
    const told = `${counted(total, "political act")} by ${unit} from ${found[0].start} to ${found[found.length - 1].end}`;
    const drawing = shape("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": told });
    for (const count of new Set([top, Math.round(top / 2)])) {
      const y = floor - count * scale;
      drawing.append(shape("line", { class: "rule", x1: LEFT, x2: width - RIGHT, y1: y, y2: y }),
        shape("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, String(count)));
    }
    drawing.append(shape("line", { class: "rule", x1: LEFT, x2: width - RIGHT, y1: floor, y2: floor }));
    found.forEach((bar, place) => drawing.append(...this.#stack(bar, LEFT + place * step, step, floor, scale)));
    drawing.append(...labels(found, unit, step, width));
    return drawing;
  }

  #stack(bar, x, step, floor, scale) {
    let y = floor;
    return this.#classes().filter(([name]) => bar.quads[name]).map(([name, label]) => {
      const height = bar.quads[name] * scale;
      y -= height;
      return shape("rect", { class: name, x, y, width: Math.max(1, step - (step > 4 ? 1 : 0)), height },
        shape("title", {}, `${bar.start}: ${bar.quads[name]} ${label}`));
    });
  }

  #listen(drawing, found, width) {
    const step = (width - LEFT - RIGHT) / found.length;
    const at = (event) => {
      const box = drawing.getBoundingClientRect();
      const x = (event.clientX - box.left) * (width / box.width);
      return Math.min(found.length - 1, Math.max(0, Math.floor((x - LEFT) / step)));
    };
    const brush = shape("rect", { class: "brush", y: TOP, height: HEIGHT - TOP - BOTTOM });
    let start = null;
    const span = (event) => [start, at(event)].sort((a, b) => a - b);
    drawing.addEventListener("pointerdown", (event) => {
      start = at(event);
      drawing.setPointerCapture(event.pointerId);
      drawing.append(brush);
    });
    drawing.addEventListener("pointermove", (event) => {
      if (start === null) return;
      const [first, last] = span(event);
      brush.setAttribute("x", String(LEFT + first * step));
      brush.setAttribute("width", String((last - first + 1) * step));
    });
    drawing.addEventListener("pointercancel", () => {
      start = null;
      brush.remove();
    });
    drawing.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const [first, last] = span(event);
      start = null;
      this.onbrush(found[first].start, found[last].end);
    });
  }

  #classes() {
    return [...this.data.quads.map((label, place) => [`quad-${place}`, label]), [NO_QUAD, "no class"]];
  }

  #table(found) {
    const classes = this.#classes().filter(([name]) => found.some((bar) => bar.quads[name]));
    return table("", ["from", "to", ...classes.map(([, label]) => label), "all"],
      found.filter((bar) => bar.count > 0),
      (bar) => [bar.start, bar.end, ...classes.map(([name]) => bar.quads[name] ?? 0), bar.count]);
  }
}

function labels(found, unit, step, width) {
  const length = unit === "year" ? 4 : unit === "month" ? 7 : 10;
  const room = length * 7.5 + 12;
  const every = Math.max(1, Math.ceil(room / step));
  return found.map((bar, place) => ({ bar, x: LEFT + (place + 0.5) * step, place }))
    .filter(({ x, place }) => place % every === 0 && x + room / 2 < width + 16)
    .map(({ bar, x, place }) => shape("text", {
      x: place === 0 ? Math.max(LEFT - 8, x - room / 2) : x, y: HEIGHT - 6, "text-anchor": place === 0 ? "start" : "middle",
    }, bar.start.slice(0, length)));
}
