/**
 * The page's colours as WebGL takes them, read from its style so that light and dark have one source.
 */
import { NO_QUAD } from "./data.js";

/**
 * The colours of the scheme in use.
 * @returns {{quads: Record<string, string>, groups: Record<string, string>, ink: string, surface: string, line: string,
 *   accent: string}}
 */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  const named = (names) => Object.fromEntries(names.map((name) => [name, of(name)]));
  return {
    quads: named(["quad-0", "quad-1", "quad-2", "quad-3", NO_QUAD]),
    groups: named(["state", "organization", "person", "place", "thing"]),
    ink: of("ink"), surface: of("surface"), line: of("line"), accent: of("accent"),
  };
}

/**
 * A colour mixed with the ground, as lines without a fact are drawn.
 * @param {string} colour `#rrggbb`
 * @param {string} ground `#rrggbb`
 * @param {number} share Of the colour, between 0 and 1.
 */
export function pale(colour, ground, share) {
  const parts = (hex) => [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));
  const under = parts(ground);
  const mixed = parts(colour).map((part, place) => Math.round(part * share + under[place] * (1 - share)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
