import { routing } from "../eu-codes/routing.js";
import { sourced } from "../xml/sourced.js";
import { codeAt, instantAt, isLocation, textAt } from "../xml/xml-values.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { containerId } from "./ens-item.js";

/** How the goods of a consignment travel, and what of it the model has no field for. */
export interface EnsTransport {
  readonly transport: object;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** The means, places, route and equipment of some items of an entry summary declaration. */
export function ensTransport(message: XmlNode, items: readonly XmlNode[], utcOffset: string): EnsTransport {
  const header = childOf(message, "HEAHEA");
  const [item] = items;
  const mode = textOf(childOf(header, "TraModAtBorHEA76"));
  const means = childOf(header, "IdeOfMeaOfTraCroHEA85");
  const conveyance = childOf(header, "ConRefNumHEA");
  const itemMeans = distinct(items.flatMap((one) => childrenOf(one, "IDEMEATRAGI970")).map((one) => childOf(one, "IdeMeaTraGIMEATRA971")));
  const [onlyMeans] = itemMeans.length === 1 ? itemMeans : [];
  // of an aircraft the flight is stated, of anything else the means itself
  const id = [means, onlyMeans, mode === "4" ? conveyance : undefined].find((node) => textOf(node) !== undefined);
  const loading = textAt(header, "PlaLoaGOOITE334") ?? textAt(item, "PlaLoaGOOITE333");
  const unloading = textAt(header, "CodPlUnHEA357") ?? textAt(header, "PlaUnlGOOITE334") ?? textAt(item, "PlaUnlGOOITE333");
  const places = {
    loadingLocation: isLocation(loading?.value) ? loading : undefined,
    unloadingLocation: isLocation(unloading?.value) ? unloading : undefined,
  };
  const meansId = sourced(id, textOf(id));
  const voyage = sourced(conveyance, textOf(conveyance));
  const leg = {
    mode: codeAt("sad", header, "TraModAtBorHEA76"),
    meansId,
    meansScheme: meansScheme(mode, meansId?.value),
    voyage,
    ...places,
  };
  const route = routing(childrenOf(message, "ITI").map((country) => childOf(country, "CouOfRouCodITI1")));
  const { equipment, looseSeals } = equipmentOf(message, items);
  return {
    transport: {
      mode: leg.mode,
      departureCountryCode: route.departure,
      ...places,
      meansId,
      arrivalAt: instantAt(utcOffset, message, "CUSOFFFENT730", "ExpDatOfArrFIRENT733"),
      equipment,
      itinerary: voyage === undefined ? undefined : [leg],
      transitCountryCodes: route.between,
    },
    rest: {
      loadingPlace: loading,
      unloadingPlace: unloading,
      routingCountries: route.all,
      meansNationality: textAt(header, "NatOfMeaOfTraCroHEA87"),
      meansIds: itemMeans.length > 1 ? sourced(itemMeans[0], itemMeans.map(textOf).join(", ")) : undefined,
      seals: looseSeals,
    },
  };
}

/** What the identity of a means is, as far as mode and form tell (ICS rule C514: an IMO number has 7 digits, an ENI 8). */
function meansScheme(mode: string | undefined, id: unknown): string | undefined {
  if (typeof id !== "string") return undefined;
  if (mode === "1" || mode === "8") return /^\d{7}$/.test(id) ? "imo" : /^\d{8}$/.test(id) ? "eni" : undefined;
  if (mode === "4") return "icao-flight";
  return mode === "3" ? "plate" : undefined;
}

/** The containers of the items. Seals are stated for the whole: with one container in all they are its, else nobody can tell whose. */
function equipmentOf(message: XmlNode, items: readonly XmlNode[]): { readonly equipment: unknown; readonly looseSeals: unknown } {
  const numbersOf = (some: readonly XmlNode[]): readonly XmlNode[] =>
    distinct(some.flatMap((one) => childrenOf(one, "CONNR2")).map((one) => childOf(one, "ConNumNR21")));
  const containers = numbersOf(items);
  const seals = childrenOf(message, "SEAID529").map((seal) => childOf(seal, "SeaIdSEAID530"));
  const stated = seals.filter((seal) => textOf(seal) !== undefined);
  const isOne = containers.length === 1 && numbersOf(childrenOf(message, "GOOITEGDS")).length === 1;
  const ofContainer = isOne && stated.length > 0 ? stated.map((seal) => sourced(seal, textOf(seal))) : undefined;
  return {
    equipment: containers.length === 0 ? undefined : containers.map((container) => sourced(container, { id: containerId(container), seals: ofContainer })),
    looseSeals: isOne || stated.length === 0 ? undefined : sourced(stated[0], stated.map(textOf).join(", ")),
  };
}

/** Elements with a text, each text once. */
function distinct(nodes: readonly (XmlNode | undefined)[]): readonly XmlNode[] {
  const byText = new Map<string, XmlNode>();
  for (const node of nodes) {
    const text = textOf(node);
    if (node !== undefined && text !== undefined && !byText.has(text)) byText.set(text, node);
  }
  return [...byText.values()];
}
