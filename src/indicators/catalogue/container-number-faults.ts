import { containerNumber } from "../../model/identifiers/container-number.js";
import { identifierFault } from "../../model/identifiers/identifier.js";
import { defineIndicator, type Indicator } from "../indicator.js";

/** How many numbers of equipment that begin with four letters, as container numbers do, are none by ISO 6346: wrong form or check digit; not applicable where no equipment is named. */
export const containerNumberFaults: Indicator<"containerNumberFaults", "number", "header"> = defineIndicator({
  id: "containerNumberFaults",
  tableId: "I33",
  type: "number",
  level: "header",
  unit: "count",
  decimals: 0,
  reads: ["transport.equipment[].id"],
  meaning: {
    en: "How many numbers of equipment that begin with four letters, as container numbers do, are none by ISO 6346: wrong form or check digit; not applicable where no equipment is named.",
    vi: "Số mã thiết bị bắt đầu bằng bốn chữ cái như số công-te-nơ nhưng không hợp lệ theo ISO 6346 (sai dạng hoặc sai chữ số kiểm tra); không áp dụng nếu không khai thiết bị.",
  },
  falsePositiveGuard: {
    en: "Typing errors are common, and some real containers wear a wrong check digit. Owners are not looked up: the register of owner codes is not part of the package.",
    vi: "Lỗi nhập liệu khá phổ biến, và một số công-te-nơ thật mang chữ số kiểm tra sai. Không tra cứu chủ sở hữu.",
  },
  source: "ISO 6346 by python-stdnum; altered container marks: trade press of 1988 (secondary)",
  missing: "notApplicable",
  whenItemAdded: "unaffected",
  extract: ({ declaration }) =>
    declaration.transport.equipment?.filter(({ id }) => /^[A-Za-z]{4}/.test(id) && identifierFault(containerNumber, id) !== undefined).length,
});
