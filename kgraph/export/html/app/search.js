/**
 * A search box for actors: a combobox with a list, after the ARIA Authoring Practices.
 *
 * @typedef {import("./data.js").Entity} Entity
 */
import { counted, element } from "./dom.js";

const MOST = 8;

/**
 * @param {{entity: Entity, count: number}[]} actors The most frequent first.
 * @param {(actor: number) => void} onchoose
 * @returns {HTMLElement}
 */
export function searchBox(actors, onchoose) {
  const sought = actors.map(({ entity, count }) => ({ entity, count, words: folded(`${entity.label} | ${entity.names}`) }));
  const list = element("ul", { id: "found-actors", class: "options", role: "listbox", "aria-label": "Actors", hidden: true });
  const input = /** @type {HTMLInputElement} */ (element("input", {
    id: "find-actor", type: "search", role: "combobox", "aria-controls": "found-actors", "aria-expanded": "false",
    "aria-autocomplete": "list", placeholder: actors.length > 0 ? `such as ${actors[0].entity.label}` : "none", spellcheck: "false",
  }));
  let found = [];
  let current = 0;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (entity) => {
    input.value = "";
    close();
    onchoose(entity.id);
  };
  const draw = () => {
    const options = found.map(({ entity, count }, place) => element("li", {
      id: `found-${place}`, role: "option", "aria-selected": String(place === current),
      // Before the input loses its focus, which closes the list.
      onpointerdown: (event) => {
        event.preventDefault();
        choose(entity);
      },
    }, entity.label, element("span", { class: "count" }, counted(count, "statement"))));
    list.replaceChildren(...(options.length > 0 ? options : [element("li", { class: "count" }, "No actor of this name.")]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (options.length > 0) input.setAttribute("aria-activedescendant", `found-${current}`);
  };
  input.addEventListener("input", () => {
    const words = folded(input.value.trim());
    current = 0;
    found = sought.filter((each) => each.words.includes(words)).slice(0, MOST);
    if (words === "") close();
    else draw();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && found.length > 0) choose(found[current].entity);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || list.hidden || found.length === 0) return;
    event.preventDefault();
    current = (current + step + found.length) % found.length;
    draw();
  });
  input.addEventListener("blur", close);
  return element("div", { class: "search" }, element("label", { class: "label", for: "find-actor" }, "Actor"), input, list);
}

/** Words without case and accents, as they are compared. */
function folded(words) {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
