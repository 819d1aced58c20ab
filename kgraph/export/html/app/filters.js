/**
 * What is shown: the filters and the selection, and how both stand in the address so that a view can be shared.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Statement} Statement
 * @typedef {{hidden: {type: Set<string>, standing: Set<string>, source: Set<string>}, actors: number[], from: string,
 *   to: string, least: number, selected: Selection | null}} State
 * @typedef {{kind: "actor", actor: number} | {kind: "pair", source: number, target: number}} Selection
 */
import { NONE } from "./data.js";

/** What can be hidden, by the name that it has in the address. */
export const FACETS = /** @type {const} */ (["type", "standing", "source"]);
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Everything shown, nothing selected.
 * @returns {State}
 */
export function initial() {
  return {
    hidden: { type: new Set(), standing: new Set(), source: new Set() },
    actors: [], from: "", to: "", least: 1, selected: null,
  };
}

/**
 * The value of a statement in a facet.
 * @param {Statement} statement
 * @param {"type" | "standing" | "source"} facet
 */
export function valueOf(statement, facet) {
  if (facet === "type") return statement.type ? statement.type.name : NONE;
  return facet === "standing" ? statement.standing : statement.paper.source || NONE;
}

/**
 * The statements that pass, in their order. A statement without a date passes no limit of time.
 * @param {Data} data
 * @param {State} state
 * @returns {Statement[]}
 */
export function passing(data, state) {
  const { hidden, actors, from, to } = state;
  return data.statements.filter((statement) =>
    FACETS.every((facet) => !hidden[facet].has(valueOf(statement, facet))) &&
    (!from || (statement.date !== "" && statement.date >= from)) &&
    (!to || (statement.date !== "" && statement.date <= to)) &&
    actors.every((actor) => statement.entities.includes(actor)));
}

/**
 * Whether anything is filtered away.
 * @param {State} state
 */
export function isFiltered(state) {
  return FACETS.some((facet) => state.hidden[facet].size > 0) || state.actors.length > 0 ||
    state.from !== "" || state.to !== "" || state.least > 1;
}

/**
 * The state as the fragment of an address, empty where nothing is filtered or selected.
 * @param {State} state
 * @param {Data} data
 */
export function toHash(state, data) {
  const told = new URLSearchParams();
  for (const facet of FACETS) for (const value of [...state.hidden[facet]].sort()) told.append(`no-${facet}`, value);
  for (const actor of state.actors) told.append("actor", data.entities[actor].label);
  if (state.from) told.set("from", state.from);
  if (state.to) told.set("to", state.to);
  if (state.least > 1) told.set("least", String(state.least));
  const { selected } = state;
  if (selected?.kind === "actor") told.append("show", data.entities[selected.actor].label);
  if (selected?.kind === "pair") {
    for (const end of [selected.source, selected.target]) told.append("show", data.entities[end].label);
  }
  return told.toString();
}

/**
 * The state that a fragment tells of; what it names and the data lack is passed over.
 * @param {string} hash
 * @param {Data} data
 * @returns {State}
 */
export function fromHash(hash, data) {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  const state = initial();
  const named = (name) => told.getAll(name)
    .map((label) => data.entities.findIndex((entity) => entity.label === label)).filter((place) => place >= 0);
  for (const facet of FACETS) told.getAll(`no-${facet}`).forEach((value) => state.hidden[facet].add(value));
  state.actors = named("actor");
  for (const end of ["from", "to"]) if (DAY.test(told.get(end) ?? "")) state[end] = told.get(end);
  state.least = Math.max(1, Math.trunc(Number(told.get("least"))) || 1);
  const shown = named("show");
  if (shown.length === 1) state.selected = { kind: "actor", actor: shown[0] };
  if (shown.length === 2) state.selected = { kind: "pair", source: shown[0], target: shown[1] };
  return state;
}
