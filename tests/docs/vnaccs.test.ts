import { describe, expect, it } from "vitest";
import { VNACCS_TYPES } from "../../src/adapters/vnaccs/declaration-types.js";
import { ITEMS_NAME, VNACCS_FIELDS, type VnaccsField } from "../../src/adapters/vnaccs/vnaccs-fields.js";

const fields: readonly VnaccsField[] = Object.values(VNACCS_FIELDS);

function rows(level: VnaccsField["level"]): string {
  return fields
    .flatMap((field) =>
      field.level === level ? [`| ${field.name} | ${/^[a-zA-Z.[\]]+$/.test(field.path) ? `\`${field.path}\`` : field.path} | ${field.standing} |`] : [],
    )
    .join("\n");
}

function types(direction: string): string {
  const byRegime = new Map<string, string[]>();
  for (const [code, type] of VNACCS_TYPES) if (type.direction === direction) byRegime.set(type.regime, [...(byRegime.get(type.regime) ?? []), code]);
  return [...byRegime].map(([regime, codes]) => `| ${direction} | \`${regime}\` | ${codes.join(", ")} |`).join("\n");
}

/** The page of VNACCS: written by this test with `npx vitest run --config tests/vitest.config.ts -u tests/docs/vnaccs.test.ts`. */
function vnaccsPage(): string {
  return `# VNACCS declarations

Import, export and transport declarations of VNACCS, Vietnam's clearance system, as JSON Lines or as a table with one line a goods item. VNACCS has no public file format of its own; what is fixed is the
form (tờ khai hàng hóa nhập khẩu, xuất khẩu) and the names of its fields. These names are the names here: they are compared by their letters and digits alone, so that \`Số tờ khai\`, \`so_to_khai\` and
\`SỐ TỜ KHAI\` are one.

\`\`\`ts
import { readVnaccsDeclarations } from "consignment-risk/adapters";

const table = \`Số tờ khai,Mã loại hình,Ngày đăng ký,Mã người nhập khẩu,Mã số hàng hóa,Mô tả hàng hóa,Trị giá tính thuế
108625440120,A11,21/11/2026 08:30:00,0314409058,84829900,Vòng bi,227000000
108625440120,A11,21/11/2026 08:30:00,0314409058,40169390,Gioăng,15000000
\`;
for await (const row of readVnaccsDeclarations([table])) console.log(row.ok ? row.value.declaration.items.length : row.issues); // 2
\`\`\`

In JSON a line is an object with the fields of the header, and the goods items under \`${ITEMS_NAME}\`. Where the first line begins with \`{\` it is read as JSON, else as a table, whose delimiter (\`,\` \`;\` tab or
\`|\`) is the one that parts the first line into most columns. On the command line it is \`--format vnaccs\`.

## How values are written

| value | written |
| --- | --- |
| a moment | \`21/11/2026 08:30:00\`, at +07:00 (Vietnam has one offset all year), or RFC 3339 with its offset |
| a day | \`21/11/2026\` or \`2026-11-21\` |
| a number | plain, with a decimal point: \`1234.5\`. Grouping and a decimal comma are refused, since \`1.234\` is two numbers |
| a list | members separated by \`;\`, in JSON also a list. Seals stand in the places of their containers, several of one separated by \`|\` |
| a licence | \`type:number\`, or the number alone |
| a code or number of a document | a text, in JSON in quotes: as a number it would lose its leading zeros |

An empty cell states nothing. The header of a declaration is the same in all of its rows, or stands in the first alone; rows of one declaration follow one another. A name that is not listed below is refused,
so that no column is lost in silence. Text is UTF-8; a row in another encoding is refused by itself, with its declaration, and the rest goes on. Names and descriptions that were damaged when an encoding was
changed (\`HÃ³a\`, or replacement characters) are read with a warning, since nothing is found by their words. Gross mass is in kilograms where no unit is stated; a quantity in \`KGM\` is the net mass where none is.
The country of departure is that of the place of loading, where this is a UN/LOCODE; the country that goods go on to is the one stated, else that of their last place.

## Families

A declaration of more than 50 lines is split by the system into several numbers. Each part states the first number (the first part itself \`F\` or its own), its branch and how many there are: \`firstDeclarationId\`
and \`split\`. At the end of the input every part that never came is told of as a refused record (\`family.incomplete\`); the parts that came are read. A declaration that states how many lines it has
(\`Tổng số dòng hàng\`) is refused with any other number of them.

An amendment has a number of its own: only the twelfth digit counts on. One that states when it was registered anew (\`Ngày thay đổi đăng ký\`) is tied to the original of its number, which ends in 0; one that only counts is
tied to an original that came before it with the same invoice, since unrelated declarations can share eleven digits (secondary). Its \`registeredAt\` is that of the amendment. History counts it as a version
of what it amends, in whatever order they come. These are read with a warning: an amendment before its original or before an earlier amendment (\`family.order\`), one whose invoice is another, and parts that
disagree on how many there are (\`family.conflict\`). A number that came before is refused. What the reader remembers is bounded: the last 100,000 numbers and 100,000 split families.

## Movements

Which way the goods move, and what becomes of them, is read from the type of declaration (mã loại hình). The codes and their directions are secondary (Decision 1357/QĐ-TCHQ, by public forms); what they mean for the goods is this
library's reading of their Vietnamese titles, of which those of exports are from memory. Another code needs \`Loại tờ khai\`: \`nhập khẩu\`, \`xuất khẩu\` or \`vận chuyển\`. The last is a transport declaration (tờ khai vận
chuyển độc lập) of goods under customs control, such as goods in transit: \`Loại hình vận chuyển\` says \`quá cảnh\` (transit) or \`trung chuyển\` (transhipment).

| direction | \`regime\` | mã loại hình |
| --- | --- | --- |
${types("import")}
${types("export")}

Parcels of post and electronic commerce are declarations with \`Mã phân loại hàng hóa\` \`F\`, the item of post (UPU S10) or house waybill under \`Số vận đơn\`, the master air waybill under \`Số vận đơn chủ\`, and sender and addressee by name.
An item needs a commodity code: the simplified declarations of low value (MIC, MEC) that state none are refused.

## Fields of the header

Where a name comes from: \`form\` the public import form; \`software\` public software that fills or reads the form (secondary); \`memory\` unverified; \`own\` this library's, for what the form has no name for.

| tên chỉ tiêu | field | standing |
| --- | --- | --- |
${rows("header")}

The ratings of a trader are those of the importer, of an export those of the exporter; who entrusts the trade (người ủy thác) is the buyer, of an export the seller. The result of an inspection is \`A\` nothing found, \`B\` something found,
\`C\` not decided yet, and then no outcome. It, and the channel, stand beside the declaration and are never read by a score; the commands that learn and measure read the result.

Schemes of codes: \`vnaccs-procedure\`, \`vnaccs-transport-mode\` (1 air, 2 sea in containers, 3 sea otherwise, 4 road, 5 rail, 6 river, 9 other: not those of UN/ECE nor of the European Union), \`vnaccs-goods-classification\`,
\`vnaccs-payment-method\`, \`vnaccs-tariff\`, \`vn-mst\` for parties, \`vn-tt81-compliance-level\` and \`vn-tt81-risk-class\` for ratings.

## Fields of a goods item

| tên chỉ tiêu | field | standing |
| --- | --- | --- |
${rows("item")}

Sources: the public VNACCS import form and its codes (secondary); labels of public declaration software, such as a request class that names every field in Vietnamese; a public guide to the screens for the \`F\` of a first part. None is an
official specification; office codes, forms and types change (regional offices since 2025), so that codes stay opaque.
`;
}

describe("the page of VNACCS", () => {
  it("lists the fields and types that are read", async () => {
    await expect(vnaccsPage()).toMatchFileSnapshot("../../docs/vnaccs.md");
  });

  it("names every field once", () => {
    expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
  });
});
