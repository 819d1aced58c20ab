/**
 * Elements out of plain values. Text is always set as text, so that no words of an article can become markup.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * The element of the page with an id.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * A new element.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on…` is a listener, `true` an empty attribute, `false` and null none.
 * @param {...(Node | string | null)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  return /** @type {HTMLElement} */ (fill(document.createElement(tag), attributes, children));
}

/**
 * A new element of a drawing.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null)} children
 * @returns {SVGElement}
 */
export function shape(tag, attributes = {}, ...children) {
  return /** @type {SVGElement} */ (fill(document.createElementNS(SVG, tag), attributes, children));
}

/**
 * A button that looks like a link.
 * @param {string} words
 * @param {() => void} onclick
 * @returns {HTMLElement}
 */
export function link(words, onclick) {
  return element("button", { type: "button", class: "link", onclick }, words);
}

/**
 * A small square or dot in the colour of a class.
 * @param {string} name
 */
export function swatch(name) {
  return element("span", { class: `swatch ${name}`, "aria-hidden": "true" });
}

/**
 * A number with its noun.
 * @param {number} count
 * @param {string} noun
 */
export function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

function fill(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}
