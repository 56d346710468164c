import { describe, expect, it } from "vitest";
import { type HouseBillColumn, type HouseBillKind, houseBillColumns } from "../../src/adapters/manifest/house-bill-columns.js";

const KINDS: Readonly<Record<HouseBillKind, string>> = {
  text: "a text, a moment (RFC 3339) or a day (`2026-11-21`), as the model has it",
  number: "a number, plain, with a decimal point: `1200.5`",
  list: "members separated by `;`",
  equipment: "containers separated by `;`, the seals of one behind it: `CSQU3054383:V123\\|V124;MSKU6011672`",
  code: "a code with its scheme before it: `vn-mst:0314409058`",
  money: "an amount and its currency: `4500.25 USD`",
};

function columns(level: HouseBillColumn["level"]): string {
  const kinds = Object.keys(KINDS) as HouseBillKind[];
  return kinds
    .map((kind) => [kind, houseBillColumns().filter((column) => column.level === level && column.kind === kind)] as const)
    .flatMap(([kind, members]) => (members.length === 0 ? [] : [`| ${names(members)} | ${KINDS[kind]} |`]))
    .join("\n");
}

/** Names of columns, those of all roles as one. */
function names(members: readonly HouseBillColumn[]): string {
  return [...new Set(members.map(({ path }) => `\`${path.replace(/^parties\.\w+/, "parties.ROLE")}\``))].join(", ");
}

const roles = [...new Set(houseBillColumns().flatMap(({ path }) => (path.startsWith("parties.") ? [`\`${path.split(".")[1]}\``] : [])))].join(", ");

/** The page of manifests: written by this test with `npx vitest run --config tests/vitest.config.ts -u tests/docs/manifests.test.ts`. */
function manifestsPage(): string {
  return `# Manifests

Consignments as carriers and forwarders report them: JSON Lines of consignments by the [model](model.md), or a table of house bills with one line a goods item. Where the first line begins with \`{\` it is read as
JSON, else as a table, whose delimiter (\`,\` \`;\` tab or \`|\`) is the one that parts the first line into most columns. On the command line it is \`--format manifest\`.

\`\`\`ts
import { readManifestConsignments } from "consignment-risk/adapters";

const table = \`id,transportDocument.level,transportDocument.number,lodgedAt,parties.consignee.name,transport.equipment,items.description
H-1,house,HBL-1,2026-11-21T08:30:00+07:00,Lotus Trading,CSQU3054383:V123,ball bearings
H-1,,,,,,gaskets
\`;
for await (const row of readManifestConsignments([table])) console.log(row.ok ? row.value.items.length : row.issues); // 2
\`\`\`

A column has the name of the field of the model that it fills, compared by its letters and digits alone: \`parties.consignee.name\` and \`Parties Consignee Name\` are one. A column of another name is refused, and
with it the table, so that nothing is lost in silence. The header of a house bill is the same in all of its rows, or stands in the first alone; rows of one house bill follow one another. An empty cell states
nothing. What a cell cannot be read as stays as it is, and the model says what it expected there. Consignments between carrier and forwarder (level \`master\`) name other parties and come as JSON, and so do seal
events, itineraries and amendments.

## Columns of the house bill

| columns | written |
| --- | --- |
${columns("consignment")}

A ROLE is one of ${roles}.

## Columns of a goods item

| columns | written |
| --- | --- |
${columns("item")}

Without \`items.lineNumber\` a goods item has the number of its place.
`;
}

describe("the page of manifests", () => {
  it("lists the columns that are read", async () => {
    await expect(manifestsPage()).toMatchFileSnapshot("../../docs/manifests.md");
  });
});
