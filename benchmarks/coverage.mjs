// How often the 95 % intervals of the finding rate hold the truth, over many synthetic years of which a part was inspected.
//   npm run build && npm run measure:coverage [-- SEEDS DECLARATIONS]
// Seeds 1 to 200 and 2,500 declarations each unless told. A year is made twice: as its administration inspects it (one in ten at
// random, and all that show certain signs), and with everything inspected, which tells the truth about the first: what inspections
// draw and find does not depend on the rate. Amendments are not inspected by themselves, and are left out.
import { estimateRateOrThrow, wilsonInterval } from "consignment-risk/evaluation";
import { generateYear } from "consignment-risk/synthetic";

const [seeds = 200, declarations = 2_500] = process.argv.slice(2).map(Number);
const RANDOM_RATE = 0.1;
const NAMES = { weighted: "by inverse probability", naive: "naive, biased" };

const sums = Object.fromEntries(Object.keys(NAMES).map((name) => [name, { held: 0, rate: 0, width: 0 }]));
let truths = 0;
for (let seed = 1; seed <= seeds; seed += 1) {
  const all = year(seed, 1);
  const cases = year(seed, RANDOM_RATE).map(({ outcome }, at) => {
    if (outcome === undefined) return { selectionProbability: RANDOM_RATE };
    const label = Number(outcome.finding);
    if (label !== Number(all[at].outcome.finding)) throw new Error(`seed ${seed}: inspections at two rates found different things`);
    return { selectionProbability: outcome.selection.probability, label };
  });
  const truth = all.filter(({ outcome }) => outcome.finding).length / all.length;
  truths += truth;
  const estimates = estimateRateOrThrow(cases);
  for (const [name, sum] of Object.entries(sums)) {
    const { rate, lower, upper } = estimates[name];
    sum.rate += rate;
    sum.width += upper - lower;
    if (lower <= truth && truth <= upper) sum.held += 1;
  }
  if (seed % 20 === 0) process.stderr.write(`${seed} of ${seeds} years\n`);
}
console.log(
  `${seeds} synthetic years of ${declarations} declarations, ${percent(RANDOM_RATE)} inspected at random beside those with signs; true finding rate ${percent(truths / seeds)} on the mean`,
);
console.log("  estimate                  mean rate  mean width of its interval  intervals that hold the truth");
for (const [name, { held, rate, width }] of Object.entries(sums)) {
  const { lower, upper } = wilsonInterval(held, seeds);
  console.log(
    `  ${NAMES[name].padEnd(24)}${percent(rate / seeds).padStart(11)}${percent(width / seeds).padStart(28)}${`${percent(held / seeds)} (${percent(lower)} to ${percent(upper)})`.padStart(31)}`,
  );
}

function year(seed, randomRate) {
  return [...generateYear({ seed, declarations, randomRate })].filter(({ truth }) => truth.version === 0);
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
