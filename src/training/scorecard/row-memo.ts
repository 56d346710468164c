import type { AnyIndicator } from "../../indicators/indicator.js";
import type { Declaration } from "../../model/declaration.js";
import type { GoodsItem } from "../../model/goods-item.js";

/** Remembers which rows state the same in all fields that some indicators say they read, so that these are computed once. */
export interface RowMemo {
  /** The first row like this one; `undefined` where this is the first itself, or where the fields do not tell rows apart. */
  readonly firstLike: (declaration: Declaration, item: GoodsItem, row: number) => number | undefined;
}

const ITEM_FIELD = "items[].";

/** An empty memo over the fields that the indicators say they read. */
export function createRowMemo(indicators: readonly AnyIndicator[]): RowMemo {
  const paths = [...new Set(indicators.flatMap(({ reads }) => reads))];
  const ofItem = paths.filter((path) => path.startsWith(ITEM_FIELD)).map((path) => fieldAt(path.slice(ITEM_FIELD.length)));
  const ofHeader = paths.filter((path) => !path.startsWith(ITEM_FIELD)).map(fieldAt);
  const rows = new Map<string, number>();
  return {
    firstLike(declaration, item, row) {
      // what is not stated is `null` there, which no field can be
      const values: unknown[] = [];
      for (const field of ofItem) values.push(field(item));
      for (const field of ofHeader) values.push(field(declaration));
      const key = JSON.stringify(values);
      const first = rows.get(key);
      if (first === undefined) rows.set(key, row);
      return first;
    },
  };
}

/** What stands at a path, or the whole list where the path goes on into one. */
function fieldAt(path: string): (document: object) => unknown {
  const [direct = ""] = path.split("[]");
  const steps = direct.split(".");
  return (document) => {
    let value: unknown = document;
    for (const step of steps) value = (value as Record<string, unknown> | undefined)?.[step];
    return value;
  };
}
