// What the site calls things: a guide by its first heading, an entry point by the name that is imported.
import { readFileSync } from "node:fs";
import { Converter, ReflectionKind } from "typedoc";

const ENTRY = /^(?:index|(.+?)(?:\/index)?)$/;

/** @param {import("typedoc").Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const source = document.project.files.getReflectionPath(document);
    const heading = source === undefined ? undefined : /^# (.+)$/m.exec(readFileSync(source, "utf8"));
    if (heading) document.name = heading[1];
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
      const path = ENTRY.exec(module.name)?.[1];
      module.name = path === undefined ? "consignment-risk" : `consignment-risk/${path.split("/").at(-1)}`;
    }
  });
}
