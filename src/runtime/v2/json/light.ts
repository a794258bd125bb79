import { isJsonObject, type Member } from "./tables.js";

/** What a client of OData 3.0 has beside one of 2.0: light JSON. */
export interface LightJson {
  /** The result in a body of this form as verbose JSON has it; empty for a body of another form. */
  readonly read: (body: unknown) => readonly [result?: unknown];
  /** What an object has beside its properties. */
  readonly metadata: (type: string | undefined, uri: unknown) => readonly Member[];
  /** The media type of JSON, of this form or verbose. */
  readonly mediaType: (isLight: boolean) => string;
}

/** Light JSON (OData 3.0 JSON Light), which generated clients of OData 3.0 refer to. */
export const lightJson: LightJson = {
  read: (body) => {
    if (!isJsonObject(body)) return [];
    const { "odata.metadata": context, value } = body;
    // Without control information, only collections are told from other values.
    if (!Array.isArray(value) && !Object.keys(body).some((name) => name.startsWith("odata."))) return [];
    if (body["odata.null"] === true) return [null];
    const names = Object.keys(body).filter((name) => !name.startsWith("odata."));
    const isWrapper = names.join() === "value" && !String(context).endsWith("@Element");
    if (!isWrapper) return [annotated(body)];
    if (!Array.isArray(value)) return [annotated(value)];
    const { "odata.count": count, "odata.nextLink": next, "odata.deltaLink": delta } = body;
    return [{ results: annotated(value), __count: count, __next: next, __delta: delta }];
  },
  metadata: (type, uri) => [
    ["odata.type", type],
    ["odata.id", uri],
  ],
  mediaType: (isLight) => `application/json;odata=${isLight ? "minimalmetadata" : "verbose"}`,
};

/** A value with the names of annotations of OData 4.0, at any depth, without links to what is not expanded. */
function annotated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(annotated);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).filter(
    ([name]) => name !== "odata.metadata" && !/@odata\.\w+LinkUrl$/.test(name),
  );
  return Object.fromEntries(
    members.map(([name, member]) => [name.startsWith("odata.") ? `@${name}` : name, annotated(member)]),
  );
}
