import { expectation } from "../../core/expectation.js";
import { createIssue } from "../../core/issue.js";
import { failure, type Result } from "../../core/result.js";
import type { Consignment } from "../../model/consignment.js";
import { parseConsignment } from "../../model/parse.js";
import { freightPaymentOf } from "../eu-codes/freight-payment.js";
import { type MessageOptions, withMomentRemedy } from "../xml/message-options.js";
import { parseTree } from "../xml/read-xml-records.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, placeOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { idAt, instantAt, joined, numberAt, textAt } from "../xml/xml-values.js";
import { ensDocuments } from "./ens-documents.js";
import { ensExtension } from "./ens-extension.js";
import { ensItem } from "./ens-item.js";
import { ENS_PARTIES, ensParty, ensPartyText, namelessTraders } from "./ens-party.js";
import { ensTransport } from "./ens-transport.js";
import { groupItems } from "./group-items.js";

/** The consignments of an entry summary declaration or of an amendment of one, which states the whole as it is after the change. */
export function ensConsignments(message: XmlNode, options: MessageOptions): readonly Result<Consignment>[] {
  const groups = groupItems(message);
  if (groups.length === 0) {
    const issue = createIssue("value.type", { ...expectation(["items"], "goods items, GOOITEGDS", undefined, "state the goods"), source: placeOf(message) });
    return [failure(issue)];
  }
  return groups.map((items) => consignment(message, items, groups.length > 1, options));
}

function consignment(message: XmlNode, items: readonly XmlNode[], isOneOfSeveral: boolean, options: MessageOptions): Result<Consignment> {
  const header = childOf(message, "HEAHEA");
  const [item = message] = items;
  const { utcOffset = "Z" } = options;
  const documents = ensDocuments(message, item);
  const { transport, rest } = ensTransport(message, items, utcOffset);
  const amendedAt = instantAt(utcOffset, header, "DatTimAmeHEA113");
  const payment = textAt(header, "TraChaMetOfPayHEA1") ?? textAt(item, "MetOfPayGDI12");
  const totals = { grossMassKg: numberAt(header, "TotGroMasHEA307"), packageCount: numberAt(header, "TotNumOfPacHEA306") };
  const tree = sourced(message, {
    id: idOf(header, isOneOfSeveral ? item : undefined),
    transportDocument: documents.document,
    masterDocumentNumber: documents.masterNumber,
    lodgedAt: amendedAt ?? instantAt(utcOffset, header, "DecDatTimHEA114") ?? options.receivedAt,
    parties: documents.isMaster ? masterParties(message, item) : tradeParties(message, item),
    transport: { ...transport, documents: documents.others },
    ...(isOneOfSeveral ? {} : totals),
    freightPayment: payment && { ...payment, value: freightPaymentOf(String(payment.value)) },
    // an amendment states the whole, and not what it changed
    amendments: amendedAt && [sourced(header, { at: amendedAt, fields: [] })],
    items: items.map(ensItem),
    extensions: {
      ens: {
        ...headerExtension(message, item),
        ...rest,
        ...(documents.isMaster ? declarantTexts(message) : {}),
        ...(isOneOfSeveral ? { statedGrossMass: totals.grossMassKg, statedPackageCount: totals.packageCount } : {}),
        documents: documents.rest,
        specialMentions: joined(items.flatMap((one) => childrenOf(one, "SPEMENMT2")).map((one) => childOf(one, "AddInfCodMT23"))),
      },
    },
  });
  return withMomentRemedy(
    parseTree(tree, (input) => parseConsignment(input, { extensions: [ensExtension] })),
    "lodgedAt",
  );
}

/** The number of customs, else the trader's own; with the number of its first goods item for one of several consignments. */
function idOf(header: XmlNode | undefined, item: XmlNode | undefined): Sourced | undefined {
  const id = idAt(header, "DocNumHEA5") ?? idAt(header, "RefNumHEA4");
  const number = item === undefined ? undefined : textOf(childOf(item, "IteNumGDS7"));
  return id === undefined || number === undefined ? id : { ...id, value: `${id.value}/${number}` };
}

/** Those who trade, of the whole or of the items. */
function tradeParties(message: XmlNode, item: XmlNode): Readonly<Record<string, Sourced | undefined>> {
  return {
    consignor: ensParty(message, ENS_PARTIES.consignor) ?? ensParty(item, ENS_PARTIES.itemConsignor),
    consignee: ensParty(message, ENS_PARTIES.consignee) ?? ensParty(item, ENS_PARTIES.itemConsignee),
    notifyParty: ensParty(message, ENS_PARTIES.notifyParty) ?? ensParty(item, ENS_PARTIES.itemNotifyParty),
    declarant: ensParty(message, ENS_PARTIES.declarant),
    representative: ensParty(message, ENS_PARTIES.representative),
    carrier: ensParty(message, ENS_PARTIES.carrier),
  };
}

/** Who a master names are forwarders by nature, never the parties to the trade. */
function masterParties(message: XmlNode, item: XmlNode): Readonly<Record<string, Sourced | undefined>> {
  const { consignor, consignee, notifyParty, carrier } = tradeParties(message, item);
  return { masterConsignor: consignor, masterConsignee: consignee, masterNotifyParty: notifyParty, carrier };
}

function declarantTexts(message: XmlNode): Readonly<Record<string, unknown>> {
  return { declarant: ensPartyText(message, ENS_PARTIES.declarant), representative: ensPartyText(message, ENS_PARTIES.representative) };
}

/** What a message says of all its consignments beyond the model. */
function headerExtension(message: XmlNode, item: XmlNode): Readonly<Record<string, unknown>> {
  const header = childOf(message, "HEAHEA");
  return {
    message: `IE${message.element.name.slice(2, 5)}`,
    messageId: textAt(message, "MesIdeMES19"),
    sender: textAt(message, "MesSenMES3"),
    commercialReference: textAt(item, "ComRefNumGIM1") ?? textAt(header, "ComRefNumHEA"),
    namelessTraders: namelessTraders(message, item),
    specificCircumstance: textAt(header, "SpeCirIndHEA1"),
    officeOfFirstEntry: textAt(message, "CUSOFFFENT730", "RefNumCUSOFFFENT731"),
    officeOfLodgement: textAt(message, "CUSOFFLON", "RefNumCOL1"),
    subsequentOffices: joined(childrenOf(message, "CUSOFFSENT740").map((office) => childOf(office, "RefNumSUBENR909"))),
    lodgementPlace: textAt(header, "DecPlaHEA394") ?? textAt(header, "AmdPlaHEA598"),
    statedItemCount: numberAt(header, "TotNumOfIteHEA305"),
  };
}
