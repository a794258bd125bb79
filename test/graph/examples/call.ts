/** Writes a resolved path and its query options as a call of the generated client. */
import type { Step, ResolvedPath } from "./path.js";
import { members, text, type Option } from "./query.js";

/** The names in code of a segment of the URL. */
export type SegmentNames = (wire: string) => string;

type Form = "get" | "$count" | "$value" | "$ref" | "references" | "stream";

/** How the last step is written: the node before it and the query object, both as code. */
const forms: Readonly<Record<Form, (node: string, query: string) => string>> = {
  get: (node, query) => `${node}.get(${query})`,
  $count: (node, query) => `${node}.$count(${query})`,
  $value: contentOf,
  stream: contentOf,
  $ref: (node, query) => `odata.ref(${node}).get(${query})`,
  references: (node, query) => `odata.ref(${node}).list(${query})`,
};

function contentOf(node: string, query: string): string {
  return `odata.content(${node}).get(${query === "" ? "" : `"stream", ${query}`})`;
}

export function callOf(path: ResolvedPath, options: readonly Option[], nameOf: SegmentNames): string {
  const form = formOf(path);
  const steps = /^(?:\$|references)/.test(form) ? path.steps.slice(0, -1) : path.steps;
  return forms[form](`client${steps.map((step) => access(step, nameOf)).join("")}`, queryOf(options));
}

function formOf({ steps, result }: ResolvedPath): Form {
  const kind = steps.at(-1)?.kind;
  if (kind === "$ref") return result.collection ? "references" : "$ref";
  if (kind === "$count" || kind === "$value") return kind;
  return result.type === "Edm.Stream" ? "stream" : "get";
}

function queryOf(options: readonly Option[]): string {
  const given = members(options);
  return given.length === 0 ? "" : `{ ${given.join(", ")} }`;
}

function access(step: Step, nameOf: SegmentNames): string {
  switch (step.kind) {
    case "member":
      return property(nameOf(step.member.name));
    case "cast":
      return `.as(${text(step.type)})`;
    case "key":
      return `.byId(${typeof step.key === "string" ? text(step.key) : JSON.stringify(step.key)})`;
    case "call": {
      const parameters = [...step.parameters].map(([name, value]) => `${text(name)}: ${literal(value)}`);
      const { name } = step.function;
      const wire = name.replace(/^microsoft\.graph\.(?=\w+$)/, "");
      return `${property(nameOf(wire))}(${parameters.length === 0 ? "" : `{ ${parameters.join(", ")} }`})`;
    }
    default:
      return property(step.kind);
  }
}

function property(name: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) ? `.${name}` : `[${text(name)}]`;
}

/** A parameter value: a placeholder such as `{text}` stands for a string. */
function literal(value: string): string {
  // The literal of an enumeration is qualified: `namespace.type'member'`.
  const [, quoted] = /^(?:[\w.]+\.\w+)?'(.*)'$/s.exec(value) ?? [];
  if (quoted !== undefined) return text(quoted.replaceAll("''", "'"));
  return /^(?:-?\d+(?:\.\d+)?|true|false|null)$/.test(value) ? value : text(value);
}
