// Fits the model of docs/examples/korea.json on the training split of the public Korean declarations, and writes it there.
//   node docs/examples/fit-korea-model.mjs FOLDER    (the folder that holds train.csv; the data is not part of this package)
// Main effects only, few enough to read: this shows how a model gets into a profile. It is not the best that the data allows.
import { createReadStream, existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { extractFactsOrThrow, POINTS_PER_LOGIT, standardCatalogue } from "consignment-risk";
import { koreaMapping, readCsvDeclarations } from "consignment-risk/adapters";
import { fitLogisticOrThrow } from "consignment-risk/training";

const folder = process.argv[2];
if (folder === undefined || !existsSync(join(folder, "train.csv"))) {
  console.log("skipped: name the folder that holds train.csv of the public Korean declarations");
  process.exit(0);
}

const CATEGORIES = [
  { id: "tariff", indicator: "dutyType", level: "item", most: 12 },
  { id: "departure", indicator: "departureCountry", level: "header", most: 12 },
  { id: "origin", indicator: "originCountry", level: "item", most: 12 },
  { id: "chapter", indicator: "hsChapter", level: "item", most: 20 },
];
const NUMBERS = [
  { id: "mass", indicator: "netMass", bins: 8 },
  { id: "unitValue", indicator: "unitValue", bins: 8 },
];
const L2 = 20;

const rows = [];
for await (const row of readCsvDeclarations(createReadStream(join(folder, "train.csv")), koreaMapping)) {
  if (!row.ok || row.value.outcome === undefined) continue;
  const { declaration, outcome } = row.value;
  const facts = extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue: standardCatalogue, currency: "KRW" });
  rows.push({ facts: { ...facts.header, ...facts.items[0].values }, finding: outcome.finding });
}

// every level of a term is a column; a level seen too rarely has none and so no weight
const columns = [
  ...CATEGORIES.flatMap(({ id, indicator, most }) => topValues(indicator, most).map((value) => ({ id, value, test: (facts) => facts[indicator] === value }))),
  ...NUMBERS.flatMap(({ id, indicator, bins }) => {
    const edges = quantileEdges(indicator, bins);
    return Array.from({ length: edges.length + 1 }, (_, bin) => ({
      id,
      edges,
      bin,
      test: (facts) => typeof facts[indicator] === "number" && binOf(facts[indicator], edges) === bin,
    }));
  }),
];
const x = rows.map(({ facts }) => columns.map((column) => (column.test(facts) ? 1 : 0)));
const y = rows.map(({ finding }) => (finding ? 1 : 0));
const fit = fitLogisticOrThrow({ x, y, names: columns.map((column, index) => `${column.id} ${index}`), l2: L2 });

// centre each term on its training mean, which moves into the base
const weights = columns.map((_, index) => fit.coefficients[index] * POINTS_PER_LOGIT);
const counts = columns.map((_, index) => x.reduce((sum, row) => sum + row[index], 0));
const rates = columns.map((_, index) => x.reduce((sum, row, at) => sum + row[index] * y[at], 0) / Math.max(counts[index], 1));
const meanOf = (id) => columns.reduce((sum, column, index) => (column.id === id ? sum + (weights[index] * counts[index]) / rows.length : sum), 0);
const points = (id, index) => round(weights[index] - meanOf(id));
const base = fit.intercept * POINTS_PER_LOGIT + [...CATEGORIES, ...NUMBERS].reduce((sum, { id }) => sum + meanOf(id), 0);
const terms = [
  ...CATEGORIES.map(({ id, indicator }) => ({
    id,
    kind: "categorical",
    indicator,
    levels: columns.flatMap((column, index) =>
      column.id === id ? [{ value: column.value, points: points(id, index), count: counts[index], findingRate: round(rates[index]) }] : [],
    ),
    missing: round(-meanOf(id)),
    unseen: round(-meanOf(id)),
  })),
  ...NUMBERS.map(({ id, indicator }) => {
    const bins = columns.flatMap((column, index) => (column.id === id ? [{ edges: column.edges, points: points(id, index) }] : []));
    return { id, kind: "binned", indicator, edges: bins[0].edges, points: bins.map((bin) => bin.points), missing: round(-meanOf(id)) };
  }),
];
const path = new URL("korea.json", import.meta.url);
const profile = JSON.parse(await readFile(path, "utf8"));
profile.domains.revenue.model = {
  base: round(base),
  terms,
  zero: "trainingMean",
  provenance: `L2-penalised logistic regression (l2 ${L2}) on ${rows.length} rows of train.csv of the Customs Import Declaration Datasets (Jeong et al., 2022, MIT licence); main effects only; made by docs/examples/fit-korea-model.mjs`,
};
await writeFile(path, `${JSON.stringify(profile, null, 2)}\n`);
console.log(`${rows.length} rows, ${columns.length} columns, ${fit.iterations} iterations, log likelihood ${fit.logLikelihood.toFixed(1)}`);

function topValues(indicator, most) {
  const counts = new Map();
  for (const { facts } of rows) if (typeof facts[indicator] === "string") counts.set(facts[indicator], (counts.get(facts[indicator]) ?? 0) + 1);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ranked.slice(0, most).map(([value]) => value);
}

function quantileEdges(indicator, bins) {
  const values = rows
    .map(({ facts }) => facts[indicator])
    .filter((value) => typeof value === "number")
    .sort((a, b) => a - b);
  const edges = Array.from({ length: bins - 1 }, (_, index) => values[Math.floor((values.length * (index + 1)) / bins)]);
  return [...new Set(edges)];
}

function binOf(value, edges) {
  return edges.filter((edge) => edge <= value).length;
}

function round(value) {
  return Math.round(value * 1e6) / 1e6;
}
