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

const own = invented.map(({ declaration, supplied }) => ({ text: JSON.stringify(declaration), supplied, facts: extract(declaration, supplied) }));
const assessed = (stride, factsOf) => () =>
  own.map((record, index) => {
    const facts = factsOf(record);
    const assessment = assessOrThrow(profile, facts, { selectionKey });
    const explanation = index % stride === 0 ? explainOrThrow(assessment, { profile, facts, language: "en" }) : undefined;
    return JSON.stringify({ assessment, explanation });
  });
const fromText = (record) => extract(read(record), record.supplied);
const fromFacts = ({ facts }) => facts;
const explained = takeTurns(
  {
    "from text, nothing explained": assessed(Infinity, fromText),
    "from text, one in twenty explained": assessed(20, fromText),
    "from facts, nothing explained": assessed(Infinity, fromFacts),
    "from facts, one in twenty explained": assessed(20, fromFacts),
  },
  3 * ROUNDS,
);
const [none, some, noneOfFacts, someOfFacts] = [...explained.values()].map(median);

writeSection(
  "From text to text",
  `Written by \`npm run bench:whole\`. ${count} invented declarations of ${ITEMS} items, the [profile of Vietnamese imports](examples/vietnam-import.md) with its rules, its model and a supplied fact of history; the facts are those that the profile reads.
CPU milliseconds per declaration, medians of ${ROUNDS} rounds in shuffled turns, least and greatest in brackets. ${machine()}

${table(["", "per declaration"], [...[...stages].map(([name, list]) => [name, spread(list, 1e3 / count)]), ["the second by the first (wanted: at most 3x)", ratio(assessing / reading)]])}

A call blocks its event loop: of ${calls.length} calls, one a declaration, by the clock, half took at most ${quantile(0.5)}, 99 in 100 at most ${quantile(0.99)}, the longest ${short(calls.at(-1))} ms.

Explanations are made of an assessment that is asked for. Of ${own.length} declarations with items of their own, each to a JSON text:

${table(
  ["", "CPU ms per declaration"],
  [
    ...[...explained].map(([name, list]) => [name, spread(list, 1e3 / own.length)]),
    ["one in twenty by nothing, from text (wanted: at most 1.15x)", ratio(some / none)],
    ["one in twenty by nothing, from facts", ratio(someOfFacts / noneOfFacts)],
  ],
)}`,
);
