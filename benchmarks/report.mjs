// What the benchmarks share: turns in shuffled order, medians with their spread, and docs/benchmarks.md, of which each writes a section.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { createRandom, shuffle } from "./records.mjs";

const page = new URL("../docs/benchmarks.md", import.meta.url);

/** Runs every candidate once to warm up and then so many times, in shuffled order; gives the CPU seconds of each run by name. */
export function takeTurns(candidates, rounds) {
  const random = createRandom(41);
  const times = new Map(Object.keys(candidates).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const name of shuffle([...times.keys()], random)) {
      const start = process.cpuUsage();
      candidates[name]();
      const { user, system } = process.cpuUsage(start);
      if (round > 0) times.get(name).push((user + system) / 1e6);
    }
  }
  return times;
}

export function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** A median with the least and the greatest in brackets, each multiplied by what turns it into the unit wanted. */
export function spread(list, factor = 1) {
  return `${short(median(list) * factor)} (${short(Math.min(...list) * factor)} to ${short(Math.max(...list) * factor)})`;
}

export function short(value) {
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

export function ratio(value) {
  return `${value >= 10 ? value.toFixed(0) : value.toFixed(value >= 2 ? 1 : 2)}x`;
}

export function table(head, lines) {
  return [head, head.map(() => "---"), ...lines].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

export function machine() {
  return `Machine: ${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}, ${process.arch}.`;
}

/** Writes a section of the page, at its place or at the end, and prints it. */
export function writeSection(title, text) {
  const sections = readFileSync(page, "utf8").split(/^(?=## )/m);
  const section = `## ${title}\n\n${text.trim()}\n`;
  const place = sections.findIndex((each) => each.startsWith(`## ${title}\n`));
  if (place === -1) sections.push(section);
  else sections[place] = section;
  writeFileSync(page, `${sections.map((each) => each.trim()).join("\n\n")}\n`);
  console.log(section);
}
