import type { Environment, RemoteFailure, RemoteRequest } from "./remote-input.js";

/** The headers and the passphrase of a request, with the values of environment variables. */
export interface Secrets {
  readonly headers: Readonly<Record<string, string>>;
  readonly passphrase?: string;
  /** What messages must not repeat. */
  readonly hidden: readonly string[];
}

const VARIABLE = /^env:(.*)$/s;
/** Headers whose values are secret even if they stand in the config file. */
const SECRET_HEADER = /auth|cookie|key|token|secret/i;
/** Shorter words are no secrets, but would be hidden everywhere. */
const SHORTEST_SECRET = 6;

/** The name of the environment variable that a text of the config file stands for. */
export function variableOf(text: string): string | undefined {
  return VARIABLE.exec(text)?.[1];
}

/** Looks up the environment variables of a request. Fails at the first that is not set. */
export function secretsOf({ headers = {}, passphrase, env = {} }: RemoteRequest): Secrets | RemoteFailure {
  const found: Record<string, string> = {};
  const hidden: string[] = [];
  for (const [name, text] of Object.entries(headers)) {
    const value = valueOf(text, `the header "${name}"`, env);
    if (typeof value !== "string") return value;
    found[name] = value;
    if (variableOf(text) !== undefined || SECRET_HEADER.test(name)) hidden.push(...secretWords(value));
  }
  const word = passphrase === undefined ? undefined : valueOf(passphrase, '"passphrase"', env);
  if (typeof word === "object") return word;
  return word === undefined
    ? { headers: found, hidden }
    : { headers: found, passphrase: word, hidden: [...hidden, word] };
}

function valueOf(text: string, setting: string, env: Environment): string | RemoteFailure {
  const variable = variableOf(text);
  if (variable === undefined) return text;
  const value = env[variable]?.trim();
  return value === undefined || value === "" ? { state: "unset", variable, setting } : value;
}

/** The value, and its words: a service may repeat a token without the word `Bearer` before it. */
function secretWords(value: string): readonly string[] {
  return [value, ...value.split(/[\s,;=]+/)].filter((word) => word.length >= SHORTEST_SECRET);
}

/** A text for messages, with `…` in the place of secrets. */
export function withoutSecrets(text: string, hidden: readonly string[]): string {
  return hidden.toSorted((a, b) => b.length - a.length).reduce((shown, secret) => shown.replaceAll(secret, "…"), text);
}
