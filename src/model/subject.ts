import { deepFreeze } from "../core/freeze.js";
import type { HsCode } from "./codes.js";
import { type Consignment, isMasterConsignment } from "./consignment.js";
import type { ConsignmentItem } from "./consignment-item.js";
import type { Declaration, Direction } from "./declaration.js";
import type { GoodsItem } from "./goods-item.js";
import type { Parties } from "./parties.js";

/** A goods item that is declared, or reported by a carrier; a cargo report need not state an HS code. */
export interface SubjectItem extends Omit<GoodsItem, "hsCode"> {
  readonly hsCode?: HsCode;
  /** The UN number of dangerous goods, as reported; declarations do not state one. */
  readonly dangerousGoodsCode?: string;
}

/**
 * What is scored, as indicators read it: a declaration as it stands, or the view of a consignment. Of a consignment, `registeredAt`
 * is when its data was lodged, `invoiceTotal` and an item's `customsValue` are the values that the cargo report states, and
 * `transport.documents` begins with its own document. A master consignment shows its carrier and forwarder alone.
 */
export interface Subject extends Omit<Declaration, "direction" | "items"> {
  /** Which way the goods move; a consignment does not say. */
  readonly direction?: Direction;
  readonly items: readonly [SubjectItem, ...SubjectItem[]];
  /** The consignment itself, where one is scored. */
  readonly consignment?: Consignment;
}

/** The view that indicators have of what is scored; a declaration is its own. */
export function subjectOf(scored: Declaration | Consignment): Subject {
  return isConsignment(scored) ? viewOf(scored) : scored;
}

/** Whether what is scored is a consignment: it has one transport document of its own. */
function isConsignment(scored: Declaration | Consignment): scored is Consignment {
  return Object.hasOwn(scored, "transportDocument");
}

function viewOf(consignment: Consignment): Subject {
  const { id, lodgedAt, transportDocument, masterDocumentNumber, transport, documents = [], value, items } = consignment;
  const { regime, destinationCountryCode, grossMassKg, packageCount, incoterm, freight, freightPayment, amendments, hsEdition, extensions } = consignment;
  const master = masterDocumentNumber === undefined ? [] : [{ level: "master" as const, number: masterDocumentNumber }];
  const [first, ...rest] = items;
  return deepFreeze({
    id,
    registeredAt: lodgedAt,
    parties: tradeParties(consignment),
    transport: { ...transport, documents: [transportDocument, ...master, ...(transport.documents ?? [])] },
    documents,
    ...stated({ regime, destinationCountryCode, grossMassKg, packageCount, incoterm, freight, freightPayment, amendments, hsEdition, extensions }),
    ...stated({ invoiceTotal: value }),
    items: [itemView(first), ...rest.map(itemView)],
    consignment,
  });
}

/** Never a forwarder in the place of the one whose goods they are. */
function tradeParties(consignment: Consignment): Parties {
  if (!isMasterConsignment(consignment)) return consignment.parties;
  const { carrier, freightForwarder } = consignment.parties;
  return stated({ carrier, freightForwarder });
}

function itemView({ value, ...item }: ConsignmentItem): SubjectItem {
  return { ...item, ...stated({ customsValue: value }) };
}

type Stated<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The members that are stated. */
function stated<T extends Readonly<Record<string, unknown>>>(members: T): Stated<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Stated<T>;
}
