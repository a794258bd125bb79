import type { Entity } from "./query/contract.js";
import type { Dialect } from "./query/dialect.js";
import type { MockService } from "./service.js";
import { structuredCopy } from "./store/copy.js";
import { listOf, Store } from "./store/store.js";
import { answer, isChild, type Settings } from "./handler/answer.js";
import type { MockContext } from "./handler/context.js";
import { issuesOf, type GeneratedSchemas } from "./handler/schemas.js";
import type { Metadata } from "./handler/forms/metadata.js";
import { PlannedFaults, type FaultOptions } from "./faults/faults.js";
import { GrantedScopes } from "./faults/scopes.js";
import { Stubs, type StubsOf } from "./faults/stubs.js";
import { hrefOf, incomingOf, responseFor, textIn, type Incoming, type WebInit, type WebResponse } from "./web.js";

export interface MockOptions<Data = Readonly<Record<string, unknown>>> {
  /** The entities of sets, and those of singletons, by name. Others are made. */
  readonly data?: Data;
  /** An integer that made data are drawn from; 1 by default. */
  readonly seed?: number;
  /** How many entities a set has that no data are given for; 5 by default. */
  readonly count?: number;
  /** The most items of a page; by default all are in one. */
  readonly pageSize?: number;
  /** The service root; by default that of the service, else `http://localhost`. */
  readonly baseUrl?: string;
  /** Whether requests are refused that the capabilities of the service deny. */
  readonly strict?: boolean;
  /** The scopes that requests have: one that they do not cover is answered with 403. By default all are there. */
  readonly scopes?: readonly string[];
  /** The scheme of the scopes: `delegatedWork`, `delegatedPersonal` or `application`; by default any of them. */
  readonly scheme?: string;
  /** Gives the document that `$metadata` answers with; by default it is answered with 501. */
  readonly metadata?: Metadata;
}

/** A request that the mock was sent. */
export interface RecordedRequest {
  readonly method: string;
  /** From the service root on, decoded: `/users/1`. */
  readonly path: string;
  /** The options of the query, decoded. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON; else the text, if there is one. */
  readonly body: unknown;
  /** Of the answer; 0 where the connection was ended. */
  readonly status: number;
}

/** A service in memory. */
export interface Mock<Client, Data = Readonly<Record<string, unknown>>> {
  /** The service root, without a slash at its end. */
  readonly baseUrl: string;
  /** Answers a request as `fetch` does: give it to the client, or call it with the request of a handler. */
  readonly fetch: (input: unknown, init?: WebInit) => Promise<WebResponse>;
  /** Sets what answers a request in the place of the mock, by the builders of the client. */
  readonly on: StubsOf<Client>;
  /** The requests so far, in order; those in a batch stand before the batch. */
  readonly requests: readonly RecordedRequest[];
  /** Makes the next requests fail: `mock.fail("GET /users/{id}", { status: 429, retryAfter: 1 })`. */
  fail(request: string, options?: FaultOptions): void;
  /** Replaces what a set or singleton holds. Throws a TypeError for an entity that is none by its type. */
  set<Name extends keyof Data & string>(name: Name, entities: NonNullable<Data[Name]>): void;
  /** Copies of what a set or singleton holds now. */
  data(name: keyof Data & string): readonly Entity[];
  /** Goes back to the first contents; forgets requests, faults and stubs. */
  reset(): void;
}

/** Makes a mock of a service. Throws a TypeError with the issues for data that are not valid. */
export function createMock<Client, Data extends object = Readonly<Record<string, unknown>>>(
  service: MockService,
  schemas: GeneratedSchemas,
  options: MockOptions<Data> = {},
): Mock<Client, Data> {
  return new MockOf<Client, Data>(service, schemas, options, { answer });
}

/** How a version of OData is answered. */
interface Form {
  readonly answer: typeof answer;
  readonly dialect?: Dialect;
}

export class MockOf<Client, Data extends object> implements Mock<Client, Data> {
  readonly baseUrl: string;
  readonly requests: RecordedRequest[] = [];
  readonly #faults = new PlannedFaults();
  readonly #stubs = new Stubs();
  readonly #options: MockOptions<Data>;
  readonly #form: Form;
  readonly #first: Omit<MockContext, "store" | "query">;
  #context: MockContext;
  #settings: Settings;
  #count = 0;

  constructor(service: MockService, schemas: GeneratedSchemas, options: MockOptions<Data>, form: Form) {
    const { baseUrl = service.baseUrl ?? "http://localhost", pageSize, strict = false, scopes, scheme } = options;
    // As requests have it: in lower case, without a usual port.
    this.baseUrl = hrefOf(baseUrl, "http://localhost").replace(/\/+$/, "");
    this.#options = options;
    this.#form = form;
    this.#first = { service, schemas, base: this.baseUrl, pageSize, strict };
    for (const [name, value] of Object.entries(options.data ?? {})) this.#check(name, value);
    this.#context = this.#newContext();
    this.#settings = {
      faults: this.#faults,
      stubs: this.#stubs,
      metadata: options.metadata,
      scopes: scopes && new GrantedScopes(service, scopes, scheme),
      record: (incoming, status) => this.#record(incoming, status),
      nextId: () => `00000000-0000-4000-8000-${String(++this.#count).padStart(12, "0")}`,
    };
  }

  readonly fetch = async (input: unknown, init?: WebInit): Promise<WebResponse> => {
    const incoming = await incomingOf(input, init);
    try {
      const found = await this.#form.answer(incoming, this.#context, this.#settings);
      this.#record(incoming, found.status);
      return responseFor(found);
    } catch (error) {
      this.#record(incoming, 0);
      // As `fetch` rejects where there is no answer.
      throw new TypeError("fetch failed", { cause: error });
    }
  };

  #record(incoming: Incoming, status: number): void {
    this.requests.push(recorded(incoming, this.baseUrl, status));
  }

  get on(): StubsOf<Client> {
    return this.#stubs.builder<Client>();
  }

  fail(request: string, options: FaultOptions = {}): void {
    this.#faults.add(request, options);
  }

  set<Name extends keyof Data & string>(name: Name, entities: NonNullable<Data[Name]>): void {
    this.#check(name, entities);
    const rows = this.#context.store.child(name);
    if (rows !== undefined) this.#context.store.replace(rows, listOf(entities));
  }

  data(name: keyof Data & string): readonly Entity[] {
    if (!isChild(name, this.#first)) throw new TypeError(`The service has no set or singleton ${name}.`);
    return structuredCopy(this.#context.store.child(name)?.items ?? []);
  }

  reset(): void {
    this.#context = this.#newContext();
    this.requests.length = 0;
    this.#count = 0;
    this.#faults.clear();
    this.#stubs.clear();
  }

  #newContext(): MockContext {
    const { seed = 1, count = 5, data = {} } = this.#options;
    const store = new Store(this.#first.service, { seed, count, data: { ...data } });
    const related = (entity: Entity, name: string): Entity | Entity[] | null => store.related(entity, name);
    const idOf = (entity: Entity): string => `${this.baseUrl}/${store.pathOf(entity)}`;
    const query = { service: this.#first.service, dialect: this.#form.dialect, related, idOf };
    return { ...this.#first, store, query };
  }

  #check(name: string, value: unknown): void {
    const child = isChild(name, this.#first) ? this.#first.service.children[name] : undefined;
    if (child === undefined || child.kind === "import")
      throw new TypeError(`The service has no set or singleton ${name}.`);
    for (const [index, entity] of listOf(value).entries()) {
      const issues = issuesOf(entity, child.type, "read", this.#first);
      const shown = issues.map(({ message }) => `- ${message}`).join("\n");
      if (issues.length > 0) throw new TypeError(`data.${name}[${index}] is no valid ${child.type}:\n${shown}`);
    }
  }
}

function recorded({ method, url, headers, bytes }: Incoming, base: string, status: number): RecordedRequest {
  const [path = "", query = ""] = url.slice(base.length).split("?", 2);
  const options = query
    .split("&")
    .filter((option) => option !== "")
    .map((option) => {
      const [name = "", ...value] = option.replaceAll("+", " ").split("=");
      return [readable(name), readable(value.join("="))] as const;
    });
  return { method, path: readable(path), query: Object.fromEntries(options), headers, body: bodyIn(bytes), status };
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The JSON; else the text, if there is one. */
function bodyIn(bytes: Uint8Array): unknown {
  const text = textIn(bytes);
  try {
    return JSON.parse(text);
  } catch {
    return text === "" ? undefined : text;
  }
}
