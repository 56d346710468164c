import { deepFreeze } from "../../core/freeze.js";
import type { ExtensionDefinition } from "../../model/extensions.js";

/** What an entry summary declaration says of a consignment and the model has no field for. Lists are texts, their members separated by `, `. */
export const ensExtension: ExtensionDefinition = deepFreeze({
  namespace: "ens",
  header: {
    /** `IE315` or `IE313`. */
    message: "code",
    messageId: "text",
    sender: "text",
    /** The commercial reference number of the consignment. */
    commercialReference: "text",
    /** Who declares a master consignment, and for whom: its parties are those of the transport contract alone. */
    declarant: "text",
    representative: "text",
    /** Traders with an address, but neither a name nor an identification number: `consignee: 1 High Street, Leeds, GB`. */
    namelessTraders: "text",
    specificCircumstance: "code",
    officeOfFirstEntry: "text",
    officeOfLodgement: "text",
    subsequentOffices: "text",
    lodgementPlace: "text",
    loadingPlace: "text",
    unloadingPlace: "text",
    routingCountries: "text",
    conveyance: "text",
    meansNationality: "text",
    /** The means of transport that items name, where they are several. */
    meansIds: "text",
    /** Seals of the whole message, where it has not exactly one container. */
    seals: "text",
    specialMentions: "text",
    documents: "text",
    /** Totals of a message that holds several consignments. */
    statedItemCount: "number",
    statedPackageCount: "number",
    statedGrossMass: "number",
  },
  item: {},
});
