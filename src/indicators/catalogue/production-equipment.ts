import { findListedHeading, findListedPhrases } from "../../reference/find-in-list.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** What says that the item may be equipment to make pills or capsules: hs (a subheading that such machines share with others), words. */
export const productionEquipment: Indicator<"productionEquipment", "codes", "item"> = defineIndicator({
  id: "productionEquipment",
  tableId: "I41",
  type: "codes",
  level: "item",
  reads: ["items[].hsCode", "items[].description"],
  meaning: {
    en: "What says that the item may be equipment to make pills or capsules: hs (a subheading that such machines share with others), words.",
    vi: "Căn cứ cho thấy dòng hàng có thể là thiết bị làm viên nén, viên nang: hs (phân nhóm dùng chung với máy khác), words (từ ngữ).",
  },
  falsePositiveGuard: {
    en: "Pharmaceutical and food firms buy such machines.",
    vi: "Doanh nghiệp dược và thực phẩm có mua các máy này.",
  },
  source: "US CBP strategy against fentanyl as a law firm reports it (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ item, reference }) => [
    ...(findListedHeading(item.hsCode, reference.productionHeadings) === undefined ? [] : ["hs"]),
    ...(findListedPhrases(item.description ?? "", reference.productionWords).length === 0 ? [] : ["words"]),
  ],
});
