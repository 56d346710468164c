import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoreOrThrow } from "../../../src/assessment/score.js";
import { createSelectionKeyOrThrow } from "../../../src/assessment/selection-key.js";
import { changeFacts } from "../../../src/explanation/change-facts.js";
import { findCounterfactuals, findCounterfactualsOrThrow } from "../../../src/explanation/what-if/counterfactuals.js";
import { facts as anyFacts } from "../../../src/testing/arbitraries/facts.js";
import { profile as anyProfile } from "../../../src/testing/arbitraries/profile.js";
import { compiled, factsOf, points, profileWith, ruleOf } from "../../support/documents.js";
import { isDeepFrozen } from "../../support/frozen.js";
import { issuesOf, valueOf } from "../../support/issues.js";
import { hubProfile } from "./support.js";

const selectionKey = createSelectionKeyOrThrow(new Uint8Array(32).fill(5));
const RED = factsOf({ customsOffice: "A", departureCountry: "SG", totalNetMass: 10 }, [{ unitValue: 5 }]);

describe("findCounterfactuals", () => {
  it("finds the single changes that lower the channel, in order of cost", () => {
    const { channel, found, search } = valueOf(
      findCounterfactuals(compiled(hubProfile()), RED, {
        mutable: [{ indicator: "departureCountry", cost: 3 }, { indicator: "unitValue" }, { indicator: "customsOffice", cost: 2 }],
      }),
    );
    expect(channel).toBe("red");
    expect(search).toBe("exhausted");
    expect(found.map(({ changes, cost, channel }) => [changes[0]?.indicator, changes[0]?.to, cost, channel])).toEqual([
      ["unitValue", 20, 1, "yellow"],
      ["unitValue", 20.01, 1, "yellow"],
      ["customsOffice", "~", 2, "yellow"],
      ["departureCountry", "~", 3, "yellow"],
    ]);
    expect(found[0]?.changes[0]).toEqual({ indicator: "unitValue", item: 1, from: 5, to: 20 });
  });

  it("finds pairs where no single change is enough, and none that holds a smaller one", () => {
    const facts = factsOf({ customsOffice: "A", departureCountry: "SG", totalNetMass: 2000 }, [{ unitValue: 5 }]);
    const { found } = valueOf(findCounterfactuals(compiled(hubProfile()), facts, { mutable: [{ indicator: "customsOffice" }, { indicator: "totalNetMass" }] }));
    expect(found.every(({ changes }) => changes.length === 2)).toBe(true);
    expect(found.map(({ changes }) => changes.map(({ to }) => to))).toEqual([
      ["~", 999.999],
      ["~", 1000],
    ]);
  });

  it("finds none where the lowest channel is reached, a mandatory rule or the draw decides", () => {
    const mutable = [{ indicator: "customsOffice" }];
    expect(valueOf(findCounterfactuals(compiled(hubProfile()), factsOf({ customsOffice: "C" }), { mutable }))).toEqual({
      channel: "green",
      found: [],
      search: "exhausted",
    });
    const mandatory = profileWith([ruleOf("always", { effect: { kind: "channel", channel: "red" } })]);
    expect(valueOf(findCounterfactuals(compiled(mandatory), factsOf({ itemCount: 1, customsOffice: "A" }), { mutable })).found).toEqual([]);
    const drawn = compiled(hubProfile({ selection: { channel: "red", randomRate: 1, identity: ["firstDeclaration"] } }));
    expect(valueOf(findCounterfactuals(drawn, RED, { mutable, selectionKey }))).toMatchObject({ channel: "red", found: [] });
  });

  it("says where the search was cut off, and where values stand for themselves alone", () => {
    const profile = compiled(hubProfile());
    expect(valueOf(findCounterfactuals(profile, RED, { mutable: [{ indicator: "unitValue" }], maxScorings: 1 })).search).toBe("bounded");
    const coded = compiled(
      profileWith([ruleOf("paper", { when: { op: "in", indicator: "documentKinds", values: ["licence"] }, effect: points(12) })], { thresholds: { red: 10 } }),
    );
    const facts = factsOf({ documentKinds: ["invoice", "licence"] });
    expect(valueOf(findCounterfactuals(coded, facts, { mutable: [{ indicator: "documentKinds" }] }))).toMatchObject({
      search: "sampled",
      found: [{ changes: [{ to: [] }] }, { changes: [{ to: ["invoice"] }] }],
    });
  });

  it("stops at the limit, and leaves what is missing alone", () => {
    const profile = compiled(hubProfile());
    expect(valueOf(findCounterfactuals(profile, RED, { mutable: [{ indicator: "unitValue" }], limit: 1 })).found).toHaveLength(1);
    expect(valueOf(findCounterfactuals(profile, RED, { mutable: [{ indicator: "importerId" }, { indicator: "grossMass" }] })).found).toEqual([]);
  });

  it("refuses options out of range, unknown indicators and facts that cannot be assessed", () => {
    const profile = compiled(hubProfile());
    const paths = (options: Parameters<typeof findCounterfactuals>[2]) =>
      issuesOf(findCounterfactuals(profile, RED, options)).map(({ path }) => path.join("."));
    expect(paths({ mutable: [{ indicator: "nothing" }] })).toEqual(["mutable.0.indicator"]);
    expect(paths({ mutable: [{ indicator: "unitValue", cost: Number.NaN }] })).toEqual(["mutable.0.cost"]);
    expect(paths({ mutable: [], maxChanges: 5, limit: 0, maxScorings: 0.5 })).toEqual(["maxChanges", "limit", "maxScorings"]);
    expect(() => findCounterfactualsOrThrow(profile, RED, { mutable: [], limit: 0 })).toThrow("limit");
    expect(findCounterfactualsOrThrow(profile, RED, { mutable: [] }).found).toEqual([]);
    expect(findCounterfactuals(profile, { ...RED, currency: "USD" }, { mutable: [] }).ok).toBe(false);
  });

  it("gives, for any profile and facts, changes that lower the channel, of which none can be spared", () => {
    let seen = 0;
    fc.assert(
      fc.property(anyProfile(), anyFacts(), (document, facts) => {
        const profile = compiled(document);
        const mutable = [...profile.reads].slice(0, 6).map((indicator) => ({ indicator }));
        const result = findCounterfactuals(profile, facts, { mutable, selectionKey, maxScorings: 400 });
        if (!result.ok) return;
        const rank = (changes: Parameters<typeof changeFacts>[1]): number =>
          profile.document.channels.indexOf(scoreOrThrow(profile, changeFacts(facts, changes), { selectionKey }).channel);
        const now = rank([]);
        for (const { changes, channel } of result.value.found) {
          seen += 1;
          expect(rank(changes)).toBeLessThan(now);
          expect(profile.document.channels[rank(changes)]).toBe(channel);
          for (const spared of changes) {
            const rest = changes.filter((change) => change !== spared);
            expect(rank(rest)).toBeGreaterThanOrEqual(now);
          }
        }
        expect(isDeepFrozen(result.value)).toBe(true);
      }),
    );
    expect(seen).toBeGreaterThan(5);
  });
});
