// A logistic model of 60 columns over many rows: `scoreBatch` beside the `predict` of ml-logistic-regression.
//   npm run build && npm run bench:logistic
// 60 numbers a row, each with one edge: a term of two bins for us, a column of 0 and 1 for the peers, encoded before the clock
// starts on both sides. The decisions of all rows are compared before any time counts. Writes its section of docs/benchmarks.md.
import { compileProfileOrThrow, defineCatalogue, defineIndicator, encodeFactsOrThrow, scoreBatch } from "consignment-risk";
import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";
import { factsOf, profileOf } from "./candidates.mjs";
import { createRandom } from "./records.mjs";
import { machine, median, ratio, spread, table, takeTurns, writeSection } from "./report.mjs";

const ROWS = 50_000;
const COLUMNS = 60;
const ROUNDS = 7;

const random = createRandom(23);
const ids = Array.from({ length: COLUMNS }, (_, column) => `column${column}`);
const points = ids.map(() => Math.round((random() - 0.5) * 8_000) / 1_000);
const rows = Array.from({ length: ROWS }, () => ids.map(() => random()));
/** Half of the least step, so that no row is as likely as not. */
const BASE = 0.0005;
const decisions = rows.map((row) => (BASE + sum(row.map((value, column) => (value >= 0.5 ? points[column] : 0))) >= 0 ? 1 : 0));

const batch = ours();
const predict = theirs();
const [ownDecisions, peerDecisions] = [batch(), predict()];
const disagreeing = decisions.filter((decision, row) => decision !== ownDecisions[row] || decision !== peerDecisions[row]).length;
if (disagreeing > 0) throw new Error(`${disagreeing} decisions differ`);

const times = takeTurns({ scoreBatch: batch, "ml-logistic-regression, predict": predict }, ROUNDS);
const [own, peer] = [...times.values()].map(median);
writeSection(
  "A logistic model",
  `Written by \`npm run bench:logistic\`. ${ROWS.toLocaleString("en")} rows of ${COLUMNS} numbers, each with one edge: a term of two bins here, a column of 0 and 1 for the peer, and one of ones for its intercept; both encoded before the clock starts.
All decisions (more likely than not) were compared before any time counted. The peer's \`predict\` asks one classifier per class, so it multiplies twice; what comes of its work is a class, of ours points, channels and hits.
CPU microseconds per row, medians of ${ROUNDS} rounds in shuffled turns, least and greatest in brackets. ${machine()}

${table(["", "per row"], [...[...times].map(([name, list]) => [name, spread(list, 1e6 / ROWS)]), ["the peer's time by ours (wanted: 20x)", ratio(peer / own)]])}`,
);

/** The columns as terms, with no zero but the base: a term's points count from its edge on. */
function ours() {
  const catalogue = defineCatalogue(
    "columns-1",
    ids.map((id) =>
      defineIndicator({
        ...{ id, level: "header", type: "number", unit: "1", decimals: 6, reads: [], meaning: { en: id }, source: "a benchmark" },
        ...{ missing: "absent", whenItemAdded: "unaffected", extract: () => undefined },
      }),
    ),
  );
  const { domains, ...profile } = profileOf([]);
  const terms = ids.map((indicator, column) => ({ kind: "binned", id: indicator, indicator, edges: [0.5], points: [0, points[column]], missing: 0 }));
  const model = { base: BASE, terms, zero: "stated" };
  const { base: _, ...revenue } = domains.revenue;
  const document = { ...profile, catalogue: catalogue.version, domains: { revenue: { ...revenue, model, thresholds: { red: 0 } } } };
  const compiled = compileProfileOrThrow(document, { catalogue });
  const encoded = encodeFactsOrThrow(
    compiled,
    rows.map((row) => factsOf(Object.fromEntries(ids.map((id, column) => [id, row[column]])))),
  );
  return () => scoreBatch(encoded).channels;
}

/** The columns as weights: the classifier of a class gives the probability of the other. */
function theirs() {
  const matrix = new Matrix(rows.map((row) => [1, ...row.map((value) => (value >= 0.5 ? 1 : 0))]));
  const weights = [BASE, ...points].map((value) => (value * Math.LN10) / 10);
  const classifiers = [weights, weights.map((weight) => -weight)].map((each) => ({ weights: [each] }));
  const model = LogisticRegression.load({ name: "LogisticRegression", numberClasses: 2, classifiers });
  return () => model.predict(matrix);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
