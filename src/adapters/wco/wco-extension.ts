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
    statedPackageCount: "number",
    supervisingOffice: "text",
    exitOffice: "text",
    warehouse: "text",
    goodsLocation: "text",
    representative: "text",
    representation: "code",
    authorisations: "text",
    guarantees: "text",
    incoterm: "text",
    incotermPlace: "text",
    transactionNature: "code",
    destinationCountry: "text",
    routingCountries: "text",
    transportChargesPayment: "code",
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
    packageKinds: "text",
    marks: "text",
    containers: "text",
    tariffQuantity: "number",
    valuationMethod: "code",
    /** What `customsValue` is: `customsValue`, `itemPrice` or `statisticalValue`. */
    valueBasis: "code",
    statisticalValue: "text",
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
