// What training costs and where it goes, and the dense fit beside the gradient descent of ml-logistic-regression.
//   npm run build && npm run bench:training
// The dense design is invented: seeded, ROWS x COLUMNS, correlated columns, labels drawn from known coefficients. Both fits run in
// this process on the same standardised columns; losses are computed by one function here. The stages need train.csv of the *Customs Import Declaration Datasets*
// (Jeong et al., 2022), looked for in the folder CONSIGNMENT_RISK_DATA, else in ../shared/data/korea-declarations; without it they
// are skipped, and the command says so. CPU time of the whole process, so that what collects garbage beside it counts. No test asserts a time.
import { createReadStream, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createHistory, eventOf, standardCatalogue, standardDimensions } from "consignment-risk";
import { koreaMapping, readCsvDeclarations } from "consignment-risk/adapters";
import { fitLogisticOrThrow, koreaRecipe, trainScorecardOrThrow } from "consignment-risk/training";
import LogisticRegression from "ml-logistic-regression";
import { Matrix } from "ml-matrix";

const ROWS = 37_385;
const COLUMNS = 60;
const STEPS = 100;
const ROUNDS = 3;

denseFits();
await stages();

function denseFits() {
  const { x, y } = design(seeded(11));
  const columns = standardised(x);
  const withIntercept = new Matrix(ROWS, COLUMNS + 1);
  for (let row = 0; row < ROWS; row += 1) {
    withIntercept.set(row, 0, 1);
    for (let column = 0; column < COLUMNS; column += 1) withIntercept.set(row, column + 1, columns[row][column]);
  }
  const labels = Matrix.columnVector(y);
  const fits = {
    "fitLogistic (Newton, to convergence)": () => {
      const { intercept, coefficients, iterations } = fitLogisticOrThrow({ x: columns, y });
      return { weights: [intercept, ...coefficients], steps: iterations };
    },
    [`ml-logistic-regression (${STEPS} steps, learning rate 1 / rows)`]: () => {
      const model = new LogisticRegression({ numSteps: STEPS, learningRate: 1 / ROWS });
      model.train(withIntercept, labels);
      return { weights: model.classifiers[0].weights.getRow(0), steps: STEPS };
    },
  };
  const times = Object.fromEntries(Object.keys(fits).map((name) => [name, []]));
  const results = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, run] of Object.entries(fits)) {
      const start = process.cpuUsage();
      results[name] = run();
      times[name].push(since(start));
    }
  }
  console.log(`dense fit, ${ROWS} rows x ${COLUMNS} columns, medians of ${ROUNDS} rounds in turn`);
  for (const [name, { weights, steps }] of Object.entries(results)) {
    console.log(
      `  ${name.padEnd(60)}${median(times[name]).toFixed(2).padStart(8)} s of CPU  ${String(steps).padStart(4)} steps  mean log loss ${loss(columns, y, weights).toFixed(6)}`,
    );
  }
  const [own, peer] = Object.values(times).map(median);
  console.log(`  ratio of the times, the package's to ours: ${(peer / own).toFixed(1)}\n`);
}

async function stages() {
  const folder = process.env.CONSIGNMENT_RISK_DATA ?? fileURLToPath(new URL("../../shared/data/korea-declarations", import.meta.url));
  const file = [`${folder}/train.csv`, `${folder}/korea-declarations/train.csv`].find(existsSync);
  if (file === undefined) {
    console.log("stages of training skipped: no train.csv in the folder CONSIGNMENT_RISK_DATA, nor in ../shared/data/korea-declarations");
    return;
  }
  const spent = [];
  const timed = async (name, run) => {
    const start = process.cpuUsage();
    const result = await run();
    spent.push([name, since(start)]);
    return result;
  };
  const cases = await timed("reading declarations from CSV, checked", async () => {
    const read = [];
    for await (const row of readCsvDeclarations(createReadStream(file), koreaMapping)) if (row.ok) read.push(row.value);
    return read;
  });
  const history = await timed("history of the goods signatures", () => {
    const created = createHistory({ undetailedOutcome: "soleItem" });
    const dimensions = standardDimensions.filter(({ id }) => id === "goodsSignature");
    for (const { declaration, outcome } of cases) {
      created.observe(eventOf(declaration, { dimensions }));
      created.recordOutcome(outcome);
    }
    return created;
  });
  const declarations = cases.map(({ declaration }) => declaration);
  const outcomes = cases.map(({ outcome }) => outcome);
  const learn = (recipe, given) => trainScorecardOrThrow(declarations, outcomes, recipe, { catalogue: standardCatalogue, ...given });
  const { repeat: _, ...rest } = koreaRecipe;
  const unrepeated = { ...rest, thresholds: {} };
  const plain = { ...unrepeated, terms: unrepeated.terms.filter(({ kind }) => kind !== "cross") };
  const { report } = await timed("the recipe, cold", () => learn(koreaRecipe, { history }));
  for (let round = 0; round < ROUNDS; round += 1) {
    await timed("warm: facts, single levels, their fit", () => learn(plain, {}));
    await timed("warm: the same with crosses", () => learn(unrepeated, {}));
    await timed("warm: the same with the repeat term and thresholds, which ask history", () => learn(koreaRecipe, { history }));
  }
  console.log(
    `training on train.csv: ${report.rows} rows, ${report.fitted} distinct, ${report.columns} weights, ${report.iterations} steps; CPU time, medians of ${ROUNDS} rounds where warm`,
  );
  for (const name of new Set(spent.map(([name]) => name))) {
    const seconds = median(spent.flatMap(([own, seconds]) => (own === name ? [seconds] : [])));
    console.log(`  ${name.padEnd(72)}${seconds.toFixed(2).padStart(8)} s`);
  }
}

/** Columns in groups of three that share a part, and labels whose log-odds they add up to. */
function design(random) {
  const truth = Array.from({ length: COLUMNS }, () => 0.3 * normal(random));
  const x = [];
  const y = [];
  for (let row = 0; row < ROWS; row += 1) {
    const shared = Array.from({ length: COLUMNS / 3 }, () => normal(random));
    const values = truth.map((_, column) => 0.5 * shared[Math.floor(column / 3)] + normal(random));
    const logit = values.reduce((sum, value, column) => sum + value * truth[column], -1.2);
    x.push(values);
    y.push(random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
  }
  return { x, y };
}

function standardised(x) {
  const means = Array.from({ length: COLUMNS }, (_, column) => x.reduce((sum, row) => sum + row[column], 0) / ROWS);
  const spreads = means.map((mean, column) => Math.sqrt(x.reduce((sum, row) => sum + (row[column] - mean) ** 2, 0) / ROWS));
  return x.map((row) => row.map((value, column) => (value - means[column]) / spreads[column]));
}

function loss(x, y, [intercept, ...slopes]) {
  let sum = 0;
  x.forEach((row, index) => {
    const logit = row.reduce((total, value, column) => total + value * slopes[column], intercept);
    sum += Math.log1p(Math.exp(-Math.abs(logit))) + (y[index] === 1 ? Math.max(0, -logit) : Math.max(0, logit));
  });
  return sum / ROWS;
}

/** Marsaglia's xorshift, enough to invent a design. */
function seeded(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function since(start) {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
