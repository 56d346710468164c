import { localHour } from "../core/instant.js";
import type { LocalizedText } from "../core/language.js";
import type { Declaration } from "../model/declaration.js";
import type { DocumentKind } from "../model/document.js";
import type { GoodsItem } from "../model/goods-item.js";
import { COMMODITY_OF } from "./commodities.js";
import { TRANSIT_HUBS } from "./places.js";
import { RESIDUAL_CHEMICAL_NAMES, SPECIES_NAMES, VAGUE_DESCRIPTIONS } from "./wording.js";

/** Something about a declaration that the risk process looks at. All traits can be seen in the declaration, but for the two of the importer's past. */
export type Trait =
  | "firstTimeImporter"
  | "establishedImporter"
  | "lowUnitValue"
  | "highDuty"
  | "preferenceWithoutCertificate"
  | "vagueDescription"
  | "uneconomicFreight"
  | "transitHub"
  | "nightRegistration"
  | "unsealedContainer"
  | "coverLoad"
  | "controlledChemicalWithoutPermit"
  | "scheduledNameWithoutPermit"
  | "citesGoodsWithoutPermit"
  | "speciesUnderOtherHeading";

/** The tariff treatment that the generator writes; an invented scheme. */
export const TARIFF_SCHEME = "synthetic-tariff";

const HUBS: ReadonlySet<string> = new Set(TRANSIT_HUBS);
const VAGUE: ReadonlySet<string> = new Set(VAGUE_DESCRIPTIONS);

/** What a trait is seen in. */
export interface Situation {
  readonly declaration: Declaration;
  readonly priorDeclarations: number;
}

/** What a trait means, and how it is seen. */
export interface TraitDefinition {
  readonly meaning: LocalizedText;
  readonly holds: (situation: Situation) => boolean;
}

/** Every trait: what it means, and how it is seen. */
export const TRAITS: { readonly [T in Trait]: TraitDefinition } = {
  firstTimeImporter: {
    meaning: { en: "the importer has no earlier declaration", vi: "người nhập khẩu chưa có tờ khai nào trước đó" },
    holds: ({ priorDeclarations }) => priorDeclarations === 0,
  },
  establishedImporter: {
    meaning: { en: "the importer has 500 earlier declarations or more", vi: "người nhập khẩu đã có từ 500 tờ khai trở lên" },
    holds: ({ priorDeclarations }) => priorDeclarations >= 500,
  },
  lowUnitValue: {
    meaning: {
      en: "an item is valued at less than 45% of what its commodity usually is, per kilogram",
      vi: "có dòng hàng khai trị giá mỗi ki-lô-gam dưới 45% mức thông thường",
    },
    holds: anyItem((item) => {
      const { customsValue, netMassKg } = item;
      const usual = COMMODITY_OF.get(item.hsCode)?.valuePerKg;
      return customsValue !== undefined && netMassKg !== undefined && usual !== undefined && customsValue.amount < 0.45 * usual * netMassKg;
    }),
  },
  highDuty: {
    meaning: { en: "an item bears a duty of 20% or more", vi: "có dòng hàng chịu thuế suất từ 20% trở lên" },
    holds: anyItem((item) => (item.dutyRatePercent ?? 0) >= 20),
  },
  preferenceWithoutCertificate: {
    meaning: {
      en: "an item claims a preferential tariff, and the declaration names no certificate of origin",
      vi: "có dòng hàng hưởng thuế ưu đãi nhưng tờ khai không dẫn chiếu chứng nhận xuất xứ",
    },
    holds: ({ declaration }) =>
      declaration.items.some((item) => item.dutyType?.code === "preferential") &&
      !declaration.documents.some((document) => document.kind === "certificateOfOrigin"),
  },
  vagueDescription: {
    meaning: { en: "an item is described in words that say nothing", vi: "có dòng hàng mô tả chung chung" },
    holds: anyItem((item) => item.description !== undefined && VAGUE.has(item.description)),
  },
  uneconomicFreight: {
    meaning: { en: "the freight costs more than half of the goods' value", vi: "cước vận chuyển lớn hơn một nửa trị giá hàng" },
    holds: ({ declaration }) => {
      const value = declaration.items.reduce((sum, item) => sum + (item.customsValue?.amount ?? 0), 0);
      return declaration.freight !== undefined && declaration.freight.amount > value / 2;
    },
  },
  transitHub: {
    meaning: {
      en: "the goods left from a transit hub, and an item is of another origin",
      vi: "hàng gửi từ nơi trung chuyển và có dòng hàng xuất xứ nước khác",
    },
    holds: ({ declaration: { transport, items } }) => {
      const from = transport.departureCountryCode;
      return from !== undefined && HUBS.has(from) && items.some((item) => item.originCountryCode !== undefined && item.originCountryCode !== from);
    },
  },
  nightRegistration: {
    meaning: { en: "the declaration was registered from 22:00 to 04:59", vi: "tờ khai đăng ký từ 22:00 đến 04:59" },
    holds: ({ declaration }) => {
      const hour = localHour(declaration.registeredAt);
      return hour >= 22 || hour < 5;
    },
  },
  unsealedContainer: {
    meaning: { en: "a container is declared without a seal", vi: "có công-te-nơ khai không niêm phong" },
    holds: ({ declaration }) => declaration.transport.equipment?.some((unit) => unit.seals === undefined) ?? false,
  },
  coverLoad: {
    meaning: { en: "an item is a bulky cheap load of the kind that hides things well", vi: "có dòng hàng cồng kềnh, giá trị thấp, dễ che giấu" },
    holds: anyItem((item) => COMMODITY_OF.get(item.hsCode)?.trait === "coverLoad"),
  },
  controlledChemicalWithoutPermit: {
    meaning: {
      en: "a precursor under its own subheading has neither licence, permit nor pre-export notification",
      vi: "tiền chất có phân nhóm riêng nhưng không có giấy phép hay thông báo tiền xuất khẩu",
    },
    holds: anyItem((item) => COMMODITY_OF.get(item.hsCode)?.trait === "controlledChemical" && !hasPermit(item)),
  },
  scheduledNameWithoutPermit: {
    meaning: {
      en: "a scheduled chemical is named under a residual subheading without licence, permit or notification",
      vi: "hóa chất kiểm soát được nêu tên ở phân nhóm loại khác, không có giấy phép hay thông báo",
    },
    holds: anyItem((item) => COMMODITY_OF.get(item.hsCode)?.trait === "residualChemical" && names(item, RESIDUAL_CHEMICAL_NAMES) && !hasPermit(item)),
  },
  citesGoodsWithoutPermit: {
    meaning: { en: "goods that CITES often concerns come without a CITES permit", vi: "hàng thường thuộc CITES nhưng không có giấy phép CITES" },
    holds: anyItem((item) => COMMODITY_OF.get(item.hsCode)?.trait === "cites" && !hasDocument(item, "citesPermit")),
  },
  speciesUnderOtherHeading: {
    meaning: {
      en: "a protected species is named under a subheading that CITES does not usually concern",
      vi: "loài được bảo vệ được nêu tên ở phân nhóm ít liên quan đến CITES",
    },
    holds: anyItem((item) => COMMODITY_OF.get(item.hsCode)?.trait === "speciesCover" && names(item, SPECIES_NAMES)),
  },
};

const ALL_TRAITS = Object.keys(TRAITS) as readonly Trait[];

/** The traits of a declaration whose importer had so many earlier ones. */
export function traitsOf(declaration: Declaration, priorDeclarations: number): readonly Trait[] {
  const situation: Situation = { declaration, priorDeclarations };
  return ALL_TRAITS.filter((trait) => TRAITS[trait].holds(situation));
}

function anyItem(holds: (item: GoodsItem) => boolean): TraitDefinition["holds"] {
  return ({ declaration }) => declaration.items.some(holds);
}

function hasDocument(item: GoodsItem, ...kinds: readonly DocumentKind[]): boolean {
  return item.documents?.some((document) => kinds.includes(document.kind)) ?? false;
}

function hasPermit(item: GoodsItem): boolean {
  return hasDocument(item, "licence", "permit", "preExportNotification");
}

function names(item: GoodsItem, phrases: readonly string[]): boolean {
  const { description } = item;
  return description !== undefined && phrases.some((phrase) => description.includes(phrase));
}
