/**
 * The documented views by name, each with the parts that a file of an artifact can be written for each of. Apart from
 * the registry, so that reading an artifact does not load the views.
 */
export const documentedParts = {
  entities: ["namespace", "type", "enum"],
  schemas: ["namespace"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type DocumentedViewName = keyof typeof documentedParts;

export function isDocumentedView(name: string): name is DocumentedViewName {
  return Object.hasOwn(documentedParts, name);
}
