/**
 * The sentences behind what is selected, or behind all that passes the filters.
 *
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Statement} Statement
 * @typedef {import("./data.js").Entity} Entity
 * @typedef {import("./filters.js").Selection} Selection
 */
import { GROUPS, nameOf, STANDINGS } from "./data.js";
import { byId, counted, element, link, swatch } from "./dom.js";

const PAGE = 20;
const FEW = 5; // where the list stands between the graph and the rest of the page

/** The list of sentences. */
export class Evidence {
  /**
   * @param {Data} data
   * @param {{select: (selection: Selection | null) => void, narrow: (actor: number) => void}} actions
   */
  constructor(data, actions) {
    this.data = data;
    this.actions = actions;
    this.list = byId("evidence-list");
    byId("evidence-close").addEventListener("click", () => actions.select(null));
    byId("evidence-more").addEventListener("click", () => this.#more());
  }

  /**
   * Shows what supports a selection among the statements that pass.
   * @param {Statement[]} statements
   * @param {Selection | null} selected
   */
  show(statements, selected) {
    const { title, about, found, buttons } = this.#chosen(statements, selected);
    byId("evidence-title").textContent = title;
    byId("evidence-about").textContent = about;
    byId("evidence-close").hidden = selected === null;
    byId("evidence-actions").replaceChildren(...buttons);
    this.rest = found;
    this.list.replaceChildren();
    this.#more(selected === null && !matchMedia("(min-width: 1100px)").matches ? FEW : PAGE);
  }

  #chosen(statements, selected) {
    const { entities } = this.data;
    if (selected === null) {
      const about = statements.length === 0
        ? (this.data.statements.length === 0 ? "There is no statement." : "No statement passes the filters.")
        : `${counted(statements.length, "statement")}; choose an actor or a line in the graph, or a row of a table, for its own.`;
      return { title: "Sentences", about, found: statements, buttons: [] };
    }
    if (selected.kind === "actor") {
      const entity = entities[selected.actor];
      const found = statements.filter((statement) => statement.entities.includes(selected.actor));
      const known = [kindOf(entity), entity.country, entity.names && `also ${entity.names.replaceAll(" | ", ", ")}`];
      return {
        title: entity.label, about: `${counted(found.length, "statement")} · ${known.filter(Boolean).join(" · ")}`, found,
        buttons: [this.#narrowing(selected.actor)],
      };
    }
    const { source, target } = selected;
    const found = between(statements, source, target);
    const back = between(statements, target, source).length;
    const turned = link(`${counted(back, "statement")} the other way`, () =>
      this.actions.select({ kind: "pair", source: target, target: source }));
    return {
      title: `${entities[source].label} → ${entities[target].label}`, about: counted(found.length, "statement"), found,
      buttons: [...(back > 0 ? [turned] : []), ...[source, target].map((end) => this.#actor(entities[end]))],
    };
  }

  #narrowing(actor) {
    return element("button", { type: "button", onclick: () => this.actions.narrow(actor) }, "Filter by this actor");
  }

  #actor(entity) {
    return link(entity.label, () => this.actions.select({ kind: "actor", actor: entity.id }));
  }

  #more(count = PAGE) {
    const next = this.rest.slice(0, count);
    this.rest = this.rest.slice(count);
    const first = this.list.children.length;
    this.list.append(...next.map((statement) => this.#item(statement)));
    const more = byId("evidence-more");
    more.hidden = this.rest.length === 0;
    more.textContent = `Show ${Math.min(PAGE, this.rest.length)} more of ${this.rest.length.toLocaleString("en")}`;
    if (first > 0) this.list.children[first]?.querySelector("button, a")?.focus({ preventScroll: true });
  }

  /** One statement: who does what, how it stands, its sentence, who says it, and where it was published. */
  #item(statement) {
    const { type, standing, manner } = statement;
    const subject = statement.subject === null ? element("span", { class: "from" }, "(nobody named)") : this.#who(statement.subject);
    const said = element("p", { class: "said" }, subject, element("strong", {}, statement.predicate),
      statement.object === null ? null : this.#who(statement.object));
    if (type) said.append(element("span", { class: "tag" }, swatch(statement.quad), type.label));
    const stands = manner && standing !== "fact" ? `${STANDINGS[standing]}: ${manner}` : STANDINGS[standing];
    said.append(element("span", { class: "tag" }, standing === "denied" && manner === "not" ? "denied" : stands));
    return element("li", { "data-statement": statement.id }, said,
      element("blockquote", { class: "quote" }, ...marked(statement)), this.#voices(statement), origin(statement));
  }

  #who(who) {
    return typeof who === "string" ? element("span", {}, who) : this.#actor(who);
  }

  /** The chain of who says it, the nearest voice first. */
  #voices({ voices }) {
    if (voices.length === 0) return null;
    const told = element("p", { class: "from" }, "according to ");
    [...voices].reverse().forEach((voice, place) => {
      if (place > 0) told.append(", according to ");
      if (voice === null) told.append("a source that the text leaves open");
      else told.append(typeof voice === "string" ? voice : this.#actor(voice));
    });
    return told;
  }
}

/** The sentence, its trigger words in `mark`, the words of both sides underlined; of overlapping words the first. */
function marked({ sentence, marks }) {
  const spans = ["mark", "span", "span"].map((tag, place) => ({ tag, start: marks[2 * place], end: marks[2 * place + 1] }));
  const chosen = [];
  for (const span of spans) {
    const free = chosen.every((other) => span.end <= other.start || other.end <= span.start);
    if (span.start >= 0 && span.end > span.start && free) chosen.push(span);
  }
  chosen.sort((one, other) => one.start - other.start);
  const pieces = [];
  let place = 0;
  for (const { tag, start, end } of chosen) {
    pieces.push(sentence.slice(place, start));
    pieces.push(element(tag, tag === "span" ? { class: "side" } : {}, sentence.slice(start, end)));
    place = end;
  }
  return [...pieces, sentence.slice(place)];
}

/** Date, source and title, the title with its link if it has one that leads to the web. */
function origin({ date, paper }) {
  const title = /^https?:\/\//i.test(paper.link)
    ? element("a", { href: paper.link, target: "_blank", rel: "noopener noreferrer" }, paper.title)
    : element("span", {}, paper.title);
  const before = [date && date !== paper.date ? `of ${date}` : "", paper.source, paper.date].filter(Boolean).join(" · ");
  return element("p", { class: "from" }, before ? `${before} · ` : "", title);
}

function between(statements, source, target) {
  return statements.filter(({ pairs }) => pairs.some(([one, other]) => one === source && other === target));
}

/** What an entity is, in words: its class, or the group of classes it belongs to. */
function kindOf({ type, group }) {
  return type ? type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase() : GROUPS[group];
}
