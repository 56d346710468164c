import { deepFreeze } from "../../core/freeze.js";
import type { ExtensionDefinition } from "../../model/extensions.js";

/** What a VNACCS declaration says and the model has no field for; the names in Vietnamese stand in `VNACCS_FIELDS`. Lists are texts, their members separated by `; `. */
export const vnaccsExtension: ExtensionDefinition = deepFreeze({
  namespace: "vnaccs",
  header: {
    /** 1 individual to individual, 2 organisation to individual, 3 individual to organisation, 4 organisation to organisation, 5 other. */
    partyRelation: "code",
    department: "text",
    /** When the goods were registered for the first time, of an amendment. */
    firstRegisteredAt: "instant",
    /** The last day of a temporary import or export. */
    returnBy: "date",
    packageUnit: "text",
    containerCount: "number",
    warehouse: "text",
    marks: "text",
    meansCode: "text",
    /** The day of arrival, where the hour is not stated. */
    arrivalDate: "date",
    loadingPlace: "text",
    unloadingPlace: "text",
    finalPlace: "text",
    rules: "text",
    priceClass: "text",
    /** The customs value of all goods in dong, as stated for the whole. */
    customsValue: "number",
    taxPayer: "text",
    notes: "text",
    reference: "text",
  },
  item: {
    unitPrice: "number",
    exemption: "text",
    relatedLine: "text",
  },
});
