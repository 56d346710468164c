import { describe, expect, it } from "vitest";
import type { Condition } from "../../src/conditions/condition.js";
import { describeCondition } from "../../src/conditions/describe.js";

const MANY: Condition = { op: "gt", indicator: "itemCount", value: 5 };
const OFFICE: Condition = { op: "eq", indicator: "customsOffice", value: "02CI" };

describe("describeCondition", () => {
  it.each<[Condition, string, string]>([
    [MANY, "itemCount is more than 5", "itemCount lớn hơn 5"],
    [{ op: "gte", indicator: "x", value: 1.5 }, "x is at least 1.5", "x không nhỏ hơn 1.5"],
    [{ op: "lt", indicator: "x", value: -1 }, "x is less than -1", "x nhỏ hơn -1"],
    [{ op: "lte", indicator: "x", value: 0 }, "x is at most 0", "x không lớn hơn 0"],
    [OFFICE, "customsOffice is 02CI", "customsOffice là 02CI"],
    [{ op: "eq", indicator: "x", value: false }, "x is false", "x là false"],
    [{ op: "between", indicator: "x", min: 1, max: 2 }, "x is from 1 to 2", "x từ 1 đến 2"],
    [{ op: "present", indicator: "x" }, "x is stated", "x được khai"],
    [{ op: "in", indicator: "x", values: ["a", "b"] }, "x is one of a, b", "x thuộc a, b"],
    [{ op: "in", indicator: "x", values: { list: "risky" } }, "x is one of the list risky", "x thuộc danh sách risky"],
    [{ op: "prefix", indicator: "x", values: ["1", "2", "3", "4", "5"] }, "x starts with 1, 2, 3, 4, 5", "x bắt đầu bằng 1, 2, 3, 4, 5"],
    [
      { op: "containsAny", indicator: "x", values: ["1", "2", "3", "4", "5", "6", "7"] },
      "x contains 1, 2, 3, 4, 5 and 2 more",
      "x chứa 1, 2, 3, 4, 5 và 2 giá trị khác",
    ],
    [{ op: "not", of: OFFICE }, "not (customsOffice is 02CI)", "không phải (customsOffice là 02CI)"],
    [{ op: "all", of: [MANY, OFFICE] }, "all of (itemCount is more than 5; customsOffice is 02CI)", "tất cả (itemCount lớn hơn 5; customsOffice là 02CI)"],
    [
      { op: "any", of: [MANY, OFFICE] },
      "any of (itemCount is more than 5; customsOffice is 02CI)",
      "ít nhất một trong (itemCount lớn hơn 5; customsOffice là 02CI)",
    ],
    [
      { op: "atLeast", count: 2, of: [MANY, OFFICE] },
      "at least 2 of (itemCount is more than 5; customsOffice is 02CI)",
      "ít nhất 2 trong (itemCount lớn hơn 5; customsOffice là 02CI)",
    ],
    [{ op: "anyItem", where: OFFICE }, "some item has (customsOffice is 02CI)", "có dòng hàng với (customsOffice là 02CI)"],
    [{ op: "countItems", where: OFFICE, atLeast: 3 }, "at least 3 items have (customsOffice is 02CI)", "ít nhất 3 dòng hàng có (customsOffice là 02CI)"],
  ])("puts %j into words", (condition, english, vietnamese) => {
    expect(describeCondition(condition, "en")).toBe(english);
    expect(describeCondition(condition, "vi")).toBe(vietnamese);
  });

  it("speaks English in every language that it has no words for", () => {
    expect(describeCondition(MANY, "vi-VN")).toBe("itemCount lớn hơn 5");
    expect(describeCondition(MANY, "fr")).toBe("itemCount is more than 5");
    expect(describeCondition(MANY, "vie")).toBe("itemCount is more than 5");
  });
});
