/** The name of a service, from where its metadata is. It is a key of the config file and the name of a folder. */
import { basename, dirname, extname } from "node:path";
import { isUrl } from "../../sources/find-inputs.js";

/** Names of files, folders and path segments that say nothing about the service. */
const GENERAL =
  /^(?:\$?metadata|edmx?|csdl|schemas?|odata|services?|api|v\d+(?:[._]\d+)*|beta|docs?|pages|reference|api-reference|resources|src|www|index|sap|opu|rest)$/i;

/** The name for an input: from the last part of its URL or path that says something, else from the host or `fallback`. */
export function serviceName(input: string, fallback: string): string {
  const parts = isUrl(input) ? partsOfUrl(input) : partsOfPath(input);
  return kebab(parts.find((part) => !GENERAL.test(part) && kebab(part) !== "") ?? fallback) || "service";
}

function partsOfUrl(url: string): readonly string[] {
  const { pathname, hostname } = new URL(url);
  const segments = pathname.split("/").map((segment) => segment.replace(/\(.*\)$|;.*$/g, ""));
  const isAddress = /^[\d.]+$|^\[|^localhost$/.test(hostname);
  const words = segments.filter((segment) => segment !== "").map(withoutExtension);
  return [...words.toReversed(), ...(isAddress ? [] : hostname.split("."))];
}

function partsOfPath(path: string): readonly string[] {
  const parts: string[] = [withoutExtension(basename(path))];
  for (let above = dirname(path); above !== "." && above !== dirname(above); above = dirname(above))
    if (basename(above) !== "..") parts.push(basename(above));
  return parts.filter((part) => !/[*?{]/.test(part));
}

function withoutExtension(name: string): string {
  return /^\.(?:xml|json|edmx|csdl|md|txt)$/i.test(extname(name)) ? name.slice(0, -extname(name).length) : name;
}

/** `TripPinService` is `trip-pin-service`. */
function kebab(text: string): string {
  return text
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, "-")
    .replaceAll(/[^A-Za-z\d]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 40);
}

/** The name, or the first of `name-2`, … that is not taken. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
