import type { Condition } from "../../../src/conditions/condition.js";
import type { RiskProfile } from "../../../src/profile/profile.js";
import { domainOf, points, profileOf, ruleOf } from "../../support/documents.js";

const CHEAP: Condition = { op: "lt", indicator: "unitValue", value: 20 };
const OFFICE: Condition = { op: "in", indicator: "customsOffice", values: ["A", "B"] };
const HUB: Condition = { op: "eq", indicator: "departureCountry", value: "SG" };

/** Red from 22 points: a cheap item has 12, two offices 6, a hub 8; above 1,000 kg in all 4 more. Yellow from 10. */
export function hubProfile(change: Partial<RiskProfile> = {}): RiskProfile {
  return profileOf({
    domains: {
      revenue: domainOf({
        rules: [
          ruleOf("cheap", { level: "item", when: CHEAP, effect: points(12, 3) }),
          ruleOf("office", { when: OFFICE, effect: points(6, 2) }),
          ruleOf("hub", { when: HUB, effect: points(8, 1) }),
          ruleOf("heavy", { when: { op: "gt", indicator: "totalNetMass", value: 1000 }, effect: points(4) }),
        ],
        thresholds: { yellow: 10, red: 22 },
      }),
    },
    ...change,
  });
}
