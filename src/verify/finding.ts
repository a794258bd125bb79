/** What a service does that its metadata denies. */

/** The causes of findings, each with what it means. */
export const causes = {
  "place-missing": "a set, singleton or function of the metadata that the service does not have",
  "place-undeclared": "a set in the service document that the metadata lacks",
  "read-refused": "a read that the metadata allows, and the service refuses",
  "denied-answered": "a read that the metadata calls unsupported, and the service answers",
  "answer-form": "an answer that is not in the form of OData",
  "property-missing": "a property that has to be there and is not",
  "property-undeclared": "a property that the metadata lacks",
  "value-null": "null where the metadata has Nullable=false",
  "value-type": "a value of another type",
  "value-format": "a text that is not in the form of its type",
  "value-range": "a value beyond MaxLength, Precision, Scale or the range of its type",
  "member-undeclared": "a member of an enumeration that the metadata lacks",
  "type-undeclared": "an entity or value of a type that the metadata lacks, or that cannot stand there",
  "key-not-addressable": "an entity that is not found by its key, or another one that is",
  "filter-wrong": "a filter that is answered with other entities",
  "order-wrong": "entities in another order than $orderby asks for",
  "select-wrong": "$select that is answered with other properties",
  "expand-wrong": "$expand that is answered without the related entities",
  "count-wrong": "counts that do not agree, or that are absent",
  "top-wrong": "more entities than $top asks for",
  "unknown-accepted": "a name that the metadata lacks, in a query option, that the service accepts",
  "link-wrong": "a link that leads nowhere, or to another origin",
  "write-refused": "a write that the metadata allows, and the service refuses",
  "create-wrong": "an entity that was created and is not there, or has other values than were sent",
  "update-wrong": "an update that is answered, and has not been made",
  "delete-wrong": "an entity that is there after it was deleted",
  "etag-wrong": "an ETag that is absent, or an old one that is accepted, where the metadata has optimistic concurrency",
} as const;

export type Cause = keyof typeof causes;

/** A request and what the service answered. */
export interface Exchange {
  /** `GET /Customers?$top=5`, from the root of the service on. */
  readonly request: string;
  /** The beginning of the body that was sent, on one line. */
  readonly sent?: string;
  readonly status: number;
  /** The beginning of the body, on one line, without values of headers that were sent. */
  readonly answer: string;
}

export interface Finding {
  readonly cause: Cause;
  /** `Customers/name`: a child of the container, and the path to the property. */
  readonly subject: string;
  readonly message: string;
  /** How many answers show it. */
  readonly count: number;
  /** The first of them. */
  readonly exchange: Exchange;
}

/** Collects findings: the same one is counted, and shown with its first exchange. */
export class Findings {
  readonly #found = new Map<string, Finding>();

  add(cause: Cause, subject: string, message: string, exchange: Exchange): void {
    const key = JSON.stringify([cause, subject, message]);
    const known = this.#found.get(key);
    this.#found.set(
      key,
      known === undefined ? { cause, subject, message, count: 1, exchange } : { ...known, count: known.count + 1 },
    );
  }

  /** In the order of the causes, then by subject. */
  sorted(): readonly Finding[] {
    const order = Object.keys(causes);
    return [...this.#found.values()].sort(
      (a, b) => order.indexOf(a.cause) - order.indexOf(b.cause) || (a.subject < b.subject ? -1 : 1),
    );
  }
}
