/**
 * The graph as a picture: sigma.js draws it, the keyboard walks through it.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./sums.js").Relation} Relation
 * @typedef {import("./filters.js").Selection} Selection
 */
/* global vendor */
import { colours, pale } from "./colours.js";
import { byId, counted } from "./dom.js";
import { layOut, spread } from "./layout.js";
import { actors, mainQuad, relations } from "./sums.js";

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const FAINT = 0.14;
const CROWD = 60; // nodes, from which on only the larger ones keep their labels
const ARROWS = 4000; // lines, up to which all have arrowheads
const THRONG = 2000; // nodes, from which on the smallest are points
const LARGEST = 20; // radius in pixels
const MOST_FLOOR = 40; // statements of the largest node, so that in a small graph none looks like a giant

/** Whether this browser can draw the picture. */
export function canDraw() {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

/** The picture of all relations of the data; what the filters leave is shown, all nodes keep their places. */
export class Picture {
  /**
   * @param {Data} data
   * @param {(selection: Selection | null) => void} onselect
   */
  constructor(data, onselect) {
    this.data = data;
    this.onselect = onselect;
    /** @type {Map<string, Relation>} */
    this.shown = new Map();
    /** @type {Map<string, number>} */
    this.weights = new Map();
    /** @type {Selection | null} */
    this.selected = null;
    this.near = new Set();
    this.focus = { node: null, edge: null };
    this.graph = this.#build();
    this.colours = colours();
    this.renderer = new vendor.Sigma(this.graph, byId("canvas"), this.#settings());
    this.#listen();
    afterFrame(() => note("drawn"));
    layOut(this.graph, () => afterFrame(() => note("settled")));
  }

  /**
   * Shows these relations.
   * @param {Relation[]} found
   * @param {Selection | null} selected
   */
  show(found, selected) {
    this.shown = new Map(found.map((relation) => [relation.key, relation]));
    this.weights = new Map(actors(found).map((sum) => [String(sum.actor), sum.count]));
    this.order = [...this.weights.keys()];
    this.#select(selected);
    const crowded = this.order.length > CROWD;
    // Draws anew, once, in the next frame.
    this.renderer.setSettings({ labelRenderedSizeThreshold: crowded ? 7 : 0, labelDensity: crowded ? 0.6 : 4 });
  }

  #build() {
    const graph = new vendor.Graph({ type: "directed", multi: false });
    const all = relations(this.data.statements);
    const sums = actors(all);
    this.scale = Math.min(1, Math.max(0.55, byId("canvas").clientWidth / 700));
    this.sizes = { most: Math.max(MOST_FLOOR, sums[0]?.count ?? 0), least: sums.length > THRONG ? 1.5 : sums.length > CROWD ? 2.5 : 5 };
    for (const { actor, count } of sums) {
      graph.addNode(String(actor), { label: this.data.entities[actor].label, size: this.#size(count) });
    }
    for (const { key, source, target, count } of all) {
      graph.addDirectedEdgeWithKey(key, String(source), String(target), { weight: 1 + Math.log2(count) });
    }
    spread(graph);
    return graph;
  }

  #settings() {
    return {
      defaultEdgeType: "arrow", enableEdgeEvents: true, zIndex: true, labelFont: FONT, labelSize: 13,
      labelGridCellSize: 110, minCameraRatio: 0.03, maxCameraRatio: 3,
      hideEdgesOnMove: this.graph.size > 4000, allowInvalidContainer: true, stagePadding: 40,
      nodeReducer: (node, attributes) => this.#node(node, attributes),
      edgeReducer: (edge) => this.#edge(edge),
      defaultDrawNodeLabel: (context, node, settings) => this.#label(context, node, settings),
      defaultDrawNodeHover: (context, node, settings) => this.#hover(context, node, settings),
    };
  }

  #node(node, attributes) {
    const weight = this.weights.get(node);
    if (weight === undefined) return { ...attributes, hidden: true, label: "" };
    const entity = this.data.entities[Number(node)];
    const faint = this.near.size > 0 && !this.near.has(node);
    const colour = this.colours.groups[entity.group];
    return {
      ...attributes, size: this.#size(weight), hidden: false, color: faint ? pale(colour, this.colours.surface, 0.25) : colour,
      label: faint ? "" : attributes.label, forceLabel: this.near.has(node) && this.near.size < 40,
      highlighted: node === this.focus.node || this.#isEnd(node), zIndex: faint ? 0 : 1,
    };
  }

  #edge(edge) {
    const relation = this.shown.get(edge);
    if (relation === undefined) return { hidden: true };
    const own = this.#isNear(relation);
    const colour = this.colours.quads[mainQuad(relation.quads)];
    const share = own === false ? FAINT : own ? 1 : strength(relation);
    return {
      // Of very many lines the arrowheads cannot be told apart, and take most of the time to draw.
      type: own || this.shown.size <= ARROWS ? "arrow" : "line",
      hidden: false, color: pale(colour, this.colours.surface, share), zIndex: own === false ? 0 : own ? 2 : 1,
      size: edgeSize(relation.count) + (edge === this.focus.edge ? 2.5 : 0),
    };
  }

  #size(count) {
    const { least, most } = this.sizes;
    return this.scale * (least + (LARGEST - least) * Math.sqrt(count / most));
  }

  #isEnd(node) {
    const { selected } = this;
    if (selected === null) return false;
    const ends = selected.kind === "actor" ? [selected.actor] : [selected.source, selected.target];
    return ends.includes(Number(node));
  }

  /** Whether a relation belongs to what is selected; null if nothing is. */
  #isNear({ source, target }) {
    const { selected } = this;
    if (selected === null) return null;
    if (selected.kind === "actor") return source === selected.actor || target === selected.actor;
    return [selected.source, selected.target].every((end) => end === source || end === target);
  }

  #select(selected) {
    this.selected = selected;
    const near = [...this.shown.values()].filter((relation) => this.#isNear(relation));
    this.near = new Set(near.flatMap(({ source, target }) => [String(source), String(target)]));
  }

  #label(context, node, { labelSize }) {
    if (!node.label) return;
    context.font = `500 ${labelSize}px ${FONT}`;
    const [x, y] = [node.x + node.size + 3, node.y + labelSize / 3];
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeStyle = this.colours.surface;
    context.strokeText(node.label, x, y);
    context.fillStyle = this.colours.ink;
    context.fillText(node.label, x, y);
  }

  #hover(context, node, { labelSize }) {
    context.beginPath();
    context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.colours.accent;
    context.stroke();
    const label = this.graph.getNodeAttribute(node.key, "label");
    context.font = `600 ${labelSize}px ${FONT}`;
    const width = context.measureText(label).width;
    context.fillStyle = this.colours.surface;
    context.fillRect(node.x + node.size + 4, node.y - labelSize * 0.8, width + 10, labelSize * 1.6);
    context.fillStyle = this.colours.ink;
    context.fillText(label, node.x + node.size + 9, node.y + labelSize / 3);
  }

  #listen() {
    const { renderer } = this;
    const canvas = byId("canvas");
    renderer.on("clickNode", ({ node }) => this.onselect({ kind: "actor", actor: Number(node) }));
    renderer.on("clickEdge", ({ edge }) => this.onselect(this.#pair(edge)));
    renderer.on("clickStage", () => this.selected && this.onselect(null));
    for (const name of ["Node", "Edge"]) {
      renderer.on(`enter${name}`, () => canvas.classList.add("over"));
      renderer.on(`leave${name}`, () => canvas.classList.remove("over"));
    }
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => this.#walk(null, null));
    const camera = renderer.getCamera();
    byId("zoom-in").addEventListener("click", () => camera.animatedZoom(moving(1.6)));
    byId("zoom-out").addEventListener("click", () => camera.animatedUnzoom(moving(1.6)));
    byId("zoom-fit").addEventListener("click", () => camera.animatedReset(moving()));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.colours = colours();
      renderer.refresh();
    });
  }

  #pair(edge) {
    const { source, target } = this.shown.get(edge);
    return { kind: "pair", source, target };
  }

  #key(event) {
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    const zoom = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", 0: "zoom-fit" }[event.key];
    const { node, edge } = this.focus;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== undefined && this.order.length > 0) this.#step(...step);
    else if (zoom !== undefined) byId(zoom).click();
    else if (event.key === "Enter" && edge !== null) this.onselect(this.#pair(edge));
    else if (event.key === "Enter" && node !== null) this.onselect({ kind: "actor", actor: Number(node) });
    else if (event.key === "Escape" && this.selected) this.onselect(null);
    else return;
    event.preventDefault();
  }

  #step(across, along) {
    const turn = (list, current, by) => {
      const place = current === null ? (by > 0 ? -1 : 0) : list.indexOf(current);
      return list[(place + by + list.length) % list.length];
    };
    if (across !== 0 || this.focus.node === null) {
      this.#walk(turn(this.order, this.focus.node, across || 1), null);
      return;
    }
    const own = [...this.shown.values()].filter(({ source, target }) =>
      String(source) === this.focus.node || String(target) === this.focus.node).map(({ key }) => key);
    this.#walk(this.focus.node, turn(own, this.focus.edge, along));
  }

  /** Moves the keyboard's place to a node, or to one of its edges. */
  #walk(node, edge) {
    if (node === this.focus.node && edge === this.focus.edge) return;
    this.focus = { node, edge };
    this.renderer.refresh({ skipIndexation: true });
    if (node === null) return;
    const entity = this.data.entities[Number(node)];
    byId("spoken").textContent = edge === null
      ? `${entity.label}, ${entity.type}, in ${counted(this.weights.get(node), "statement")} of relations`
      : this.#told(this.shown.get(edge));
    const { x, y } = this.renderer.getNodeDisplayData(node);
    this.renderer.getCamera().animate({ x, y }, moving());
  }

  #told({ source, target, count }) {
    const { entities } = this.data;
    return `${entities[source].label} to ${entities[target].label}, ${counted(count, "statement")}`;
  }
}

/** Calls back once what was drawn last is on the screen. */
function afterFrame(then) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

/** Notes for tests and benchmarks when something was reached, in milliseconds from the start of the page. */
function note(name) {
  byId("canvas").dataset[name] = String(Math.round(performance.now()));
}

/** How a camera moves: at once for whoever wants no motion. */
function moving(factor = 1.6) {
  return { factor, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250 };
}

/** How strongly a line is drawn: the more statements the stronger, paler without any of fact. */
const strength = ({ count, facts }) => Math.min(1, 0.55 + 0.15 * Math.log2(count)) * (facts > 0 ? 1 : 0.55);
const edgeSize = (count) => Math.min(7, 1 + 0.9 * Math.log2(count));
