import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The path of a file that comes with the package, wherever in the package this code stands. */
export function packageFile(path: string): string {
  let folder = new URL(".", import.meta.url);
  while (!existsSync(new URL("package.json", folder)) && folder.pathname !== "/") folder = new URL("..", folder);
  return fileURLToPath(new URL(path, folder));
}
