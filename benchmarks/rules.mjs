// One record against 10, 50, 500 and 5,000 rules: this package and its peers, the same work, outputs checked equal first.
//   npm run build && npm run bench:rules [-- RECORDS]
// The candidates run in shuffled alternation over several rounds, every one on a stretch of the same shuffled records; medians
// of CPU time. Writes its section of docs/benchmarks.md. No test asserts a time.
import { readFile } from "node:fs/promises";
import { ours, oursBatch, PEERS } from "./candidates.mjs";
import { createRandom, drawRules, flatRecords, shuffle } from "./records.mjs";
import { machine, median, ratio, short, spread, table, writeSection } from "./report.mjs";

const SIZES = [10, 50, 500, 5_000];
const ROUNDS = 5;
/** The records that the outputs are compared on. */
const CHECKED = 200;
/** A round lasts about so many milliseconds of CPU time, however slow the candidate. */
const ROUND_MS = 150;

const total = Number(process.argv[2] ?? 170_000);
const records = flatRecords(total);
const random = createRandom(29);
/** What every candidate adds to, so that its work cannot be optimised away. */
let consumed = 0;
const rows = [];
const skipped = new Set();

for (const size of SIZES) rows.push(await measure(size));
await report();

async function measure(size) {
  const rules = drawRules(records, size);
  const candidates = await makeCandidates(rules);
  await checkEqual(candidates, rules);
  const hits = candidates.batch.run();
  const times = new Map(Object.keys(candidates).map((name) => [name, []]));
  const lengths = new Map();
  for (const name of times.keys()) lengths.set(name, await stretchOf(candidates[name]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of shuffle([...times.keys()], random)) {
      const length = lengths.get(name);
      times.get(name).push((await timeOf(candidates[name], Math.floor(random() * (records.length - length + 1)), length)) / length);
    }
  }
  console.log(`${size} rules: ${[...times].map(([name, list]) => `${name} ${short(median(list))}`).join(", ")} µs`);
  return { size, times, hitsPerRecord: hits.hitRules.length / hits.count };
}

/** Every candidate as `all(from, to)`: scores a stretch of records. */
async function makeCandidates(rules) {
  const single = ours(rules);
  const batch = oursBatch(rules, records);
  const candidates = {
    ours: { one: (index) => single.read(single.run(records[index])), all: each((index) => single.run(records[index])) },
    batch: { run: batch.run, one: oneOfBatch(batch), all: batch.run, isWhole: true },
    "reading the columns": { all: () => readOnce(batch.encoded), isWhole: true },
    "touching the fields": { all: touch },
  };
  for (const [name, make] of Object.entries(PEERS)) {
    try {
      const peer = await make(rules);
      candidates[name] = peer.isSlow
        ? { one: (index) => peer.run(records[index]), all: eachAwaited((index) => peer.run(records[index])) }
        : { one: (index) => peer.run(records[index]), all: each((index) => peer.run(records[index])) };
    } catch (error) {
      if (!skipped.has(name)) console.log(`${name} is skipped: ${error.message}`);
      skipped.add(name);
    }
  }
  return candidates;
}

function each(run) {
  return (from, to) => {
    for (let index = from; index < to; index += 1) consumed += run(index).hits.length;
  };
}

/** What it costs to look at every field of a record once. */
function touch(from, to) {
  for (let index = from; index < to; index += 1) {
    const record = records[index];
    for (const field in record) {
      const value = record[field];
      consumed += typeof value === "number" ? value : value.length;
    }
  }
}

function eachAwaited(run) {
  return async (from, to) => {
    for (let index = from; index < to; index += 1) consumed += (await run(index)).hits.length;
  };
}

function oneOfBatch(batch) {
  let scores;
  return (index) => {
    scores ??= batch.run();
    return batch.read(scores, index);
  };
}

/** What it costs to look at every class once, row by row. */
function readOnce({ headers, count }) {
  const width = headers.length / count;
  let sum = 0;
  for (let row = 0; row < count; row += 1) for (let column = 0; column < width; column += 1) sum = (sum + headers[row * width + column]) | 0;
  consumed += sum;
}

async function checkEqual(candidates, rules) {
  for (let index = 0; index < CHECKED; index += 1) {
    const expected = JSON.stringify(plainly(rules, records[index]));
    for (const [name, candidate] of Object.entries(candidates)) {
      if (candidate.one === undefined) continue;
      const { hits, sum } = await candidate.one(index);
      if (JSON.stringify({ hits, sum }) !== expected)
        throw new Error(`${name} differs on record ${index}: ${JSON.stringify({ hits, sum })}, expected ${expected}`);
    }
  }
}

/** What the rules say, written out. */
function plainly(rules, record) {
  const holds = ({ op, field, value, values, min, max }) => {
    if (op === "eq") return record[field] === value;
    if (op === "in") return values.includes(record[field]);
    if (op === "between") return record[field] >= min && record[field] <= max;
    return op === "gte" ? record[field] >= value : record[field] < value;
  };
  const hits = rules.flatMap((rule, index) => (rule.tests.every(holds) ? [index] : []));
  return { hits, sum: hits.reduce((sum, index) => sum + rules[index].points, 0) };
}

/** So many records that a round takes long enough to be timed; the trials warm the candidate up. */
async function stretchOf(candidate) {
  if (candidate.isWhole) {
    await timeOf(candidate, 0, records.length);
    return records.length;
  }
  let length = 8;
  for (;;) {
    const took = await timeOf(candidate, 0, length);
    if (took > (ROUND_MS * 1_000) / 2 || length >= records.length) return Math.min(length, records.length);
    length = Math.min(records.length, length * 2);
  }
}

/** CPU microseconds of one stretch. */
async function timeOf(candidate, from, length) {
  const start = process.cpuUsage();
  await candidate.all(from, from + length);
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

async function report() {
  const names = [...rows[0].times.keys()];
  const cell = (row, name) => (row.times.has(name) ? spread(row.times.get(name)) : "skipped");
  const at = (row, name) => median(row.times.get(name) ?? [Number.NaN]);
  const fastest = (row) => Math.min(...Object.keys(PEERS).flatMap((name) => (row.times.has(name) ? [at(row, name)] : [])));
  const [, fifty] = rows;
  const last = rows.at(-1);
  const versions = await Promise.all(
    Object.keys(PEERS).map(async (name) => {
      const id = name.split(" ")[0];
      const { version } = JSON.parse(
        await readFile(new URL(`../node_modules/${id}/package.json`, import.meta.url), "utf8").catch(() => '{"version":"not installed"}'),
      );
      return `${id} ${version}`;
    }),
  );
  writeSection(
    "One record, and a batch, against rules",
    `Written by \`npm run bench:rules\`. ${records.length.toLocaleString("en")} invented records (a goods item with its header, 19 fields, all stated), in shuffled order; rules of 2 to 4 tests
(equal, one of, between, bounds) with values drawn from the records; up to 25 rules speak of circumstances alone, the others also of certain goods or parties. Every candidate gives the rules that fired and the sum of their points; on ${CHECKED} records
all outputs were compared with a plain evaluation before any time counted. CPU microseconds per record, medians of ${ROUNDS} rounds in shuffled alternation in one process, least and greatest in brackets.

${machine()} Versions: ${versions.join(", ")}.

${table(["", ...rows.map((row) => `${row.size.toLocaleString("en")} rules`)], [...names.map((name) => [name, ...rows.map((row) => cell(row, name))]), ["hits per record", ...rows.map((row) => row.hitsPerRecord.toFixed(1))]])}

*ours* is \`score\`: facts as an object in, channel, sums and hits out. *batch* is \`scoreBatch\` on encoded facts; *reading the columns* adds up every number that the batch reads; *touching the fields* is a loop that adds up the numbers of a record and the lengths of its texts,
below which nothing that takes any object and reads all of its fields can go.

${table(
  ["ratio", "wanted", "measured"],
  [
    [
      "one record against the fastest peer at 10 / 50 / 500 / 5,000 rules",
      "1.5x / 5x / 30x / 300x",
      rows.map((row) => ratio(fastest(row) / at(row, "ours"))).join(" / "),
    ],
    [
      "one record against json-rules-engine and zen-engine at 50 rules",
      "800x, 100x",
      `${ratio(at(fifty, "json-rules-engine") / at(fifty, "ours"))}, ${ratio(at(fifty, "@gorules/zen-engine") / at(fifty, "ours"))}`,
    ],
    ["growth of the cost per record from 50 to 5,000 rules", "at most 5x", ratio(at(last, "ours") / at(fifty, "ours"))],
    [
      "batch against the fastest peer at 50 / 500 / 5,000",
      "30x / 100x / 500x",
      rows
        .slice(1)
        .map((row) => ratio(fastest(row) / at(row, "batch")))
        .join(" / "),
    ],
    ["batch at 50 rules against reading the columns once", "at most 8x", ratio(at(fifty, "batch") / at(fifty, "reading the columns"))],
  ],
)}
`,
  );
  if (Number.isNaN(consumed)) throw new Error("a candidate counted no hits");
}
