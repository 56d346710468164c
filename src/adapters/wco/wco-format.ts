import type { XmlFormat } from "../xml/xml-format.js";

/**
 * Elements of envelopes that stand beside a declaration and describe it or its way: they hold no message. Some systems glue the prefix to
 * the name, so that only the end counts.
 */
const IDLE =
  /(?:WCODataModelVersionCode|WCOTypeName|ResponsibleCountryCode|ResponsibleAgencyName|AgencyAssignedCustomization(?:Version)?Code|Header|requestCommon|HighLevelSummaryDetails|GeneratedConsignmentDetails)$/;

/**
 * Messages of the WCO Data Model: a `Declaration` of any namespace, since administrations bind the same elements to namespaces of
 * their own, in whatever envelope. A `Response` is found too, so that the declaration it speaks of is not taken for one that is lodged.
 */
export const wcoFormat: XmlFormat = {
  isMessage: ({ name }) => name === "Declaration" || name === "Response",
  isIdle: ({ name }) => IDLE.test(name),
  expected: "a Declaration of the WCO Data Model",
};
