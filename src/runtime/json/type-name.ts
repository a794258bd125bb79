interface Typed {
  readonly "@odata.type"?: unknown;
  readonly "@type"?: unknown;
}

/**
 * The qualified type name in `@odata.type` or `@type`; undefined when the object has neither. `#ns.type`, `ns.type` and
 * `https://host/$metadata#ns.type` all give `ns.type` (OData JSON Format 4.01 §4.6.3).
 */
export function typeName(value: object): string | undefined {
  const { "@odata.type": long, "@type": short }: Typed = value;
  const name = long ?? short;
  return typeof name === "string" ? name.slice(name.lastIndexOf("#") + 1) : undefined;
}

/** The name that a value gives its type by. */
export function typeKey(value: object): "@odata.type" | "@type" {
  const { "@odata.type": long, "@type": short }: Typed = value;
  return (long ?? short ?? long) === long ? "@odata.type" : "@type";
}

/** Whether the `@odata.type` of a value is this type. False for values of a derived type. */
export function hasType(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && typeName(value) === name;
}
