// Builds the two scripts of the report: vendor.js from the graph libraries of npm, app.js from our own modules.
//
//     npm ci --ignore-scripts && npm run build
//
// Both are kept in the repository, so that nothing but this script needs Node. Each begins with a digest of what it
// was built from, which a test compares with the files on disk.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const own = join(here, "..", "app");
const sources = {
  vendor: ["vendor.mjs", "package-lock.json"].map((name) => join(here, name)),
  app: readdirSync(own).filter((name) => name.endsWith(".js")).sort().map((name) => join(own, name)),
};
const vendored = ["events", "graphology", "graphology-layout-forceatlas2", "graphology-utils", "sigma"];

/** The SHA-256 of some files, one after the other. */
function digest(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest("hex");
}

/** One licence after the other, each under the name and version of its package. */
function licences() {
  return vendored.map((name) => {
    const folder = join(here, "node_modules", name);
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
  }).join("\n");
}

/** Writes one script with the digest of its sources, and what else it must say, on top. */
async function write(name, entry, comment, options) {
  const result = await build({
    entryPoints: [entry], absWorkingDir: here, bundle: true, write: false, format: "iife", target: "es2020",
    charset: "utf8", legalComments: "none", ...options,
  });
  const [file] = result.outputFiles;
  const head = `/*! built from ${digest(sources[name])}${comment ? `\n${comment}` : ""} */\n`;
  writeFileSync(join(here, "..", `${name}.js`), head + file.text);
}

await write("vendor", "vendor.mjs", `\n${licences().replaceAll("*/", "* /")}`, { minify: true, globalName: "vendor" });
await write("app", "../app/main.js", "", {});
