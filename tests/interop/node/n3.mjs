// Reads a file of RDF with N3.js and writes it to standard output as N-Quads. Runs in the folder that N3.js is installed in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname } from "node:path";

const { Parser, Writer } = createRequire(`${process.cwd()}/`)("n3");
const FORMATS = { ".ttl": "Turtle", ".nt": "N-Triples", ".trig": "TriG", ".nq": "N-Quads" };

const file = process.argv[2];
const quads = new Parser({ format: FORMATS[extname(file)] }).parse(readFileSync(file, "utf8"));
new Writer(process.stdout, { format: "N-Quads", end: false }).addQuads(quads);
