// What the default recipe for the public Korean declarations is worth, under both protocols side by side.
//   npm run build && npm run protocols [-- SHUFFLES]
// The data (train.csv and valid.csv of the *Customs Import Declaration Datasets*, Jeong et al., 2022) are looked for in the folder
// CONSIGNMENT_RISK_DATA, else in ../shared/data/korea-declarations; without them the command says so and ends well.
import { createReadStream, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assessOrThrow, compileProfileOrThrow, createHistory, eventOf, extractFactsOrThrow, standardCatalogue, standardDimensions } from "consignment-risk";
import { koreaMapping, readCsvDeclarations } from "consignment-risk/adapters";
import { bootstrapOrThrow, createRankingOrThrow, expectedCalibrationError, groupFoldsOrThrow, logLoss, precisionAt, rocAuc } from "consignment-risk/evaluation";
import { koreaRecipe, trainScorecardOrThrow } from "consignment-risk/training";

const FOLDS = 5;
const SHUFFLES = Number(process.argv[2] ?? 5);
const REPLICATES = 1_000;
const METRICS = {
  "precision@5 %": (ranking) => precisionAt(ranking, { share: 0.05 }),
  "precision@10 %": (ranking) => precisionAt(ranking, { share: 0.1 }),
  AUC: rocAuc,
  "log loss": logLoss,
  ECE: expectedCalibrationError,
};

const folder = process.env.CONSIGNMENT_RISK_DATA ?? fileURLToPath(new URL("../../shared/data/korea-declarations", import.meta.url));
const file = (name) => [`${folder}/${name}`, `${folder}/korea-declarations/${name}`].find(existsSync);
if (file("train.csv") === undefined || file("valid.csv") === undefined) {
  console.log("skipped: no train.csv and valid.csv in the folder CONSIGNMENT_RISK_DATA, nor in ../shared/data/korea-declarations");
  process.exit(0);
}

const train = await read("train.csv");
const valid = await read("valid.csv");
publishedSplit();
unseenGoods();
shortCards();

async function read(name) {
  const cases = [];
  for await (const row of readCsvDeclarations(createReadStream(file(name)), koreaMapping)) {
    if (!row.ok) throw new Error(`${name}: line ${row.line} cannot be read`);
    cases.push(row.value);
  }
  return cases;
}

/** Fitted on 2020, ranking the first quarter of 2021, with the repeat term on the history of 2020. */
function publishedSplit() {
  const history = createHistory({ undetailedOutcome: "soleItem" });
  const dimensions = standardDimensions.filter(({ id }) => id === "goodsSignature");
  for (const { declaration, outcome } of train) {
    history.observe(eventOf(declaration, { dimensions }));
    history.recordOutcome(outcome);
  }
  const start = process.cpuUsage();
  const trained = learn(train, koreaRecipe, history);
  const { user, system } = process.cpuUsage(start);
  const profile = profileOf(trained.model);
  const ranking = rankingOf(
    valid.map(({ declaration }) => score(profile, factsOf(declaration, history))),
    valid.map(({ outcome }) => outcome.finding),
    valid.map(({ declaration }) => declaration.id),
  );
  const { fitted, columns, iterations } = trained.report;
  console.log(
    `published split: fitted on ${train.length} rows of train.csv (${fitted} distinct signatures, ${columns} weights, ${iterations} steps, ${seconds(user + system)} s of CPU), ranking ${valid.length} of valid.csv`,
  );
  for (const name of ["precision@5 %", "precision@10 %"]) console.log(`  ${name.padEnd(16)}${METRICS[name](ranking).toFixed(4)}`);
  const known = new Set(train.map(({ declaration }) => goodsOf(declaration)));
  const repeats = valid.filter(({ declaration }) => known.has(goodsOf(declaration))).length;
  console.log(
    `  caveat: ${percent(repeats / valid.length)} of the rows of valid.csv repeat a signature of train.csv, nearly always with its label; this measures the recall of repeats\n`,
  );
}

/** Cross-validation in which no signature is both fitted and ranked: one row per signature, the majority of its labels, ties left out. */
function unseenGoods() {
  const cases = distinct([...train, ...valid]);
  const facts = cases.map(({ declaration }) => factsOf(declaration));
  const labels = cases.map(({ outcome }) => outcome.finding);
  const signatures = facts.map(({ items: [item] }) => item.values.goodsSignature);
  const { repeat: _, ...alone } = koreaRecipe;
  const recipe = { ...alone, thresholds: {} };
  const plain = { ...recipe, terms: recipe.terms.filter(({ kind }) => kind !== "cross") };
  const rankings = (candidate) => Array.from({ length: SHUFFLES }, (_, shuffle) => crossValidated(candidate, cases, facts, labels, signatures, shuffle + 1));
  const full = rankings(recipe);
  const without = rankings(plain);
  console.log(
    `unseen goods: ${FOLDS}-fold cross-validation on ${cases.length} distinct signatures of train.csv and valid.csv, folds by signature, ${SHUFFLES} shuffles`,
  );
  console.log("                  mean    sd over shuffles  95 % interval      without crosses  difference, 95 % interval");
  for (const [name, metric] of Object.entries(METRICS)) {
    const values = full.map(metric);
    const own = interval(full, (sampled) => mean(sampled(full).map(metric)));
    const difference = interval(full, (sampled) => mean(sampled(full).map(metric)) - mean(sampled(without).map(metric)));
    const better = difference.lower > 0 || difference.upper < 0 ? "" : "  includes 0";
    console.log(
      `  ${name.padEnd(16)}${mean(values).toFixed(4)}  ${deviation(values).toFixed(4).padStart(16)}  ${bounds(own)}  ${mean(without.map(metric)).toFixed(4).padStart(15)}  ${signed(difference.estimate)} ${bounds(difference)}${better}`,
    );
  }
  console.log(`  intervals: percentile bootstrap over signatures, ${REPLICATES} samples, the mean of all shuffles in each`);
  console.log(
    "  caveat: parties carry no signal in this data and unit price stands in for the product code: neither party history nor undervaluation can be validated on it",
  );
}

/** The card of the recipe beside those of the L1 penalty: fitted on 2020, ranking the signatures of 2021 that 2020 does not have. */
function shortCards() {
  const known = new Set(train.map(({ declaration }) => goodsOf(declaration)));
  const cases = distinct(valid).filter(({ declaration }) => !known.has(goodsOf(declaration)));
  const facts = cases.map(({ declaration }) => factsOf(declaration));
  const { repeat: _, ...alone } = koreaRecipe;
  console.log(`\nshort cards: fitted on train.csv, ranking the ${cases.length} distinct signatures of valid.csv that it does not have`);
  console.log("  penalty          weights     terms  precision@5 %  precision@10 %     AUC  log loss");
  for (const penalty of [koreaRecipe.penalty, ...[10, 6, 4].map((strength) => ({ kind: "l1", strength }))]) {
    const { model, report } = learn(train, { ...alone, thresholds: {}, penalty });
    const profile = profileOf(model);
    const ranking = rankingOf(
      facts.map((own) => score(profile, own)),
      cases.map(({ outcome }) => outcome.finding),
    );
    const figures = ["precision@5 %", "precision@10 %", "AUC", "log loss"].map((name) => METRICS[name](ranking).toFixed(3));
    const [p5, p10, auc, loss] = figures;
    const name = `${penalty.kind.toUpperCase()}, ${penalty.strength}`.padEnd(16);
    console.log(
      `  ${name} ${String(report.used).padStart(7)}  ${String(model.terms.length).padStart(8)}  ${p5.padStart(13)}  ${p10.padStart(14)}  ${auc.padStart(6)}  ${loss.padStart(8)}`,
    );
  }
  console.log("  caveat: too few rows to tell the cards apart");
}

/** The ranking of all cases, each scored by a model that never saw its signature. */
function crossValidated(recipe, cases, facts, labels, signatures, seed) {
  const folds = groupFoldsOrThrow(signatures, { folds: FOLDS, seed });
  const scores = new Float64Array(cases.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const profile = profileOf(
      learn(
        cases.filter((_, index) => folds[index] !== fold),
        recipe,
      ).model,
    );
    for (const [index, own] of folds.entries()) if (own === fold) scores[index] = score(profile, facts[index]);
  }
  return rankingOf(scores, labels);
}

/** The earliest declaration of every signature, with the majority of its labels; ties left out. */
function distinct(all) {
  const groups = new Map();
  for (const one of all) {
    const key = goodsOf(one.declaration);
    const group = groups.get(key) ?? { one, count: 0, findings: 0 };
    group.count += 1;
    if (one.outcome.finding) group.findings += 1;
    groups.set(key, group);
  }
  return [...groups.values()]
    .filter(({ count, findings }) => 2 * findings !== count)
    .map(({ one: { declaration, outcome }, count, findings }) => ({ declaration, outcome: { ...outcome, finding: 2 * findings > count } }));
}

function learn(cases, recipe, history) {
  return trainScorecardOrThrow(
    cases.map(({ declaration }) => declaration),
    cases.map(({ outcome }) => outcome),
    recipe,
    { catalogue: standardCatalogue, ...(history === undefined ? {} : { history }) },
  );
}

function profileOf(model) {
  const { domain, title, currency } = koreaRecipe;
  return compileProfileOrThrow(
    {
      schema: "consignment-risk/profile@1",
      id: "protocols",
      version: "1",
      title,
      utcOffset: "+09:00",
      currency,
      catalogue: standardCatalogue.version,
      channels: ["green", "red"],
      lists: {},
      derived: {},
      domains: { [domain]: { title, rules: [], model, thresholds: {} } },
      selection: { channel: "red" },
    },
    { catalogue: standardCatalogue },
  );
}

function factsOf(declaration, history) {
  const { currency } = koreaRecipe;
  return extractFactsOrThrow(declaration, {
    asOf: declaration.registeredAt,
    catalogue: standardCatalogue,
    currency,
    ...(history === undefined ? {} : { history }),
  });
}

/** The goods signature of a declaration's one item. */
function goodsOf(declaration) {
  return factsOf(declaration).items[0].values.goodsSignature;
}

/** The probability, which orders as the points do. */
function score(profile, facts) {
  return assessOrThrow(profile, facts).domains[koreaRecipe.domain].probability;
}

function rankingOf(scores, findings, ids) {
  return createRankingOrThrow({ scores, labels: findings.map(Number), ...(ids === undefined ? {} : { ids }) });
}

/** The bootstrap interval of a number of several rankings of the same cases: every sample draws the same cases of all. */
function interval([first], numberOf) {
  const statistic = (sample) => {
    const counts = new Float64Array(sample.size);
    for (let place = 0; place < sample.size; place += 1) counts[sample.order[place]] = sample.weights[place];
    return numberOf((rankings) => rankings.map((ranking) => reweighted(ranking, counts)));
  };
  return bootstrapOrThrow(first, statistic, { seed: 1, replicates: REPLICATES });
}

function reweighted(ranking, counts) {
  const weights = Float64Array.from(ranking.order, (index) => counts[index]);
  let totalWeight = 0;
  let positiveWeight = 0;
  for (let place = 0; place < weights.length; place += 1) {
    totalWeight += weights[place];
    positiveWeight += weights[place] * ranking.labels[place];
  }
  return { ...ranking, weights, totalWeight, positiveWeight };
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values) {
  return values.length < 2 ? 0 : Math.sqrt(values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / (values.length - 1));
}

function bounds({ lower, upper }) {
  return `[${lower.toFixed(4)}, ${upper.toFixed(4)}]`.padEnd(17);
}

function signed(value) {
  return `${value < 0 ? "" : "+"}${value.toFixed(4)}`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function seconds(microseconds) {
  return (microseconds / 1e6).toFixed(2);
}
