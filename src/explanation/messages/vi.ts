import type { Messages } from "./messages.js";

/** The Vietnamese message catalogue. */
export const VIETNAMESE: Messages = {
  channels: { green: "xanh", yellow: "vàng", red: "đỏ" },
  base: "trường hợp trung bình trong lĩnh vực này",
  modelTerm: (indicators) => `trọng số của mô hình cho ${indicators}`,
  undetermined: (text) => `không xác định được: ${text}`,
  heading: (id, asOf, channel) => `Tờ khai ${id}, tại thời điểm ${asOf}: luồng ${channel}`,
  byThreshold: (domain, points, channel, threshold) => `${domain}: ${points} điểm đạt luồng ${channel} (từ ${threshold})`,
  byMandate: (domain, rule, channel) => `${domain}: quy tắc bắt buộc ${rule} yêu cầu luồng ${channel}`,
  atRandom: (rate, channel) => `được chọn ngẫu nhiên vào luồng ${channel} (tỷ lệ ${rate})`,
  byNothing: (channel) => `không có ngưỡng, quy tắc bắt buộc hay lựa chọn ngẫu nhiên nào nâng lên trên luồng ${channel}`,
  domain: (title, points, channel) => `${title}: ${points} điểm, luồng ${channel}`,
  item: (line) => `dòng hàng ${line}`,
  evidence: "vì",
  percent: (share) => `${(100 * share).toFixed(1).replace(".", ",")}%`,
  sameAs: (percent, of, member) => `${member ?? "giá trị này"} có trong ${percent} của ${of} dữ kiện trước đây`,
  rank: (atMost, atLeast, of) => `trong ${of} dữ kiện trước đây, ${atMost} bằng hoặc thấp hơn, ${atLeast} bằng hoặc cao hơn`,
  record: (fires, inspected, hits, precision) =>
    precision === undefined
      ? `trước đây đã kích hoạt ${fires} lần, chưa biết kết quả nào`
      : `trước đây đã kích hoạt ${fires} lần, ${hits} phát hiện trong ${inspected} kết quả đã biết (${precision})`,
  interval: (rate, lower, upper) => `${rate}, khoảng tin cậy 95% từ ${lower} đến ${upper}`,
  otherItem: (line, points, channel) => `riêng dòng hàng ${line} cũng đạt luồng ${channel} với ${points} điểm`,
  sum: "tổng",
  silent: (outcome, text) => `${outcome}: ${text}`,
  outcomes: {
    fired: "đã kích hoạt",
    undetermined: "không xác định được",
    superseded: "bị thay thế bởi quy tắc mạnh hơn cùng nhóm",
    notApplicable: "không áp dụng",
  },
  none: "không có",
  unknownHeading: "Những điều chưa biết",
  missing: { absent: "không được khai", failed: "không tính được", notApplicable: "không áp dụng" },
  rulesHeading: "Tất cả quy tắc",
  notFired: "không kích hoạt",
  notInForce: "không có hiệu lực",
  replayHeading: "Để tính lại",
  declarant: (id, channel) => `Tờ khai ${id} được phân vào luồng ${channel}.`,
};
