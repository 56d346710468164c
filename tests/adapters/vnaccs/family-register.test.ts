import { describe, expect, it } from "vitest";
import { createFamilyRegister } from "../../../src/adapters/vnaccs/family-register.js";
import { familyOf, partOf } from "../../../src/model/family.js";
import { parseDeclarationOrThrow } from "../../../src/model/parse.js";
import { csv, issuesOf, json, read, type Sheet, type Stated, sheet } from "./support.js";

const FIRST = "108625440120";

function part(id: string, branch: number, of: number, ...items: readonly Stated[]): Sheet {
  return sheet({ id, firstId: branch === 1 ? "F" : FIRST, branch, branches: of }, ...items);
}

function amendment(count: number, stated: Stated = {}): Sheet {
  return sheet({ id: `${FIRST.slice(0, 11)}${count}`, changedAt: `2${1 + count}/11/2026 09:00:00`, invoice: "INV-1", ...stated });
}

/** Number, family and part of what could be read. */
async function families(...sheets: readonly Sheet[]): Promise<readonly unknown[]> {
  return (await read(json(...sheets))).flatMap((row) =>
    row.ok ? [[row.value.declaration.id, familyOf(row.value.declaration), partOf(row.value.declaration)]] : [],
  );
}

describe("a split declaration", () => {
  const lines = Array.from({ length: 51 }, (_, index) => ({ hsCode: "84829900", lineNumber: (index % 50) + 1 }));

  it("is one family, the first part by its own number, in whatever order its parts come", async () => {
    const parts = [part(FIRST, 1, 3), part("108625440200", 2, 3), part("108625440310", 3, 3)];
    for (const order of [parts, [...parts].reverse()]) {
      expect(await issuesOf(json(...order))).toEqual([]);
      expect(await families(...order)).toEqual(order.map(({ header }) => [header.id, FIRST, `part-${header.branch}`]));
    }
    expect(await families(sheet({ branch: 0, branches: 0 }), sheet({ id: "2", firstId: "F" }), sheet({ id: "3", firstId: "F", branches: 2 }))).toEqual([
      [FIRST, FIRST, undefined],
      ["3", "3", "part-1"],
    ]);
  });

  it("of 51 lines that lost a part is told of by the part that is lost, and the rest is read", async () => {
    for (const text of [json(part(FIRST, 1, 2, ...lines.slice(0, 50))), csv([part(FIRST, 1, 2, ...lines.slice(0, 50))])]) {
      const [read50, lost, ...more] = await read(text);
      expect([read50?.ok === true && read50.value.declaration.items.length, more]).toEqual([50, []]);
      expect(lost).toMatchObject({
        ok: false,
        raw: "",
        issues: [{ code: "family.incomplete", path: ["split"], declaration: FIRST, expected: `part 2 of 2 of ${FIRST}`, received: "nothing" }],
      });
    }
    expect(await issuesOf(json(part("108625440310", 51, 52, ...lines.slice(50))))).toHaveLength(51);
  });

  it("whose parts disagree on their number is warned of, and the larger counts", async () => {
    expect(await issuesOf(json(part(FIRST, 1, 2), part("108625440200", 2, 3)))).toEqual([
      "warning family.conflict split.of: 3",
      "family.incomplete split: nothing",
    ]);
    expect(await issuesOf(json(part(FIRST, 1, 3), part("108625440200", 2, 2)))).toEqual([
      "warning family.conflict split.of: 2",
      "family.incomplete split: nothing",
    ]);
  });

  it("states a part and how many there are", async () => {
    expect(await issuesOf(json(sheet({ branch: 2 })))).toEqual(["value.type split.of at Tổng số nhánh: nothing"]);
    expect(await issuesOf(json(sheet({ branch: 3, branches: 2 })))).toEqual(["value.invalid split at Số nhánh: an object"]);
  });
});

describe("an amendment", () => {
  const original = sheet({ id: FIRST, invoice: "INV-1" });

  it("is of the family of its original, as a version of the same declaration, in whatever order they come", async () => {
    const expected = [
      [FIRST, FIRST, undefined],
      ["108625440121", FIRST, FIRST],
      ["108625440122", FIRST, FIRST],
    ];
    const all = [original, amendment(1), amendment(2)];
    expect(await families(...all)).toEqual(expected);
    expect(await issuesOf(json(...all))).toEqual([]);
    const [o, a, b] = all as [Sheet, Sheet, Sheet];
    for (const order of [
      [a, o, b],
      [b, a, o],
    ] as const) {
      expect(new Set(await families(...order))).toEqual(new Set(expected));
    }
  });

  it("before its original, or before an earlier one, is warned of, and so is the original that came late", async () => {
    expect(await issuesOf(json(amendment(2), amendment(1), original))).toEqual([
      'warning family.order id: "none so far"',
      'warning family.order id: "none so far"',
      "warning family.order id: 1",
      'warning family.order id: "line 1 before it"',
    ]);
  });

  it("keeps its original number where the same number is registered anew", async () => {
    expect(await families(sheet({ id: FIRST, changedAt: "22/11/2026 09:00:00" }))).toEqual([[FIRST, FIRST, undefined]]);
  });

  it("with another invoice is warned of, and taken for an amendment if it says that it is one", async () => {
    expect(await issuesOf(json(original, amendment(1, { invoice: "INV-2" })))).toEqual(['warning family.conflict documents: "INV-2"']);
    expect(await families(original, amendment(1, { invoice: "INV-2" }))).toContainEqual(["108625440121", FIRST, FIRST]);
  });

  it("that only counts is tied to an original with the same invoice, since unrelated declarations share eleven digits", async () => {
    const counted = (stated: Stated) => amendment(1, { changedAt: undefined, ...stated });
    expect(await families(original, counted({}))).toContainEqual(["108625440121", FIRST, undefined]);
    expect(await families(original, counted({ invoice: undefined }))).toContainEqual(["108625440121", "108625440121", undefined]);
    expect(await issuesOf(json(original, counted({ invoice: undefined })))).toEqual(['warning family.conflict documents: "none"']);
    expect(await issuesOf(json(counted({})))).toEqual(['warning family.order id: "none so far"']);
    expect(await issuesOf(json(sheet({ id: FIRST }), counted({})))).toEqual(['warning family.conflict documents: "INV-1"']);
  });

  it("of a part of a split declaration is a version of that part", async () => {
    const amended = amendment(1, { firstId: FIRST, branch: 1, branches: 1 });
    expect(await families(part(FIRST, 1, 1), amended)).toEqual([
      [FIRST, FIRST, "part-1"],
      ["108625440121", FIRST, "part-1"],
    ]);
  });
});

describe("a number that came before", () => {
  it("is refused, since one of the two would be counted twice", async () => {
    const [first, second] = await read(json(sheet(), sheet({ office: "02CI" })));
    expect([first?.ok, second]).toMatchObject([true, { ok: false, line: 2, issues: [{ code: "value.duplicate", path: ["id"], key: FIRST }] }]);
    expect(second?.ok === false && second.raw).toContain('"02CI"');
  });
});

describe("a register of families", () => {
  it("remembers so many: what it forgets incomplete is told of, what it forgets is not told apart", () => {
    const register = createFamilyRegister(2);
    const take = (id: string, fields: object = {}) => {
      const declaration = parseDeclarationOrThrow({
        id,
        direction: "import",
        registeredAt: "2026-11-21T08:30:00+07:00",
        parties: {},
        transport: {},
        documents: [],
        items: [{ lineNumber: 1, hsCode: "01" }],
        ...fields,
      });
      return register.take({ ok: true, line: 1, value: { declaration } }).ok;
    };
    for (const id of ["A", "B", "C"]) expect(take(id, { split: { number: 1, of: 2 } })).toBe(true);
    expect([take("C"), take("A")]).toEqual([false, true]);
    expect([...register.missing()].map((row) => !row.ok && row.issues[0])).toMatchObject(["A", "B", "C"].map((declaration) => ({ declaration })));
  });
});
