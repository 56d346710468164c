// Name matching on real pairs.
//   node benchmarks/names.mjs            recall by kind at 2 % false positives on the hard negatives, beside Jaro-Winkler
//   node benchmarks/names.mjs fit        the points of src/intelligence/names/name-model.ts, fitted with this library's own fitLogistic
import { matchNames } from "consignment-risk/intelligence";
import { fitLogisticOrThrow } from "consignment-risk/training";
import { jaroWinkler } from "./jaro-winkler.mjs";
import { crossScriptNegatives, featuresOf, hashOf, isForFitting, isHardNegative, PARTS, readPairs, SOLVABLE, UNSOLVABLE } from "./name-pairs.mjs";

const POINTS_PER_LOGIT = 10 / Math.LN10;
const FALSE_POSITIVES = 0.02;
const FOLDS = 5;

const real = readPairs();
if (real === undefined) console.log("skipped: the shared name pairs are not here");
else {
  const pairs = [...real, ...crossScriptNegatives(real)].map((pair) => ({ ...pair, ...featuresOf(pair) }));
  if (process.argv[2] === "fit") showFit(pairs);
  else measure(pairs);
}

/** Base and points for each part, unrounded. Names that are equal once folded are 1 by definition and teach nothing. */
function fitModel(pairs) {
  const rows = pairs.filter((pair) => isForFitting(pair) && !pair.isEqual);
  const { intercept, coefficients } = fitLogisticOrThrow({
    x: rows.map(({ values }) => values),
    y: rows.map(({ isSame }) => (isSame ? 1 : 0)),
    names: PARTS,
    l2: 1,
  });
  return { base: intercept * POINTS_PER_LOGIT, points: coefficients.map((coefficient) => coefficient * POINTS_PER_LOGIT) };
}

function score({ base, points }, { isEqual, values }) {
  return isEqual ? Number.POSITIVE_INFINITY : values.reduce((sum, value, at) => sum + value * points[at], base);
}

function showFit(pairs) {
  const { base, points } = fitModel(pairs);
  console.log(`base: ${base.toFixed(1)}`);
  for (const [at, part] of PARTS.entries()) console.log(`${part}: ${points[at].toFixed(1)}`);
}

function measure(pairs) {
  const full = pairs.map((pair) => matchNames(pair.a, pair.b));
  const plain = pairs.map(({ a, b }) => jaroWinkler(a.toLowerCase(), b.toLowerCase()));
  const cross = new Array(pairs.length);
  const fold = pairs.map(({ entities }) => hashOf(`fold ${entities[0]}`) % FOLDS);
  for (let held = 0; held < FOLDS; held += 1) {
    const model = fitModel(pairs.filter((_, at) => fold[at] !== held));
    for (const [at, pair] of pairs.entries()) if (fold[at] === held) cross[at] = score(model, pair);
  }
  // by halves of the entities: no entity of a pair that is measured stands in a pair that was fitted
  const half = ({ entities }) => {
    const [one, other] = entities.map((entity) => hashOf(`half ${entity}`) % 2);
    return one === other ? one : undefined;
  };
  const halves = [0, 1].map((held) => {
    const model = fitModel(pairs.filter((pair) => half(pair) === 1 - held));
    const rest = pairs.filter((pair) => half(pair) === held);
    return recall(
      rest,
      rest.map((pair) => score(model, pair)),
    );
  });

  const columns = { "the model as shipped": full, "cross-validated": cross, "Jaro-Winkler": plain };
  const tables = Object.values(columns).map((scores) => recall(pairs, scores));
  print("kind", "pairs", ...Object.keys(columns));
  for (const kind of [...SOLVABLE, ...UNSOLVABLE]) {
    print(kind, pairs.filter((pair) => pair.kind === kind).length, ...tables.map((table) => table.byKind.get(kind).toFixed(3)));
  }
  print("solvable kinds together", pairs.filter(({ kind }) => SOLVABLE.includes(kind)).length, ...tables.map((table) => table.solvable.toFixed(3)));
  for (const kind of ["random", "cross_script_negative"]) {
    const of = pairs.filter((pair) => pair.kind === kind).length;
    print(`false positives: ${kind}`, of, ...tables.map((table) => table.falsePositives(kind)));
  }
  console.log(`threshold of matchNames at ${FALSE_POSITIVES * 100} % of the hard negatives: ${tables[0].threshold.toFixed(4)}`);
  console.log(`fitted on half of the entities, measured on the other: ${halves.map(({ solvable }) => solvable.toFixed(3)).join(" and ")}`);
  chance(pairs, tables[0].threshold);
  speed(pairs);
}

/** Recall by kind at the threshold that lets 2 % of the hard negatives pass. */
function recall(pairs, scores) {
  const hard = pairs.flatMap((pair, at) => (isHardNegative(pair) ? [scores[at]] : [])).sort((a, b) => b - a);
  const threshold = hard[Math.floor(FALSE_POSITIVES * hard.length)];
  const passing = (choose) => pairs.flatMap((pair, at) => (choose(pair) ? [scores[at] > threshold] : []));
  const share = (choose) => {
    const found = passing(choose);
    return found.filter(Boolean).length / found.length;
  };
  return {
    threshold,
    solvable: share(({ kind }) => SOLVABLE.includes(kind)),
    byKind: new Map([...SOLVABLE, ...UNSOLVABLE].map((kind) => [kind, share((pair) => pair.kind === kind)])),
    falsePositives: (kind) => passing((pair) => pair.kind === kind).filter(Boolean).length,
  };
}

/** Names of different entities drawn at random: the file has few such pairs, so more are made of its names. */
function chance(pairs, threshold) {
  const names = [
    ...new Map(
      pairs.flatMap(({ a, b, entities }) => [
        [a, entities[0]],
        [b, entities[1]],
      ]),
    ).entries(),
  ];
  const count = 200_000;
  let passed = 0;
  for (let at = 0; at < count; at += 1) {
    const [a, one] = names[hashOf(`a ${at}`) % names.length];
    const [b, other] = names[hashOf(`b ${at}`) % names.length];
    if (one !== other && matchNames(a, b) > threshold) passed += 1;
  }
  console.log(`random pairs of the file's names above the threshold: ${passed} of ${count} (${((100 * passed) / count).toFixed(4)} %)`);
}

function speed(pairs) {
  const rounds = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    for (const { a, b } of pairs) matchNames(a, b);
    rounds.push(pairs.length / ((performance.now() - start) / 1000));
  }
  console.log(`pairs per second, from text, best of 5 rounds: ${Math.round(Math.max(...rounds)).toLocaleString("en")}`);
}

function print(label, count, ...values) {
  console.log(String(label).padEnd(40), String(count).padStart(6), ...values.map((value) => String(value).padStart(22)));
}
