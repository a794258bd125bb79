/** Writes the query options of a URL as the object that the generated client takes. */
import { decoded } from "./path.js";

export interface Option {
  /** `$select` in lower case for system query options, with or without `$` in the URL; else as it is written. */
  readonly name: string;
  readonly value: string;
}

const systemOptions = new Set(["select", "expand", "filter", "orderby", "top", "skip", "search", "count", "levels"]);

export function optionsOf(query: string): readonly Option[] {
  return query
    .split(/&(?=[\w$@]+=)/)
    .filter((part) => part !== "")
    .map((part) => option(part));
}

export function option(part: string): Option {
  const equals = part.indexOf("=");
  const written = decoded(part.slice(0, equals));
  const name = written.replace(/^\$/, "").toLowerCase();
  const value = decoded(part.slice(equals + 1).replaceAll("+", " ")).trim();
  return { name: systemOptions.has(name) ? `$${name}` : written, value };
}

/** The members of the query object: `select: ["id"]`. */
export function members(options: readonly Option[]): readonly string[] {
  const system = options.filter(({ name }) => systemOptions.has(name.slice(1)) && name.startsWith("$"));
  const custom = options.filter((one) => !system.includes(one));
  const rest = custom.map(({ name, value }) => `${text(name)}: ${text(value)}`).join(", ");
  return [...system.map(member), ...(rest === "" ? [] : [`custom: { ${rest} }`])];
}

function member({ name, value }: Option): string {
  return `${name.slice(1)}: ${valueOf(name, value)}`;
}

function valueOf(name: string, value: string): string {
  switch (name) {
    case "$select":
      return `[${items(value, ",").map(text).join(", ")}]`;
    case "$orderby":
      return items(value, ",").length === 1 ? text(value) : `[${items(value, ",").map(text).join(", ")}]`;
    case "$expand":
      return `{ ${items(value, ",").map(expandItem).join(", ")} }`;
    case "$top":
    case "$skip":
    case "$count":
    case "$levels":
      return /^(?:\d+|true|false)$/.test(value) ? value : text(value);
    default:
      return text(value);
  }
}

/** `manager`, `manager($select=id;$levels=2)`, `manager/microsoft.graph.user` */
function expandItem(item: string): string {
  const [, path = item, inner = ""] = /^([^(]*)(?:\((.*)\))?$/s.exec(item) ?? [];
  const cast = /^(\w+)\/(\w+(?:\.\w+)+)$/.exec(path);
  const options = items(inner, ";").map(option);
  const all = [...(cast ? [`as: ${text(cast[2] ?? "")}`] : []), ...members(options)];
  return `${text(cast?.[1] ?? path)}: ${all.length === 0 ? "true" : `{ ${all.join(", ")} }`}`;
}

/** Splits where no parenthesis and no quote is open. */
export function items(list: string, separator: "," | ";"): readonly string[] {
  const found: string[] = [];
  let open = 0;
  let quoted = false;
  let item = "";
  for (const sign of list) {
    if (sign === "'") quoted = !quoted;
    else if (!quoted) open += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (sign === separator && open === 0 && !quoted) {
      found.push(item.trim());
      item = "";
    } else item += sign;
  }
  return [...found, item.trim()].filter((one) => one !== "");
}

/** A string literal. */
export function text(value: string): string {
  return JSON.stringify(value);
}
