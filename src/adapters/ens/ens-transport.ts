import { EU_SCHEMES } from "../eu-codes/schemes.js";
import { type Sourced, sourced } from "../xml/sourced.js";
import { childOf, childrenOf, textOf, type XmlNode } from "../xml/xml-node.js";
import { between, codeAt, equipmentId, instantAt, isLocation, joined, textAt } from "../xml/xml-values.js";

/** How the goods of a consignment travel, and what of it the model has no field for. */
export interface EnsTransport {
  readonly transport: Readonly<Record<string, unknown>>;
  readonly rest: Readonly<Record<string, unknown>>;
}

/** The means, places, route and equipment of some items of an entry summary declaration. */
export function ensTransport(message: XmlNode, items: readonly XmlNode[], utcOffset: string): EnsTransport {
  const header = childOf(message, "HEAHEA");
  const [item] = items;
  const itemMeans = distinct(items.flatMap((one) => childrenOf(one, "IDEMEATRAGI970")).map((one) => childOf(one, "IdeMeaTraGIMEATRA971")));
  const conveyance = textAt(header, "ConRefNumHEA");
  // of an aircraft the flight is stated, of anything else the means itself
  const flight = textOf(childOf(header, "TraModAtBorHEA76")) === "4" ? conveyance : undefined;
  const onlyMeans = itemMeans.length === 1 ? itemMeans[0] : undefined;
  const loading = textAt(header, "PlaLoaGOOITE334") ?? textAt(item, "PlaLoaGOOITE333");
  const unloading = textAt(header, "PlaUnlGOOITE334") ?? textAt(item, "PlaUnlGOOITE333");
  const route = childrenOf(message, "ITI").map((country) => childOf(country, "CouOfRouCodITI1"));
  const { equipment, looseSeals } = equipmentOf(message, items);
  return {
    transport: {
      mode: codeAt(EU_SCHEMES.transportMode, header, "TraModAtBorHEA76"),
      // the first country of the route is that of departure
      departureCountryCode: sourced(route[0], textOf(route[0])),
      loadingLocation: isLocation(loading?.value) ? loading : undefined,
      unloadingLocation: isLocation(unloading?.value) ? unloading : undefined,
      meansId: textAt(header, "IdeOfMeaOfTraCroHEA85") ?? flight ?? sourced(onlyMeans, textOf(onlyMeans)),
      transitCountryCodes: between(route),
      arrivalAt: instantAt(utcOffset, message, "CUSOFFFENT730", "ExpDatOfArrFIRENT733"),
      equipment,
    },
    rest: {
      loadingPlace: loading,
      unloadingPlace: unloading,
      routingCountries: joined(route, ", "),
      conveyance,
      meansNationality: textAt(header, "NatOfMeaOfTraCroHEA87"),
      meansIds: itemMeans.length > 1 ? joined(itemMeans) : undefined,
      seals: looseSeals,
    },
  };
}

/** The containers of the items. Seals are stated for the whole: with one container in all they are its, else nobody can tell whose. */
function equipmentOf(message: XmlNode, items: readonly XmlNode[]): { readonly equipment: unknown; readonly looseSeals: Sourced | undefined } {
  const containersOf = (some: readonly XmlNode[]): readonly XmlNode[] =>
    distinct(some.flatMap((one) => childrenOf(one, "CONNR2")).map((one) => childOf(one, "ConNumNR21")));
  const containers = containersOf(items);
  const seals = childrenOf(message, "SEAID529").flatMap((seal) => textAt(seal, "SeaIdSEAID530") ?? []);
  const isOne = containersOf(childrenOf(message, "GOOITEGDS")).length === 1;
  const ofContainer = isOne && seals.length > 0 ? seals : undefined;
  return {
    equipment: containers.length === 0 ? undefined : containers.map((container) => sourced(container, { id: equipmentId(container), seals: ofContainer })),
    looseSeals: isOne || seals[0] === undefined ? undefined : { ...seals[0], value: seals.map(({ value }) => value).join(", ") },
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
