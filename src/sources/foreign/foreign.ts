/** What a text is that is not metadata, and the offset of what shows it. */
export type Foreign = { readonly offset: number } & (
  | { readonly kind: "html"; readonly title: string | undefined; readonly isLogin: boolean }
  /** The error of a service, in JSON or XML. */
  | { readonly kind: "error"; readonly message: string }
  /** The list of entity sets (OData JSON 4.01 §5). `metadata`: the URL of the metadata, as the text refers to it. */
  | { readonly kind: "serviceDocument"; readonly metadata: string | undefined }
  /** Data of the service in JSON. */
  | { readonly kind: "payload"; readonly metadata: string | undefined }
  /** Data of this service or another one in XML. */
  | { readonly kind: "feed"; readonly format: "Atom" | "RSS" }
  | { readonly kind: "openapi"; readonly version: string }
  | { readonly kind: "schema"; readonly language: "JSON Schema" | "XML Schema" }
  | { readonly kind: "wsdl" }
);

/** A foreign text in a few words, for messages. */
export function foreignName(foreign: Foreign): string {
  switch (foreign.kind) {
    case "html":
      return foreign.title === undefined ? "an HTML page" : `the HTML page "${foreign.title}"`;
    case "error":
      return `an error, "${foreign.message}"`;
    case "serviceDocument":
      return "a service document";
    case "payload":
      return "data of a service";
    case "feed":
      return `a feed of entries (${foreign.format})`;
    case "openapi":
      return `an OpenAPI document (${foreign.version})`;
    case "schema":
      return `a schema (${foreign.language})`;
    case "wsdl":
      return "a WSDL document";
  }
}
