import { describe, expect, it } from "vitest";
import { COMMODITIES } from "../../src/synthetic/commodities.js";
import { type FindingKind, generateDeclarations, RISK_PROCESS, type SyntheticDeclaration, TRAITS, type Trait } from "../../src/synthetic/index.js";

const COUNT = 20_000;
const KINDS = Object.keys(RISK_PROCESS) as readonly FindingKind[];
const ALL_TRAITS = Object.keys(TRAITS) as readonly Trait[];

/** The page on synthetic data: written by this test with `npx vitest run --config tests/vitest.config.ts -u`. */
function syntheticDataPage(records: readonly SyntheticDeclaration[]): string {
  const percent = (part: number, whole: number, digits: number): string => `${((100 * part) / whole).toFixed(digits)} %`;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const count = (holds: (record: SyntheticDeclaration) => boolean): number => records.filter(holds).length;
  const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));
  const process = ALL_TRAITS.map((trait) => {
    const points = KINDS.map((kind) => RISK_PROCESS[kind].drivers[trait]).map((value) => (value === undefined ? "" : signed(value)));
    return `| \`${trait}\` | ${TRAITS[trait].meaning.en} | ${points.join(" | ")} |`;
  });
  const measured = ALL_TRAITS.map((trait) => {
    const members = records.filter((record) => record.outcome.traits.includes(trait));
    const expected = sum(members.map((record) => record.outcome.probability));
    const found = members.filter((record) => record.outcome.finding).length;
    return `| \`${trait}\` | ${percent(members.length, records.length, 2)} | ${percent(expected, members.length, 1)} | ${percent(found, members.length, 1)} |`;
  });
  const kinds = KINDS.map((kind) => {
    const expected = sum(records.map((record) => record.outcome.probabilities[kind]));
    return `| ${kind} | ${percent(expected, records.length, 2)} | ${percent(
      count((record) => record.outcome.kinds.includes(kind)),
      records.length,
      2,
    )} |`;
  });
  const expected = sum(records.map((record) => record.outcome.probability));
  const items = sum(records.map((record) => record.declaration.items.length));
  return `# Synthetic declarations

\`consignment-risk/synthetic\` invents import declarations that look Vietnamese, with outcomes drawn by a known process: for the demo, tests, benchmarks and notebooks, which need no outside
data. **They are evidence of nothing in the world.** A profile or model that does well on them has found what the generator put in; it says nothing of its worth on real trade.

\`\`\`ts
import { generateDeclarations } from "consignment-risk/synthetic";

for (const { declaration, supplied, outcome } of generateDeclarations({ seed: 1, count: 3 })) {
  console.log(declaration.id, declaration.items.length, supplied[0]?.value, outcome.finding, outcome.probability);
}
\`\`\`

- \`seed\` is an integer from 0 to 2^53 - 1, \`count\` goes up to 100,000,000. Records are made one by one as they are asked for, so that a large count costs no memory.
- \`from\` (\`2026-01-01\` unless told) and \`days\` (180 unless told) give the period of registration, at +07:00. Records are not in order of time.
- The same options give the same records. Record \`i\` depends on the seed, the period and \`i\` alone: a smaller \`count\` gives the first of the same records.
- \`declaration\` is valid under \`parseDeclaration\`. \`supplied\` holds \`importerPriorDeclarations\`, which only a history could tell: pass it to \`extractFacts\`. \`outcome\` is kept apart from
  both, and nothing in them was made from it: it is drawn after them, by draws of its own.

## What is invented

Everything. In particular:

- **Parties.** Names are made of words that mean *illustration*, *example*, *hypothesis*, with a number. Tax codes start with 99 and carry a wrong check digit on purpose, so that none can be
  a real one. Sellers have an invented scheme of identifiers.
- **Numbers.** Declaration numbers have the form of VNACCS (12 digits, 10 for imports, the twelfth counts amendments) and run on from 100 00000000 0; container numbers have the invented owner
  ZZZ and a right check digit; documents, seals, vessels and flights are made up. A declaration number can coincide with a real one by chance, since real ones fill the same range.
- **Places.** Customs offices are 90ZA to 99ZZ, in the form of VNACCS codes. UN/LOCODEs are from memory, for looks. Which goods come from which country, and which places count as transit hubs
  (AE, HK, SG), is made up and is no statement about any of them.
- **Goods.** ${COMMODITIES.length} kinds, their first six digits HS 2022 subheadings, the last two filled up without looking into the tariff. Values, masses, duty rates and shares are made up.
- **Codes.** Procedures (\`vnaccs-procedure\`) and transport modes (\`vnaccs-transport-mode\`) are those of the public import form; the tariff code is of the invented scheme \`synthetic-tariff\`.

Few importers have most declarations; about 8 % of declarations are of an importer that never declared before. A declaration has 1 to 50 items, two of three have one, and the mean is
${(items / records.length).toFixed(1)}. Some fields are missing at random, a few descriptions say nothing or hold a zero-width character, and about three in a hundred declarations are amendments that name
their first declaration.

## The risk process

There are four kinds of finding. Each has a score in points (ten times the decimal logarithm of the odds), the sum of a base, of the points of the traits that the declaration shows, and of
noise: bell-shaped with a standard deviation of ${RISK_PROCESS.revenue.noise} points, drawn anew for each kind. The score is a probability, and the finding a draw with that probability, independent for each kind.
The bases are ${KINDS.map((kind) => `${RISK_PROCESS[kind].base} (${kind})`).join(", ")}.

| trait | meaning | ${KINDS.join(" | ")} |
| --- | --- | ${KINDS.map(() => "---:").join(" | ")} |
${process.join("\n")}

\`outcome\` gives \`finding\`, the \`kinds\` found, the \`probability\` of any and of each kind with the noise that was drawn, and the \`traits\`. It is what an inspection *would* find:
nothing here models who was inspected, so selective labels have to be made by whoever studies them.

## What comes out

Seed 1, ${COUNT.toLocaleString("en")} declarations: ${percent(
    count((record) => record.outcome.finding),
    records.length,
    2,
  )} with a finding (the process expects ${percent(expected, records.length, 2)}).

| kind | expected | found |
| --- | ---: | ---: |
${kinds.join("\n")}

| trait | share of declarations | finding expected | finding found |
| --- | ---: | ---: | ---: |
${measured.join("\n")}

## Caveats

- The process is logistic and its traits are close to what the [example profile](examples/vietnam-import.md) looks for, so that the profile looks better here than anything would in practice.
- Traits of a declaration are independent of each other but for what the goods bring with them. Nobody adapts to the rules.
- There is no season, no trend and no learning: the first day is like the last.

The generator is sfc32 (Chris Doty-Humphrey, public domain), its state mixed from seed, record and stream with the finaliser of MurmurHash3 (Austin Appleby, public domain).
`;
}

describe("the page on synthetic data", () => {
  it("states the risk process as it is and what came of it", async () => {
    await expect(syntheticDataPage([...generateDeclarations({ seed: 1, count: COUNT })])).toMatchFileSnapshot("../../docs/synthetic-data.md");
  });
});
