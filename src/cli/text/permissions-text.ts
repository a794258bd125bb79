import { printable } from "../../diagnostics/format-text.js";
import type { MoreNeeded, SchemeGrant } from "../../permissions/least-privilege.js";
import { schemeTitle } from "../../edm/microsoft-graph.js";
import { counted, paint } from "./style.js";

/** The scopes of each scheme, then the requests that they do not cover. */
export function grantsText(requests: readonly string[], grants: readonly SchemeGrant[], color: boolean): string {
  const blocks = grants.map((grant) =>
    [
      paint("bold", schemeTitle(grant.scheme), color),
      ...grantLines(grant, requests.length).map((line) => `  ${printable(line)}`),
    ].join("\n"),
  );
  return `${[counted(requests.length, "request"), ...blocks].join("\n")}\n`;
}

function grantLines(grant: SchemeGrant, all: number): readonly string[] {
  const { scopes, exact, open, depends, alsoDocumentedBy, notSupported, unknown } = grant;
  if (notSupported.length === all) return ["not supported"];
  if (unknown.length === all) return ["unknown"];
  const width = Math.max(0, ...scopes.map(({ scope }) => scope.length));
  return [
    ...scopes.map((one) => `${one.scope.padEnd(width)}  ${one.for.length === all ? "for all" : one.for.join(", ")}`),
    ...open.map((request) => `not exact: ${request} may need less; its page leaves open what it needs`),
    ...(exact || open.length > 0
      ? []
      : ["not exact: there may be a smaller set; these are too many requests to look at every one"]),
    ...depends.map(({ request, when, ...more }) => `${request}, for ${when}: ${neededText(more)}`),
    ...alsoDocumentedBy.map(
      ({ request, title, link, when, ...more }) =>
        `${request}, as in "${title}"${link === undefined ? "" : ` (${link})`}${when === undefined ? "" : `, for ${when}`}: ${neededText(more)}`,
    ),
    ...notSupported.map((request) => `not supported: ${request}`),
    ...unknown.map((request) => `unknown: ${request}`),
  ];
}

function neededText({ supported, add, exact }: MoreNeeded): string {
  const needs = add.length === 0 ? "nothing more" : `also ${add.join(" and ")}`;
  return supported ? `${needs}${exact ? "" : ", or less"}` : "not supported";
}
