import { printable } from "../../diagnostics/format-text.js";
import type { SchemeGrant } from "../../permissions/least-privilege.js";
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

function grantLines({ scopes, exact, depends, notSupported, unknown }: SchemeGrant, all: number): readonly string[] {
  if (notSupported.length === all) return ["not supported"];
  if (unknown.length === all) return ["unknown"];
  const width = Math.max(0, ...scopes.map(({ scope }) => scope.length));
  return [
    ...scopes.map((one) => `${one.scope.padEnd(width)}  ${one.for.length === all ? "for all" : one.for.join(", ")}`),
    ...(exact ? [] : ["there may be a smaller set: these are too many requests to look at every one"]),
    ...depends.map(({ request, when, supported, add }) => {
      const needs = supported ? (add === undefined ? "nothing more" : `also ${add}`) : "not supported";
      return `${request}, for ${when}: ${needs}`;
    }),
    ...notSupported.map((request) => `not supported: ${request}`),
    ...unknown.map((request) => `unknown: ${request}`),
  ];
}
