import { bundles } from "./bundles.mjs";
import { editor } from "./editor.mjs";
import { explorer } from "./explorer.mjs";
import { growth } from "./growth.mjs";
import { hostileValues } from "./hostile-values.mjs";
import { mocks } from "./mock.mjs";
import { oldProtocol } from "./old-protocol.mjs";
import { referencePages } from "./pages.mjs";
import { peers } from "./peers.mjs";
import { startUp } from "./start-up.mjs";
import { typeChecking } from "./type-checking.mjs";
import { validation } from "./validation.mjs";
import { watching } from "./watch.mjs";
import { coldGraph, unchangedGraph } from "./whole-graph.mjs";

/**
 * What is measured, by the letter that selects it. A part gets the built tool, the schema and a folder to work in.
 *
 * @type {Readonly<Record<string, (context: { tool: string, schema: string, folder: string }) =>
 *   import("../report/page.mjs").Section | Promise<import("../report/page.mjs").Section>>>}
 */
export const parts = {
  a: coldGraph,
  b: unchangedGraph,
  c: startUp,
  d: growth,
  e: peers,
  f: typeChecking,
  g: bundles,
  h: validation,
  i: referencePages,
  j: editor,
  k: hostileValues,
  l: oldProtocol,
  m: watching,
  n: explorer,
  o: mocks,
};
