// Answers SPARQL over files with Comunica: a line {"file", "query"} in, a line of SPARQL's JSON results or {"error"} out.
// Runs in the folder that Comunica is installed in.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";

const { QueryEngine } = createRequire(`${process.cwd()}/`)("@comunica/query-sparql-file");
const engine = new QueryEngine();

for await (const line of createInterface({ input: process.stdin })) {
  const { file, query } = JSON.parse(line);
  let answer;
  try {
    const result = await engine.query(query, { sources: [file] });
    const { data } = await engine.resultToString(result, "application/sparql-results+json");
    const { head, results } = JSON.parse(await text(data));
    answer = { head, results };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
