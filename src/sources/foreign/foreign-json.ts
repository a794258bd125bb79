import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Foreign } from "./foreign.js";
import { tooDeepAt } from "../../diagnostics/json-depth.js";
import { oneLine } from "./one-line.js";

/** So much of a text is parsed, in UTF-16 code units: what it is stands at its beginning. */
const LONGEST = 4 * 1024 * 1024;

/** Where errors of services have their text: OData 4 and 3, OData 2, OData 3 in its light format, OAuth, gateways. */
const ERROR_TEXTS: readonly (readonly (string | number)[])[] = [
  ["error", "message"],
  ["error", "message", "value"],
  ["odata.error", "message", "value"],
  ["error_description"],
  ["fault", "faultstring"],
  ["errors", 0, "message"],
  ["error"],
];

/** Members of an error without a member for it, one of which is there besides the text: problem details (RFC 9457), ASP.NET, Infor. */
const FLAT_ERROR_TEXTS = ["detail", "message", "Message", "title"];
const FLAT_ERROR_MARKS = ["status", "statusCode", "code", "Code", "ExceptionType", "ExceptionMessage"];

/** Recognizes a text that is a JSON object. Positions are those of the member that shows what it is. */
export function foreignJson(text: string): Foreign | undefined {
  const head = text.slice(0, LONGEST);
  if (tooDeepAt(head) !== undefined) return undefined;
  // Reads what it can of a text that ends in the middle.
  const root = parseTree(head, [], { disallowComments: true });
  if (root?.type !== "object") return undefined;
  return described(root) ?? data(root) ?? error(root);
}

/** A text that describes something else. */
function described(root: Node): Foreign | undefined {
  for (const key of ["openapi", "swagger"]) {
    const version = textAt(root, key);
    if (version !== undefined) return { kind: "openapi", version: oneLine(version.value), offset: version.offset };
  }
  const schema = textAt(root, "$schema");
  if (schema !== undefined && /json-schema/.test(schema.value))
    return { kind: "schema", language: "JSON Schema", offset: schema.offset };
  return undefined;
}

/** A service document or other data of a service. */
function data(root: Node): Foreign | undefined {
  const context = textAt(root, "@odata.context") ?? textAt(root, "@context") ?? textAt(root, "odata.metadata");
  if (context !== undefined && /\$metadata(?:$|#)/.test(context.value)) {
    const kind = context.value.endsWith("$metadata") && isEntitySets(root) ? "serviceDocument" : "payload";
    return { kind, metadata: context.value, offset: context.offset };
  }
  const old = memberOf(root, "d");
  if (old === undefined || old.type === "null") return undefined;
  if (memberOf(old, "EntitySets") !== undefined)
    return { kind: "serviceDocument", metadata: undefined, offset: old.offset };
  const isEntity = [old, findNodeAtLocation(old, ["results", 0]), findNodeAtLocation(old, [0])].some(
    (node) => node !== undefined && memberOf(node, "__metadata") !== undefined,
  );
  return isEntity || memberOf(old, "results") !== undefined
    ? { kind: "payload", metadata: undefined, offset: old.offset }
    : undefined;
}

function isEntitySets(root: Node): boolean {
  const items = memberOf(root, "value")?.children ?? [];
  return items.every((item) => textAt(item, "name") !== undefined && textAt(item, "url") !== undefined);
}

function error(root: Node): Foreign | undefined {
  const found = ERROR_TEXTS.map((path) => textAt(root, ...path)).find((text) => text !== undefined);
  const isFlat = FLAT_ERROR_MARKS.some((key) => memberOf(root, key) !== undefined);
  const flat = isFlat ? FLAT_ERROR_TEXTS.map((key) => textAt(root, key)).find((text) => text !== undefined) : undefined;
  const message = found ?? flat;
  return message && { kind: "error", message: oneLine(message.value), offset: message.offset };
}

function memberOf(node: Node, key: string): Node | undefined {
  return node.type === "object" ? findNodeAtLocation(node, [key]) : undefined;
}

/** The text at a path that is not empty, and its offset. */
function textAt(
  root: Node,
  ...path: readonly (string | number)[]
): { readonly value: string; readonly offset: number } | undefined {
  const node = root.type === "object" ? findNodeAtLocation(root, [...path]) : undefined;
  return typeof node?.value === "string" && /\S/.test(node.value)
    ? { value: node.value, offset: node.offset }
    : undefined;
}
