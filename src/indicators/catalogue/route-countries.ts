import { defineIndicator, type Indicator } from "../indicator.js";
import { routeCountries as routeOf } from "./route-of.js";

/** All countries that the goods come from, pass and go on to: origins, dispatch, loading, transit, unloading, a third country of destination. A profile compares them with a dated list of its own. */
export const routeCountries: Indicator<"routeCountries", "codes", "header"> = defineIndicator({
  id: "routeCountries",
  tableId: "I28",
  type: "codes",
  level: "header",
  reads: ["transport", "items[].originCountryCode", "destinationCountryCode"],
  meaning: {
    en: "All countries that the goods come from, pass and go on to: origins, dispatch, loading, transit, unloading, a third country of destination. A profile compares them with a dated list of its own.",
    vi: "Mọi nước hàng xuất xứ, đi qua và đến: xuất xứ, nước gửi, nơi xếp, quá cảnh, nơi dỡ, nước thứ ba. Bộ tiêu chí so với danh mục có ngày hiệu lực của mình.",
  },
  falsePositiveGuard: {
    en: "A list of countries must rest on evidence: WTO TFA article 7.4.2 forbids unjustifiable discrimination.",
    vi: "Danh mục nước phải dựa trên bằng chứng: Hiệp định TFA điều 7.4.2 cấm phân biệt đối xử vô căn cứ.",
  },
  source: "WTO TFA article 7.4.4 allows country of origin and departure as criteria; Decree 08/2015/ND-CP article 15.2 (secondary)",
  missing: "absent",
  whenItemAdded: "canOnlyRise",
  extract: ({ declaration }) => {
    const { items, transport, destinationCountryCode } = declaration;
    const stated = [...items.map(({ originCountryCode }) => originCountryCode), transport.departureCountryCode, destinationCountryCode];
    return [...stated.filter((country) => country !== undefined), ...(transport.transitCountryCodes ?? []), ...routeOf(declaration)];
  },
});
