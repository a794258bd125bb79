import type { ts } from "ts-morph";
import type { ViewTypes } from "./views-program.js";

/** The view that a part of a template prints, and what is known of it there. */
export interface Scope {
  readonly type: ts.Type;
  /** Paths that are not null, since a block around checks them: `doc`, `doc.lines`. */
  readonly present: ReadonlySet<string>;
  /** The view around it, `../`. */
  readonly outer: Scope | undefined;
  /** Whether it is an item of a list. */
  readonly isItem: boolean;
}

export function rootScope(type: ts.Type): Scope {
  return { type, present: new Set(), outer: undefined, isItem: false };
}

/** The scope of an item of a list, or of `{{#with}}`. */
export function innerScope(type: ts.Type, outer: Scope, isItem: boolean): Scope {
  return { type, present: new Set(), outer, isItem };
}

/** The same view where a path of it is not null. */
export function scopeWith(expression: hbs.AST.Expression, scope: Scope): Scope {
  if (!isPath(expression) || expression.data) return scope;
  const { depth, parts } = expression;
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join("."));
  return present(scope, depth, prefixes);
}

function present(scope: Scope, depth: number, paths: readonly string[]): Scope {
  if (depth === 0) return { ...scope, present: new Set([...scope.present, ...paths]) };
  return scope.outer === undefined ? scope : { ...scope, outer: present(scope.outer, depth - 1, paths) };
}

export function isPath(expression: hbs.AST.Expression): expression is hbs.AST.PathExpression {
  return expression.type === "PathExpression";
}

export type Resolved =
  | {
      readonly state: "found";
      readonly type: ts.Type;
      /** The first part of the path that can be null here. */
      readonly absent: string | undefined;
    }
  | { readonly state: "unknown"; readonly view: ts.Type; readonly part: string }
  | { readonly state: "invalid" };

/** Follows a path from the view of a scope. */
export function resolvePath(expression: hbs.AST.Expression, scope: Scope, types: ViewTypes): Resolved {
  if (!isPath(expression) || expression.data) return { state: "invalid" };
  let view: Scope | undefined = scope;
  for (let depth = expression.depth; depth > 0; depth--) view = view?.outer;
  if (view === undefined) return { state: "invalid" };
  return follow(expression, view, types);
}

function follow(
  { parts, depth }: hbs.AST.PathExpression,
  { type: view, present }: Scope,
  { checker, ts: { TypeFlags } }: ViewTypes,
): Resolved {
  let type = view;
  let absent: string | undefined;
  for (const [index, part] of parts.entries()) {
    const property = checker.getNonNullableType(type).getProperty(part);
    const found = property && checker.getTypeOfSymbol(property);
    if (found === undefined || found.getCallSignatures().length > 0 || (found.flags & TypeFlags.Any) !== 0)
      return { state: "unknown", view: checker.getNonNullableType(type), part };
    const path = parts.slice(0, index + 1).join(".");
    if (!present.has(path) && checker.getNonNullableType(found) !== found) absent ??= `${"../".repeat(depth)}${path}`;
    type = found;
  }
  return { state: "found", type: checker.getNonNullableType(type), absent };
}
