import { describe, expect, it } from "vitest";
import { LEAST_CLEARED } from "../../src/intelligence/viewer.js";
import { dueExchanges } from "../../src/operations/due-exchanges.js";
import { exchangeFigures } from "../../src/operations/exchange-figures.js";
import { makeViewer } from "../intelligence/support.js";
import { NOTHING, OFFICER, received, SEIZURE, sent, step, take } from "./support.js";

const verifying = (id: string, fields: object = {}) => take(received({ id, ...fields }), step("acknowledge", "02-02"), step("startVerification", "02-02"));
const result = (day: string, what: object) => step("recordResult", day, OFFICER, { result: what });
const exchanges = [
  take(verifying("A"), result("02-03", SEIZURE), result("02-03", NOTHING), step("answer", "02-03")),
  take(verifying("B"), result("03-19", NOTHING), step("answer", "03-19")),
  take(verifying("C"), result("02-05", { outcome: "notArrived" }), step("answer", "02-05")),
  received({ id: "D" }),
  received({ id: "E", feedback: undefined }),
  received({ id: "LATER", receivedAt: "2026-05-01T00:00:00Z" }),
  received({ id: "SECRET", originator: "DEA", channel: "dea", handling: { tlp: "TLP:RED", releasableTo: ["VN-CUSTOMS"] } }),
  sent(),
];
const AT = "2026-03-20T00:00:00Z";

describe("exchangeFigures", () => {
  it("counts by partner, channel and direction what came of exchanges until a moment, with intervals", () => {
    const figures = exchangeFigures(exchanges, AT, makeViewer());
    expect(figures.map(({ partner, channel, direction, exchanges: count }) => [partner, channel, direction, count])).toEqual([
      ["DEA", "dea", "received", 1],
      ["RILO-AP", "cencomm", "sent", 1],
      ["RILO-AP", "rilo", "received", 5],
    ]);
    const [, , rilo] = figures;
    expect(rilo).toMatchObject({
      answered: 3,
      answeredInTime: { count: 2, of: 4, rate: 0.5 },
      medianHoursToAnswer: 96,
      overdue: 1,
      expiredUnanswered: 0,
      hitRate: { count: 1, of: 3 },
      precision: { count: 1, of: 3 },
    });
    // Wilson's interval for 1 of 3: 0.0615 to 0.7923
    expect(rilo?.precision.lower).toBeCloseTo(0.0615, 4);
    expect(rilo?.precision.upper).toBeCloseTo(0.7923, 4);
  });

  it("is point-in-time: what came later does not count", () => {
    const [, , rilo] = exchangeFigures(exchanges, "2026-03-01T00:00:00Z", makeViewer());
    expect(rilo).toMatchObject({ answered: 2, medianHoursToAnswer: 72, overdue: 0, answeredInTime: { count: 2, of: 2 }, precision: { count: 1, of: 2 } });
    const none = exchangeFigures([received()], "2026-02-02T00:00:00Z", makeViewer())[0];
    expect(none).toMatchObject({ answered: 0, hitRate: { count: 0, of: 0, lower: 0, upper: 1 } });
    expect(none).not.toHaveProperty("medianHoursToAnswer");
    expect(exchangeFigures([received()], "2026-06-02T00:00:00Z", makeViewer())[0]).toMatchObject({ expiredUnanswered: 1 });
  });

  it("counts only what the viewer may know", () => {
    expect(JSON.stringify(exchangeFigures(exchanges, AT, makeViewer({ clearances: ["TLP:GREEN"] })))).not.toContain("DEA");
    expect(exchangeFigures(exchanges, AT, LEAST_CLEARED)).toEqual([]);
  });
});

describe("dueExchanges", () => {
  it("lists what waits for an answer, the most urgent first, whoever owes it", () => {
    const ids = (asOf: string, hours: number) =>
      dueExchanges(exchanges, asOf, hours, makeViewer()).map(({ exchange, status }) => `${exchange.id} ${status.owes}`);
    expect(ids("2026-03-10T00:00:00Z", 24)).toEqual([]);
    expect(ids("2026-03-10T00:00:00Z", 24 * 5)).toEqual(["B administration", "D administration", "SECRET administration", "VR-1 partner"]);
    expect(ids("2026-06-02T00:00:00Z", 0)).toEqual(["D administration", "LATER administration", "SECRET administration", "VR-1 partner"]);
    expect(dueExchanges(exchanges, "2026-03-16T00:00:00Z", 0, makeViewer())[0]).toMatchObject({ hoursLeft: -24, status: { isOverdue: true } });
    expect(dueExchanges(exchanges, "2026-06-02T00:00:00Z", 0, LEAST_CLEARED)).toEqual([]);
  });

  it("goes by the end where no answer is due, once there is a result to tell", () => {
    const open = take(received({ feedback: undefined }), step("acknowledge", "02-02"), step("startVerification", "02-02"), result("05-30", NOTHING));
    expect(dueExchanges([open], "2026-05-31T00:00:00Z", 48, makeViewer())).toMatchObject([{ hoursLeft: 24, status: { isOverdue: false } }]);
  });
});
