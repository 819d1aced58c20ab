/**
 * The form of the filters. Each change makes a new state and hands it on; the form itself remembers nothing.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./filters.js").State} State
 */
import { NO_QUAD, NONE, STANDINGS } from "./data.js";
import { byId, element, swatch } from "./dom.js";
import { initial, isFiltered, valueOf } from "./filters.js";
import { searchBox } from "./search.js";
import { tally } from "./sums.js";

/** The filters. */
export class Controls {
  /**
   * @param {Data} data
   * @param {(change: (state: State) => State) => void} update
   */
  constructor(data, update) {
    this.data = data;
    this.update = update;
    /** @type {{input: HTMLInputElement, facet: "type" | "standing" | "source", values: string[]}[]} */
    this.boxes = [];
    this.chips = element("div", { class: "chips" });
    this.reset = element("button", { type: "button", onclick: () => update((state) => ({ ...initial(), selected: state.selected })) },
      "Reset all filters");
    byId("controls").addEventListener("submit", (event) => event.preventDefault());
    byId("controls").append(
      element("div", {}, this.#search(), this.chips), this.#time(), this.#types(), this.#standings(), this.#sources(),
      this.#least(), this.reset);
  }

  /**
   * Shows a state.
   * @param {State} state
   */
  show(state) {
    for (const { input, facet, values } of this.boxes) {
      const off = values.filter((value) => state.hidden[facet].has(value)).length;
      input.checked = off < values.length;
      input.indeterminate = off > 0 && off < values.length;
    }
    this.from.value = state.from;
    this.to.value = state.to;
    this.least.value = String(state.least);
    this.reset.hidden = !isFiltered(state);
    this.chips.replaceChildren(...state.actors.map((actor) => {
      const { label } = this.data.entities[actor];
      const remove = () => this.update((now) => ({ ...now, actors: now.actors.filter((each) => each !== actor) }));
      return element("button", { type: "button", "aria-label": `No longer filter by ${label}`, onclick: remove }, `${label} ✕`);
    }));
  }

  #search() {
    const counts = tally(this.data.statements.flatMap((statement) => statement.entities));
    const actors = counts.map(([actor, count]) => ({ entity: this.data.entities[actor], count }));
    return searchBox(actors, (actor) => this.update((state) => (
      { ...state, actors: [...new Set([...state.actors, actor])], selected: { kind: "actor", actor } })));
  }

  #time() {
    const dates = this.data.statements.map((statement) => statement.date).filter(Boolean).sort();
    const limits = dates.length > 0 ? { min: dates[0], max: dates[dates.length - 1] } : {};
    const day = (name) => /** @type {HTMLInputElement} */ (element("input", {
      type: "date", ...limits, onchange: (event) => this.update((state) => ({ ...state, [name]: event.target.value })),
    }));
    this.from = day("from");
    this.to = day("to");
    return element("fieldset", {}, element("legend", {}, "Time"), element("div", { class: "dates" },
      element("label", {}, "from", this.from), element("label", {}, "to", this.to)));
  }

  #types() {
    const counts = this.#counts("type");
    const set = element("fieldset", {}, element("legend", {}, "Political acts"));
    for (const [place, quad] of this.data.quads.entries()) {
      const types = this.data.types.filter((type) => type.quad === quad);
      if (types.length === 0) continue;
      set.append(this.#box("type", types.map((type) => type.name), quad, counts, { colour: `quad-${place}` }));
      set.append(...types.map((type) => this.#box("type", [type.name], type.label, counts, { sub: true })));
    }
    const rest = this.data.types.filter((type) => type.quad === "").map((type) => this.#box("type", [type.name], type.label, counts));
    set.append(...rest, this.#box("type", [NONE], "no political act", counts, { colour: NO_QUAD }));
    return set;
  }

  #standings() {
    const counts = this.#counts("standing");
    return element("fieldset", {}, element("legend", {}, "How it is said"),
      ...Object.entries(STANDINGS).map(([value, label]) => this.#box("standing", [value], label, counts)));
  }

  #sources() {
    const counts = this.#counts("source");
    return element("fieldset", { hidden: this.data.sources.length < 2 }, element("legend", {}, "Source"),
      element("div", { class: "long" }, ...this.data.sources.map((source) =>
        this.#box("source", [source], source === NONE ? "not named" : source, counts))));
  }

  #least() {
    this.least = /** @type {HTMLInputElement} */ (element("input", {
      type: "number", min: 1, step: 1, inputmode: "numeric",
      onchange: (event) => this.update((state) => ({ ...state, least: Math.max(1, Math.trunc(Number(event.target.value)) || 1) })),
    }));
    return element("label", { class: "wide" }, element("span", { class: "label" }, "Relations of at least so many statements"),
      this.least);
  }

  #box(facet, values, label, counts, { sub = false, colour = "" } = {}) {
    const input = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", name: facet, value: values.join(" ") }));
    input.addEventListener("change", () => this.update((state) => {
      const hidden = new Set(state.hidden[facet]);
      for (const value of values) hidden[input.checked ? "delete" : "add"](value);
      return { ...state, hidden: { ...state.hidden, [facet]: hidden } };
    }));
    this.boxes.push({ input, facet, values });
    const count = values.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
    return element("label", { class: sub ? "choice sub" : "choice" }, input, colour ? swatch(colour) : null,
      element("span", {}, label), element("span", { class: "count" }, count.toLocaleString("en")));
  }

  #counts(facet) {
    return new Map(tally(this.data.statements.map((statement) => valueOf(statement, facet))));
  }
}
