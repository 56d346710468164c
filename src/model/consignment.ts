import * as z from "zod";
import { codeText, instant } from "../core/fields.js";
import type { Instant } from "../core/instant.js";
import { exactly } from "../core/schema.js";
import { type Amendment, amendments } from "./amendment.js";
import { type CountryCode, count, countryCode, type HsEdition, hsEdition, type Money, money, nonNegative } from "./codes.js";
import { type ConsignmentItem, consignmentItem } from "./consignment-item.js";
import { MAX_ITEMS } from "./declaration.js";
import { type SupportingDocument, supportingDocuments } from "./document.js";
import { type Extensions, extensions } from "./extensions.js";
import { type FreightPayment, freightPayment, type Incoterm, incoterm } from "./freight-payment.js";
import { type MasterParties, masterParties, type Parties, parties } from "./parties.js";
import { record } from "./record.js";
import { type Regime, regime } from "./regime.js";
import { type Transport, transport } from "./transport.js";
import { houseDocument, masterDocument, type TransportDocument, type TransportDocumentLevel } from "./transport-document.js";

/** What consignments of every level have; the level decides what parties they name. */
interface ConsignmentAt<Level extends TransportDocumentLevel, PartiesByRole> {
  readonly id: string;
  /** Postal and express consignments are single items or parcels. */
  readonly kind?: "cargo" | "postal" | "express";
  readonly transportDocument: TransportDocument<Level>;
  /** The number of the master document that a house consignment travels under. */
  readonly masterDocumentNumber?: string;
  /** When the advance cargo data, as it is here, was lodged. */
  readonly lodgedAt: Instant;
  /** When the advance cargo data was lodged for the first time, not after `lodgedAt`. */
  readonly firstLodgedAt?: Instant;
  /** When the goods were loaded on the means of transport that brings them. */
  readonly loadedAt?: Instant;
  /** What is to be done with the goods: kept here, moved on in transit, transhipped, temporarily imported, ... */
  readonly regime?: Regime;
  readonly parties: PartiesByRole;
  readonly transport: Transport;
  /** The country that the goods go on to, where it is a third one. */
  readonly destinationCountryCode?: CountryCode;
  readonly documents?: readonly SupportingDocument[];
  /** The gross mass of all goods, as reported for the whole. */
  readonly grossMassKg?: number;
  /** The packages of all goods, as reported for the whole. */
  readonly packageCount?: number;
  readonly incoterm?: Incoterm;
  /** The value of all goods, as reported. */
  readonly value?: Money;
  readonly freight?: Money;
  readonly freightPayment?: FreightPayment;
  /** Changes to what was reported, in order of time. */
  readonly amendments?: readonly Amendment[];
  /** The edition that the first six digits of the HS codes are of. */
  readonly hsEdition?: HsEdition;
  readonly items: readonly [ConsignmentItem, ...ConsignmentItem[]];
  readonly extensions?: Extensions;
}

/** A consignment between carrier and forwarder: its parties are carriers and forwarders, whoever they act for. */
export type MasterConsignment = ConsignmentAt<"master", MasterParties>;

/** A consignment between the parties to the trade, under a house document or the only one. */
export type HouseConsignment = ConsignmentAt<"house" | "simple", Parties>;

/** Goods carried under one transport document, as the carrier or forwarder reports them. */
export type Consignment = MasterConsignment | HouseConsignment;

/** Whether a consignment is one between carrier and forwarder. */
export function isMasterConsignment(consignment: Consignment): consignment is MasterConsignment {
  return consignment.transportDocument.level === "master";
}

function shapeAt<D, P>(transportDocument: z.ZodType<D>, parties: z.ZodType<P>) {
  return {
    id: codeText,
    kind: z.exactOptional(z.enum(["cargo", "postal", "express"])),
    transportDocument,
    masterDocumentNumber: z.exactOptional(z.string().min(1).max(256)),
    lodgedAt: instant,
    firstLodgedAt: z.exactOptional(instant),
    loadedAt: z.exactOptional(instant),
    regime: z.exactOptional(regime),
    parties,
    transport,
    destinationCountryCode: z.exactOptional(countryCode),
    documents: z.exactOptional(supportingDocuments),
    grossMassKg: z.exactOptional(nonNegative),
    packageCount: z.exactOptional(count),
    incoterm: z.exactOptional(incoterm),
    value: z.exactOptional(money),
    freight: z.exactOptional(money),
    freightPayment: z.exactOptional(freightPayment),
    amendments: z.exactOptional(amendments),
    hsEdition: z.exactOptional(hsEdition),
    items: z.tuple([consignmentItem], consignmentItem).refine((items) => items.length <= MAX_ITEMS, { error: `at most ${MAX_ITEMS} items` }),
    extensions: z.exactOptional(extensions),
  };
}

const masterConsignment: z.ZodType<MasterConsignment> = exactly<MasterConsignment>()(record(shapeAt(masterDocument, masterParties)));
const houseConsignment: z.ZodType<HouseConsignment> = exactly<HouseConsignment>()(record(shapeAt(houseDocument, parties)));

/** The schema for unknown input: that of the level that its transport document states. */
export function consignmentSchema(input: unknown): z.ZodType<Consignment> {
  return levelOf(input) === "master" ? masterConsignment : houseConsignment;
}

function levelOf(input: unknown): unknown {
  return member(member(input, "transportDocument"), "level");
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}
