import { type Catalogue, defineCatalogue } from "../define-catalogue.js";
import { alertChannels } from "./alert-channels.js";
import { alertIdentifierPoints } from "./alert-identifier-points.js";
import { alertMatchCount } from "./alert-match-count.js";
import { alertPoints } from "./alert-points.js";
import { alertSubjects } from "./alert-subjects.js";
import { blankFieldCount } from "./blank-field-count.js";
import { chapterShareOfReceiver } from "./chapter-share-of-receiver.js";
import { containerCount } from "./container-count.js";
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
import { freightCharge } from "./freight-charge.js";
import { goodsDescription } from "./goods-description.js";
import { goodsFindingRate } from "./goods-finding-rate.js";
import { goodsSignature } from "./goods-signature.js";
import { grossMass } from "./gross-mass.js";
import { hiddenCharacters } from "./hidden-characters.js";
import { hsChapter } from "./hs-chapter.js";
import { hsCode } from "./hs-code.js";
import { hsHeading } from "./hs-heading.js";
import { hsSubheading } from "./hs-subheading.js";
import { importerId } from "./importer-id.js";
import { importerPriorDeclarations } from "./importer-prior-declarations.js";
import { itemAlertPoints } from "./item-alert-points.js";
import { itemCount } from "./item-count.js";
import { itemDocumentKinds } from "./item-document-kinds.js";
import { linkedPartyFindings } from "./linked-party-findings.js";
import { massPerPackage } from "./mass-per-package.js";
import { massPerPackageDeviation } from "./mass-per-package-deviation.js";
import { netMass } from "./net-mass.js";
import { officeShareOfReceiver } from "./office-share-of-receiver.js";
import { originCountry } from "./origin-country.js";
import { originDiffersFromDeparture } from "./origin-differs-from-departure.js";
import { pairPriorDeclarations } from "./pair-prior-declarations.js";
import { partiesAtAddress } from "./parties-at-address.js";
import { partiesSharingContact } from "./parties-sharing-contact.js";
import { paymentMethod } from "./payment-method.js";
import { procedureCode } from "./procedure-code.js";
import { receiverDeclarantCount } from "./receiver-declarant-count.js";
import { receiverDormantDays } from "./receiver-dormant-days.js";
import { receiverFindingRate } from "./receiver-finding-rate.js";
import { receiverRecentDeclarations } from "./receiver-recent-declarations.js";
import { receiverRecentFindingRate } from "./receiver-recent-finding-rate.js";
import { registrationHour } from "./registration-hour.js";
import { routeFindingRate } from "./route-finding-rate.js";
import { sellerId } from "./seller-id.js";
import { sendersToReceiver } from "./senders-to-receiver.js";
import { shipperFindingRate } from "./shipper-finding-rate.js";
import { shipperPriorDeclarations } from "./shipper-prior-declarations.js";
import { signatureFindings } from "./signature-findings.js";
import { signatureInspected } from "./signature-inspected.js";
import { smallDeclarationsOfReceiver } from "./small-declarations-of-receiver.js";
import { tareShare } from "./tare-share.js";
import { totalCustomsValue } from "./total-customs-value.js";
import { totalNetMass } from "./total-net-mass.js";
import { transportMode } from "./transport-mode.js";
import { unitValue } from "./unit-value.js";
import { unitValueDeviation } from "./unit-value-deviation.js";
import { unsealedContainers } from "./unsealed-containers.js";

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
  | typeof goodsFindingRate;

/** The catalogue that comes with the package; its version changes whenever a value could. */
export const standardCatalogue: Catalogue<StandardIndicator> = defineCatalogue("consignment-risk/1", indicators);
