import type { XmlFormat } from "../xml/xml-format.js";

/**
 * Entry summary declarations (IE315) and their amendments (IE313) of the Import Control System: elements `CC315A` and `CC313A`, under whatever
 * namespace and in whatever envelope; other letters stand for later versions.
 */
export const ensFormat: XmlFormat = {
  isMessage: ({ name }) => /^CC31[35][A-Z]$/.test(name),
  isIdle: ({ name }) => name === "Header",
  expected: "a CC315A or CC313A",
};
