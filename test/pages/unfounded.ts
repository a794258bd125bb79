import { offsetOf } from "../../src/diagnostics/position.js";
import type { PageDocument } from "../../src/edm/document.js";
import type { Declared, TypeName, TypeRef } from "../../src/edm/elements.js";
import type { Request } from "../../src/edm/requests.js";

/** The facts of a document that do not stand at their place in the text. */
export function unfounded({ types, requests }: PageDocument, text: string): readonly string[] {
  const faults: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) faults.push(what);
  };
  const checkRow = ({
    name,
    type,
    ...declared
  }: Declared & { readonly name: string; readonly type?: TypeRef<TypeName> }) => {
    const row = rowAt(text, offsetOf(declared.at));
    check(row.includes(name), `${name} does not stand in ${JSON.stringify(row)}`);
    const named = type === undefined || declared.by === "example" ? "" : shortOf(type.type);
    check(named === "" || row.includes(named), `the type ${named} does not stand in ${JSON.stringify(row)}`);
  };
  for (const type of types) {
    // A title names a type, and so does the metadata in a comment.
    const stands = [text, withoutMarks(text)].some((shown) => shown.replace(MARKS, "").includes(shortOf(type.name)));
    check(stands, `the type ${shortOf(type.name)} stands nowhere`);
    if (type.kind === "EnumType") type.members.forEach(checkRow);
    else [...type.properties, ...type.navigationProperties].forEach(checkRow);
  }
  for (const request of requests) {
    request.parameters?.forEach(checkRow);
    for (const fault of unfoundedIn(request, text)) check(false, fault);
  }
  return faults;
}

function unfoundedIn({ at, method, template, permissions }: Request<TypeName>, text: string): readonly string[] {
  const line = lineAt(text, offsetOf(at));
  const words = [method, ...template.split(/[/{}<>()=,]/)].filter((word) => !line.includes(word));
  const scopes = (permissions ?? []).flatMap((permission) => {
    const below = withoutMarks(text.slice(offsetOf(permission.at)));
    return permission.alternatives.flat().filter((scope) => !below.includes(scope));
  });
  return [...words, ...scopes].map((word) => `${word} does not stand in the request ${method} ${template}`);
}

/** The model's own name of a type; the EDM's are written in many ways. */
function shortOf(type: TypeName): string {
  if (typeof type !== "string") return type.short;
  return type.startsWith("Edm.") ? "" : type.slice(type.lastIndexOf(".") + 1);
}

function lineAt(text: string, offset: number): string {
  return text.slice(offset).split("\n", 1)[0] ?? "";
}

/** A row goes on in lines that start no other row (a cell of several lines); marks may divide a name. */
function rowAt(text: string, offset: number): string {
  return withoutMarks(text.slice(offset, offset + 20_000).split(/\n(?=\s*(?:\||\n|$))/, 1)[0] ?? "");
}

const MARKS = /\*\*|[`\\]|(?<=\w)\*(?=\w)/g;

function withoutMarks(text: string): string {
  return text
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/\[([^[\]\n]*)\](?:\([^()\s]*\)|\[[^[\]\n]*\])/g, "$1")
    .replace(MARKS, "");
}
