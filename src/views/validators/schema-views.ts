/** The forms of schemas in `validators.ts`. Each `partial` is the name of the template that prints it. */
import { code, type Code } from "../../code/code.js";
import { fitsLine } from "../../code/lines.js";
import type { CheckScope } from "./value-checks.js";

export interface SchemaConstantView {
  readonly partial: "schema-line" | "schema-call-below" | "schema-type-below" | "schema-lines";
  readonly name: Code;
  /** `Shape`, or `Schema` where the values are no objects. */
  readonly generic: Code;
  readonly type: Code;
  readonly kind: Code;
  /** The check, or the members of the enumeration. */
  readonly checked: Code;
}

/** A local function that makes schemas of one kind. */
export interface SchemaKindView {
  readonly kind: Code;
  readonly generic: Code;
  /** The type of what a schema of this kind checks by. */
  readonly checked: Code;
}

const OF_OBJECTS = { generic: code`Shape`, checked: code`v.Check` };
const OF_MEMBERS = { generic: code`Schema`, checked: code`readonly string[]` };

/** The runtime makes a schema of each kind by the function `readSchema`, `createSchema` and so on. */
export const kinds: readonly SchemaKindView[] = [
  { kind: code`read`, ...OF_OBJECTS },
  { kind: code`wire`, ...OF_OBJECTS },
  { kind: code`wire3`, ...OF_OBJECTS },
  { kind: code`create`, ...OF_OBJECTS },
  { kind: code`update`, ...OF_OBJECTS },
  { kind: code`member`, ...OF_MEMBERS },
  { kind: code`flags`, ...OF_MEMBERS },
];

type SchemaParts = Omit<SchemaConstantView, "partial" | "generic">;

export function schemaView(parts: SchemaParts): SchemaConstantView {
  const { name, type, kind, checked } = parts;
  const schema = { ...parts, generic: genericOf(kind) };
  const start = code`export const ${name}: v.${schema.generic}<${type}> =`;
  const call = code`/* @__PURE__ */ ${kind}(() => ${checked});`;
  if (fitsLine(`${start} ${call}`)) return { partial: "schema-line", ...schema };
  if (fitsLine(start) && fitsLine(`  ${call}`)) return { partial: "schema-call-below", ...schema };
  return { partial: fitsLine(`> = ${call}`) ? "schema-type-below" : "schema-lines", ...schema };
}

function genericOf(kind: Code): Code {
  return kinds.find((one) => one.kind === kind)?.generic ?? OF_OBJECTS.generic;
}

/** The schema of what apps see; of OData 2.0 and 3.0 that of the payload beside it, which runs the same checks. */
export function bothForms(
  parts: Omit<SchemaParts, "kind">,
  wire: Code,
  wireName: () => Code,
  { context: { model } }: CheckScope,
): readonly SchemaConstantView[] {
  const read = schemaView({ ...parts, kind: code`read` });
  if (model.protocol === "4.0") return [read];
  const kind = model.protocol === "3.0" ? code`wire3` : code`wire`;
  return [read, schemaView({ ...parts, name: wireName(), type: code`v.${wire}<${parts.type}>`, kind })];
}

/** The type that makes the payload of a page of it. */
export function wirePage({ context: { model } }: CheckScope): Code {
  return model.protocol === "3.0" ? code`WirePage3` : code`WirePage`;
}
