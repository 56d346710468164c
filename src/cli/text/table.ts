/** Rows under a head, each as long as it, as lines of equal columns: the first to the left, the others to the right unless their head begins with `<`. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const names = head.map((name) => name.replace(/^</, ""));
  const widths = names.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] as string).length)));
  const isLeft = (column: number): boolean => column === 0 || (head[column] as string).startsWith("<");
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (isLeft(column) ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number)))
      .join("  ")
      .trimEnd();
  return [line(names), ...rows.map(line)];
}
