import type { Random } from "../random.js";
import { sealNumber } from "./boxes.js";
import type { PlannedAmendment, Shipment } from "./shipment.js";

/** Corrections as anybody makes them: one in thirty shipments has one, a few have two. */
export function drawAmendments(shipment: Shipment, random: Random): PlannedAmendment[] {
  if (!random.chance(0.033)) return [];
  const first = drawAmendment(shipment, random);
  return random.chance(0.15) ? [first, drawAmendment(shipment, random)] : [first];
}

function drawAmendment(shipment: Shipment, random: Random): PlannedAmendment {
  const afterHours = random.integer(3, 240);
  const way = random.next();
  if (way < 0.35) {
    const factor = 0.9 + 0.2 * random.next();
    return {
      afterHours,
      fields: ["items[0].customsValue", "invoiceTotal"],
      apply: ({ items: [item] }) => {
        if (item.customsValue !== undefined) item.customsValue = { ...item.customsValue, amount: Math.max(1, Math.round(item.customsValue.amount * factor)) };
      },
    };
  }
  if (way < 0.6) {
    const more = random.integer(1, 4);
    return {
      afterHours,
      fields: ["items[0].packageCount", "packageCount"],
      apply: ({ items: [item] }) => {
        item.packageCount = (item.packageCount ?? 1) + more;
      },
    };
  }
  const [box] = shipment.boxes;
  if (way < 0.72 && box?.seal !== undefined) {
    // the seal was typed wrongly at first; what is corrected is the declaration, not the container
    const typed = sealNumber(random);
    const { seal } = box;
    box.seal = typed;
    return {
      afterHours,
      fields: ["transport.equipment[0].seals"],
      reason: "sai số chì khi khai",
      apply: (changed) => {
        const [first] = changed.boxes;
        if (first !== undefined) first.seal = seal;
      },
    };
  }
  if (way < 0.85) {
    const number = `HD-${String(random.integer(0, 99_999_999)).padStart(8, "0")}`;
    return {
      afterHours,
      fields: ["documents"],
      apply: (changed) => {
        changed.documents = [...changed.documents.filter((document) => document.kind !== "invoice"), { kind: "invoice", number }];
      },
    };
  }
  return {
    afterHours,
    fields: ["items[0].description"],
    apply: ({ items: [item] }) => {
      item.description = `${item.description ?? "Hàng hóa"} (bổ sung mô tả)`;
    },
  };
}
