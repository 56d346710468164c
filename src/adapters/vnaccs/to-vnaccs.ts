import { type Instant, parseInstant } from "../../core/instant.js";
import type { HistoryOutcome } from "../../history/event.js";
import type { Declaration, Direction } from "../../model/declaration.js";
import type { SupportingDocument } from "../../model/document.js";
import type { GoodsItem } from "../../model/goods-item.js";
import type { Party } from "../../model/party.js";
import { ITEMS_NAME, VNACCS_FIELDS, type VnaccsKey } from "./vnaccs-fields.js";

type Stated = Partial<Record<VnaccsKey, unknown>>;

const KINDS: Readonly<Record<Direction, string>> = { import: "nhập khẩu", export: "xuất khẩu", transit: "vận chuyển" };
const CARRIAGE: Readonly<Record<string, string>> = { transit: "quá cảnh", transhipment: "trung chuyển" };
const VIETNAM_MS = 7 * 3_600_000;

/**
 * A declaration as a line of VNACCS JSON, with what an inspection found of it: what `readVnaccsDeclarations` reads back. What the form has no name for is left
 * out: itineraries, what happened to seals, who pays the freight, what is known of a party beside its address, documents other than invoice, contract and licences.
 */
export function toVnaccs(declaration: Declaration, outcome?: Omit<HistoryOutcome, "declarationId">): Readonly<Record<string, unknown>> {
  const header: Stated = {
    ...identity(declaration),
    ...parties(declaration),
    ...transport(declaration),
    ...papers(declaration),
    grossMass: declaration.grossMassKg,
    packageCount: declaration.packageCount,
    incoterm: declaration.incoterm,
    invoiceTotal: declaration.invoiceTotal?.amount,
    invoiceCurrency: declaration.invoiceTotal?.currency,
    freight: declaration.freight?.amount,
    freightCurrency: declaration.freight?.currency,
    insurance: declaration.insurance?.amount,
    insuranceCurrency: declaration.insurance?.currency,
    lineCount: declaration.items.length,
    ...(outcome === undefined ? {} : result(outcome)),
  };
  return { ...named(header), [ITEMS_NAME]: declaration.items.map((one) => named(item(one))) };
}

/** The fields that are stated, under their Vietnamese names. */
function named(stated: Stated): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (Object.entries(stated) as [VnaccsKey, unknown][]).flatMap(([key, value]) => (value === undefined ? [] : [[VNACCS_FIELDS[key].name, value]])),
  );
}

function identity({ id, firstDeclarationId, split, direction, registeredAt, amendments, ...rest }: Declaration): Stated {
  const amendment = amendments?.at(-1);
  return {
    id,
    firstId: firstDeclarationId,
    branch: split?.number,
    branches: split?.of,
    kind: KINDS[direction],
    type: rest.procedure?.code,
    carriage: CARRIAGE[rest.regime ?? ""],
    goodsClass: rest.goodsClassification?.code,
    payment: rest.paymentMethod?.code,
    office: rest.customsOffice,
    destination: rest.destinationCountryCode,
    ...(amendment === undefined
      ? { registeredAt: moment(registeredAt) }
      : { changedAt: moment(registeredAt), changed: namesOf(amendment.fields), changeReason: amendment.reason }),
  };
}

/** The names of the fields that paths of the model stand in; a path that the form has no name for is left out. */
function namesOf(paths: readonly string[]): readonly string[] | undefined {
  const names = paths.flatMap((path) => {
    const general = path.replace(/\[\d+\]/g, "[]");
    const field = Object.values(VNACCS_FIELDS).find((one) => one.path === general || one.path.startsWith(`${general}.`));
    return field === undefined ? [] : [field.name];
  });
  return names.length === 0 ? undefined : names;
}

function parties({ direction, parties: all }: Declaration): Stated {
  const importer = all.importer ?? all.consignee;
  const own = direction === "export" ? all.exporter : importer;
  const rating = (scheme: string): string | undefined => own?.officialRatings?.find((one) => one.scheme === scheme)?.code;
  const principal = direction === "export" ? all.seller : all.buyer;
  return {
    ...trader("importer", importer),
    ...trader("exporter", all.exporter),
    ...trader("sender", all.sender),
    ...trader("addressee", all.addressee),
    principalCode: taxCode(principal),
    principalName: principal?.name,
    declarantCode: taxCode(all.declarant),
    declarantName: all.declarant?.name,
    agentCode: taxCode(all.representative),
    agentName: all.representative?.name,
    compliance: rating("vn-tt81-compliance-level"),
    riskClass: rating("vn-tt81-risk-class"),
  };
}

function trader(role: "importer" | "exporter" | "sender" | "addressee", party: Party | undefined): Stated {
  return {
    [`${role}Code`]: taxCode(party),
    [`${role}Name`]: party?.name,
    [`${role}Address`]: party?.address,
    [`${role}Country`]: party?.countryCode,
    [`${role}Phone`]: party?.phone,
  };
}

/** The form knows tax codes alone: an identifier of another scheme is none there. */
function taxCode(party: Party | undefined): string | undefined {
  return party?.identifier?.scheme === "vn-mst" ? party.identifier.code : undefined;
}

function transport({ transport: { mode, ...rest } }: Declaration): Stated {
  const bills = rest.documents?.filter(({ level }) => level !== "master");
  const isSealed = rest.equipment?.some(({ seals }) => seals !== undefined) === true;
  return {
    mode: mode?.code,
    meansName: rest.meansId,
    arrival: rest.arrivalAt === undefined ? undefined : moment(rest.arrivalAt),
    loading: rest.loadingLocation,
    unloading: rest.unloadingLocation,
    route: rest.transitCountryCodes,
    bills: bills?.map(({ number }) => number),
    masterBill: bills?.find(({ masterNumber }) => masterNumber !== undefined)?.masterNumber,
    containers: rest.equipment?.map(({ id }) => id),
    seals: isSealed ? rest.equipment?.map(({ seals = [] }) => seals.join("|")) : undefined,
  };
}

function papers({ documents, items, previousDocuments }: Declaration): Stated {
  const invoice = documents.find(({ kind }) => kind === "invoice");
  const contract = documents.find(({ kind }) => kind === "contract");
  const isLicence = ({ kind }: SupportingDocument): boolean => kind === "licence" || kind === "permit";
  const licences = [...documents, ...items.flatMap((one) => one.documents ?? [])].filter(isLicence).map(({ number }) => number);
  return {
    invoice: invoice?.number,
    contract: contract?.number,
    licences: licences.length === 0 ? undefined : [...new Set(licences)],
    relatedId: (previousDocuments ?? items[0].previousDocuments)?.[0]?.number,
  };
}

function item(one: GoodsItem): Stated {
  return {
    lineNumber: one.lineNumber,
    hsCode: one.hsCode,
    description: one.description,
    origin: one.originCountryCode,
    quantity: one.quantity?.amount,
    unit: one.quantity?.unit,
    netMass: one.netMassKg,
    itemGrossMass: one.grossMassKg,
    itemPackages: one.packageCount,
    itemContainers: one.equipmentIds,
    price: one.invoicePrice?.amount,
    customsValue: one.customsValue?.amount,
    dutyRate: one.dutyRatePercent,
    tariff: one.dutyType?.code,
    casNumbers: one.casNumbers,
    scientificName: one.scientificName,
  };
}

function result({ finding, knownAt, selection }: Omit<HistoryOutcome, "declarationId">): Stated {
  return { result: finding ? "B" : "A", resultAt: moment(knownAt), selectionReason: selection?.reason, selectionProbability: selection?.probability };
}

/** A moment as the form writes it, to the second, at the offset of Vietnam: `21/11/2026 08:30:00`. */
function moment(instant: Instant): string {
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T([\d:]{8})/.exec(
    new Date((parseInstant(instant) as number) + VIETNAM_MS).toISOString(),
  ) as unknown as string[];
  return `${day}/${month}/${year} ${time}`;
}
