import { deepFreeze } from "../../core/freeze.js";
import type { ExtensionDefinition } from "../../model/extensions.js";

/** What an entry summary declaration says of a consignment and the model has no field for. Lists are texts separated by commas. */
export const ensExtension: ExtensionDefinition = deepFreeze({
  namespace: "ens",
  header: {
    /** `IE315` or `IE313`. */
    message: "code",
    messageId: "text",
    sender: "text",
    /** The number of the declaration that an amendment amends, or the trader's own of a lodgement. */
    reference: "text",
    /** Who lodged it and who represents whom, by identifier, where the consignment is a master and has no such party. */
    declarant: "text",
    representative: "text",
    specificCircumstance: "code",
    officeOfFirstEntry: "text",
    officeOfLodgement: "text",
    subsequentOffices: "text",
    declarationPlace: "text",
    loadingPlace: "text",
    unloadingPlace: "text",
    routingCountries: "text",
    meansNationality: "text",
    meansIds: "text",
    seals: "text",
    specialMentions: "text",
    commercialReference: "text",
    transportChargesPayment: "text",
    statedItemCount: "number",
  },
  item: {},
});
