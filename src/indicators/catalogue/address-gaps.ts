import { receiverOf, shipperOf } from "../../model/trade-parties.js";
import { defineIndicator, type Indicator } from "../indicator.js";
import { addressFaults } from "./address-faults.js";

/** What the addresses of shipper and receiver lack: noSender, noReceiver, noAddress, incomplete (fewer than three words or no figure), poBox, careOf. */
export const addressGaps: Indicator<"addressGaps", "codes", "header"> = defineIndicator({
  id: "addressGaps",
  tableId: "I09",
  type: "codes",
  level: "header",
  reads: ["parties"],
  meaning: {
    en: "What the addresses of shipper and receiver lack: noSender, noReceiver, noAddress, incomplete (fewer than three words or no figure), poBox, careOf.",
    vi: "Địa chỉ người gửi và người nhận thiếu gì: noSender, noReceiver, noAddress, incomplete (dưới ba từ hoặc không có số), poBox, careOf.",
  },
  falsePositiveGuard: {
    en: "Rural addresses and some countries have no house numbers; the register knows firms by their tax code.",
    vi: "Địa chỉ nông thôn và một số nước không có số nhà; doanh nghiệp được nhận biết qua mã số thuế.",
  },
  source: "Incomplete addresses and absent senders of parcels: trade press and WCO News (secondary)",
  missing: "absent",
  whenItemAdded: "unaffected",
  extract: ({ declaration: { parties } }) => {
    const [shipper, receiver] = [shipperOf(parties), receiverOf(parties)];
    return [
      shipper === undefined ? ["noSender"] : addressFaults(shipper.address),
      receiver === undefined ? ["noReceiver"] : addressFaults(receiver.address),
    ].flat();
  },
});
