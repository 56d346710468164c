type Tree = Readonly<Record<string, unknown>>;

/** What a record always has, even where nothing is stated of it. */
const ALWAYS: ReadonlySet<string> = new Set(["parties", "transport"]);

/** A tree of values without the members that are not stated, and without objects that have no member left. */
export function stated(tree: Tree): Tree {
  const members = Object.entries(tree).map(([key, value]): [string, unknown] => [key, keep(value)]);
  return Object.fromEntries(members.filter(([key, value]) => value !== undefined && (ALWAYS.has(key) || !isEmpty(value))));
}

function keep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(keep);
  return typeof value === "object" && value !== null ? stated(value as Tree) : value;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}
