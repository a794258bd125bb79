/** The files `mock.ts` and `mock-service.ts`. */
import { isStructured } from "../../edm/model.js";
import { mappedImport } from "../mapping/mapped-view.js";
import { entryImports } from "../modules/imports.js";
import { readType } from "../types/type-expression.js";
import { brokenText } from "../../code/broken-text.js";
import { mentions, type Code } from "../../code/code.js";
import type { BannerView } from "../modules/banner.js";
import { importPath, runtimePath, type ImportView } from "../modules/paths.js";
import type { ViewContext } from "../view-context.js";
import { mockService } from "./mock-service.js";

export const MOCK_FILE = "mock.ts";
export const MOCK_SERVICE_FILE = "mock-service.ts";

export interface MockView {
  readonly banner: BannerView;
  /** The sets and singletons with the types of their entities. */
  readonly children: readonly MockChildView[];
  readonly types: string | null;
  readonly edm: string | null;
  readonly imports: readonly ImportView[];
  readonly runtime: string;
  readonly service: string;
  readonly validators: string;
  readonly client: string;
}

export interface MockChildView {
  readonly name: string;
  readonly type: Code;
  readonly list: boolean;
}

export interface MockServiceView {
  readonly banner: BannerView;
  readonly runtime: string;
  /** The table as JSON, in parts that fit a line. */
  readonly parts: readonly Code[];
}

export function mockView(context: ViewContext): MockView {
  const { banner, options } = context;
  const path = (file: string): string => importPath(MOCK_FILE, file, options);
  const children = childViews(context);
  const codes = children.map(({ type }) => type);
  return {
    banner,
    children,
    types: mentions(codes, "types") ? path("types.ts") : null,
    edm: mentions(codes, "edm") ? runtimePath(MOCK_FILE, "edm", context) : null,
    imports: mappedImport(MOCK_FILE, codes, context),
    runtime: runtimePath(MOCK_FILE, "mock", context),
    service: path(MOCK_SERVICE_FILE),
    validators: path("validators.ts"),
    client: path("client.ts"),
  };
}

export function mockServiceView(context: ViewContext): MockServiceView {
  return {
    banner: context.banner,
    runtime: runtimePath(MOCK_SERVICE_FILE, "mock", context),
    parts: brokenText(JSON.stringify(mockService(context)), "  "),
  };
}

/** Those whose types have properties in the output. */
function childViews(context: ViewContext): readonly MockChildView[] {
  const { model, selection } = context;
  const scope = { context, imports: entryImports };
  return (selection.paths.container?.children ?? []).flatMap((child) => {
    if (child.kind !== "EntitySet" && child.kind !== "Singleton") return [];
    const name = child.kind === "EntitySet" ? child.entityType : child.type;
    const type = model.type(name);
    if (type === undefined || !isStructured(type)) return [];
    const code = readType({ type: name, collection: false }, scope);
    return [{ name: child.name, type: code, list: child.kind === "EntitySet" }];
  });
}
