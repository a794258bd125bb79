import type { ConstantKind, Expression, PathKind } from "../../edm/annotations.js";
import type { At } from "../../diagnostics/position.js";
import { checkConstant } from "../constants.js";
import { resolvePath } from "../qualified-names.js";
import type { Reading } from "../reading.js";
import { CONSTANTS, PATHS } from "./grammar.js";
import type { XmlAttribute } from "./tree/xml-element.js";

const constantKinds: ReadonlySet<string> = new Set(CONSTANTS);
const pathKinds: ReadonlySet<string> = new Set(PATHS);

/** An expression in attribute notation: a constant, a path or a URL (CSDL 4.01 §14.3, §14.4.1, §14.4.13). */
export function readAttributeExpression(candidate: XmlAttribute, reading: Reading): Expression | undefined {
  const { name, value, namespace } = candidate;
  if (namespace !== "") return undefined;
  if (name === "UrlRef") return { kind: "UrlRef", value: { kind: "Constant", type: "String", value } };
  return readText(name, value, () => candidate.at, reading);
}

/** A constant or a path, as `kind`, the name of its element or attribute, has it; undefined for other names. */
export function readText(kind: string, value: string, at: () => At, reading: Reading): Expression | undefined {
  if (pathKinds.has(kind)) return { kind: "Path", type: kind as PathKind, path: resolvePath(value, reading) };
  if (!constantKinds.has(kind)) return undefined;
  const type = kind as ConstantKind;
  checkConstant(type, value, at, reading);
  return { kind: "Constant", type, value: type === "EnumMember" ? resolvePath(value, reading) : value };
}
