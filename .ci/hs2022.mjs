// Writes src/model/hs2022-codes.ts from a list of HS 2022 codes: `node .ci/hs2022.mjs harmonized-system.csv`.
// The list is https://github.com/datasets/harmonized-system (PDDL); only its digits are kept, no text.
import { readFileSync, writeFileSync } from "node:fs";

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error("name the CSV file with the columns section,hscode,...");

const codes = [...readFileSync(source, "utf8").matchAll(/^[^,\n]*,(\d{6}),/gm)].map(([, code]) => code).sort();
const lines = [...groupBy(codes, (code) => code.slice(0, 2))].map(([chapter, members]) => {
  const headings = [...groupBy(members, (code) => code.slice(2, 4))];
  return `${chapter} ${headings.map(([heading, group]) => heading + group.map((code) => code.slice(4)).join("")).join(" ")}`;
});

writeFileSync(
  new URL("../src/model/hs2022-codes.ts", import.meta.url),
  `/**
 * The ${codes.length.toLocaleString("en")} six-digit codes of HS 2022, digits only: a line per chapter, a word per heading, which is its two digits in the chapter and the two
 * digits of each of its subheadings. Source: github.com/datasets/harmonized-system (PDDL), written by \`.ci/hs2022.mjs\`; 999999 is
 * the statisticians' "not specified", kept as it is in the source.
 */
export const HS2022_CODES = \`
${lines.join("\n")}
\`;
`,
);

function groupBy(members, keyOf) {
  const groups = new Map();
  for (const member of members) groups.set(keyOf(member), [...(groups.get(keyOf(member)) ?? []), member]);
  return groups;
}
