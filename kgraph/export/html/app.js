/*! built from d7e096cc1ba737910a476a64d61bf79c0e5a26edabc3e757ab2714f443f514c6 */
(() => {
  var __typeError = (msg) => {
    throw TypeError(msg);
  };
  var __accessCheck = (obj, member, msg) => member.has(obj) || __typeError("Cannot " + msg);
  var __privateAdd = (obj, member, value) => member.has(obj) ? __typeError("Cannot add the same private member more than once") : member instanceof WeakSet ? member.add(obj) : member.set(obj, value);
  var __privateMethod = (obj, member, method) => (__accessCheck(obj, member, "access private method"), method);

  // ../app/data.js
  var NONE = "-";
  var NO_QUAD = "quad-none";
  var STANDINGS = { fact: "stated as fact", claimed: "claimed", denied: "denied", open: "open" };
  var GROUPS = {
    state: "state",
    organization: "organisation",
    person: "person or group",
    place: "place",
    thing: "thing"
  };
  function read(json) {
    const raw = JSON.parse(json);
    const entities = raw.entities.map(([label, type, group, country, names], id) => ({ id, label, type, group, country, names }));
    const papers = raw.documents.map(([title, date, source, link2]) => ({ title, date, source, link: link2 }));
    const types = raw.types.map(([name, label, quad]) => {
      const place = raw.quads.indexOf(quad);
      return { name, label, quad, quadClass: place < 0 ? NO_QUAD : `quad-${place}` };
    });
    const who = (value) => typeof value === "number" ? entities[value] : value;
    const statements = raw.statements.map((row, id) => {
      const [sentence, predicate, type, date, manner, marks, subject, object, pairs, named2, voices] = row;
      const [paper, words] = raw.sentences[sentence];
      const [standing, told] = raw.manners[manner];
      const coded = type < 0 ? null : types[type];
      return {
        id,
        sentence: words,
        paper: papers[paper],
        predicate: raw.predicates[predicate],
        type: coded,
        quad: coded ? coded.quadClass : NO_QUAD,
        date: date < 0 ? "" : raw.dates[date],
        standing,
        manner: told,
        marks,
        subject: who(subject),
        object: who(object),
        pairs: inPairs(pairs),
        entities: named2,
        voices: voices.map(who)
      };
    });
    types.sort((one, other) => one.quadClass.localeCompare(other.quadClass) || one.name.localeCompare(other.name));
    const sources = [...new Set(papers.map((paper) => paper.source || NONE))].sort((a, b) => a.localeCompare(b));
    return { models: raw.models, quads: raw.quads, types, entities, papers, statements, gaps: raw.gaps, sources };
  }
  function inPairs(flat) {
    const pairs = [];
    for (let place = 0; place < flat.length; place += 2) pairs.push([flat[place], flat[place + 1]]);
    return pairs;
  }

  // ../app/dom.js
  var SVG = "http://www.w3.org/2000/svg";
  function byId(id) {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`the page has no #${id}`);
    return found;
  }
  function element(tag, attributes = {}, ...children) {
    return (
      /** @type {HTMLElement} */
      fill(document.createElement(tag), attributes, children)
    );
  }
  function shape(tag, attributes = {}, ...children) {
    return (
      /** @type {SVGElement} */
      fill(document.createElementNS(SVG, tag), attributes, children)
    );
  }
  function link(words, onclick) {
    return element("button", { type: "button", class: "link", onclick }, words);
  }
  function swatch(name) {
    return element("span", { class: `swatch ${name}`, "aria-hidden": "true" });
  }
  function counted(count, noun) {
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

  // ../app/filters.js
  var FACETS = (
    /** @type {const} */
    ["type", "standing", "source"]
  );
  var DAY = /^\d{4}-\d\d-\d\d$/;
  function initial() {
    return {
      hidden: { type: /* @__PURE__ */ new Set(), standing: /* @__PURE__ */ new Set(), source: /* @__PURE__ */ new Set() },
      actors: [],
      from: "",
      to: "",
      least: 1,
      selected: null
    };
  }
  function valueOf(statement, facet) {
    if (facet === "type") return statement.type ? statement.type.name : NONE;
    return facet === "standing" ? statement.standing : statement.paper.source || NONE;
  }
  function passing(data2, state2) {
    const { hidden, actors: actors2, from, to } = state2;
    return data2.statements.filter((statement) => FACETS.every((facet) => !hidden[facet].has(valueOf(statement, facet))) && (!from || statement.date !== "" && statement.date >= from) && (!to || statement.date !== "" && statement.date <= to) && actors2.every((actor) => statement.entities.includes(actor)));
  }
  function isFiltered(state2) {
    return FACETS.some((facet) => state2.hidden[facet].size > 0) || state2.actors.length > 0 || state2.from !== "" || state2.to !== "" || state2.least > 1;
  }
  function toHash(state2, data2) {
    const told = new URLSearchParams();
    for (const facet of FACETS) for (const value of [...state2.hidden[facet]].sort()) told.append(`no-${facet}`, value);
    for (const actor of state2.actors) told.append("actor", data2.entities[actor].label);
    if (state2.from) told.set("from", state2.from);
    if (state2.to) told.set("to", state2.to);
    if (state2.least > 1) told.set("least", String(state2.least));
    const { selected } = state2;
    if (selected?.kind === "actor") told.append("show", data2.entities[selected.actor].label);
    if (selected?.kind === "pair") {
      for (const end of [selected.source, selected.target]) told.append("show", data2.entities[end].label);
    }
    return told.toString();
  }
  function fromHash(hash, data2) {
    const told = new URLSearchParams(hash.replace(/^#/, ""));
    const state2 = initial();
    const named2 = (name) => told.getAll(name).map((label) => data2.entities.findIndex((entity) => entity.label === label)).filter((place) => place >= 0);
    for (const facet of FACETS) told.getAll(`no-${facet}`).forEach((value) => state2.hidden[facet].add(value));
    state2.actors = named2("actor");
    for (const end of ["from", "to"]) if (DAY.test(told.get(end) ?? "")) state2[end] = told.get(end);
    state2.least = Math.max(1, Math.trunc(Number(told.get("least"))) || 1);
    const shown = named2("show");
    if (shown.length === 1) state2.selected = { kind: "actor", actor: shown[0] };
    if (shown.length === 2) state2.selected = { kind: "pair", source: shown[0], target: shown[1] };
    return state2;
  }

  // ../app/search.js
  var MOST = 8;
  function searchBox(actors2, onchoose) {
    const sought = actors2.map(({ entity, count }) => ({ entity, count, words: folded(`${entity.label} | ${entity.names}`) }));
    const list = element("ul", { id: "found-actors", class: "options", role: "listbox", "aria-label": "Actors", hidden: true });
    const input = (
      /** @type {HTMLInputElement} */
      element("input", {
        id: "find-actor",
        type: "search",
        role: "combobox",
        "aria-controls": "found-actors",
        "aria-expanded": "false",
        "aria-autocomplete": "list",
        placeholder: actors2.length > 0 ? `such as ${actors2[0].entity.label}` : "none",
        spellcheck: "false"
      })
    );
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
    const draw2 = () => {
      const options = found.map(({ entity, count }, place) => element("li", {
        id: `found-${place}`,
        role: "option",
        "aria-selected": String(place === current),
        // Before the input loses its focus, which closes the list.
        onpointerdown: (event) => {
          event.preventDefault();
          choose(entity);
        }
      }, entity.label, element("span", { class: "count" }, counted(count, "statement"))));
      list.replaceChildren(...options.length > 0 ? options : [element("li", { class: "count" }, "No actor of this name.")]);
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      if (options.length > 0) input.setAttribute("aria-activedescendant", `found-${current}`);
    };
    input.addEventListener("input", () => {
      const words = folded(input.value.trim());
      current = 0;
      found = sought.filter((each) => each.words.includes(words)).slice(0, MOST);
      if (words === "") close();
      else draw2();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      if (event.key === "Enter") {
        event.preventDefault();
        if (!list.hidden && found.length > 0) choose(found[current].entity);
      }
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step === void 0 || list.hidden || found.length === 0) return;
      event.preventDefault();
      current = (current + step + found.length) % found.length;
      draw2();
    });
    input.addEventListener("blur", close);
    return element("div", { class: "search" }, element("label", { class: "label", for: "find-actor" }, "Actor"), input, list);
  }
  function folded(words) {
    return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  // ../app/sums.js
  var FITTING_BARS = 90;
  var MOST_BARS = 1500;
  var UNITS = ["day", "week", "month", "year"];
  var DAY2 = 864e5;
  var keyOf = (source, target) => `${source}>${target}`;
  function relations(statements, least = 1) {
    const found = /* @__PURE__ */ new Map();
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
  function mainQuad(quads) {
    const acts = Object.entries(quads).filter(([name]) => name !== NO_QUAD);
    return acts.sort(([a, m], [b, n]) => n - m || a.localeCompare(b))[0]?.[0] ?? NO_QUAD;
  }
  function actors(found) {
    const sums = /* @__PURE__ */ new Map();
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
  function tally(values) {
    const counts = /* @__PURE__ */ new Map();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }
  function bars(statements, unit, limits) {
    const acts = statements.filter((statement) => statement.type && statement.date);
    const dates = acts.map((statement) => statement.date).sort();
    if (dates.length === 0) return { unit: unit || "day", bars: [], outside: 0 };
    const spare = Math.floor(dates.length / 100);
    const first = limits.from || dates[spare];
    const last = limits.to || dates[dates.length - 1 - spare];
    const [finest, most] = unit ? [UNITS.indexOf(unit), MOST_BARS] : [0, FITTING_BARS];
    const chosen = UNITS.slice(finest).find((each) => spanned(first, last, each) <= most) ?? "year";
    const found = /* @__PURE__ */ new Map();
    const end = startOf(last, chosen);
    for (let start = startOf(first, chosen); start <= end; start = nextOf(start, chosen)) {
      found.set(start, { start, end: dayBefore(nextOf(start, chosen)), quads: {}, count: 0 });
    }
    let outside = 0;
    for (const statement of acts) {
      const bar = found.get(startOf(statement.date, chosen));
      if (bar === void 0) outside += 1;
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
  var time = (iso2) => Date.parse(`${iso2}T00:00:00Z`);
  var iso = (milliseconds) => new Date(milliseconds).toISOString().slice(0, 10);
  var dayBefore = (date) => iso(time(date) - DAY2);
  function spanned(first, last, unit) {
    const days = (time(last) - time(first)) / DAY2 + 1;
    return days / { day: 1, week: 7, month: 30.4, year: 365.25 }[unit];
  }
  function startOf(date, unit) {
    if (unit === "day") return date;
    if (unit === "month") return `${date.slice(0, 7)}-01`;
    if (unit === "year") return `${date.slice(0, 4)}-01-01`;
    const monday = (new Date(time(date)).getUTCDay() + 6) % 7;
    return iso(time(date) - monday * DAY2);
  }
  function nextOf(start, unit) {
    if (unit === "day") return iso(time(start) + DAY2);
    if (unit === "week") return iso(time(start) + 7 * DAY2);
    const [year, month] = start.split("-").map(Number);
    return iso(unit === "month" ? Date.UTC(year, month, 1) : Date.UTC(year + 1, 0, 1));
  }

  // ../app/controls.js
  var _Controls_instances, search_fn, time_fn, types_fn, standings_fn, sources_fn, least_fn, box_fn, counts_fn;
  var Controls = class {
    /**
     * @param {Data} data
     * @param {(change: (state: State) => State) => void} update
     */
    constructor(data2, update2) {
      __privateAdd(this, _Controls_instances);
      this.data = data2;
      this.update = update2;
      this.boxes = [];
      this.chips = element("div", { class: "chips" });
      this.reset = element(
        "button",
        { type: "button", onclick: () => update2((state2) => ({ ...initial(), selected: state2.selected })) },
        "Reset all filters"
      );
      byId("controls").addEventListener("submit", (event) => event.preventDefault());
      byId("controls").append(
        element("div", {}, __privateMethod(this, _Controls_instances, search_fn).call(this), this.chips),
        __privateMethod(this, _Controls_instances, time_fn).call(this),
        __privateMethod(this, _Controls_instances, types_fn).call(this),
        __privateMethod(this, _Controls_instances, standings_fn).call(this),
        __privateMethod(this, _Controls_instances, sources_fn).call(this),
        __privateMethod(this, _Controls_instances, least_fn).call(this),
        this.reset
      );
    }
    /**
     * Shows a state.
     * @param {State} state
     */
    show(state2) {
      for (const { input, facet, values } of this.boxes) {
        const off = values.filter((value) => state2.hidden[facet].has(value)).length;
        input.checked = off < values.length;
        input.indeterminate = off > 0 && off < values.length;
      }
      this.from.value = state2.from;
      this.to.value = state2.to;
      this.least.value = String(state2.least);
      this.reset.hidden = !isFiltered(state2);
      this.chips.replaceChildren(...state2.actors.map((actor) => {
        const { label } = this.data.entities[actor];
        const remove = () => this.update((now) => ({ ...now, actors: now.actors.filter((each) => each !== actor) }));
        return element("button", { type: "button", "aria-label": `No longer filter by ${label}`, onclick: remove }, `${label} ✕`);
      }));
    }
  };
  _Controls_instances = new WeakSet();
  search_fn = function() {
    const counts = tally(this.data.statements.flatMap((statement) => statement.entities));
    const actors2 = counts.map(([actor, count]) => ({ entity: this.data.entities[actor], count }));
    return searchBox(actors2, (actor) => this.update((state2) => ({ ...state2, actors: [.../* @__PURE__ */ new Set([...state2.actors, actor])], selected: { kind: "actor", actor } })));
  };
  time_fn = function() {
    const dates = this.data.statements.map((statement) => statement.date).filter(Boolean).sort();
    const limits = dates.length > 0 ? { min: dates[0], max: dates[dates.length - 1] } : {};
    const day = (name) => (
      /** @type {HTMLInputElement} */
      element("input", {
        type: "date",
        ...limits,
        onchange: (event) => this.update((state2) => ({ ...state2, [name]: event.target.value }))
      })
    );
    this.from = day("from");
    this.to = day("to");
    return element("fieldset", {}, element("legend", {}, "Time"), element(
      "div",
      { class: "dates" },
      element("label", {}, "from", this.from),
      element("label", {}, "to", this.to)
    ));
  };
  types_fn = function() {
    const counts = __privateMethod(this, _Controls_instances, counts_fn).call(this, "type");
    const set = element("fieldset", {}, element("legend", {}, "Political acts"));
    for (const [place, quad] of this.data.quads.entries()) {
      const types = this.data.types.filter((type) => type.quad === quad);
      if (types.length === 0) continue;
      set.append(__privateMethod(this, _Controls_instances, box_fn).call(this, "type", types.map((type) => type.name), quad, counts, { colour: `quad-${place}` }));
      set.append(...types.map((type) => __privateMethod(this, _Controls_instances, box_fn).call(this, "type", [type.name], type.label, counts, { sub: true })));
    }
    const rest = this.data.types.filter((type) => type.quad === "").map((type) => __privateMethod(this, _Controls_instances, box_fn).call(this, "type", [type.name], type.label, counts));
    set.append(...rest, __privateMethod(this, _Controls_instances, box_fn).call(this, "type", [NONE], "no political act", counts, { colour: NO_QUAD }));
    return set;
  };
  standings_fn = function() {
    const counts = __privateMethod(this, _Controls_instances, counts_fn).call(this, "standing");
    return element(
      "fieldset",
      {},
      element("legend", {}, "How it is said"),
      ...Object.entries(STANDINGS).map(([value, label]) => __privateMethod(this, _Controls_instances, box_fn).call(this, "standing", [value], label, counts))
    );
  };
  sources_fn = function() {
    const counts = __privateMethod(this, _Controls_instances, counts_fn).call(this, "source");
    return element(
      "fieldset",
      { hidden: this.data.sources.length < 2 },
      element("legend", {}, "Source"),
      element("div", { class: "long" }, ...this.data.sources.map((source) => __privateMethod(this, _Controls_instances, box_fn).call(this, "source", [source], source === NONE ? "not named" : source, counts)))
    );
  };
  least_fn = function() {
    this.least = /** @type {HTMLInputElement} */
    element("input", {
      type: "number",
      min: 1,
      step: 1,
      inputmode: "numeric",
      onchange: (event) => this.update((state2) => ({ ...state2, least: Math.max(1, Math.trunc(Number(event.target.value)) || 1) }))
    });
    return element(
      "label",
      { class: "wide" },
      element("span", { class: "label" }, "Relations of at least so many statements"),
      this.least
    );
  };
  box_fn = function(facet, values, label, counts, { sub = false, colour = "" } = {}) {
    const input = (
      /** @type {HTMLInputElement} */
      element("input", { type: "checkbox", name: facet, value: values.join(" ") })
    );
    input.addEventListener("change", () => this.update((state2) => {
      const hidden = new Set(state2.hidden[facet]);
      for (const value of values) hidden[input.checked ? "delete" : "add"](value);
      return { ...state2, hidden: { ...state2.hidden, [facet]: hidden } };
    }));
    this.boxes.push({ input, facet, values });
    const count = values.reduce((sum, value) => sum + (counts.get(value) ?? 0), 0);
    return element(
      "label",
      { class: sub ? "choice sub" : "choice" },
      input,
      colour ? swatch(colour) : null,
      element("span", {}, label),
      element("span", { class: "count" }, count.toLocaleString("en"))
    );
  };
  counts_fn = function(facet) {
    return new Map(tally(this.data.statements.map((statement) => valueOf(statement, facet))));
  };

  // ../app/evidence.js
  var PAGE = 20;
  var FEW = 5;
  var _Evidence_instances, chosen_fn, narrowing_fn, actor_fn, more_fn, item_fn, who_fn, voices_fn;
  var Evidence = class {
    /**
     * @param {Data} data
     * @param {{select: (selection: Selection | null) => void, narrow: (actor: number) => void}} actions
     */
    constructor(data2, actions) {
      __privateAdd(this, _Evidence_instances);
      this.data = data2;
      this.actions = actions;
      this.list = byId("evidence-list");
      byId("evidence-close").addEventListener("click", () => actions.select(null));
      byId("evidence-more").addEventListener("click", () => __privateMethod(this, _Evidence_instances, more_fn).call(this));
    }
    /**
     * Shows what supports a selection among the statements that pass.
     * @param {Statement[]} statements
     * @param {Selection | null} selected
     */
    show(statements, selected) {
      const { title, about, found, buttons } = __privateMethod(this, _Evidence_instances, chosen_fn).call(this, statements, selected);
      byId("evidence-title").textContent = title;
      byId("evidence-about").textContent = about;
      byId("evidence-close").hidden = selected === null;
      byId("evidence-actions").replaceChildren(...buttons);
      this.rest = found;
      this.list.replaceChildren();
      __privateMethod(this, _Evidence_instances, more_fn).call(this, selected === null && !matchMedia("(min-width: 1100px)").matches ? FEW : PAGE);
    }
  };
  _Evidence_instances = new WeakSet();
  chosen_fn = function(statements, selected) {
    const { entities } = this.data;
    if (selected === null) {
      const about = statements.length === 0 ? this.data.statements.length === 0 ? "There is no statement." : "No statement passes the filters." : `${counted(statements.length, "statement")}; choose an actor or a line in the graph, or a row of a table, for its own.`;
      return { title: "Sentences", about, found: statements, buttons: [] };
    }
    if (selected.kind === "actor") {
      const entity = entities[selected.actor];
      const found2 = statements.filter((statement) => statement.entities.includes(selected.actor));
      const known = [kindOf(entity), entity.country, entity.names && `also ${entity.names.replaceAll(" | ", ", ")}`];
      return {
        title: entity.label,
        about: `${counted(found2.length, "statement")} · ${known.filter(Boolean).join(" · ")}`,
        found: found2,
        buttons: [__privateMethod(this, _Evidence_instances, narrowing_fn).call(this, selected.actor)]
      };
    }
    const { source, target } = selected;
    const found = between(statements, source, target);
    const back = between(statements, target, source).length;
    const turned = link(`${counted(back, "statement")} the other way`, () => this.actions.select({ kind: "pair", source: target, target: source }));
    return {
      title: `${entities[source].label} → ${entities[target].label}`,
      about: counted(found.length, "statement"),
      found,
      buttons: [...back > 0 ? [turned] : [], ...[source, target].map((end) => __privateMethod(this, _Evidence_instances, actor_fn).call(this, entities[end]))]
    };
  };
  narrowing_fn = function(actor) {
    return element("button", { type: "button", onclick: () => this.actions.narrow(actor) }, "Filter by this actor");
  };
  actor_fn = function(entity) {
    return link(entity.label, () => this.actions.select({ kind: "actor", actor: entity.id }));
  };
  more_fn = function(count = PAGE) {
    const next = this.rest.slice(0, count);
    this.rest = this.rest.slice(count);
    const first = this.list.children.length;
    this.list.append(...next.map((statement) => __privateMethod(this, _Evidence_instances, item_fn).call(this, statement)));
    const more = byId("evidence-more");
    more.hidden = this.rest.length === 0;
    more.textContent = `Show ${Math.min(PAGE, this.rest.length)} more of ${this.rest.length.toLocaleString("en")}`;
    if (first > 0) this.list.children[first]?.querySelector("button, a")?.focus({ preventScroll: true });
  };
  /** One statement: who does what, how it stands, its sentence, who says it, and where it was published. */
  item_fn = function(statement) {
    const { type, standing, manner } = statement;
    const subject = statement.subject === null ? element("span", { class: "from" }, "(nobody named)") : __privateMethod(this, _Evidence_instances, who_fn).call(this, statement.subject);
    const said = element(
      "p",
      { class: "said" },
      subject,
      element("strong", {}, statement.predicate),
      statement.object === null ? null : __privateMethod(this, _Evidence_instances, who_fn).call(this, statement.object)
    );
    if (type) said.append(element("span", { class: "tag" }, swatch(statement.quad), type.label));
    const stands = manner && standing !== "fact" ? `${STANDINGS[standing]}: ${manner}` : STANDINGS[standing];
    said.append(element("span", { class: "tag" }, standing === "denied" && manner === "not" ? "denied" : stands));
    return element(
      "li",
      { "data-statement": statement.id },
      said,
      element("blockquote", { class: "quote" }, ...marked(statement)),
      __privateMethod(this, _Evidence_instances, voices_fn).call(this, statement),
      origin(statement)
    );
  };
  who_fn = function(who) {
    return typeof who === "string" ? element("span", {}, who) : __privateMethod(this, _Evidence_instances, actor_fn).call(this, who);
  };
  /** The chain of who says it, the nearest voice first. */
  voices_fn = function({ voices }) {
    if (voices.length === 0) return null;
    const told = element("p", { class: "from" }, "according to ");
    [...voices].reverse().forEach((voice, place) => {
      if (place > 0) told.append(", according to ");
      if (voice === null) told.append("a source that the text leaves open");
      else told.append(typeof voice === "string" ? voice : __privateMethod(this, _Evidence_instances, actor_fn).call(this, voice));
    });
    return told;
  };
  function marked({ sentence, marks }) {
    const spans = ["mark", "span", "span"].map((tag, place2) => ({ tag, start: marks[2 * place2], end: marks[2 * place2 + 1] }));
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
  function origin({ date, paper }) {
    const title = /^https?:\/\//i.test(paper.link) ? element("a", { href: paper.link, target: "_blank", rel: "noopener noreferrer" }, paper.title) : element("span", {}, paper.title);
    const before = [date && date !== paper.date ? `of ${date}` : "", paper.source, paper.date].filter(Boolean).join(" · ");
    return element("p", { class: "from" }, before ? `${before} · ` : "", title);
  }
  function between(statements, source, target) {
    return statements.filter(({ pairs }) => pairs.some(([one, other]) => one === source && other === target));
  }
  function kindOf({ type, group }) {
    return type ? type.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase() : GROUPS[group];
  }

  // ../app/colours.js
  function colours() {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(`--${name}`).trim();
    const named2 = (names) => Object.fromEntries(names.map((name) => [name, of(name)]));
    return {
      quads: named2(["quad-0", "quad-1", "quad-2", "quad-3", NO_QUAD]),
      groups: named2(["state", "organization", "person", "place", "thing"]),
      ink: of("ink"),
      surface: of("surface"),
      line: of("line"),
      accent: of("accent")
    };
  }
  function pale(colour, ground, share) {
    const parts = (hex) => [1, 3, 5].map((place) => parseInt(hex.slice(place, place + 2), 16));
    const under = parts(ground);
    const mixed = parts(colour).map((part, place) => Math.round(part * share + under[place] * (1 - share)));
    return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  }

  // ../app/layout.js
  var GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
  var SLICE = 40;
  var WORK = 25e4;
  var MOVING = 1e3;
  function spread(graph) {
    let rank = 0;
    graph.forEachNode((node) => {
      const distance = 12 * Math.sqrt(rank + 0.5);
      graph.mergeNodeAttributes(node, {
        x: distance * Math.cos(rank * GOLDEN_ANGLE),
        y: distance * Math.sin(rank * GOLDEN_ANGLE)
      });
      rank += 1;
    });
  }
  function layOut(graph, onend) {
    const draft = graph.copy();
    const settings = {
      ...vendor.forceAtlas2.inferSettings(draft),
      // LinLog (Noack 2007) draws groups apart; strong gravity keeps what hangs on nothing in sight.
      linLogMode: true,
      strongGravityMode: true,
      gravity: 0.05,
      scalingRatio: 2,
      slowDown: 1,
      edgeWeightInfluence: 1,
      barnesHutOptimize: draft.order > 500
    };
    const still = draft.order > MOVING || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const publish = () => graph.updateEachNodeAttributes((node, attributes) => {
      const { x, y } = draft.getNodeAttributes(node);
      return { ...attributes, x, y };
    }, { attributes: ["x", "y"] });
    let rounds = Math.round(Math.min(600, Math.max(50, WORK / Math.max(1, draft.order))));
    const step = () => {
      const end = performance.now() + SLICE;
      do {
        vendor.forceAtlas2.assign(draft, { iterations: 1, settings });
        rounds -= 1;
      } while (rounds > 0 && performance.now() < end);
      if (rounds === 0 || !still) publish();
      if (rounds > 0) setTimeout(step);
      else onend();
    };
    if (draft.order > 1) setTimeout(step);
    else onend();
  }

  // ../app/picture.js
  var FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
  var FAINT = 0.14;
  var CROWD = 60;
  var ARROWS = 4e3;
  var THRONG = 2e3;
  var LARGEST = 20;
  var MOST_FLOOR = 40;
  function canDraw() {
    return document.createElement("canvas").getContext("webgl2") !== null;
  }
  var _Picture_instances, build_fn, settings_fn, node_fn, edge_fn, size_fn, isEnd_fn, isNear_fn, select_fn, label_fn, hover_fn, listen_fn, pair_fn, key_fn, step_fn, walk_fn, told_fn;
  var Picture = class {
    /**
     * @param {Data} data
     * @param {(selection: Selection | null) => void} onselect
     */
    constructor(data2, onselect) {
      __privateAdd(this, _Picture_instances);
      this.data = data2;
      this.onselect = onselect;
      this.shown = /* @__PURE__ */ new Map();
      this.weights = /* @__PURE__ */ new Map();
      this.selected = null;
      this.near = /* @__PURE__ */ new Set();
      this.focus = { node: null, edge: null };
      this.graph = __privateMethod(this, _Picture_instances, build_fn).call(this);
      this.colours = colours();
      this.renderer = new vendor.Sigma(this.graph, byId("canvas"), __privateMethod(this, _Picture_instances, settings_fn).call(this));
      __privateMethod(this, _Picture_instances, listen_fn).call(this);
      afterFrame(() => note("drawn"));
      layOut(this.graph, () => afterFrame(() => note("settled")));
    }
    /**
     * Shows these relations.
     * @param {Relation[]} found
     * @param {Selection | null} selected
     */
    show(found, selected) {
      this.shown = new Map(found.map((relation) => [relation.key, relation]));
      this.weights = new Map(actors(found).map((sum) => [String(sum.actor), sum.count]));
      this.order = [...this.weights.keys()];
      __privateMethod(this, _Picture_instances, select_fn).call(this, selected);
      const crowded = this.order.length > CROWD;
      this.renderer.setSettings({ labelRenderedSizeThreshold: crowded ? 7 : 0, labelDensity: crowded ? 0.6 : 4 });
    }
  };
  _Picture_instances = new WeakSet();
  build_fn = function() {
    const graph = new vendor.Graph({ type: "directed", multi: false });
    const all = relations(this.data.statements);
    const sums = actors(all);
    this.scale = Math.min(1, Math.max(0.55, byId("canvas").clientWidth / 700));
    this.sizes = { most: Math.max(MOST_FLOOR, sums[0]?.count ?? 0), least: sums.length > THRONG ? 1.5 : sums.length > CROWD ? 2.5 : 5 };
    for (const { actor, count } of sums) {
      graph.addNode(String(actor), { label: this.data.entities[actor].label, size: __privateMethod(this, _Picture_instances, size_fn).call(this, count) });
    }
    for (const { key, source, target, count } of all) {
      graph.addDirectedEdgeWithKey(key, String(source), String(target), { weight: 1 + Math.log2(count) });
    }
    spread(graph);
    return graph;
  };
  settings_fn = function() {
    return {
      defaultEdgeType: "arrow",
      enableEdgeEvents: true,
      zIndex: true,
      labelFont: FONT,
      labelSize: 13,
      labelGridCellSize: 110,
      minCameraRatio: 0.03,
      maxCameraRatio: 3,
      hideEdgesOnMove: this.graph.size > 4e3,
      allowInvalidContainer: true,
      stagePadding: 40,
      nodeReducer: (node, attributes) => __privateMethod(this, _Picture_instances, node_fn).call(this, node, attributes),
      edgeReducer: (edge) => __privateMethod(this, _Picture_instances, edge_fn).call(this, edge),
      defaultDrawNodeLabel: (context, node, settings) => __privateMethod(this, _Picture_instances, label_fn).call(this, context, node, settings),
      defaultDrawNodeHover: (context, node, settings) => __privateMethod(this, _Picture_instances, hover_fn).call(this, context, node, settings)
    };
  };
  node_fn = function(node, attributes) {
    const weight = this.weights.get(node);
    if (weight === void 0) return { ...attributes, hidden: true, label: "" };
    const entity = this.data.entities[Number(node)];
    const faint = this.near.size > 0 && !this.near.has(node);
    const colour = this.colours.groups[entity.group];
    return {
      ...attributes,
      size: __privateMethod(this, _Picture_instances, size_fn).call(this, weight),
      hidden: false,
      color: faint ? pale(colour, this.colours.surface, 0.25) : colour,
      label: faint ? "" : attributes.label,
      forceLabel: this.near.has(node) && this.near.size < 40,
      highlighted: node === this.focus.node || __privateMethod(this, _Picture_instances, isEnd_fn).call(this, node),
      zIndex: faint ? 0 : 1
    };
  };
  edge_fn = function(edge) {
    const relation = this.shown.get(edge);
    if (relation === void 0) return { hidden: true };
    const own = __privateMethod(this, _Picture_instances, isNear_fn).call(this, relation);
    const colour = this.colours.quads[mainQuad(relation.quads)];
    const share = own === false ? FAINT : own ? 1 : strength(relation);
    return {
      // Of very many lines the arrowheads cannot be told apart, and take most of the time to draw.
      type: own || this.shown.size <= ARROWS ? "arrow" : "line",
      hidden: false,
      color: pale(colour, this.colours.surface, share),
      zIndex: own === false ? 0 : own ? 2 : 1,
      size: edgeSize(relation.count) + (edge === this.focus.edge ? 2.5 : 0)
    };
  };
  size_fn = function(count) {
    const { least, most } = this.sizes;
    return this.scale * (least + (LARGEST - least) * Math.sqrt(count / most));
  };
  isEnd_fn = function(node) {
    const { selected } = this;
    if (selected === null) return false;
    const ends = selected.kind === "actor" ? [selected.actor] : [selected.source, selected.target];
    return ends.includes(Number(node));
  };
  /** Whether a relation belongs to what is selected; null if nothing is. */
  isNear_fn = function({ source, target }) {
    const { selected } = this;
    if (selected === null) return null;
    if (selected.kind === "actor") return source === selected.actor || target === selected.actor;
    return [selected.source, selected.target].every((end) => end === source || end === target);
  };
  select_fn = function(selected) {
    this.selected = selected;
    const near = [...this.shown.values()].filter((relation) => __privateMethod(this, _Picture_instances, isNear_fn).call(this, relation));
    this.near = new Set(near.flatMap(({ source, target }) => [String(source), String(target)]));
  };
  label_fn = function(context, node, { labelSize }) {
    if (!node.label) return;
    context.font = `500 ${labelSize}px ${FONT}`;
    const [x, y] = [node.x + node.size + 3, node.y + labelSize / 3];
    context.lineWidth = 3.5;
    context.lineJoin = "round";
    context.strokeStyle = this.colours.surface;
    context.strokeText(node.label, x, y);
    context.fillStyle = this.colours.ink;
    context.fillText(node.label, x, y);
  };
  hover_fn = function(context, node, { labelSize }) {
    context.beginPath();
    context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = this.colours.accent;
    context.stroke();
    const label = this.graph.getNodeAttribute(node.key, "label");
    context.font = `600 ${labelSize}px ${FONT}`;
    const width = context.measureText(label).width;
    context.fillStyle = this.colours.surface;
    context.fillRect(node.x + node.size + 4, node.y - labelSize * 0.8, width + 10, labelSize * 1.6);
    context.fillStyle = this.colours.ink;
    context.fillText(label, node.x + node.size + 9, node.y + labelSize / 3);
  };
  listen_fn = function() {
    const { renderer } = this;
    const canvas = byId("canvas");
    renderer.on("clickNode", ({ node }) => this.onselect({ kind: "actor", actor: Number(node) }));
    renderer.on("clickEdge", ({ edge }) => this.onselect(__privateMethod(this, _Picture_instances, pair_fn).call(this, edge)));
    renderer.on("clickStage", () => this.selected && this.onselect(null));
    for (const name of ["Node", "Edge"]) {
      renderer.on(`enter${name}`, () => canvas.classList.add("over"));
      renderer.on(`leave${name}`, () => canvas.classList.remove("over"));
    }
    canvas.addEventListener("keydown", (event) => __privateMethod(this, _Picture_instances, key_fn).call(this, event));
    canvas.addEventListener("blur", () => __privateMethod(this, _Picture_instances, walk_fn).call(this, null, null));
    const camera = renderer.getCamera();
    byId("zoom-in").addEventListener("click", () => camera.animatedZoom(moving(1.6)));
    byId("zoom-out").addEventListener("click", () => camera.animatedUnzoom(moving(1.6)));
    byId("zoom-fit").addEventListener("click", () => camera.animatedReset(moving()));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.colours = colours();
      renderer.refresh();
    });
  };
  pair_fn = function(edge) {
    const { source, target } = this.shown.get(edge);
    return { kind: "pair", source, target };
  };
  key_fn = function(event) {
    const step = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    const zoom = { "+": "zoom-in", "=": "zoom-in", "-": "zoom-out", 0: "zoom-fit" }[event.key];
    const { node, edge } = this.focus;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step !== void 0 && this.order.length > 0) __privateMethod(this, _Picture_instances, step_fn).call(this, ...step);
    else if (zoom !== void 0) byId(zoom).click();
    else if (event.key === "Enter" && edge !== null) this.onselect(__privateMethod(this, _Picture_instances, pair_fn).call(this, edge));
    else if (event.key === "Enter" && node !== null) this.onselect({ kind: "actor", actor: Number(node) });
    else if (event.key === "Escape" && this.selected) this.onselect(null);
    else return;
    event.preventDefault();
  };
  step_fn = function(across, along) {
    const turn = (list, current, by) => {
      const place = current === null ? by > 0 ? -1 : 0 : list.indexOf(current);
      return list[(place + by + list.length) % list.length];
    };
    if (across !== 0 || this.focus.node === null) {
      __privateMethod(this, _Picture_instances, walk_fn).call(this, turn(this.order, this.focus.node, across || 1), null);
      return;
    }
    const own = [...this.shown.values()].filter(({ source, target }) => String(source) === this.focus.node || String(target) === this.focus.node).map(({ key }) => key);
    __privateMethod(this, _Picture_instances, walk_fn).call(this, this.focus.node, turn(own, this.focus.edge, along));
  };
  /** Moves the keyboard's place to a node, or to one of its edges. */
  walk_fn = function(node, edge) {
    if (node === this.focus.node && edge === this.focus.edge) return;
    this.focus = { node, edge };
    this.renderer.refresh({ skipIndexation: true });
    if (node === null) return;
    const entity = this.data.entities[Number(node)];
    byId("spoken").textContent = edge === null ? `${entity.label}, ${entity.type}, in ${counted(this.weights.get(node), "statement")} of relations` : __privateMethod(this, _Picture_instances, told_fn).call(this, this.shown.get(edge));
    const { x, y } = this.renderer.getNodeDisplayData(node);
    this.renderer.getCamera().animate({ x, y }, moving());
  };
  told_fn = function({ source, target, count }) {
    const { entities } = this.data;
    return `${entities[source].label} to ${entities[target].label}, ${counted(count, "statement")}`;
  };
  function afterFrame(then) {
    requestAnimationFrame(() => requestAnimationFrame(then));
  }
  function note(name) {
    byId("canvas").dataset[name] = String(Math.round(performance.now()));
  }
  function moving(factor = 1.6) {
    return { factor, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 250 };
  }
  var strength = ({ count, facts }) => Math.min(1, 0.55 + 0.15 * Math.log2(count)) * (facts > 0 ? 1 : 0.55);
  var edgeSize = (count) => Math.min(7, 1 + 0.9 * Math.log2(count));

  // ../app/tables.js
  var FEW2 = 10;
  var MANY = 50;
  var STEP = 100;
  function table(caption, heads, items, cells, limit = Infinity) {
    const first = items.length > 0 ? cells(items[0]) : [];
    const cell = (tag, value, place, more2 = {}) => element(
      tag,
      { ...typeof first[place] === "number" ? { class: "number" } : {}, ...more2 },
      typeof value === "number" ? value.toLocaleString("en") : value
    );
    const body = element("tbody");
    const fill2 = (some) => body.append(...some.map((item) => element("tr", {}, ...cells(item).map((value, place) => cell("td", value, place)))));
    fill2(items.slice(0, limit));
    const made = element(
      "table",
      {},
      caption ? element("caption", {}, caption) : null,
      element("thead", {}, element("tr", {}, ...heads.map((head, place) => cell("th", head, place, { scope: "col" })))),
      body
    );
    if (items.length === 0) return element("div", {}, made, element("p", { class: "keys" }, "None."));
    if (items.length <= limit) return made;
    const more = element("button", { type: "button", class: "more" });
    let shown = limit;
    const tell = () => {
      const rest = items.length - shown;
      more.textContent = rest <= STEP ? `Show ${rest} more` : `Show ${STEP} more of ${rest.toLocaleString("en")}`;
    };
    more.addEventListener("click", () => {
      fill2(items.slice(shown, shown + STEP));
      shown += STEP;
      if (shown >= items.length) more.remove();
      else tell();
    });
    tell();
    return element("div", {}, made, more);
  }
  function relationsTable(data2, found, onselect) {
    byId("relations").replaceChildren(table("Relations", ["who → whom", "mostly", "statements", "as fact"], found, (relation) => [dyad(data2, relation, onselect), quadName(data2, relation), relation.count, relation.facts], MANY));
  }
  function topTables(data2, found, statements, onselect) {
    byId("top-actors").replaceChildren(table(
      "Actors",
      ["actor", "towards others", "from others"],
      actors(found),
      ({ actor, acts, suffers }) => [link(data2.entities[actor].label, () => onselect({ kind: "actor", actor })), acts, suffers],
      FEW2
    ));
    byId("top-dyads").replaceChildren(table(
      "Dyads",
      ["who → whom", "statements"],
      found,
      (relation) => [dyad(data2, relation, onselect), relation.count],
      FEW2
    ));
    const types = tally(statements.map((statement) => statement.type).filter((type) => type !== null));
    byId("top-types").replaceChildren(table(
      "Event types",
      ["event type", "quad class", "statements"],
      types,
      ([type, count]) => [named(type.label, type.quadClass), type.quad || "–", count],
      FEW2
    ));
  }
  function gapTables({ gaps }) {
    const share = (part, whole) => whole > 0 ? `${Math.round(100 * part / whole)} %` : "none";
    byId("unresolved-about").textContent = `${share(gaps.linked, gaps.mentions)} of ${counted(gaps.mentions, "mention")} of actors linked, ${gaps.ambiguous} ambiguous; predicates of ${share(gaps.known, gaps.statements)} of the statements known, ${share(gaps.coded, gaps.statements)} coded as political acts. Write what lacks into an ontology folder of your own.`;
    const list = (name, title, described) => {
      const total = gaps[`${name}_total`];
      const caption = total > gaps[name].length ? `${title}: the first ${gaps[name].length} of ${total}` : `${title}: ${total}`;
      byId(`gap-${name}`).replaceChildren(
        table(
          caption,
          ["words", ...described ? ["which"] : [], "times", "for example"],
          gaps[name],
          ([words, kind, count, ambiguous, example]) => [
            element("strong", {}, words),
            ...described ? [ambiguous ? `${kind}, ambiguous` : kind] : [],
            count,
            element("q", {}, example)
          ],
          FEW2
        )
      );
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

  // ../app/timeline.js
  var HEIGHT = 180;
  var [LEFT, RIGHT, TOP, BOTTOM] = [36, 4, 8, 22];
  var _Timeline_instances, draw_fn, drawing_fn, stack_fn, listen_fn2, classes_fn, table_fn;
  var Timeline = class {
    /**
     * @param {Data} data
     * @param {(from: string, to: string) => void} onbrush
     */
    constructor(data2, onbrush) {
      __privateAdd(this, _Timeline_instances);
      this.data = data2;
      this.onbrush = onbrush;
      this.unit = /** @type {HTMLSelectElement} */
      byId("unit");
      this.unit.addEventListener("change", () => __privateMethod(this, _Timeline_instances, draw_fn).call(this));
      new ResizeObserver(() => __privateMethod(this, _Timeline_instances, draw_fn).call(this)).observe(byId("bars"));
    }
    /**
     * Shows the political acts among statements.
     * @param {import("./data.js").Statement[]} statements
     * @param {{from: string, to: string}} limits
     */
    show(statements, limits) {
      this.statements = statements;
      this.limits = limits;
      __privateMethod(this, _Timeline_instances, draw_fn).call(this);
    }
  };
  _Timeline_instances = new WeakSet();
  draw_fn = function() {
    if (this.statements === void 0) return;
    const width = Math.max(200, byId("bars").clientWidth);
    const found = bars(this.statements, this.unit.value, this.limits);
    byId("bars-table").replaceChildren(__privateMethod(this, _Timeline_instances, table_fn).call(this, found.bars));
    if (found.bars.length === 0) {
      byId("bars").replaceChildren(element("p", { class: "keys" }, "No dated political act passes the filters."));
      byId("bars-note").textContent = "";
      return;
    }
    const drawing = __privateMethod(this, _Timeline_instances, drawing_fn).call(this, found.bars, found.unit, width);
    byId("bars").replaceChildren(drawing);
    __privateMethod(this, _Timeline_instances, listen_fn2).call(this, drawing, found.bars, width);
    const outside = found.outside > 0 ? ` ${counted(found.outside, "act")} of other times not drawn.` : "";
    byId("bars-note").textContent = `One bar is one ${found.unit}. Draw over the bars to choose a time.${outside}`;
  };
  drawing_fn = function(found, unit, width) {
    const top = Math.max(...found.map((bar) => bar.count));
    const step = (width - LEFT - RIGHT) / found.length;
    const scale = (HEIGHT - TOP - BOTTOM) / top;
    const floor = HEIGHT - BOTTOM;
    const total = found.reduce((sum, bar) => sum + bar.count, 0);
    const told = `${counted(total, "political act")} by ${unit} from ${found[0].start} to ${found[found.length - 1].end}`;
    const drawing = shape("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": told });
    for (const count of /* @__PURE__ */ new Set([top, Math.round(top / 2)])) {
      const y = floor - count * scale;
      drawing.append(
        shape("line", { class: "rule", x1: LEFT, x2: width - RIGHT, y1: y, y2: y }),
        shape("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, String(count))
      );
    }
    drawing.append(shape("line", { class: "rule", x1: LEFT, x2: width - RIGHT, y1: floor, y2: floor }));
    found.forEach((bar, place) => drawing.append(...__privateMethod(this, _Timeline_instances, stack_fn).call(this, bar, LEFT + place * step, step, floor, scale)));
    drawing.append(...labels(found, unit, step, width));
    return drawing;
  };
  stack_fn = function(bar, x, step, floor, scale) {
    let y = floor;
    return __privateMethod(this, _Timeline_instances, classes_fn).call(this).filter(([name]) => bar.quads[name]).map(([name, label]) => {
      const height = bar.quads[name] * scale;
      y -= height;
      return shape(
        "rect",
        { class: name, x, y, width: Math.max(1, step - (step > 4 ? 1 : 0)), height },
        shape("title", {}, `${bar.start}: ${bar.quads[name]} ${label}`)
      );
    });
  };
  listen_fn2 = function(drawing, found, width) {
    const step = (width - LEFT - RIGHT) / found.length;
    const at = (event) => {
      const box = drawing.getBoundingClientRect();
      const x = (event.clientX - box.left) * (width / box.width);
      return Math.min(found.length - 1, Math.max(0, Math.floor((x - LEFT) / step)));
    };
    const brush = shape("rect", { class: "brush", y: TOP, height: HEIGHT - TOP - BOTTOM });
    let start = null;
    const span = (event) => [start, at(event)].sort((a, b) => a - b);
    drawing.addEventListener("pointerdown", (event) => {
      start = at(event);
      drawing.setPointerCapture(event.pointerId);
      drawing.append(brush);
    });
    drawing.addEventListener("pointermove", (event) => {
      if (start === null) return;
      const [first, last] = span(event);
      brush.setAttribute("x", String(LEFT + first * step));
      brush.setAttribute("width", String((last - first + 1) * step));
    });
    drawing.addEventListener("pointercancel", () => {
      start = null;
      brush.remove();
    });
    drawing.addEventListener("pointerup", (event) => {
      if (start === null) return;
      const [first, last] = span(event);
      start = null;
      this.onbrush(found[first].start, found[last].end);
    });
  };
  classes_fn = function() {
    return [...this.data.quads.map((label, place) => [`quad-${place}`, label]), [NO_QUAD, "no class"]];
  };
  table_fn = function(found) {
    const classes = __privateMethod(this, _Timeline_instances, classes_fn).call(this).filter(([name]) => found.some((bar) => bar.quads[name]));
    return table(
      "",
      ["from", "to", ...classes.map(([, label]) => label), "all"],
      found.filter((bar) => bar.count > 0),
      (bar) => [bar.start, bar.end, ...classes.map(([name]) => bar.quads[name] ?? 0), bar.count]
    );
  };
  function labels(found, unit, step, width) {
    const length = unit === "year" ? 4 : unit === "month" ? 7 : 10;
    const room = length * 7.5 + 12;
    const every = Math.max(1, Math.ceil(room / step));
    return found.map((bar, place) => ({ bar, x: LEFT + (place + 0.5) * step, place })).filter(({ x, place }) => place % every === 0 && x + room / 2 < width + 16).map(({ bar, x, place }) => shape("text", {
      x: place === 0 ? Math.max(LEFT - 8, x - room / 2) : x,
      y: HEIGHT - 6,
      "text-anchor": place === 0 ? "start" : "middle"
    }, bar.start.slice(0, length)));
  }

  // ../app/main.js
  var WIDE = matchMedia("(min-width: 1100px)");
  var data = read(byId("data").textContent);
  var state = fromHash(location.hash, data);
  var update = (change) => {
    state = change(state);
    history.replaceState(null, "", `#${toHash(state, data)}`);
    draw();
  };
  var select = (selected) => {
    update((now) => ({ ...now, selected }));
    const evidence2 = byId("evidence");
    evidence2.scrollTop = 0;
    if (selected === null) return;
    evidence2.focus({ preventScroll: WIDE.matches });
  };
  var controls = new Controls(data, update);
  var evidence = new Evidence(data, {
    select,
    narrow: (actor) => update((now) => ({ ...now, actors: [.../* @__PURE__ */ new Set([...now.actors, actor])] }))
  });
  var timeline = new Timeline(data, (from, to) => update((now) => ({ ...now, from, to })));
  var picture = startPicture();
  for (
    const [id, table2] of
    /** @type {const} */
    [["as-picture", false], ["as-table", true]]
  ) {
    byId(id).addEventListener("click", () => showAs(table2));
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
    byId("passing").textContent = statements.length === data.statements.length ? counted(statements.length, "statement") : `${statements.length.toLocaleString("en")} of ${counted(data.statements.length, "statement")}`;
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
  function showAs(table2) {
    byId("picture").hidden = table2;
    byId("keys").hidden = table2;
    byId("relations").hidden = !table2;
    byId("as-table").setAttribute("aria-pressed", String(table2));
    byId("as-picture").setAttribute("aria-pressed", String(!table2));
  }
  function summarise() {
    const all = relations(data.statements);
    const actors2 = new Set(all.flatMap(({ source, target }) => [source, target]));
    const acts = data.statements.filter((statement) => statement.type !== null).length;
    const dates = data.papers.map((paper) => paper.date).filter(Boolean).sort();
    const span = dates.length > 0 ? [`${dates[0]} to ${dates[dates.length - 1]}`] : [];
    byId("summary").textContent = [
      counted(data.statements.length, "statement"),
      counted(acts, "political act"),
      counted(actors2.size, "actor"),
      counted(all.length, "relation"),
      ...data.papers.length > 1 ? span : dates
    ].join(" · ");
    byId("made").textContent = `Read by ${data.models || "no model"}.`;
    const line = (colour, label) => element("span", {}, element("i", { class: `stroke ${colour}`, "aria-hidden": "true" }), label);
    byId("legend").append(
      ...data.quads.map((label, place) => line(`quad-${place}`, label)),
      line(NO_QUAD, "no political act"),
      ...Object.entries(GROUPS).map(([name, label]) => element("span", {}, swatch(`dot group-${name}`), label))
    );
  }
})();
