// Reads graph files with graphology, as Gephi Lite does, and prints what it holds then: one line of JSON a file.
// Runs in the folder that graphology is installed in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";

const require = createRequire(`${process.cwd()}/`);
const { MultiDirectedGraph } = require("graphology");
const { DOMParser } = require("@xmldom/xmldom");
// Outside a browser the GraphML reader takes its parser from where a browser has it.
const { Document } = require("@xmldom/xmldom/lib/dom");
Object.assign(globalThis, { DOMParser, Document });
const PARSERS = {
  ".gexf": require("graphology-gexf").parse,
  ".graphml": require("graphology-graphml/browser").parse,
};

for (const file of process.argv.slice(2)) {
  const graph = PARSERS[extname(file)](MultiDirectedGraph, readFileSync(file, "utf8"));
  process.stdout.write(`${JSON.stringify(graph.export())}\n`);
}
