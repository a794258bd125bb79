/** `$select=id,name` */
export function selectQuery(names: readonly string[]): string {
  return `$select=${names.join(",")}`;
}

/** `select: ["id", "name"]` of the client. */
export function selectOption(names: readonly string[]): string {
  return `select: [${names.map((name) => JSON.stringify(name)).join(", ")}]`;
}
