import { readEnsConsignments } from "../../../src/adapters/ens/read-ens-consignments.js";
import type { MessageOptions } from "../../../src/adapters/xml/message-options.js";
import { formatPath } from "../../../src/core/issue.js";
import type { Consignment } from "../../../src/model/consignment.js";
import { collect } from "../support.js";

/** Parts of an invented message; what is not given is what every message of these tests has. */
export interface Parts {
  readonly header?: string;
  readonly items?: string;
  readonly rest?: string;
}

const HEADER = "<RefNumHEA4>LRN-1</RefNumHEA4><ComRefNumHEA>UCR-1</ComRefNumHEA><DecDatTimHEA114>202603010830</DecDatTimHEA114>";

export function item(number: number, inside = ""): string {
  return `<GOOITEGDS><IteNumGDS7>${number}</IteNumGDS7><GooDesGDS23>salts</GooDesGDS23>${inside}</GOOITEGDS>`;
}

/** A transport document or another document of an item. */
export function document(type: string, number: string): string {
  return `<PRODOCDC2><DocTypDC21>${type}</DocTypDC21><DocRefDC23>${number}</DocRefDC23></PRODOCDC2>`;
}

export function message({ header = HEADER, items = item(1), rest = "" }: Parts = {}, name = "CC315A"): string {
  return `<ie:${name} xmlns:ie="http://ics.dgtaxud.ec/${name}"><MesIdeMES19>M1</MesIdeMES19><HEAHEA>${header}</HEAHEA>${items}${rest}</ie:${name}>`;
}

export function read(text: string, options?: MessageOptions) {
  return collect(readEnsConsignments([text], options));
}

/** The consignments of a text. */
export async function consignmentsOf(text: string, options?: MessageOptions): Promise<readonly Consignment[]> {
  return (await read(text, options)).map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result));
    return result.value;
  });
}

/** The only consignment of a text. */
export async function only(text: string, options?: MessageOptions): Promise<Consignment> {
  const [first, ...more] = await consignmentsOf(text, options);
  if (first === undefined || more.length > 0) throw new Error(`${more.length} more`);
  return first;
}

/** The issues of the only message of a text: code, path, place, what came. */
export async function issuesOf(text: string, options?: MessageOptions): Promise<readonly string[]> {
  const [result, ...more] = await read(text, options);
  if (result?.ok !== false || more.length > 0) throw new Error(JSON.stringify([result, ...more]));
  return result.issues.map(({ code, path, source, received }) => `${code} ${formatPath(path)} at ${source}: ${received}`);
}
