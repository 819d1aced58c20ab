// Reads a file of JSON-LD with jsonld.js and writes it to standard output as N-Quads; a context elsewhere is an error.
// Runs in the folder that jsonld.js is installed in.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const jsonld = createRequire(`${process.cwd()}/`)("jsonld");
const documentLoader = (url) => Promise.reject(new Error(`${url} is not in the file`));

const document = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(await jsonld.toRDF(document, { format: "application/n-quads", documentLoader }));
