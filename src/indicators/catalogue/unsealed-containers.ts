import { defineIndicator, type Indicator } from "../indicator.js";

/** How many containers are declared without a seal number; not applicable where no container is declared. */
export const unsealedContainers: Indicator<"unsealedContainers", "number", "header"> = defineIndicator({
  id: "unsealedContainers",
  tableId: "I32",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["transport.equipment[].seals"],
  meaning: {
    en: "How many containers are declared without a seal number; not applicable where no container is declared.",
    vi: "Số công-te-nơ khai không có số niêm phong; không áp dụng nếu không khai công-te-nơ.",
  },
  falsePositiveGuard: {
    en: "Empty units, flat racks and bulk travel unsealed, and seal numbers are often left blank.",
    vi: "Vỏ rỗng, công-te-nơ mặt phẳng và hàng rời không niêm phong, và số niêm phong hay bị bỏ trống.",
  },
  source: "Missing seals are a published indicator (trade press, secondary)",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => declaration.transport.equipment?.filter((unit) => unit.seals === undefined || unit.seals.length === 0).length,
});
