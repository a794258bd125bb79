/**
 * The name in `@odata.type`, without what stands before it: `#ns.type`, `ns.type` and
 * `https://host/$metadata#ns.type` are the same type (OData JSON Format 4.01 §4.6.3).
 */
export function typeName(value: object): string | undefined {
  const name: unknown = "@odata.type" in value ? value["@odata.type"] : "@type" in value ? value["@type"] : undefined;
  return typeof name === "string" ? name.slice(name.lastIndexOf("#") + 1) : undefined;
}

/** Whether the value says that it is of this type. A value of a type derived from it says another name. */
export function hasType(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && typeName(value) === name;
}
