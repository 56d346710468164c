import { roundDecimals } from "../../core/decimal.js";
import { expectation } from "../../core/expectation.js";
import { parseInstant } from "../../core/instant.js";
import { createIssue, type Issue } from "../../core/issue.js";
import { type Result, settle } from "../../core/result.js";
import type { Declaration, Direction } from "../../model/declaration.js";
import type { SupportingDocument } from "../../model/document.js";
import { parseDeclaration } from "../../model/parse.js";
import type { Regime } from "../../model/regime.js";
import { VNACCS_TYPES } from "./declaration-types.js";
import { stated } from "./stated.js";
import { cellsOf, type VnaccsCells, type VnaccsValues, wrongKind } from "./vnaccs-cells.js";
import { vnaccsExtension } from "./vnaccs-extension.js";
import { foldName, keyOfName, VNACCS_FIELDS } from "./vnaccs-fields.js";
import { money, vnaccsItem } from "./vnaccs-item.js";
import { vnaccsParties } from "./vnaccs-parties.js";
import { vnaccsTransport, vnaccsTransportRest } from "./vnaccs-transport.js";

/** What is stated of a declaration and of each of its goods items. */
export interface VnaccsInput {
  readonly header: VnaccsValues;
  readonly items: readonly VnaccsValues[];
}

/** Reads what is stated into a declaration, or says with the VNACCS names why it cannot. */
export function vnaccsDeclaration({ header, items }: VnaccsInput): Result<Declaration> {
  const issues: Issue[] = [];
  const cells = cellsOf(header, issues);
  const { direction, regime } = movementOf(cells, issues);
  const currency = cells.text("invoiceCurrency");
  const registered = cells.instant("registeredAt");
  const changed = cells.instant("changedAt");
  checkLines(cells, items.length, issues);
  const input = {
    id: cells.text("id"),
    ...familyOf(cells),
    direction,
    // an amendment is registered by itself: what was known when the goods were first declared is another record
    registeredAt: changed ?? registered,
    customsOffice: cells.text("office"),
    procedure: coded("vnaccs-procedure", cells.text("type")),
    regime,
    goodsClassification: coded("vnaccs-goods-classification", cells.text("goodsClass")),
    paymentMethod: coded("vnaccs-payment-method", cells.text("payment")),
    parties: vnaccsParties(cells, direction),
    transport: vnaccsTransport(cells, issues),
    destinationCountryCode: destinationOf(cells),
    documents: documentsOf(cells),
    previousDocuments: previousOf(cells),
    grossMassKg: grossMassOf(cells, issues),
    packageCount: cells.number("packageCount"),
    incoterm: cells.text("incoterm"),
    invoiceTotal: money(cells.number("invoiceTotal"), currency),
    freight: money(cells.number("freight"), cells.text("freightCurrency")),
    insurance: money(cells.number("insurance"), cells.text("insuranceCurrency")),
    amendments: amendmentsOf(cells, registered, changed, issues),
    items: items.map((values, index) => vnaccsItem(cellsOf(values, issues), index, currency)),
    extensions: {
      vnaccs: {
        ...headerRest(cells),
        ...vnaccsTransportRest(cells),
        firstRegisteredAt: changed === undefined ? undefined : registered,
      },
    },
  };
  const parsed = parseDeclaration(stated(input), { extensions: [vnaccsExtension] });
  if (!parsed.ok) for (const issue of parsed.issues) issues.push(withName(issue));
  return settle(issues, () => (parsed as { readonly value: Declaration }).value);
}

/** The fields of a header that stand beside the model. */
function headerRest(cells: VnaccsCells): Readonly<Record<string, unknown>> {
  return {
    partyRelation: cells.text("relation"),
    department: cells.text("department"),
    returnBy: cells.date("returnBy"),
    packageUnit: cells.text("packageUnit"),
    warehouse: cells.text("warehouse"),
    marks: cells.text("marks"),
    rules: cells.list("rules")?.join("; "),
    priceClass: cells.text("priceClass"),
    customsValue: cells.number("customsTotal"),
    taxPayer: cells.text("taxPayer"),
    notes: cells.text("notes"),
    reference: cells.text("reference"),
  };
}

function coded(scheme: string, code: string | undefined): object | undefined {
  return code === undefined ? undefined : { scheme, code };
}

/** The kinds of declaration: import, export, and transport under customs control (tờ khai vận chuyển độc lập). */
const KINDS: ReadonlyMap<string, Direction> = new Map([
  ["nhapkhau", "import"],
  ["xuatkhau", "export"],
  ["vanchuyen", "transit"],
]);

/** What goods do that are only carried: quá cảnh, transit; trung chuyển, transhipment. */
const CARRIAGE: ReadonlyMap<string, Regime> = new Map([
  ["quacanh", "transit"],
  ["trungchuyen", "transhipment"],
]);

/** Which way the goods move and what becomes of them: by the type of declaration, else by its kind. */
function movementOf(cells: VnaccsCells, issues: Issue[]): { readonly direction: Direction | undefined; readonly regime: Regime | undefined } {
  const [code, kind, carriage] = [cells.text("type"), cells.text("kind"), cells.text("carriage")];
  const type = VNACCS_TYPES.get(code ?? "");
  const byKind = KINDS.get(foldName(kind ?? ""));
  const byCarriage = CARRIAGE.get(foldName(carriage ?? ""));
  if (kind !== undefined && byKind === undefined) issues.push(wrongKind("kind", "`nhập khẩu`, `xuất khẩu` or `vận chuyển`", kind));
  if (carriage !== undefined && byCarriage === undefined) issues.push(wrongKind("carriage", "`quá cảnh` or `trung chuyển`", carriage));
  if (type !== undefined && byKind !== undefined && type.direction !== byKind) {
    issues.push(wrongKind("kind", `the kind of the type ${code}, which is an ${type.direction}`, kind));
  }
  const direction = type?.direction ?? byKind;
  if (direction === undefined && issues.length === 0) {
    const expected = expectation(
      ["direction"],
      "a type of declaration that is listed, or the kind of the declaration",
      code,
      `state \`${VNACCS_FIELDS.kind.name}\``,
    );
    issues.push(createIssue("value.invalid", { ...expected, source: VNACCS_FIELDS.type.name }));
  }
  return { direction, regime: byCarriage ?? type?.regime ?? (direction === "transit" ? "transit" : undefined) };
}

/** The family of a split declaration. The first part states `F` in the place of its own number (public guides to the form, secondary). */
function familyOf(cells: VnaccsCells): Readonly<Record<string, unknown>> {
  const first = cells.text("firstId");
  const isFirst = first === "F";
  const [number, of] = [cells.number("branch") ?? (isFirst ? 1 : undefined), cells.number("branches")];
  return {
    firstDeclarationId: isFirst ? undefined : first,
    // a declaration that was not split has no branches, or none of none
    split: (number === undefined && of === undefined) || (number === 0 && of === 0) ? undefined : { number, of },
  };
}

/** The country that goods go on to: the one that is stated, else that of their last place. */
function destinationOf(cells: VnaccsCells): string | undefined {
  const place = cells.text("finalPlace");
  return cells.text("destination") ?? (place !== undefined && /^[A-Z]{2}[A-Z0-9]{3}$/.test(place) ? place.slice(0, 2) : undefined);
}

/** Licences are stated as `type:number`. */
function documentsOf(cells: VnaccsCells): readonly Partial<SupportingDocument>[] {
  const named = (kind: SupportingDocument["kind"], number: string | undefined, issuedOn: string | undefined) =>
    number === undefined ? [] : [{ kind, number, ...(issuedOn === undefined ? {} : { issuedOn }) }];
  const licences = (cells.list("licences") ?? []).map((text) => {
    const colon = text.indexOf(":");
    return colon < 1
      ? { kind: "licence" as const, number: text }
      : { kind: "licence" as const, number: text.slice(colon + 1).trim(), typeCode: text.slice(0, colon).trim() };
  });
  return [
    ...named("invoice", cells.text("invoice"), cells.date("invoiceDate")),
    ...named("contract", cells.text("contract"), cells.date("contractDate")),
    ...licences,
  ];
}

function previousOf(cells: VnaccsCells): readonly object[] | undefined {
  const number = cells.text("relatedId");
  return number === undefined ? undefined : [{ kind: "other", number, typeCode: "vnaccs-declaration" }];
}

/** Kilograms by unit (UN/ECE Recommendation 20); kilograms where none is stated. */
const KILOGRAMS: ReadonlyMap<string, number> = new Map([
  ["KGM", 1],
  ["TNE", 1_000],
  ["GRM", 0.001],
]);

function grossMassOf(cells: VnaccsCells, issues: Issue[]): number | string | undefined {
  const mass = cells.number("grossMass");
  const unit = cells.text("grossUnit") ?? "KGM";
  const factor = KILOGRAMS.get(unit);
  if (factor === undefined) issues.push(wrongKind("grossUnit", "`KGM`, `TNE` or `GRM`", unit));
  // a factor can leave float noise behind, which six decimals take off
  return typeof mass !== "number" || factor === undefined || factor === 1 ? mass : roundDecimals(mass * factor, 6);
}

/** The amendment that a declaration is: its number counts in the twelfth digit. */
function amendmentsOf(cells: VnaccsCells, registered: string | undefined, changed: string | undefined, issues: Issue[]): readonly object[] | undefined {
  const names = cells.list("changed") ?? [];
  const reason = cells.text("changeReason");
  if (changed === undefined) {
    if (names.length > 0 || reason !== undefined) issues.push(wrongKind("changedAt", "the moment of the amendment", undefined));
    return undefined;
  }
  const [before, after] = [parseInstant(registered ?? ""), parseInstant(changed)];
  if (before !== undefined && after !== undefined && after < before) {
    const expected = expectation(["amendments", 0, "at"], `a moment no earlier than ${registered}`, changed, "mend the one or the other");
    issues.push(createIssue("time.inverted", { ...expected, source: VNACCS_FIELDS.changedAt.name }));
  }
  const fields = names.flatMap((name) => {
    const key = keyOfName(name);
    if (key === undefined) issues.push(wrongKind("changed", "names of fields", name));
    return key === undefined ? [] : [VNACCS_FIELDS[key].path];
  });
  const sequence = Number(cells.text("id")?.[11] ?? Number.NaN);
  return [{ at: changed, sequence: Number.isNaN(sequence) ? undefined : sequence, fields: [...new Set(fields)], reason }];
}

function checkLines(cells: VnaccsCells, count: number, issues: Issue[]): void {
  const expected = cells.number("lineCount");
  if (expected === undefined || expected === count) return;
  const said = expectation(["items"], `${expected} goods items`, count, "read all lines of the declaration; a part of the file may be lost");
  issues.push(createIssue("value.invalid", { ...said, source: VNACCS_FIELDS.lineCount.name }));
}

/** An issue of the model with the VNACCS name of what it is about. */
function withName(issue: Issue): Issue {
  const path = issue.path
    .map((step) => (typeof step === "number" ? "[]" : step))
    .join(".")
    .replaceAll(".[]", "[]");
  const fields = Object.values(VNACCS_FIELDS);
  const field =
    fields.find((one) => one.path === path) ??
    fields.find((one) => one.path.startsWith(`${path}.`) || path.startsWith(`${one.path}.`) || path.startsWith(`${one.path}[]`));
  return field === undefined ? issue : Object.freeze({ ...issue, source: field.name });
}
