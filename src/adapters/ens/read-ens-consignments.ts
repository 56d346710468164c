import type { Consignment } from "../../model/consignment.js";
import type { Chunks } from "../read-lines.js";
import type { RowResult } from "../row-result.js";
import type { MessageOptions } from "../xml/message-options.js";
import { readXmlRecords } from "../xml/read-xml-records.js";
import { ensConsignments } from "./ens-consignments.js";
import { ensFormat } from "./ens-format.js";

/**
 * Consignments of entry summary declarations (IE315) and their amendments (IE313) in XML, pulled message by message, with extensions as
 * {@link ensExtension} declares them. A message of which one consignment cannot be read comes back as it was, with the reasons.
 */
export function readEnsConsignments(chunks: Chunks, options: MessageOptions = {}): AsyncGenerator<RowResult<Consignment>> {
  return readXmlRecords(chunks, ensFormat, (message) => ensConsignments(message, options));
}
