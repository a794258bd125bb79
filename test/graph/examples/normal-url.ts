/** A URL in a form in which URLs of the same meaning are equal. */
import { decoded } from "./path.js";
import { items, option, optionsOf } from "./query.js";

/**
 * Decoded, with options in the order of their names and system options with `$`. A key in parentheses is a segment, the
 * default namespace and empty parentheses of functions are left out, and so are the type of an enumeration's literal
 * and the quotes of a placeholder (OData URL Conventions 4.01 §4.3.6 and §4.5.2, ABNF enumLiteral).
 */
export function normalUrl(url: string): string {
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  const options = mark === -1 ? [] : optionsOf(url.slice(mark + 1));
  const written = options.map(({ name, value }) => `${name}=${normalValue(name, value)}`).sort();
  return [normalPath(path), ...written].join(" ");
}

function normalPath(path: string): string {
  return decoded(path)
    .replace(/\('([^']*)'\)/g, "/$1")
    .replace(/=[\w.]+\.\w+(?=')/g, "=")
    .replace(/\(\)/g, "")
    .replace(/'(\{[^{}']*\})'/g, "$1")
    .replace(/\/microsoft\.graph\.(\w+)(?=\(|$)/g, "/$1")
    .replace(/\/$/, "");
}

function normalValue(name: string, value: string): string {
  if (name === "$expand") return items(value, ",").map(normalItem).join();
  return /^\$(?:select|orderby)$/.test(name) ? items(value, ",").join() : value;
}

/** Options of an expanded item stand in any order, too. */
function normalItem(item: string): string {
  const [, path = item, inner] = /^([^(]*)\((.*)\)$/s.exec(item) ?? [];
  if (inner === undefined) return item;
  const options = items(inner, ";").map((one) => {
    const { name, value } = option(one);
    return `${name}=${normalValue(name, value)}`;
  });
  return `${path}(${options.sort().join(";")})`;
}
