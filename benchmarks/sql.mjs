// Tables of facts scored by the compiled batch in Node, one and two processes, and by the profile as a query in DuckDB, on the same Parquet files.
//   npm run build && npm run bench:sql [-- ROWS,ROWS]
// 20,000 invented declarations are extracted once and repeated under other keys until both tables together have so many rows.
// Each candidate is a process of its own, the order is shuffled, and what they come to (declarations per channel, and the sum of
// every domain's micropoints) must be equal before a figure is written. No test asserts a time.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { createRandom, shuffle } from "./records.mjs";
import { machine, short, table, writeSection } from "./report.mjs";

const sizes = (process.argv[2] ?? "1000000,10000000").split(",").map(Number);
const cli = fileURLToPath(new URL("../dist/cli.js", import.meta.url));
const worker = fileURLToPath(new URL("./sql-worker.mjs", import.meta.url));
const example = fileURLToPath(new URL("../docs/examples/vietnam-import.json", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "consignment-risk-sql-"));
const CANDIDATES = {
  "batch in Node, one process": { mode: "node", jobs: 1 },
  "batch in Node, two processes": { mode: "node", jobs: 2 },
  "query in DuckDB, one thread": { mode: "duckdb", jobs: 1, threads: 1 },
  "query in DuckDB, two threads": { mode: "duckdb", jobs: 1, threads: 2 },
};

try {
  const profile = join(folder, "profile.json");
  // draws are made outside of a query, and are not what is measured
  writeFileSync(profile, JSON.stringify({ ...JSON.parse(readFileSync(example, "utf8")), selection: { channel: "red" } }));
  const base = join(folder, "base");
  execFileSync(process.execPath, [cli, "generate", "--count", "20000", "--seed", "31", "--output", join(folder, "declarations.jsonl")]);
  const input = ["--input", join(folder, "declarations.jsonl"), "--format", "json"];
  execFileSync(process.execPath, [cli, "extract-facts", "--profile", profile, ...input, "--as", "parquet", "--output", base], { stdio: "ignore" });
  const measured = new Map();
  for (const rows of sizes) measured.set(rows, await measure(rows, base, profile));
  report(measured);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(rows, base, profile) {
  const { declarations, items } = await repeat(base, rows);
  const results = new Map();
  for (const name of shuffle(Object.keys(CANDIDATES), createRandom(rows))) {
    results.set(name, await run(CANDIDATES[name], declarations, profile));
    console.log(`${rows.toLocaleString("en")} rows, ${name}: ${short(results.get(name).seconds)} s`);
  }
  const [first, ...others] = [...results.values()].map(({ outcome }) => JSON.stringify(outcome));
  if (others.some((other) => other !== first)) throw new Error(`the candidates come to different scores: ${[first, ...others].join("\n")}`);
  return { declarations, items, results };
}

/** Writes the tables of the base again and again under other keys; gives how many rows they have. */
async function repeat(base, rows) {
  const instance = await DuckDBInstance.create();
  const db = await instance.connect();
  const count = async (name) => Number((await db.runAndReadAll(`SELECT count(*) FROM '${base}/${name}.parquet'`)).getRowsJS()[0][0]);
  const [headers, items] = [await count("facts_header"), await count("facts_items")];
  const times = Math.round(rows / (headers + items));
  for (const name of ["facts_header", "facts_items"]) {
    await db.run(
      `COPY (SELECT f.* REPLACE (f.key + t.i * ${headers} AS key) FROM range(${times}) AS t(i), '${base}/${name}.parquet' AS f ORDER BY t.i, f.key${name === "facts_items" ? ", f.item" : ""}) TO '${folder}/${name}.parquet' (FORMAT parquet)`,
    );
  }
  db.closeSync();
  instance.closeSync();
  return { declarations: times * headers, items: times * items };
}

/** Runs a candidate in processes of its own; gives wall time, CPU time, the sum of their peaks of memory, and what they came to. */
async function run({ mode, jobs, threads }, declarations, profile) {
  const start = performance.now();
  const shares = await Promise.all(
    Array.from({ length: jobs }, (_, job) => {
      const [from, to] = [job, job + 1].map((edge) => Math.floor((declarations * edge) / jobs));
      return child([worker, mode, folder, profile, String(from), String(to), String(threads ?? 1)]);
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  const sum = (pick) => shares.reduce((total, share) => total + pick(share), 0);
  const outcome = {};
  for (const share of shares) for (const [name, value] of Object.entries(share.outcome)) outcome[name] = String(BigInt(outcome[name] ?? 0) + BigInt(value));
  return { seconds, cpu: sum((share) => share.cpu), megabytes: sum((share) => share.megabytes), outcome };
}

function child(args) {
  return new Promise((resolve, reject) => {
    const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    let output = "";
    running.stdout.setEncoding("utf8").on("data", (text) => (output += text));
    running.on("close", (status) => (status === 0 ? resolve(JSON.parse(output)) : reject(new Error(`a candidate ended with status ${status}`))));
  });
}

function report(measured) {
  const lines = [...measured].flatMap(([rows, { declarations, results }]) =>
    Object.keys(CANDIDATES).map((name) => {
      const { seconds, cpu, megabytes } = results.get(name);
      const perSecond = Math.round(rows / seconds).toLocaleString("en");
      return [
        rows.toLocaleString("en"),
        declarations.toLocaleString("en"),
        name,
        `${short(seconds)} s`,
        `${short(cpu)} s`,
        `${Math.round(megabytes).toLocaleString("en")} MB`,
        perSecond,
      ];
    }),
  );
  const [least, most] = [Math.min(...measured.keys()), Math.max(...measured.keys())];
  const growth = Object.keys(CANDIDATES).map(
    (name) => `${name} ${short(measured.get(most).results.get(name).seconds / measured.get(least).results.get(name).seconds)}x`,
  );
  writeSection(
    "Tables of facts: in Node and in DuckDB",
    `\`npm run bench:sql\`. ${machine()} The richest example profile (32 rules, five terms, four derived indicators, no draws) over Parquet files of facts of invented declarations, a row per declaration and per goods item; 20,000 different declarations, repeated under other keys. Node reads the rows through DuckDB's reader of Parquet, makes facts of them and scores them in batches; DuckDB runs the profile as a query. Each candidate is a process (or two) of its own, start included, once each in shuffled order; all come to the same declarations per channel and the same sums of micropoints. Memory is the peak that is resident, of two processes the sum.

${table(["rows", "declarations", "candidate", "wall", "CPU", "memory", "rows per second"], lines)}

${most === least ? "" : `From ${least.toLocaleString("en")} to ${most.toLocaleString("en")} rows the wall time grows: ${growth.join(", ")}.`} Most of Node's time goes into turning rows into objects, which a query does not do. One run each: a figure may be off by a tenth.`,
  );
}
