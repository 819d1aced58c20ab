/**
 * Statements added up: relations, actors, event types, and bars of time.
 *
 * @typedef {import("./data.js").Statement} Statement
 * @typedef {{key: string, source: number, target: number, count: number, facts: number, quads: Record<string, number>}}
 *   Relation
 * @typedef {{actor: number, count: number, acts: number, suffers: number}} ActorSum
 * @typedef {{start: string, end: string, quads: Record<string, number>, count: number}} Bar
 */
import { NO_QUAD } from "./data.js";

const FITTING_BARS = 90;
const MOST_BARS = 1500;
const UNITS = ["day", "week", "month", "year"];
const DAY = 86_400_000;

/** The key of a relation. */
export const keyOf = (source, target) => `${source}>${target}`;

/**
 * The relations of statements, the most frequent first.
 * @param {Statement[]} statements
 * @param {number} [least] The fewest statements of one.
 * @returns {Relation[]}
 */
export function relations(statements, least = 1) {
  /** @type {Map<string, Relation>} */
  const found = new Map();
  for (const statement of statements) {
    for (const [source, target] of statement.pairs) {
      const key = keyOf(source, target);
      const known = found.get(key) ?? { key, source, target, count: 0, facts: 0, quads: {} };
      known.count += 1;
      known.facts += statement.standing === "fact" ? 1 : 0;
      add(known.quads, statement.quad);
      found.set(key, known);
    }
  }
  return [...found.values()].filter((each) => each.count >= least).sort((a, b) => b.count - a.count);
}

/**
 * The quad class of most of a relation's political acts.
 * @param {Record<string, number>} quads
 */
export function mainQuad(quads) {
  const acts = Object.entries(quads).filter(([name]) => name !== NO_QUAD);
  return acts.sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0] ?? NO_QUAD;
}

/**
 * Who takes part in relations, the most frequent first.
 * @param {Relation[]} found
 * @returns {ActorSum[]}
 */
export function actors(found) {
  /** @type {Map<number, ActorSum>} */
  const sums = new Map();
  const of = (actor) => {
    if (!sums.has(actor)) sums.set(actor, { actor, count: 0, acts: 0, suffers: 0 });
    return sums.get(actor);
  };
  for (const { source, target, count } of found) {
    of(source).acts += count;
    of(target).suffers += count;
  }
  for (const sum of sums.values()) sum.count = sum.acts + sum.suffers;
  return [...sums.values()].sort((a, b) => b.count - a.count || a.actor - b.actor);
}

/**
 * How often each value comes up, the most frequent first.
 * @template T
 * @param {Iterable<T>} values
 * @returns {[T, number][]}
 */
export function tally(values) {
  /** @type {Map<T, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/**
 * The political acts among statements by time, without gaps between the first bar and the last.
 * A few acts far from all others (a date of long ago in a text) are left out where no limit is set.
 * @param {Statement[]} statements
 * @param {string} unit `day`, `week`, `month`, `year`, or empty for the finest that gives few enough bars;
 *   one that gives far too many is made coarser.
 * @param {{from: string, to: string}} limits ISO dates or empty.
 * @returns {{unit: string, bars: Bar[], outside: number}}
 */
export function bars(statements, unit, limits) {
  const acts = statements.filter((statement) => statement.type && statement.date);
  const dates = acts.map((statement) => statement.date).sort();
  if (dates.length === 0) return { unit: unit || "day", bars: [], outside: 0 };
  const spare = Math.floor(dates.length / 100);
  const first = limits.from || dates[spare];
  const last = limits.to || dates[dates.length - 1 - spare];
  const [finest, most] = unit ? [UNITS.indexOf(unit), MOST_BARS] : [0, FITTING_BARS];
  const chosen = UNITS.slice(finest).find((each) => spanned(first, last, each) <= most) ?? "year";
  /** @type {Map<string, Bar>} */
  const found = new Map();
  const end = startOf(last, chosen);
  for (let start = startOf(first, chosen); start <= end; start = nextOf(start, chosen)) {
    found.set(start, { start, end: dayBefore(nextOf(start, chosen)), quads: {}, count: 0 });
  }
  let outside = 0;
  for (const statement of acts) {
    const bar = found.get(startOf(statement.date, chosen));
    if (bar === undefined) outside += 1;
    else {
      bar.count += 1;
      add(bar.quads, statement.quad);
    }
  }
  return { unit: chosen, bars: [...found.values()], outside };
}

function add(counts, name) {
  counts[name] = (counts[name] ?? 0) + 1;
}

const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
const iso = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);
const dayBefore = (date) => iso(time(date) - DAY);

function spanned(first, last, unit) {
  const days = (time(last) - time(first)) / DAY + 1;
  return days / { day: 1, week: 7, month: 30.4, year: 365.25 }[unit];
}

function startOf(date, unit) {
  if (unit === "day") return date;
  if (unit === "month") return `${date.slice(0, 7)}-01`;
  if (unit === "year") return `${date.slice(0, 4)}-01-01`;
  const monday = (new Date(time(date)).getUTCDay() + 6) % 7;
  return iso(time(date) - monday * DAY);
}

function nextOf(start, unit) {
  if (unit === "day") return iso(time(start) + DAY);
  if (unit === "week") return iso(time(start) + 7 * DAY);
  const [year, month] = start.split("-").map(Number);
  return iso(unit === "month" ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1));
}
