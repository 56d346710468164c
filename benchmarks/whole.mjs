// From a JSON text to a JSON text: the full assessment of a declaration of 50 items beside reading and writing it alone; and what
// explanations of one in twenty add to scoring.
//   npm run build && npm run bench:whole [-- COUNT]
// Invented declarations, their items joined to 50 each, the example profile of Vietnamese imports (rules, a model, a supplied fact of
// history). One core, one process. Writes its section of docs/benchmarks.md.
import { readFile } from "node:fs/promises";
import {
  assessOrThrow,
  compileProfileOrThrow,
  createSelectionKeyOrThrow,
  explainOrThrow,
  extractFactsOrThrow,
  parseDeclarationOrThrow,
  standardCatalogue,
} from "consignment-risk";
import { generateDeclarations } from "consignment-risk/synthetic";
import { machine, median, ratio, short, spread, table, takeTurns, writeSection } from "./report.mjs";

const ITEMS = 50;
const ROUNDS = 7;
const count = Number(process.argv[2] ?? 400);

const profile = compileProfileOrThrow(JSON.parse(await readFile(new URL("../docs/examples/vietnam-import.json", import.meta.url), "utf8")), {
  catalogue: standardCatalogue,
});
const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("a key for benchmarks"));
const invented = [...generateDeclarations({ seed: 31, count: count + ITEMS })];
const records = invented.slice(0, count).map(({ declaration, supplied }, index) => {
  const items = invented.slice(index, index + ITEMS).flatMap((each) => each.declaration.items);
  return { text: JSON.stringify({ ...declaration, items: items.slice(0, ITEMS).map((item, place) => ({ ...item, lineNumber: place + 1 })) }), supplied };
});

const extract = (declaration, supplied) =>
  extractFactsOrThrow(declaration, {
    asOf: declaration.registeredAt,
    catalogue: standardCatalogue,
    currency: profile.document.currency,
    supplied,
    only: profile.reads,
  });
const read = ({ text }) => parseDeclarationOrThrow(JSON.parse(text));
const assessText = (record) => JSON.stringify(assessOrThrow(profile, extract(read(record), record.supplied), { selectionKey }));

const stages = takeTurns(
  {
    "JSON.parse + parseDeclaration + JSON.stringify": () => records.map((record) => JSON.stringify(read(record))),
    "full assessment, text to text": () => records.map(assessText),
  },
  ROUNDS,
);
const [reading, assessing] = [...stages.values()].map(median);

const calls = records
  .map((record) => {
    const start = performance.now();
    assessText(record);
    return performance.now() - start;
  })
  .sort((a, b) => a - b);
const quantile = (share) => `${short(calls[Math.min(calls.length - 1, Math.floor(share * calls.length))])} ms`;

const facts = invented.map(({ declaration, supplied }) => extract(declaration, supplied));
const assessments = (stride) => () =>
  facts.forEach((each, index) => {
    const assessment = assessOrThrow(profile, each, { selectionKey });
    if (index % stride === 0) explainOrThrow(assessment, { profile, facts: each, language: "en" });
  });
const explained = takeTurns({ "assessed, nothing explained": assessments(Infinity), "assessed, one in twenty explained": assessments(20) }, 3 * ROUNDS);
const [none, some] = [...explained.values()].map(median);

writeSection(
  "From text to text",
  `Written by \`npm run bench:whole\`. ${count} invented declarations of ${ITEMS} items, the [profile of Vietnamese imports](examples/vietnam-import.md) with its rules, its model and a supplied fact of history; the facts are those that the profile reads.
CPU milliseconds per declaration, medians of ${ROUNDS} rounds in shuffled turns, least and greatest in brackets. ${machine()}

${table(["", "per declaration"], [...[...stages].map(([name, list]) => [name, spread(list, 1e3 / count)]), ["the second by the first (wanted: at most 3x)", ratio(assessing / reading)]])}

A call blocks its event loop: of ${calls.length} calls, one a declaration, by the clock, half took at most ${quantile(0.5)}, 99 in 100 at most ${quantile(0.99)}, the longest ${short(calls.at(-1))} ms.

Explanations are made of an assessment that is asked for. Of ${facts.length} declarations with items of their own:

${table(["", "CPU ms per declaration"], [...[...explained].map(([name, list]) => [name, spread(list, 1e3 / facts.length)]), ["the second by the first (wanted: at most 1.15x)", ratio(some / none)]])}`,
);
