import { deepFreeze } from "../../core/freeze.js";
import type { ExtensionDefinition } from "../../model/extensions.js";
import type { ColumnSource, CsvMapping } from "../csv/mapping.js";

/** The national fields of the Korean declarations that the model does not have. */
export const koreaExtension: ExtensionDefinition = deepFreeze({
  namespace: "korea",
  header: { processType: "code", importType: "code", importUse: "code" },
  item: { originIndicator: "code" },
});

const party = (column: string): ColumnSource => ({ column, scheme: "korea" });

/**
 * The mapping of the *Customs Import Declaration Datasets* (Jeong et al., 2022, arXiv 2208.02484; Institute for Basic Science
 * and Korea Customs Service): one goods item a row, mass in kg, price in KRW rounded to 2 decimals, tax rate in percent.
 * Only dates exist: a declaration is registered at that day's 00:00 in Korea. `Fraud` is an outcome, taken to be known at 00:00 of
 * the next day; `Critical Fraud` is not used.
 */
export const koreaMapping: CsvMapping = deepFreeze({
  schema: "consignment-risk/mapping@1",
  delimiter: ",",
  rows: "declaration",
  header: {
    id: { column: "Declaration ID" },
    direction: { constant: "import" },
    registeredAt: { column: "Date", dateAt: "+09:00" },
    customsOffice: { column: "Office ID" },
    "extensions.korea.processType": { column: "Process Type" },
    "extensions.korea.importType": { column: "Import Type" },
    "extensions.korea.importUse": { column: "Import Use" },
    paymentMethod: { column: "Payment Type", scheme: "korea" },
    "transport.mode": { column: "Mode of Transport", scheme: "korea" },
    "transport.departureCountryCode": { column: "Country of Departure" },
    "parties.declarant.identifier": party("Declarant ID"),
    "parties.importer.identifier": party("Importer ID"),
    "parties.seller.identifier": party("Seller ID"),
    "parties.carrier.identifier": party("Courier ID"),
  },
  item: {
    hsCode: { column: "HS6 Code" },
    originCountryCode: { column: "Country of Origin" },
    dutyRatePercent: { column: "Tax Rate" },
    dutyType: { column: "Tax Type", scheme: "korea" },
    "extensions.korea.originIndicator": { column: "Country of Origin Indicator" },
    netMassKg: { column: "Net Mass" },
    customsValue: { column: "Item Price", currency: "KRW", decimals: 2 },
  },
  finding: { column: "Fraud", knownAfterDays: 1 },
  ignore: ["Critical Fraud"],
  extensions: [koreaExtension],
});
