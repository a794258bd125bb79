/** Permissions: whether scopes cover a documented request, and which would. */
import type { MockService } from "../service.js";
import { templateOf } from "../store/examples.js";
import { Fault } from "../handler/fault.js";

type Alternatives = readonly (readonly string[])[];

/** Requests by method and path. */
type Requests = ReadonlyMap<string, readonly Readonly<Record<string, Alternatives>>[]>;

export class GrantedScopes {
  readonly #scopes: ReadonlySet<string>;
  readonly #scheme: string | undefined;
  readonly #requests: Requests;

  /** `scheme`: that of the scopes; by default those of any scheme are enough. */
  constructor(service: MockService, scopes: readonly string[], scheme: string | undefined) {
    this.#scopes = new Set(scopes);
    this.#scheme = scheme;
    const requests = new Map<string, Readonly<Record<string, Alternatives>>[]>();
    for (const { method, path, scopes: needed } of service.requests ?? []) {
      const key = `${method} ${templateOf(path)}`;
      if (needed !== undefined) requests.set(key, [...(requests.get(key) ?? []), needed]);
    }
    this.#requests = requests;
  }

  /** Throws 403 where the scopes do not cover a documented request. What others need is not known. */
  meet(method: string, template: string): void {
    const documented = this.#requests.get(`${method} ${template}`);
    const known = (documented ?? []).flatMap((schemes) =>
      Object.entries(schemes).flatMap(([scheme, alternatives]) =>
        this.#scheme === undefined || this.#scheme === scheme ? alternatives : [],
      ),
    );
    if (documented === undefined || known.some((set) => set.every((scope) => this.#scopes.has(scope)))) return;
    const [least] = [...known].sort((a, b) => this.#missing(a).length - this.#missing(b).length);
    const wanted = least === undefined ? "No scope allows it." : `It needs ${this.#missing(least).join(" and ")}.`;
    const details = known.map((set) => ({ code: "scopes", message: set.join(" and ") }));
    throw new Fault(403, "Forbidden", `The scopes do not cover ${method} ${template}. ${wanted}`, { details });
  }

  /** Of alternatives with as many missing scopes, the first is the least privileged: documentation lists it first. */
  #missing(set: readonly string[]): readonly string[] {
    return set.filter((scope) => !this.#scopes.has(scope));
  }
}
