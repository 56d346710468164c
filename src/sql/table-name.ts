import type { Dialect } from "./dialect.js";

const PLAIN_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** Whether a table can be named so: one to three plain names joined by dots, such as `customs.facts_header`. */
export function isTableName(name: string): boolean {
  const parts = name.split(".");
  return parts.length <= 3 && parts.every((part) => PLAIN_NAME.test(part));
}

/**
 * A table's name as a dialect writes it.
 * @throws {RangeError} if it is not one to three plain names joined by dots
 */
export function tableName(name: string, dialect: Dialect): string {
  if (!isTableName(name))
    throw new RangeError(`the table name \`${name.slice(0, 100)}\` is not one to three names of letters, digits and \`_\` joined by dots`);
  return name
    .split(".")
    .map((part) => dialect.quoteName(part))
    .join(".");
}
