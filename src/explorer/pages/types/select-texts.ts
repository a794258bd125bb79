/** `$select=id,name`, and `select: ["id", "name"]` of the client. */
export function selectTexts(names: readonly string[]): readonly string[] {
  const quoted = names.map((name) => JSON.stringify(name));
  return names.length === 0 ? [] : [`$select=${names.join(",")}`, `select: [${quoted.join(", ")}]`];
}
