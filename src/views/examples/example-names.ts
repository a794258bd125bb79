import { bindingTypeOf, type Model, type ResolvedRequest } from "../../edm/model.js";
import { simpleNameOf } from "../../edm/names.js";
import type { Example, Request } from "../../edm/requests.js";
import type { Code } from "../../code/code.js";
import { lowerFirst, upperFirst } from "../../naming/letter-case.js";
import { reservedWords } from "../../naming/reserved-words.js";

/** Names that the file uses for itself. */
const RESERVED: ReadonlySet<string> = new Set(["edm", "types", "writes"]);

/** The names of the constants of `examples.ts`: after operations or the titles of pages, numbered where several are called alike. */
export class ExampleNames {
  readonly #taken = new Set<string>();

  take(request: ResolvedRequest, title: string): Code {
    const base = baseOf(request, title);
    let name = reservedWords.has(base) || RESERVED.has(base) ? `${base}_` : base;
    for (let number = 2; this.#taken.has(name.toLowerCase()); number++) name = `${base}${number}`;
    this.#taken.add(name.toLowerCase());
    return name as Code; // ASCII letters and digits, and no digit first
  }
}

function baseOf({ resource }: ResolvedRequest, title: string): string {
  if (resource?.kind !== "Operation") return camel(title);
  const { operation } = resource;
  const binding = bindingTypeOf(operation)?.type;
  return camel(`${binding === undefined ? "" : simpleNameOf(binding)} ${simpleNameOf(operation.name)}`);
}

/** `Create importedDeviceIdentity` → `createImportedDeviceIdentity`. */
function camel(text: string): string {
  const words = text.match(/[A-Za-z0-9]+/g) ?? ["example"];
  const name = lowerFirst(words.map(upperFirst).join(""));
  return /^\d/.test(name) ? `example${name}` : name;
}

/** The title of the page that shows an example: of several pages on one request each has its own. */
export function titleOf(request: ResolvedRequest, example: Example, model: Model): string {
  const shown = model
    .declarations(request)
    .find((declared): declared is Request => isRequest(declared) && declared.examples.includes(example));
  return (shown ?? request).title;
}

function isRequest(declared: object): declared is Request {
  return "kind" in declared && declared.kind === "Request";
}
