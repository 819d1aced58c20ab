/**
 * Places for the nodes: a spiral with the busiest in the middle, then ForceAtlas2 (Jacomy et al. 2014) for a fixed
 * number of rounds. Both start from the data alone, so one browser gives one picture. The rounds run in slices between
 * frames, and the page answers meanwhile.
 */
/* global vendor */

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
const SLICE = 40; // milliseconds
const WORK = 250_000; // nodes times rounds
const MOVING = 1000; // nodes, up to which the layout is shown at work

/**
 * Sets the first place of each node.
 * @param {any} graph A graphology graph whose nodes come in the order of their rank.
 */
export function spread(graph) {
  let rank = 0;
  graph.forEachNode((node) => {
    const distance = 12 * Math.sqrt(rank + 0.5);
    graph.mergeNodeAttributes(node, {
      x: distance * Math.cos(rank * GOLDEN_ANGLE), y: distance * Math.sin(rank * GOLDEN_ANGLE),
    });
    rank += 1;
  });
}

/**
 * Lays the graph out. A graph that is quickly drawn is shown at work, unless its reader wants no motion.
 * @param {any} graph
 * @param {() => void} onend
 */
export function layOut(graph, onend) {
  const draft = graph.copy(); // each change of the graph itself would be drawn
  const settings = {
    ...vendor.forceAtlas2.inferSettings(draft),
    // LinLog (Noack 2007) draws groups apart; strong gravity keeps what hangs on nothing in sight.
    linLogMode: true, strongGravityMode: true, gravity: 0.05, scalingRatio: 2, slowDown: 1, edgeWeightInfluence: 1,
    barnesHutOptimize: draft.order > 500,
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
