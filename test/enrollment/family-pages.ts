/** What the Intune pages say, read by regular expressions: a second opinion, which shares nothing with the reader. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { corpus } from "../support/corpus.js";

const folder = join(corpus, "docs/api-reference/beta");

/** The paths of the pages of two families on the service, and their texts. */
export function familyPages(): Readonly<Record<string, string>> {
  const paths = ["api", "resources"].flatMap((kind) =>
    readdirSync(join(folder, kind))
      .filter((file) => /^intune-(enrollment|shared)-.*\.md$/.test(file))
      .toSorted()
      .map((file) => join(folder, kind, file)),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
}

export interface PageType {
  readonly name: string;
  readonly page: string;
}

/** The types that resource pages describe, by the comment before their JSON. */
export function resourceTypes(pages: Readonly<Record<string, string>>): readonly PageType[] {
  return Object.entries(pages).flatMap(([page, text]) => {
    const [, name] = /"blockType": "resource"[^}]*?"@odata\.type": "(microsoft\.graph\.\w+)"/.exec(text) ?? [];
    return /^# \w+ resource type/m.test(text) && name !== undefined ? [{ name, page }] : [];
  });
}

/** The enums that enum pages describe, and the first cells of their tables. */
export function enumTypes(
  pages: Readonly<Record<string, string>>,
): readonly (PageType & { readonly members: readonly string[] })[] {
  return Object.entries(pages).flatMap(([page, text]) => {
    const [, name] = /^# (\w+) enum type/m.exec(text) ?? [];
    const rows = text.slice(text.indexOf("## Members")).matchAll(/^\|(\w+)\|/gm);
    return name === undefined ? [] : [{ name, page, members: [...rows].map(([, cell]) => cell ?? "").slice(1) }];
  });
}

export interface RequestLine {
  readonly page: string;
  readonly method: string;
  readonly segments: readonly string[];
  /** The action or function that the page is about. */
  readonly operation: string | undefined;
}

/** The lines below "HTTP Request". */
export function requestLines(pages: Readonly<Record<string, string>>): readonly RequestLine[] {
  return Object.entries(pages).flatMap(([page, text]) => {
    const section = /^## HTTP Request$(.*?)^## /ims.exec(text)?.[1] ?? "";
    const [, operation] = /^# (\w+) (?:action|function)$/m.exec(text) ?? [];
    return [...section.matchAll(/^(GET|POST|PATCH|PUT|DELETE) \/(\S+)/gm)].map(([, method = "", path = ""]) => ({
      page,
      method,
      segments: path.split("/"),
      operation,
    }));
  });
}

export interface ShownBody {
  readonly page: string;
  readonly side: "request" | "response";
  readonly method: string;
  readonly operation: string | undefined;
  readonly value: Readonly<Record<string, unknown>>;
}

/** The bodies of the examples that are JSON. */
export function shownBodies(pages: Readonly<Record<string, string>>): readonly ShownBody[] {
  return Object.entries(pages).flatMap(([page, text]) => {
    const [, operation] = /^# (\w+) (?:action|function)$/m.exec(text) ?? [];
    let method = "";
    return [...text.matchAll(/^``` ?http\n(?:(GET|POST|PATCH|PUT|DELETE) https:|HTTP\/)([\s\S]*?)^```$/gm)].flatMap(
      ([, sent, rest = ""]): readonly ShownBody[] => {
        method = sent ?? method;
        const [json] = /^\{$[\s\S]*^\}$/m.exec(rest) ?? [];
        const value = json === undefined ? undefined : parsed(json);
        return value === undefined
          ? []
          : [{ page, side: sent === undefined ? "response" : "request", method, operation, value }];
      },
    );
  });
}

function parsed(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(json) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
}
