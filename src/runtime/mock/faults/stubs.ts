/** Answers of a test in the place of those of the mock, typed by the builders of the client. */
import { requestKey } from "./faults.js";

/** A request that a stub answers. */
export interface StubCall<Body = unknown, Parameters = unknown> {
  /** The JSON of the request. */
  readonly body: Body;
  /** Of a function. */
  readonly parameters: Parameters;
  /** The keys in the path, in order, as they are written there. */
  readonly keys: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

type Stub<Body, Parameters, Result> = (
  answer: (call: StubCall<Body, Parameters>) => Result | void | Promise<Result | void>,
) => void;

/** The result of a request as a stub gives it: collections as lists, too. */
type StubResult<Result> = Result extends { value: readonly (infer Item)[] } ? Result | readonly Item[] : Result;

/** The builders of a client as places of stubs: keys stand without a call, `on.users.byId.messages.get(…)`. */
export type StubsOf<Builder, Parameters = undefined> = {
  [Name in keyof Builder]: Name extends "byId"
    ? Builder[Name] extends (key: never) => infer Item
      ? StubsOf<Item, Parameters>
      : never
    : Name extends "as"
      ? Builder[Name] extends (type: never) => infer Derived
        ? <Type extends keyof Casts<Builder>>(type: Type) => StubsOf<NodeOf<Derived, Casts<Builder>[Type]>, Parameters>
        : never
      : Name extends "post" | "patch" | "put"
        ? Builder[Name] extends (body: infer Body, ...rest: never) => PromiseLike<infer Result>
          ? Stub<Body, Parameters, StubResult<Result>>
          : Stub<unknown, Parameters, unknown>
        : Name extends "get"
          ? Builder[Name] extends () => PromiseLike<infer Result>
            ? Stub<undefined, Parameters, StubResult<Result>>
            : Stub<undefined, Parameters, unknown>
          : Name extends "delete"
            ? Stub<undefined, Parameters, undefined>
            : Builder[Name] extends (parameters: infer Called) => infer Next
              ? StubsOf<Next, Called>
              : StubsOf<Builder[Name], Parameters>;
};

/** What the builder of a path tells of itself, in the property of its symbol: a descriptor, and what the path leads to. */
type Described<Builder> = Builder[keyof Builder & symbol];

/** The descriptors of derived types by qualified name. */
type Casts<Builder> =
  Described<Builder> extends { readonly of?: infer Descriptor; readonly kind?: infer Kind }
    ? "collection" extends Kind
      ? Descriptor extends { collectionCasts: infer Types }
        ? Types
        : ItemCasts<Descriptor>
      : ItemCasts<Descriptor>
    : never;

type ItemCasts<Descriptor> = Descriptor extends { itemCasts: infer Types }
  ? Types
  : Descriptor extends { derived: infer Types }
    ? Types
    : never;

/** Of several builders, the one with a descriptor. */
type NodeOf<Builder, Descriptor> = Builder extends unknown
  ? Described<Builder> extends { readonly of?: infer Own }
    ? [Own, Descriptor] extends [Descriptor, Own]
      ? Builder
      : never
    : never
  : never;

export type AnyStub = (call: StubCall) => unknown;

const METHODS: ReadonlySet<string> = new Set(["get", "post", "patch", "put", "delete"]);

export class Stubs {
  readonly #stubs = new Map<string, AnyStub>();

  /** Reading a property goes on; calling a method of HTTP sets the stub. */
  builder<Client>(path = ""): StubsOf<Client> {
    // Proxies have no type of their own; the builders of the client describe them.
    return new Proxy(() => undefined, {
      get: (_, name) => (typeof name === "symbol" ? undefined : this.builder(`${path}/${name}`)),
      apply: (_, __, [given]: readonly unknown[]) =>
        typeof given === "string"
          ? this.builder(path.replace(/as$/, given))
          : // The compiler has checked the argument against the builder.
            this.#add(path, given as AnyStub),
    }) as unknown as StubsOf<Client>;
  }

  clear(): void {
    this.#stubs.clear();
  }

  find(method: string, template: string): AnyStub | undefined {
    return this.#stubs.get(`${method} ${template}`);
  }

  #add(path: string, stub: AnyStub): void {
    const end = path.lastIndexOf("/");
    const method = path.slice(end + 1);
    if (!METHODS.has(method)) throw new TypeError(`${path} ends with no method of HTTP.`);
    const template = path.slice(0, end).replace(/\/byId(?=\/|$)/g, "/{}");
    this.#stubs.set(requestKey(`${method} ${template}`), stub);
  }
}
