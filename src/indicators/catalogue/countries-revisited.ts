import { defineIndicator, type Indicator } from "../indicator.js";
import { routeCountries } from "./route-of.js";

/** How many times the route comes back to a country that it had left; absent where fewer than two places of it are stated. */
export const countriesRevisited: Indicator<"countriesRevisited", "number", "header"> = defineIndicator({
  id: "countriesRevisited",
  tableId: "I26",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["transport"],
  meaning: {
    en: "How many times the route comes back to a country that it had left; absent where fewer than two places of it are stated.",
    vi: "Số lần hành trình quay lại nước đã rời đi; không có nếu khai dưới hai địa điểm.",
  },
  falsePositiveGuard: {
    en: "Hub and spoke services pass a hub twice.",
    vi: "Dịch vụ trung chuyển có thể qua một cảng hai lần.",
  },
  source: "Circuitous routing: trade press (secondary); without coordinates of places a detour is a return",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) => {
    const route = routeCountries(declaration);
    return route.length < 2 ? undefined : route.length - new Set(route).size;
  },
});
