/**
 * The page: one state, and parts that show it. Whatever changes the state goes through `update`.
 */
import { GROUPS, NO_QUAD, read } from "./data.js";
import { byId, counted, element, swatch } from "./dom.js";
import { Controls } from "./controls.js";
import { Evidence } from "./evidence.js";
import { fromHash, passing, toHash } from "./filters.js";
import { canDraw, Picture } from "./picture.js";
import { relations } from "./sums.js";
import { gapTables, relationsTable, topTables } from "./tables.js";
import { Timeline } from "./timeline.js";

const WIDE = matchMedia("(min-width: 1100px)");

const data = read(byId("data").textContent);
let state = fromHash(location.hash, data);

const update = (change) => {
  state = change(state);
  history.replaceState(null, "", `#${toHash(state, data)}`);
  draw();
};
const select = (selected) => {
  update((now) => ({ ...now, selected }));
  const evidence = byId("evidence");
  evidence.scrollTop = 0;
  if (selected === null) return;
  evidence.focus({ preventScroll: WIDE.matches });
};

const controls = new Controls(data, update);
const evidence = new Evidence(data, {
  select,
  narrow: (actor) => update((now) => ({ ...now, actors: [...new Set([...now.actors, actor])] })),
});
const timeline = new Timeline(data, (from, to) => update((now) => ({ ...now, from, to })));
const picture = startPicture();

for (const [id, table] of /** @type {const} */ ([["as-picture", false], ["as-table", true]])) {
  byId(id).addEventListener("click", () => showAs(table));
}
byId("filters").toggleAttribute("open", WIDE.matches);
addEventListener("hashchange", () => {
  state = fromHash(location.hash, data);
  draw();
});
summarise();
gapTables(data);
draw();

function draw() {
  const statements = passing(data, state);
  const found = relations(statements, state.least);
  controls.show(state);
  evidence.show(statements, state.selected);
  timeline.show(statements, state);
  relationsTable(data, found, select);
  topTables(data, found, statements, select);
  picture?.show(found, state.selected);
  byId("nothing").hidden = found.length > 0;
  byId("passing").textContent = statements.length === data.statements.length
    ? counted(statements.length, "statement")
    : `${statements.length.toLocaleString("en")} of ${counted(data.statements.length, "statement")}`;
}

function startPicture() {
  try {
    if (canDraw()) return new Picture(data, select);
  } catch (error) {
    console.warn("The picture cannot be drawn.", error);
  }
  byId("no-picture").hidden = false;
  byId("as-picture").setAttribute("disabled", "");
  showAs(true);
  return null;
}

function showAs(table) {
  byId("picture").hidden = table;
  byId("keys").hidden = table;
  byId("relations").hidden = !table;
  byId("as-table").setAttribute("aria-pressed", String(table));
  byId("as-picture").setAttribute("aria-pressed", String(!table));
}

function summarise() {
  const all = relations(data.statements);
  const actors = new Set(all.flatMap(({ source, target }) => [source, target]));
  const acts = data.statements.filter((statement) => statement.type !== null).length;
  const dates = data.papers.map((paper) => paper.date).filter(Boolean).sort();
  const span = dates.length > 0 ? [`${dates[0]} to ${dates[dates.length - 1]}`] : [];
  byId("summary").textContent = [
    counted(data.statements.length, "statement"), counted(acts, "political act"), counted(actors.size, "actor"),
    counted(all.length, "relation"), ...(data.papers.length > 1 ? span : dates),
  ].join(" · ");
  byId("made").textContent = `Read by ${data.models || "no model"}.`;
  const line = (colour, label) => element("span", {}, element("i", { class: `stroke ${colour}`, "aria-hidden": "true" }), label);
  byId("legend").append(
    ...data.quads.map((label, place) => line(`quad-${place}`, label)), line(NO_QUAD, "no political act"),
    ...Object.entries(GROUPS).map(([name, label]) => element("span", {}, swatch(`dot group-${name}`), label)));
}
