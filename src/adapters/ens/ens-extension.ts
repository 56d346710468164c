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
    representative: "text",
    /** The consignor, consignee and notify party of a master consignment: who the transport contract names, not the parties to the trade. */
    masterConsignor: "text",
    masterConsignee: "text",
    masterNotifyParty: "text",
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
    transportChargesPayment: "text",
    statedItemCount: "number",
    statedPackageCount: "number",
    statedGrossMass: "number",
  },
  item: {},
});
