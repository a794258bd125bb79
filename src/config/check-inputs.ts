import type { Report } from "../diagnostics/report.js";
import { isUrl } from "../sources/find-inputs.js";
import type { RemoteInput } from "../sources/remote/remote-input.js";
import { variableOf } from "../sources/remote/secrets.js";
import { invalid, isText, members } from "./config-members.js";
import type { ConfigValue } from "./config-value.js";
import type { ServiceConfig } from "./user-config.js";

/** What an input may be, for messages. */
export const expectedInput = "a path, glob or URL, an object with a URL, or a list of them";

const remoteKeys = ["url", "headers", "file", "cert", "key", "ca", "passphrase"] as const;

/** What HTTP allows as the name of a header (RFC 9110 §5.6.2). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Checks the inputs of a service. Undefined, with errors, if one is not valid. */
export function checkedInputs(value: ConfigValue, path: string, report: Report): ServiceConfig["input"] | undefined {
  if (isText(value.scalar)) return value.scalar;
  if (value.entries !== undefined) return checkedRemote(value, path, report);
  const items = value.items ?? [];
  const wrong = items.find(({ scalar, entries }) => entries === undefined && !isText(scalar));
  if (items.length === 0 || wrong !== undefined) {
    invalid(value, path, expectedInput, (wrong ?? value).shown, report);
    return undefined;
  }
  const checked = items.map((item, index) =>
    isText(item.scalar) ? item.scalar : checkedRemote(item, `${path}[${index}]`, report),
  );
  const inputs = checked.flatMap((input) => input ?? []);
  return inputs.length === checked.length ? inputs : undefined;
}

function checkedRemote(value: ConfigValue, path: string, report: Report): RemoteInput | undefined {
  const given = members(value, path, remoteKeys, report);
  if (given === undefined) return undefined;
  const remote: Record<string, unknown> = {};
  for (const [key, { value }] of given) remote[key] = checkedMember(value, key, `${path}.${key}`, report);
  const missing = given.has("url") ? [] : ["url"];
  if ((given.has("key") || given.has("passphrase")) && !given.has("cert")) missing.push("cert");
  for (const key of missing) invalid(value, `${path}.${key}`, expectedOf(key), "nothing", report);
  const isValid = missing.length === 0 && Object.values(remote).every((member) => member !== undefined);
  return isValid ? (remote as unknown as RemoteInput) : undefined; // every member was checked
}

function checkedMember(value: ConfigValue, key: string, path: string, report: Report): unknown {
  if (key === "headers") return checkedHeaders(value, path, report);
  const { scalar } = value;
  const isValid = key === "url" ? isText(scalar) && isPlainUrl(scalar) : isText(scalar) && variableOf(scalar) !== "";
  if (!isValid) invalid(value, path, expectedOf(key), key === "url" ? withoutPassword(value) : value.shown, report);
  return isValid ? scalar : undefined;
}

/** An HTTP URL without user name and password. */
function isPlainUrl(text: string): boolean {
  if (!isUrl(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === "" && password === "";
}

function withoutPassword({ scalar, shown }: ConfigValue): string {
  return typeof scalar === "string" && /\/\/[^/?#]*@/.test(scalar) ? "one with a user name or password" : shown;
}

function checkedHeaders(value: ConfigValue, path: string, report: Report): RemoteInput["headers"] | undefined {
  const given = members(value, path, undefined, report);
  if (given === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const [name, { value }] of given) {
    const text = value.scalar;
    if (!HEADER_NAME.test(name)) invalid(value, path, "names of headers as keys", JSON.stringify(name), report);
    else if (!isText(text) || variableOf(text) === "")
      invalid(value, `${path}.${name}`, expectedOf("headers"), value.shown, report);
    else headers[name] = text;
  }
  return Object.keys(headers).length === given.size ? headers : undefined;
}

function expectedOf(key: string): string {
  switch (key) {
    case "url":
      return "a URL that begins with https:// or http://, without user name and password";
    case "headers":
    case "passphrase":
      return 'a text, or "env:NAME" for the value of an environment variable';
    default:
      return "the path of a file";
  }
}
