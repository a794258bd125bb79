import type { helpers } from "./helpers.js";

/** A template that was read, as plain data: so the bundle keeps it. */
export type Template = readonly Part[];

/** Templates by name. */
export type Templates = ReadonlyMap<string, Template>;

export type HelperName = keyof typeof helpers;

/** What leads from a view to a value: the names of members, none for the view itself. */
export type Path = readonly string[];

/** The little that a template may say: it prints, and decides nothing. */
export type Part =
  /** Text as it stands. */
  | string
  /** `{{path}}`, which is code, or `{{helper path}}`. */
  | { readonly kind: "value"; readonly path: Path; readonly helper?: HelperName; readonly line: number }
  /** `{{#if}}` and `{{#unless}}`; "last" is `@last`, of the innermost list. */
  | { readonly kind: "if"; readonly path: Path | "last"; readonly yes: Template; readonly no: Template }
  | { readonly kind: "each"; readonly path: Path; readonly item: Template; readonly none: Template }
  /** `{{> name}}`, or `{{> (lookup path "member")}}`, of the view that `path` leads to. */
  | {
      readonly kind: "partial";
      readonly name: string | { readonly path: Path; readonly member: string };
      readonly path: Path;
      readonly indent: string;
    };
