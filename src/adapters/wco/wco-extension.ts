import { deepFreeze } from "../../core/freeze.js";
import type { ExtensionDefinition } from "../../model/extensions.js";

/** What a WCO declaration says and the model has no field for. Lists are texts, their members separated by `, `. */
export const wcoExtension: ExtensionDefinition = deepFreeze({
  namespace: "wco",
  header: {
    /** The number that the trader gave the declaration (LRN). */
    traderReference: "text",
    declarationType: "code",
    ucr: "text",
    statedItemCount: "number",
    supervisingOffice: "text",
    warehouse: "text",
    goodsLocation: "text",
    representation: "code",
    authorisations: "text",
    guarantees: "text",
    incotermPlace: "text",
    transactionNature: "code",
    /** The country of destination of an import. */
    destinationCountry: "text",
    routingCountries: "text",
    meansIdType: "code",
    meansNationality: "text",
    /** The means of transport that the goods arrive or leave with inland, where the one at the border is another. */
    inlandMeans: "text",
    isContainerised: "code",
    statements: "text",
  },
  item: {
    procedure: "code",
    additionalProcedures: "text",
    additionalCodes: "text",
    /** The number of the chemical in the European Customs Inventory of Chemical Substances. */
    cusCode: "text",
    tariffQuantity: "number",
    valuationMethod: "code",
    /** What `customsValue` is: `customsValue`, `itemPrice` or `statisticalValue`. */
    valueBasis: "code",
    transactionNature: "code",
    quota: "text",
    exportCountry: "text",
    consignor: "text",
    consignee: "text",
    exporter: "text",
    buyer: "text",
    seller: "text",
    documentStatuses: "text",
    unnumberedDocuments: "text",
    statements: "text",
    ucr: "text",
  },
});
