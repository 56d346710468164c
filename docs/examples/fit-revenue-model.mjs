// Fits the model of the revenue domain in vietnam-import.json on synthetic declarations and writes it back.
// Run after `npm run build`, in the project's root: node docs/examples/fit-revenue-model.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { assessOrThrow, compileProfileOrThrow, extractFactsOrThrow, POINTS_PER_LOGIT, standardCatalogue } from "consignment-risk";
import { generateDeclarations } from "consignment-risk/synthetic";
import { fitLogisticOrThrow } from "consignment-risk/training";

const PROFILE = process.argv[2] ?? "docs/examples/vietnam-import.json";
const COUNT = 30_000;
const SEED = 20260101;
/** A level with fewer findings than this is left out of the fit and counts as the average case. */
const LEAST_FINDINGS = 8;

/** The terms to fit: bins of numbers, levels of codes. */
const TERMS = [
  { id: "importer-experience", kind: "binned", indicator: "importerPriorDeclarations", edges: [1, 50, 500] },
  { id: "freight-share", kind: "binned", indicator: "freightShare", edges: [0.02, 0.1, 0.5] },
  { id: "high-duty-share", kind: "binned", indicator: "highDutyShare", edges: [0.0001, 0.5] },
  { id: "item-count", kind: "binned", indicator: "itemCount", edges: [2, 5, 10, 20] },
  { id: "transport-mode", kind: "categorical", indicator: "transportMode", values: ["1", "2", "3", "4"].map((code) => `vnaccs-transport-mode:${code}`) },
];

const profile = JSON.parse(readFileSync(PROFILE, "utf8"));

// 1. A probe whose terms give 1, 2, 3 ... points for the first, second, third ... level tells the level of each term:
//    bins, levels and derived indicators are then those of the scorer itself. A missing fact gives 0 points, level 0.
const levelsOf = (term) => (term.kind === "binned" ? term.edges.length + 1 : term.values.length);
const toModelTerm = ({ values, ...term }, points, missing, unseen) =>
  term.kind === "binned" ? { ...term, points, missing } : { ...term, levels: values.map((value, at) => ({ value, points: points[at] })), missing, unseen };
const numbered = (term) => Array.from({ length: levelsOf(term) }, (_, at) => at + 1);
const probe = compileProfileOrThrow(
  {
    ...profile,
    domains: {
      revenue: {
        ...profile.domains.revenue,
        thresholds: {},
        model: { base: 0, zero: "stated", terms: TERMS.map((term) => toModelTerm(term, numbered(term), 0, 0)) },
      },
    },
    selection: { channel: profile.selection.channel },
  },
  { catalogue: standardCatalogue },
);

// 2. One row per declaration on which no rule of the domain says anything: what the rules add then stands beside the model, not on top of it.
const rows = [];
const labels = [];
for (const { declaration, supplied, outcome } of generateDeclarations({ seed: SEED, count: COUNT })) {
  const facts = extractFactsOrThrow(declaration, { asOf: declaration.registeredAt, catalogue: standardCatalogue, currency: profile.currency, supplied });
  const { contributions } = assessOrThrow(probe, facts).domains.revenue;
  if (contributions.some((contribution) => contribution.kind === "rule")) continue;
  rows.push(TERMS.map((term) => (contributions.find((contribution) => contribution.id === term.id)?.micropoints ?? 0) / 1e6));
  labels.push(outcome.kinds.includes("revenue") ? 1 : 0);
}

// 3. A column per level that has evidence, but for the most frequent one, which the others are compared with.
const evidence = TERMS.map((term, at) => {
  const levels = Array.from({ length: levelsOf(term) + 1 }, (_, level) => {
    const members = labels.filter((_, row) => rows[row][at] === level);
    return { level, count: members.length, findings: members.reduce((sum, label) => sum + label, 0) };
  });
  const known = levels.filter(({ findings }) => findings >= LEAST_FINDINGS);
  const reference = known.reduce((best, level) => (level.count > best.count ? level : best));
  return { levels, known: new Set(known.map(({ level }) => level)), reference: reference.level };
});
const used = rows.map((row) => row.every((level, at) => evidence[at].known.has(level)));
const columns = evidence.flatMap(({ known, reference }, at) => [...known].filter((level) => level !== reference).map((level) => ({ at, level })));
const fit = fitLogisticOrThrow({
  x: rows.filter((_, row) => used[row]).map((row) => columns.map(({ at, level }) => (row[at] === level ? 1 : 0))),
  y: labels.filter((_, row) => used[row]),
  names: columns.map(({ at, level }) => `${TERMS[at].id} ${level}`),
  solver: "gradient-descent",
});

// 4. Points, centred: over the rows of the fit each term is 0 on average, and the base is the average case.
const usedRows = rows.filter((_, row) => used[row]);
const round = (points) => Math.round(points * 1e4) / 1e4 + 0;
let base = fit.intercept;
const terms = TERMS.map((term, at) => {
  const coefficient = (level) => fit.coefficients[columns.findIndex((column) => column.at === at && column.level === level)] ?? 0;
  const mean = usedRows.reduce((sum, row) => sum + coefficient(row[at]), 0) / usedRows.length;
  base += mean;
  const points = (level) => (evidence[at].known.has(level) ? round((coefficient(level) - mean) * POINTS_PER_LOGIT) : 0);
  return toModelTerm(term, numbered(term).map(points), points(0), 0);
});
const findings = labels.filter((label, row) => used[row] && label === 1).length;
profile.domains.revenue.model = {
  base: round(base * POINTS_PER_LOGIT),
  terms,
  zero: "trainingMean",
  provenance:
    `Fitted by docs/examples/fit-revenue-model.mjs (gradient descent of ml-logistic-regression) on ${usedRows.length} of ${COUNT} synthetic declarations of seed ${SEED}, ` +
    `those on which no rule of the domain speaks; ${findings} revenue findings among them. Illustrative: the data are invented.`,
};
writeFileSync(PROFILE, `${formatJson(profile)}\n`);

for (const [at, term] of TERMS.entries()) {
  for (const { level, count, findings } of evidence[at].levels) {
    const points = level === 0 ? terms[at].missing : (terms[at].points ?? terms[at].levels.map((entry) => entry.points))[level - 1];
    console.log(`${term.id}\t${level === 0 ? "missing" : level}\t${count} declarations\t${findings} findings\t${points} points`);
  }
}
console.log(`base ${profile.domains.revenue.model.base} points; ${usedRows.length} rows, ${findings} findings, ${fit.iterations} steps`);

/** JSON with two spaces, in which whatever fits into a line of 150 characters stands on one. */
function formatJson(value, indent = "", lead = 0) {
  const flat = flatten(value);
  if (indent.length + lead + flat.length <= 150 || typeof value !== "object" || value === null) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((member) => inner + formatJson(member, inner)).join(",\n")}\n${indent}]`;
  const members = Object.entries(value).map(([key, member]) => `${inner}${JSON.stringify(key)}: ${formatJson(member, inner, key.length + 4)}`);
  return `{\n${members.join(",\n")}\n${indent}}`;
}

/** The same on one line. */
function flatten(value) {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(flatten).join(", ")}]`;
  return `{ ${Object.entries(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${flatten(member)}`)
    .join(", ")} }`;
}
