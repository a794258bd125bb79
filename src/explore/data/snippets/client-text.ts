import { jsonCode } from "../../../code/json-code.js";
import type { ClientCall } from "./call.js";
import { fitted } from "./one-line.js";

/** Where snippets import the output from. */
export const SERVICE = "./service";

/** The call with what it imports, besides the client itself. */
export function clientText(call: ClientCall): string {
  return withImports([["odata.js", call.node.functions]], `await ${callText(call, "await ".length)};`);
}

/** `client.users.post({ … })`, with its body or what stands for it. */
export function callText(call: ClientCall, column: number, body?: string): string {
  const { node, method, select = [], rest = [] } = call;
  const start = `${node.code}${method}(`;
  const query = select.length === 0 ? [] : [`{ select: [${select.map((name) => JSON.stringify(name)).join(", ")}] }`];
  // Two more for what follows.
  const sent = call.body === undefined ? [] : [body ?? fitted(jsonCode(call.body), column + start.length + 2)];
  return `${start}${[...query, ...sent, ...rest].join(", ")})`;
}

/** Names by the file of the output that exports them. */
export function withImports(
  imports: readonly (readonly [file: string, names: readonly string[]])[],
  text: string,
): string {
  const lines = imports.flatMap(([file, names]) =>
    names.length === 0 ? [] : [`import { ${[...new Set(names)].sort().join(", ")} } from "${SERVICE}/${file}";`],
  );
  return lines.length === 0 ? text : `${lines.join("\n")}\n\n${text}`;
}
