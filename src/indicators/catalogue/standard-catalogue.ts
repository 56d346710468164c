import { type Catalogue, defineCatalogue } from "../define-catalogue.js";
import { addressGaps } from "./address-gaps.js";
import { alertChannels } from "./alert-channels.js";
import { alertIdentifierPoints } from "./alert-identifier-points.js";
import { alertMatchCount } from "./alert-match-count.js";
import { alertPoints } from "./alert-points.js";
import { alertSubjects } from "./alert-subjects.js";
import { arrivalOutOfHours } from "./arrival-out-of-hours.js";
import { blankFieldCount } from "./blank-field-count.js";
import { chapterShareOfReceiver } from "./chapter-share-of-receiver.js";
import { checkDigitFaults } from "./check-digit-faults.js";
import { citesGaps } from "./cites-gaps.js";
import { containerCount } from "./container-count.js";
import { containerNumberFaults } from "./container-number-faults.js";
import { countriesRevisited } from "./countries-revisited.js";
import { customsOffice } from "./customs-office.js";
import { customsValue } from "./customs-value.js";
import { declarantFindingRate } from "./declarant-finding-rate.js";
import { declarantId } from "./declarant-id.js";
import { declarantNewToReceiver } from "./declarant-new-to-receiver.js";
import { departureCountry } from "./departure-country.js";
import { descriptionWords } from "./description-words.js";
import { distinctHsChapters } from "./distinct-hs-chapters.js";
import { documentKinds } from "./document-kinds.js";
import { dutyRate } from "./duty-rate.js";
import { dutyType } from "./duty-type.js";
import { equipmentFlags } from "./equipment-flags.js";
import { forwarderTrades } from "./forwarder-trades.js";
import { freightCharge } from "./freight-charge.js";
import { freightPaidByThirdParty } from "./freight-paid-by-third-party.js";
import { freightPaymentMethod } from "./freight-payment-method.js";
import { freightToValue } from "./freight-to-value.js";
import { goesToThirdCountry } from "./goes-to-third-country.js";
import { goodsDescription } from "./goods-description.js";
import { goodsFindingRate } from "./goods-finding-rate.js";
import { goodsSignature } from "./goods-signature.js";
import { grossMass } from "./gross-mass.js";
import { hiddenCharacters } from "./hidden-characters.js";
import { hoursBeforeArrival } from "./hours-before-arrival.js";
import { hoursBeforeLoading } from "./hours-before-loading.js";
import { hoursToLoading } from "./hours-to-loading.js";
import { hsChapter } from "./hs-chapter.js";
import { hsCode } from "./hs-code.js";
import { hsCodeExists } from "./hs-code-exists.js";
import { hsHeading } from "./hs-heading.js";
import { hsSubheading } from "./hs-subheading.js";
import { importerId } from "./importer-id.js";
import { importerPriorDeclarations } from "./importer-prior-declarations.js";
import { isUnmanifested } from "./is-unmanifested.js";
import { itemAlertPoints } from "./item-alert-points.js";
import { itemCount } from "./item-count.js";
import { itemDocumentKinds } from "./item-document-kinds.js";
import { itemFreightToValue } from "./item-freight-to-value.js";
import { lateAmendments } from "./late-amendments.js";
import { linkedPartyFindings } from "./linked-party-findings.js";
import { manifestMismatches } from "./manifest-mismatches.js";
import { massDiscrepancy } from "./mass-discrepancy.js";
import { massPerEmployee } from "./mass-per-employee.js";
import { massPerPackage } from "./mass-per-package.js";
import { massPerPackageDeviation } from "./mass-per-package-deviation.js";
import { massPerTeu } from "./mass-per-teu.js";
import { netMass } from "./net-mass.js";
import { notifyPartyPriorDeclarations } from "./notify-party-prior-declarations.js";
import { officeShareOfReceiver } from "./office-share-of-receiver.js";
import { orderBill } from "./order-bill.js";
import { originCountry } from "./origin-country.js";
import { originDiffersFromDeparture } from "./origin-differs-from-departure.js";
import { outsideBusinessLines } from "./outside-business-lines.js";
import { pairPriorDeclarations } from "./pair-prior-declarations.js";
import { partiesAtAddress } from "./parties-at-address.js";
import { partiesSharingContact } from "./parties-sharing-contact.js";
import { paymentMethod } from "./payment-method.js";
import { phoneCountryDiffers } from "./phone-country-differs.js";
import { precursorEvidence } from "./precursor-evidence.js";
import { precursorTables } from "./precursor-tables.js";
import { precursorUnderOtherCode } from "./precursor-under-other-code.js";
import { precursorWithoutPermit } from "./precursor-without-permit.js";
import { procedureCode } from "./procedure-code.js";
import { productionEquipment } from "./production-equipment.js";
import { receiverAgeDays } from "./receiver-age-days.js";
import { receiverDeclarantCount } from "./receiver-declarant-count.js";
import { receiverDormantDays } from "./receiver-dormant-days.js";
import { receiverFindingRate } from "./receiver-finding-rate.js";
import { receiverRatings } from "./receiver-ratings.js";
import { receiverRecentDeclarations } from "./receiver-recent-declarations.js";
import { receiverRecentFindingRate } from "./receiver-recent-finding-rate.js";
import { registrationHour } from "./registration-hour.js";
import { residentialReceiver } from "./residential-receiver.js";
import { ripOnTraits } from "./rip-on-traits.js";
import { routeCountries } from "./route-countries.js";
import { routeFindingRate } from "./route-finding-rate.js";
import { sealProblems } from "./seal-problems.js";
import { sellerId } from "./seller-id.js";
import { sendersToReceiver } from "./senders-to-receiver.js";
import { shipperFindingRate } from "./shipper-finding-rate.js";
import { shipperPriorDeclarations } from "./shipper-prior-declarations.js";
import { signatureFindings } from "./signature-findings.js";
import { signatureInspected } from "./signature-inspected.js";
import { smallDeclarationsOfReceiver } from "./small-declarations-of-receiver.js";
import { tareShare } from "./tare-share.js";
import { tokenValue } from "./token-value.js";
import { totalCustomsValue } from "./total-customs-value.js";
import { totalNetMass } from "./total-net-mass.js";
import { trackingNumberCount } from "./tracking-number-count.js";
import { transhipmentCount } from "./transhipment-count.js";
import { transportMode } from "./transport-mode.js";
import { unitValue } from "./unit-value.js";
import { unitValueDeviation } from "./unit-value-deviation.js";
import { unsealedContainers } from "./unsealed-containers.js";
import { vagueDescription } from "./vague-description.js";
import { valueToCapital } from "./value-to-capital.js";

const indicators = [
  customsOffice,
  procedureCode,
  paymentMethod,
  transportMode,
  departureCountry,
  importerId,
  declarantId,
  sellerId,
  itemCount,
  totalNetMass,
  totalCustomsValue,
  freightCharge,
  distinctHsChapters,
  documentKinds,
  registrationHour,
  containerCount,
  unsealedContainers,
  blankFieldCount,
  importerPriorDeclarations,
  receiverRecentDeclarations,
  shipperPriorDeclarations,
  pairPriorDeclarations,
  receiverDormantDays,
  partiesAtAddress,
  partiesSharingContact,
  receiverFindingRate,
  receiverRecentFindingRate,
  shipperFindingRate,
  linkedPartyFindings,
  declarantFindingRate,
  receiverDeclarantCount,
  declarantNewToReceiver,
  officeShareOfReceiver,
  routeFindingRate,
  smallDeclarationsOfReceiver,
  sendersToReceiver,
  containerNumberFaults,
  checkDigitFaults,
  receiverAgeDays,
  valueToCapital,
  massPerEmployee,
  residentialReceiver,
  phoneCountryDiffers,
  addressGaps,
  forwarderTrades,
  notifyPartyPriorDeclarations,
  orderBill,
  lateAmendments,
  receiverRatings,
  massDiscrepancy,
  massPerTeu,
  freightToValue,
  freightPaidByThirdParty,
  freightPaymentMethod,
  countriesRevisited,
  transhipmentCount,
  routeCountries,
  goesToThirdCountry,
  hoursBeforeArrival,
  hoursBeforeLoading,
  arrivalOutOfHours,
  sealProblems,
  ripOnTraits,
  hoursToLoading,
  equipmentFlags,
  manifestMismatches,
  isUnmanifested,
  trackingNumberCount,
  alertMatchCount,
  alertPoints,
  alertIdentifierPoints,
  alertSubjects,
  alertChannels,
  itemAlertPoints,
  hsCode,
  hsChapter,
  hsHeading,
  hsSubheading,
  originCountry,
  originDiffersFromDeparture,
  goodsDescription,
  descriptionWords,
  hiddenCharacters,
  netMass,
  grossMass,
  customsValue,
  unitValue,
  massPerPackage,
  tareShare,
  dutyRate,
  dutyType,
  itemDocumentKinds,
  goodsSignature,
  signatureInspected,
  signatureFindings,
  chapterShareOfReceiver,
  unitValueDeviation,
  massPerPackageDeviation,
  goodsFindingRate,
  vagueDescription,
  tokenValue,
  hsCodeExists,
  precursorTables,
  precursorEvidence,
  precursorWithoutPermit,
  precursorUnderOtherCode,
  productionEquipment,
  citesGaps,
  outsideBusinessLines,
  itemFreightToValue,
] as const;

/** The indicators that come with the package. */
export type StandardIndicator =
  | typeof customsOffice
  | typeof procedureCode
  | typeof paymentMethod
  | typeof transportMode
  | typeof departureCountry
  | typeof importerId
  | typeof declarantId
  | typeof sellerId
  | typeof itemCount
  | typeof totalNetMass
  | typeof totalCustomsValue
  | typeof freightCharge
  | typeof distinctHsChapters
  | typeof documentKinds
  | typeof registrationHour
  | typeof containerCount
  | typeof unsealedContainers
  | typeof blankFieldCount
  | typeof importerPriorDeclarations
  | typeof receiverRecentDeclarations
  | typeof shipperPriorDeclarations
  | typeof pairPriorDeclarations
  | typeof receiverDormantDays
  | typeof partiesAtAddress
  | typeof partiesSharingContact
  | typeof receiverFindingRate
  | typeof receiverRecentFindingRate
  | typeof shipperFindingRate
  | typeof linkedPartyFindings
  | typeof declarantFindingRate
  | typeof receiverDeclarantCount
  | typeof declarantNewToReceiver
  | typeof officeShareOfReceiver
  | typeof routeFindingRate
  | typeof smallDeclarationsOfReceiver
  | typeof sendersToReceiver
  | typeof containerNumberFaults
  | typeof checkDigitFaults
  | typeof receiverAgeDays
  | typeof valueToCapital
  | typeof massPerEmployee
  | typeof residentialReceiver
  | typeof phoneCountryDiffers
  | typeof addressGaps
  | typeof forwarderTrades
  | typeof notifyPartyPriorDeclarations
  | typeof orderBill
  | typeof lateAmendments
  | typeof receiverRatings
  | typeof massDiscrepancy
  | typeof massPerTeu
  | typeof freightToValue
  | typeof freightPaidByThirdParty
  | typeof freightPaymentMethod
  | typeof countriesRevisited
  | typeof transhipmentCount
  | typeof routeCountries
  | typeof goesToThirdCountry
  | typeof hoursBeforeArrival
  | typeof hoursBeforeLoading
  | typeof arrivalOutOfHours
  | typeof sealProblems
  | typeof ripOnTraits
  | typeof hoursToLoading
  | typeof equipmentFlags
  | typeof manifestMismatches
  | typeof isUnmanifested
  | typeof trackingNumberCount
  | typeof alertMatchCount
  | typeof alertPoints
  | typeof alertIdentifierPoints
  | typeof alertSubjects
  | typeof alertChannels
  | typeof itemAlertPoints
  | typeof hsCode
  | typeof hsChapter
  | typeof hsHeading
  | typeof hsSubheading
  | typeof originCountry
  | typeof originDiffersFromDeparture
  | typeof goodsDescription
  | typeof descriptionWords
  | typeof hiddenCharacters
  | typeof netMass
  | typeof grossMass
  | typeof customsValue
  | typeof unitValue
  | typeof massPerPackage
  | typeof tareShare
  | typeof dutyRate
  | typeof dutyType
  | typeof itemDocumentKinds
  | typeof goodsSignature
  | typeof signatureInspected
  | typeof signatureFindings
  | typeof chapterShareOfReceiver
  | typeof unitValueDeviation
  | typeof massPerPackageDeviation
  | typeof goodsFindingRate
  | typeof vagueDescription
  | typeof tokenValue
  | typeof hsCodeExists
  | typeof precursorTables
  | typeof precursorEvidence
  | typeof precursorWithoutPermit
  | typeof precursorUnderOtherCode
  | typeof productionEquipment
  | typeof citesGaps
  | typeof outsideBusinessLines
  | typeof itemFreightToValue;

/** The catalogue that comes with the package; its version changes whenever a value could. */
export const standardCatalogue: Catalogue<StandardIndicator> = defineCatalogue("consignment-risk/1", indicators);
