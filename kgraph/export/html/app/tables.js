/**
 * Tables: relations, the most frequent actors, dyads and event types, and what the dictionaries lack.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./sums.js").Relation} Relation
 */
import { byId, counted, element, link, swatch } from "./dom.js";
import { actors, mainQuad, tally } from "./sums.js";

const FEW = 10;
const MANY = 50;
const STEP = 100;

/**
 * A table; numbers stand at the right.
 * @template T
 * @param {string} caption
 * @param {string[]} heads
 * @param {T[]} items One a row.
 * @param {(item: T) => (Node | string | number)[]} cells The cells of a row, made when it is shown.
 * @param {number} [limit] How many rows at first; a button shows the rest.
 * @returns {HTMLElement}
 */
export function table(caption, heads, items, cells, limit = Infinity) {
  const first = items.length > 0 ? cells(items[0]) : [];
  const cell = (tag, value, place, more = {}) =>
    element(tag, { ...(typeof first[place] === "number" ? { class: "number" } : {}), ...more },
      typeof value === "number" ? value.toLocaleString("en") : value);
  const body = element("tbody");
  const fill = (some) => body.append(...some.map((item) =>
    element("tr", {}, ...cells(item).map((value, place) => cell("td", value, place)))));
  fill(items.slice(0, limit));
  const made = element("table", {}, caption ? element("caption", {}, caption) : null,
    element("thead", {}, element("tr", {}, ...heads.map((head, place) => cell("th", head, place, { scope: "col" })))), body);
  if (items.length === 0) return element("div", {}, made, element("p", { class: "keys" }, "None."));
  if (items.length <= limit) return made;
  const more = element("button", { type: "button", class: "more" });
  let shown = limit;
  const tell = () => {
    const rest = items.length - shown;
    more.textContent = rest <= STEP ? `Show ${rest} more` : `Show ${STEP} more of ${rest.toLocaleString("en")}`;
  };
  more.addEventListener("click", () => {
    fill(items.slice(shown, shown + STEP));
    shown += STEP;
    if (shown >= items.length) more.remove();
    else tell();
  });
  tell();
  return element("div", {}, made, more);
}

/**
 * Fills the table that stands for the picture.
 * @param {Data} data
 * @param {Relation[]} found
 * @param {(selection: import("./filters.js").Selection) => void} onselect
 */
export function relationsTable(data, found, onselect) {
  byId("relations").replaceChildren(table("Relations", ["who → whom", "mostly", "statements", "as fact"], found, (relation) =>
    [dyad(data, relation, onselect), quadName(data, relation), relation.count, relation.facts], MANY));
}

/**
 * Fills the tables of what is most frequent.
 * @param {Data} data
 * @param {Relation[]} found
 * @param {import("./data.js").Statement[]} statements
 * @param {(selection: import("./filters.js").Selection) => void} onselect
 */
export function topTables(data, found, statements, onselect) {
  byId("top-actors").replaceChildren(table("Actors", ["actor", "towards others", "from others"], actors(found),
    ({ actor, acts, suffers }) => [link(data.entities[actor].label, () => onselect({ kind: "actor", actor })), acts, suffers], FEW));
  byId("top-dyads").replaceChildren(table("Dyads", ["who → whom", "statements"], found,
    (relation) => [dyad(data, relation, onselect), relation.count], FEW));
  const types = tally(statements.map((statement) => statement.type).filter((type) => type !== null));
  byId("top-types").replaceChildren(table("Event types", ["event type", "quad class", "statements"], types,
    ([type, count]) => [named(type.label, type.quadClass), type.quad || "–", count], FEW));
}

/**
 * Fills the lists of what the dictionaries lack.
 * @param {Data} data
 */
export function gapTables({ gaps }) {
  const share = (part, whole) => (whole > 0 ? `${Math.round((100 * part) / whole)} %` : "none");
  byId("unresolved-about").textContent =
    `${share(gaps.linked, gaps.mentions)} of ${counted(gaps.mentions, "mention")} of actors linked, ` +
    `${gaps.ambiguous} ambiguous; predicates of ${share(gaps.known, gaps.statements)} of the statements known, ` +
    `${share(gaps.coded, gaps.statements)} coded as political acts. Write what lacks into an ontology folder of your own.`;
  const list = (name, title, described) => {
    const total = gaps[`${name}_total`];
    const caption = total > gaps[name].length ? `${title}: the first ${gaps[name].length} of ${total}` : `${title}: ${total}`;
    byId(`gap-${name}`).replaceChildren(
      table(caption, ["words", ...(described ? ["which"] : []), "times", "for example"], gaps[name],
        ([words, kind, count, ambiguous, example]) => [
          element("strong", {}, words), ...(described ? [ambiguous ? `${kind}, ambiguous` : kind] : []), count,
          element("q", {}, example),
        ], FEW));
  };
  list("actors", "Actors not resolved", true);
  list("verbs", "Verbs without a predicate", false);
}

function dyad({ entities }, { source, target }, onselect) {
  return link(`${entities[source].label} → ${entities[target].label}`, () => onselect({ kind: "pair", source, target }));
}

function named(label, colour) {
  return element("span", { class: "named" }, swatch(colour), ` ${label}`);
}

function quadName({ quads }, relation) {
  const name = mainQuad(relation.quads);
  return named(quads[Number(name.replace("quad-", ""))] ?? "no political act", name);
}
