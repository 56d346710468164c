import { readWcoDeclarations } from "../../../src/adapters/wco/read-wco-declarations.js";
import type { MessageOptions } from "../../../src/adapters/xml/message-options.js";
import { formatPath } from "../../../src/core/issue.js";
import type { Declaration } from "../../../src/model/declaration.js";
import { collect } from "../support.js";

/** An invented item: what is given replaces or adds to what every item of these tests has. */
export function item(number: number, inside = COMMODITY, rest = ""): string {
  return `<GovernmentAgencyGoodsItem><SequenceNumeric>${number}</SequenceNumeric><Commodity>${inside}</Commodity>${rest}</GovernmentAgencyGoodsItem>`;
}

export const CODE = "<Classification><ID>29349990</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>";
const COMMODITY = `<Description>salts</Description>${CODE}`;

/** An invented declaration: header elements, then the inside of the shipment. */
export function declaration(header: string, shipment = item(1)): string {
  const base = header.includes("<TypeCode>") ? header : `<TypeCode>IMA</TypeCode>${header}`;
  const reference = base.includes("FunctionalReferenceID") ? "" : "<FunctionalReferenceID>LRN-1</FunctionalReferenceID>";
  return `<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">${reference}${base}<GoodsShipment>${shipment}</GoodsShipment></Declaration>`;
}

export function read(text: string, options: MessageOptions = { receivedAt: "2026-01-02T03:04:05Z" }) {
  return collect(readWcoDeclarations([text], options));
}

/** The only declaration of a text. */
export async function only(text: string, options?: MessageOptions): Promise<Declaration> {
  const [result, ...more] = await read(text, options);
  if (result?.ok !== true || more.length > 0) throw new Error(JSON.stringify([result, ...more]));
  return result.value;
}

/** The issues of the only message of a text: code, path, place, what came. */
export async function issuesOf(text: string, options?: MessageOptions): Promise<readonly string[]> {
  const [result, ...more] = await read(text, options);
  if (result?.ok !== false || more.length > 0) throw new Error(JSON.stringify([result, ...more]));
  return result.issues.map(({ code, path, source, received }) => `${code} ${formatPath(path)} at ${source}: ${received}`);
}
