import { foldWords } from "../../core/text.js";
import type { Consignment } from "../../model/consignment.js";
import { headingOf } from "../../model/hs-part.js";
import type { Party } from "../../model/party.js";
import { type Subject, subjectOf } from "../../model/subject.js";
import { receiverOf, shipperOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { sumIfAllStated, totalGrossMass } from "./total-gross-mass.js";

/** What the declaration states otherwise than the manifest beside it: shipper, receiver, containers, packages, grossMass (by more than 5 %), goods (no HS heading in common), loading; not applicable where the manifest has nothing for it, absent without a manifest. */
export const manifestMismatches: Indicator<"manifestMismatches", "codes", "header"> = defineIndicator({
  id: "manifestMismatches",
  tableId: "I37",
  type: "codes",
  level: "header",
  reads: ["parties", "transport", "packageCount", "grossMassKg", "items", "consignments"],
  meaning: {
    en: "What the declaration states otherwise than the manifest beside it: shipper, receiver, containers, packages, grossMass (by more than 5 %), goods (no HS heading in common), loading; not applicable where the manifest has nothing for it, absent without a manifest.",
    vi: "Tờ khai khác bản lược khai ở điểm nào: shipper, receiver, containers, packages, grossMass (trên 5 %), goods (không có nhóm HS chung), loading; không áp dụng nếu bản lược khai không có, không có nếu thiếu bản lược khai.",
  },
  falsePositiveGuard: {
    en: "Names have variants, bills are declared in parts, and a bank stands as consignee of an order bill. Descriptions are not compared, since they differ by language.",
    vi: "Tên có nhiều cách viết, vận đơn được khai nhiều lần, ngân hàng đứng tên người nhận trên vận đơn theo lệnh. Không so mô tả vì khác ngôn ngữ.",
  },
  source: "Data that differs by document: trade press (secondary); ICS2 rules across fields (portbase, secondary)",
  missing: "absent",
  whenItemAdded: "any",
  extract: ({ declaration, consignments }) => {
    if (consignments === undefined) return undefined;
    if (consignments.length === 0) return { missing: "notApplicable", reason: "the manifest has nothing for it" };
    return mismatches(declaration, consignments);
  },
});

function mismatches(declaration: Subject, consignments: readonly Consignment[]): readonly string[] {
  const views = consignments.map(subjectOf);
  const found: string[] = [];
  const compare = (what: string, differs: boolean | undefined): void => {
    if (differs === true) found.push(what);
  };
  compare(
    "shipper",
    areStrangers(
      shipperOf(declaration.parties),
      views.map(({ parties }) => shipperOf(parties)),
    ),
  );
  compare(
    "receiver",
    areStrangers(
      receiverOf(declaration.parties),
      views.map(({ parties }) => receiverOf(parties)),
    ),
  );
  compare("containers", haveNothingMissing(containersOf(declaration), views.flatMap(containersOf)));
  compare("packages", areUnequal(packagesOf(declaration), sumIfAllStated(views.map(packagesOf)), 0));
  compare("grossMass", areUnequal(totalGrossMass(declaration), sumIfAllStated(views.map(totalGrossMass)), 0.05));
  compare("goods", shareNothing(headingsOf(declaration), views.flatMap(headingsOf)));
  compare(
    "loading",
    shareNothing(
      [declaration.transport.loadingLocation ?? []].flat(),
      views.flatMap(({ transport }) => transport.loadingLocation ?? []),
    ),
  );
  return found;
}

/** No word of the name in common with any of the parties that state one. */
function areStrangers(party: Party | undefined, others: readonly (Party | undefined)[]): boolean | undefined {
  const words = foldWords(party?.name ?? "");
  const named = others.map((other) => foldWords(other?.name ?? "")).filter((name) => name.length > 0);
  return words.length === 0 || named.length === 0 ? undefined : named.every((name) => !name.some((word) => words.includes(word)));
}

/** A declared container that the manifest lacks, where both name some. */
function haveNothingMissing(declared: readonly string[], manifested: readonly string[]): boolean | undefined {
  return declared.length === 0 || manifested.length === 0 ? undefined : declared.some((id) => !manifested.includes(id));
}

function areUnequal(declared: number | undefined, manifested: number | undefined, tolerance: number): boolean | undefined {
  return declared === undefined || manifested === undefined ? undefined : Math.abs(declared - manifested) > tolerance * Math.max(declared, manifested);
}

function shareNothing(declared: readonly string[], manifested: readonly string[]): boolean | undefined {
  return declared.length === 0 || manifested.length === 0 ? undefined : !declared.some((value) => manifested.includes(value));
}

function containersOf({ transport }: Subject): readonly string[] {
  return (transport.equipment ?? []).map(({ id }) => foldWords(id).join(""));
}

function packagesOf({ packageCount, items }: Subject): number | undefined {
  return packageCount ?? sumIfAllStated(items.map((item) => item.packageCount));
}

function headingsOf({ items }: Subject): readonly string[] {
  return items.flatMap((item) => headingOf(item) ?? []);
}
