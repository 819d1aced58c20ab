/**
 * The data of the page, as records. `kgraph/export/html/payload.py` tells what the rows hold.
 *
 * @typedef {{id: number, label: string, type: string, group: string, country: string, names: string}} Entity
 * @typedef {{title: string, date: string, source: string, link: string}} Paper
 * @typedef {{name: string, label: string, quad: string, quadClass: string}} Type
 * @typedef {{id: number, sentence: string, paper: Paper, predicate: string, type: Type | null, quad: string,
 *   date: string, standing: string, manner: string, marks: number[], subject: Entity | string | null,
 *   object: Entity | string | null, pairs: [number, number][], entities: number[],
 *   voices: (Entity | string | null)[]}} Statement
 * @typedef {{words: string, kind: string, count: number, ambiguous: number, example: string}} Gap
 * @typedef {{models: string, quads: string[], types: Type[], entities: Entity[], papers: Paper[],
 *   statements: Statement[], gaps: any, sources: string[]}} Data
 */

/** What stands for a missing value in filters. */
export const NONE = "-";
/** The CSS class of what has no quad class. */
export const NO_QUAD = "quad-none";
/** How far statements stand, with the words for it. */
export const STANDINGS = { fact: "stated as fact", claimed: "claimed", denied: "denied", open: "open" };
/** Groups of entities, with the words for them. */
export const GROUPS = {
  state: "state", organization: "organisation", person: "person or group", place: "place", thing: "thing",
};

/**
 * Reads the page's data.
 * @param {string} json
 * @returns {Data}
 */
export function read(json) {
  const raw = JSON.parse(json);
  const entities = raw.entities.map(([label, type, group, country, names], id) =>
    ({ id, label, type, group, country, names }));
  const papers = raw.documents.map(([title, date, source, link]) => ({ title, date, source, link }));
  const types = raw.types.map(([name, label, quad]) => {
    const place = raw.quads.indexOf(quad);
    return { name, label, quad, quadClass: place < 0 ? NO_QUAD : `quad-${place}` };
  });
  const who = (value) => (typeof value === "number" ? entities[value] : value);
  const statements = raw.statements.map((row, id) => {
    const [sentence, predicate, type, date, manner, marks, subject, object, pairs, named, voices] = row;
    const [paper, words] = raw.sentences[sentence];
    const [standing, told] = raw.manners[manner];
    const coded = type < 0 ? null : types[type];
    return {
      id, sentence: words, paper: papers[paper], predicate: raw.predicates[predicate], type: coded,
      quad: coded ? coded.quadClass : NO_QUAD, date: date < 0 ? "" : raw.dates[date], standing, manner: told, marks,
      subject: who(subject), object: who(object), pairs: inPairs(pairs), entities: named, voices: voices.map(who),
    };
  });
  types.sort((one, other) => one.quadClass.localeCompare(other.quadClass) || one.name.localeCompare(other.name));
  const sources = [...new Set(papers.map((paper) => paper.source || NONE))].sort((a, b) => a.localeCompare(b));
  return { models: raw.models, quads: raw.quads, types, entities, papers, statements, gaps: raw.gaps, sources };
}

/**
 * The name of somebody in a statement.
 * @param {Entity | string | null} who
 */
export function nameOf(who) {
  return who === null ? "" : typeof who === "string" ? who : who.label;
}

function inPairs(flat) {
  const pairs = [];
  for (let place = 0; place < flat.length; place += 2) pairs.push([flat[place], flat[place + 1]]);
  return pairs;
}
