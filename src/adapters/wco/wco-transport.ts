import { EU_SCHEMES } from "../eu-codes/schemes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { codeAt, equipmentId, isLocation, joined, textAt } from "../xml/xml-values.js";
import { wcoTransportDocuments } from "./wco-documents.js";

/** How the goods of a WCO declaration travel. */
export function wcoTransport(message: XmlNode, shipment: XmlNode | undefined, items: readonly XmlNode[]): Readonly<Record<string, unknown>> {
  const consignment = childOf(shipment, "Consignment");
  const border = childOf(message, "BorderTransportMeans");
  return {
    mode: codeAt(EU_SCHEMES.transportMode, border, "ModeCode"),
    departureCountryCode: textAt(shipment, "ExportCountry", "ID") ?? departureOf(items),
    loadingLocation: locationAt(consignment, "LoadingLocation"),
    unloadingLocation: locationAt(consignment, "UnloadingLocation"),
    meansId: textAt(border, "ID") ?? textAt(consignment, "ArrivalTransportMeans", "ID") ?? textAt(consignment, "DepartureTransportMeans", "ID"),
    documents: wcoTransportDocuments([message, shipment, ...items]),
    equipment: equipmentOf(consignment, items),
  };
}

/** The means of transport at arrival or departure, with what its identity is. */
export function inlandMeans(consignment: XmlNode | undefined): Sourced | undefined {
  const means = ["ArrivalTransportMeans", "DepartureTransportMeans"].map((name) => childOf(consignment, name));
  return joined(
    means.flatMap((one) => ["ModeCode", "IdentificationTypeCode", "ID"].map((name) => childOf(one, name))),
    " ",
  );
}

/** The country of dispatch that all items share. */
function departureOf(items: readonly XmlNode[]): Sourced | undefined {
  const countries = items.map((item) => childOf(item, "ExportCountry", "ID"));
  const [first] = countries;
  return new Set(countries.map(textOf)).size === 1 ? sourced(first, textOf(first)) : undefined;
}

function locationAt(consignment: XmlNode | undefined, name: string): Sourced | undefined {
  const found = textAt(consignment, name, "ID");
  return isLocation(found?.value) ? found : undefined;
}

/** The containers of the whole with their seals, then those that goods items add; each once. */
function equipmentOf(consignment: XmlNode | undefined, items: readonly XmlNode[]): readonly unknown[] | undefined {
  const stated = childrenOf(consignment, "TransportEquipment");
  const added = items.flatMap((item) => childrenOf(childOf(item, "Commodity"), "TransportEquipment"));
  const byId = new Map<unknown, Sourced | undefined>();
  for (const equipment of [...stated, ...added]) {
    const id = equipmentId(childOf(equipment, "ID"));
    const seals = childrenOf(equipment, "Seal").map((seal) => textAt(seal, "ID"));
    const stands = seals.filter((seal) => seal !== undefined);
    // a reference by number alone, from an item to equipment that is stated above
    if (id === undefined && stands.length === 0) continue;
    if (!byId.has(id?.value)) byId.set(id?.value, sourced(equipment, { id, seals: stands.length === 0 ? undefined : stands }));
  }
  return byId.size === 0 ? undefined : [...byId.values()];
}
