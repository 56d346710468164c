// How long each stage of scoring takes, as a multiple of JSON.parse + JSON.stringify of the same records, in one process.
//   npm run build && npm run bench [-- COUNT]
// Invented declarations, the Vietnamese example profile. The stages run in shuffled alternation over several rounds; medians of
// CPU time. Every stage's output feeds the next, and the assessments of all rounds are checked equal. No test asserts a time.
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

const count = Number(process.argv[2] ?? 2_000);
const ROUNDS = 7;

const profile = compileProfileOrThrow(JSON.parse(await readFile(new URL("../docs/examples/vietnam-import.json", import.meta.url), "utf8")), {
  catalogue: standardCatalogue,
});
const selectionKey = createSelectionKeyOrThrow(new TextEncoder().encode("a key for benchmarks"));
const records = [...generateDeclarations({ seed: 5, count })];
const texts = records.map(({ declaration }) => JSON.stringify(declaration));
const extract = ({ declaration, supplied }) =>
  extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue: standardCatalogue, currency: profile.document.currency, supplied });
const facts = records.map(extract);
const assessments = facts.map((fact) => assessOrThrow(profile, fact, { selectionKey }));
const expected = JSON.stringify(assessments);

const stages = {
  "JSON.parse + JSON.stringify": () => texts.map((text) => JSON.stringify(JSON.parse(text))),
  parseDeclaration: () => texts.map((text) => parseDeclarationOrThrow(JSON.parse(text))),
  extractFacts: () => records.map(extract),
  assess: () => facts.map((fact) => assessOrThrow(profile, fact, { selectionKey })),
  explain: () => assessments.map((assessment, index) => explainOrThrow(assessment, { profile, facts: facts[index], language: "en" })),
};

const times = Object.fromEntries(Object.keys(stages).map((name) => [name, []]));
let random = 1;
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const name of shuffled(Object.keys(stages))) {
    const start = process.cpuUsage();
    const output = stages[name]();
    const { user, system } = process.cpuUsage(start);
    if (name === "assess" && JSON.stringify(output) !== expected) throw new Error("two rounds gave different assessments");
    if (round > 0) times[name].push((user + system) / 1_000 / count);
  }
}

const reference = median(times["JSON.parse + JSON.stringify"]);
const items = records.reduce((sum, { declaration }) => sum + declaration.items.length, 0);
console.log(`${count} invented declarations, ${items} items; Node ${process.versions.node}, ${process.arch}; medians of ${ROUNDS} rounds after one to warm up`);
console.log("stage                         CPU ms per declaration (min to max)   times the first row");
for (const [name, list] of Object.entries(times)) {
  const spread = `${median(list).toFixed(4)} (${Math.min(...list).toFixed(4)} to ${Math.max(...list).toFixed(4)})`;
  console.log(`${name.padEnd(28)}  ${spread.padEnd(36)}  ${(median(list) / reference).toFixed(2).padStart(6)}`);
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** The names in an order drawn with a linear congruential generator (Numerical Recipes), the same in every run. */
function shuffled(names) {
  const order = [...names];
  for (let last = order.length - 1; last > 0; last -= 1) {
    random = (Math.imul(random, 1_664_525) + 1_013_904_223) >>> 0;
    const other = random % (last + 1);
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
