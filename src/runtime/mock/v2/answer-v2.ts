/** Answers requests of OData 2.0 and 3.0: read as those of OData 4.0, and answered in the form of OData 2.0. */
import { answer, orError, type Settings } from "../handler/answer.js";
import type { MockContext } from "../handler/context.js";
import { optionsOf } from "../query/decode.js";
import { memberOf, own } from "../query/names.js";
import type { MockService } from "../service.js";
import { bytesOfUtf8, textIn, type Answer, type Incoming } from "../web.js";
import { wireAnswer, type WireForm } from "./wire-answers.js";
import { parametersFrom, storedForm } from "./wire-values.js";

export async function answerV2(incoming: Incoming, context: MockContext, settings: Settings): Promise<Answer> {
  const form = formOf(incoming, context);
  const id = settings.nextId();
  const inBatch = { ...settings, answers: answerV2 };
  const found = wireAnswer(await orError(id, () => answer(requestOfV4(incoming, form), context, inBatch, id)), form);
  // A token that any request may have: services of SAP refuse a write without one.
  const asked = incoming.headers["x-csrf-token"]?.toLowerCase() === "fetch";
  return asked ? { ...found, headers: { ...found.headers, "x-csrf-token": "mock" } } : found;
}

interface Form extends WireForm {
  readonly path: string;
  readonly search: string;
}

function formOf({ url }: Incoming, { service, base }: MockContext): Form {
  const [path = "", search = ""] = url.slice(base.length).split("?", 2);
  const names = path
    .split("/")
    .map((segment) => segment.replace(/\(.*$/s, ""))
    .filter((name) => name !== "" && name !== "$links");
  const selected = selectedIn(search);
  const links = path.includes("/$links/");
  return { service, base, path, search, type: typeOfNames(service, names), name: names.at(-1) ?? "", selected, links };
}

/** The names in `$select`; undefined without one, and for a query that is refused later. */
function selectedIn(search: string): ReadonlySet<string> | undefined {
  const select = /(?:^|&)(?:\$|%24)select=([^&]*)/i.exec(search)?.[1];
  try {
    return select === undefined ? undefined : new Set(decodeURIComponent(select).split(/\s*,\s*/));
  } catch {
    return undefined;
  }
}

/** The type of what the names of a path lead to. */
function typeOfNames(service: MockService, [first = "", ...rest]: readonly string[]): string {
  const child = own(service.children, first);
  const operation =
    child?.kind === "import" ? service.operations?.find(({ name }) => name === child.operation) : undefined;
  const type = child?.kind === "import" ? operation?.returns?.type : child?.type;
  return rest.reduce((at, name) => memberOf(service, at, name)?.type ?? at, type ?? "");
}

function jsonBytes(value: unknown): Uint8Array {
  return bytesOfUtf8(JSON.stringify(value));
}

/** `$links` is `$ref`, and actions take their parameters in the body. */
function requestOfV4(incoming: Incoming, form: Form): Incoming {
  const { service, base, path, search, links } = form;
  const url = base + path.replace(/\/\$links(\/[^/]+)$/, "$1/$ref") + (search && `?${search}`);
  const child = own(service.children, form.name);
  const called =
    child?.kind === "import" ? service.operations?.find(({ name }) => name === child.operation) : undefined;
  if (called?.kind === "action") {
    const parameters = parametersFrom(Object.fromEntries(optionsOf(search)));
    const headers = { ...incoming.headers, "content-type": "application/json" };
    return { ...incoming, method: "POST", url: base + path, headers, bytes: jsonBytes(parameters) };
  }
  const isJson = incoming.bytes.length > 0 && /json/i.test(incoming.headers["content-type"] ?? "");
  return { ...incoming, url, bytes: isJson ? bytesIn(incoming, form.type, service, links) : incoming.bytes };
}

/** The bytes of a body in the form of OData 4.0; those of what is no JSON stay, and are refused. */
function bytesIn({ bytes }: Incoming, type: string, service: MockService, links: boolean): Uint8Array {
  try {
    const body = JSON.parse(textIn(bytes)) as unknown;
    if (!links) return jsonBytes(storedForm(service, body, type));
    return jsonBytes({ "@odata.id": (body as { readonly uri?: unknown } | null)?.uri });
  } catch {
    return bytes;
  }
}
