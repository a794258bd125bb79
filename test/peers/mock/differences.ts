/** Steps that hold against CAP and not against the mock, with the reason for each. A new one makes the test fail. */
export interface Difference {
  /** How the full names of the steps begin: `errors > 404`. */
  readonly steps: string;
  /** What the first error says. */
  readonly error: RegExp;
  readonly reason: string;
}

const CODES = "The codes of errors are those of CAP; the mock has its own with the same status.";
const UPSERT = "The metadata does not say that PATCH and PUT create what is missing (Upsertable), so that it is 404.";
const NO_CONTENT =
  "Without a preference CAP answers a PATCH with the entity, the mock with 204; a service may do either.";
const COMPUTED = "A time that the service sets may be null by its metadata. The mock has no clock, and gives null.";
const SCALE = "CAP pads decimals to their scale; the mock gives back the number that was written.";
const APPLY = "The mock knows neither $apply nor $compute, and answers 501.";
const DELTA = "A handler of CAP gives the delta link and the removed entity; a stub gives entities only.";
const PAGES = "CAP has a default and a maximum for pages, and links to an empty last page; the mock has one size.";
const VIEWS = "Of a view the metadata does not say which rows it has; the mock takes it for a set of its own.";

export const differences: readonly Difference[] = [
  { steps: "batches > in (JSON|multipart) > changes by ETag", error: /value: undefined/, reason: NO_CONTENT },
  {
    steps: "conditions > a change of what has not changed since",
    error: /has changed since its ETag/,
    reason: NO_CONTENT,
  },
  {
    steps: "content > writes a file, reads",
    error: /photoType/,
    reason: "The mock does not keep the type of a stream in the property that Core.MediaType names.",
  },
  { steps: "errors > 404", error: /code: '404'/, reason: CODES },
  {
    steps: "errors > 405",
    error: /instead of rejecting/,
    reason: "Only with `strict` does the mock refuse what the capabilities deny.",
  },
  { steps: "errors > 400: details", error: /to match object/, reason: CODES },
  { steps: "errors > 400: a wrong filter", error: /to match object/, reason: CODES },
  { steps: "errors > 500", error: /status: 500/, reason: "CAP answers 500 where a key is taken, the mock 409." },
  { steps: "filters > filters by the moment", error: /to deeply equal/, reason: COMPUTED },
  { steps: "filters > writes values", error: /to have a length of 1/, reason: COMPUTED },
  { steps: "filters > groups", error: /not supported/, reason: APPLY },
  { steps: "keys > a string key .* in a key of several", error: /There is no/, reason: UPSERT },
  { steps: "operations > changes since", error: /undefined/, reason: DELTA },
  { steps: "paging > iterates all pages", error: /, 2 \]/, reason: PAGES },
  { steps: "paging > limits a page", error: /to have a length of 5/, reason: PAGES },
  { steps: "properties > reads one value", error: /'2\.50000'/, reason: SCALE },
  { steps: "properties > reads a value behind", error: /'2\.00'/, reason: SCALE },
  { steps: "reading > groups", error: /not supported/, reason: APPLY },
  { steps: "reading > reads an entity by a key of several", error: /Bridge, maple/, reason: SCALE },
  { steps: "reading > reads a text in the language", error: /Steg, Ahorn/, reason: "The mock has no languages." },
  {
    steps: "reading > the validators accept what comes: (Archive|Catalog)",
    error: /to not deeply equal/,
    reason: VIEWS,
  },
  { steps: "responses > reads what has changed", error: /to deeply equal/, reason: DELTA },
  { steps: "writing > puts an entity that is not there", error: /There is no/, reason: UPSERT },
];

/** Of a step by its full name. */
export function differenceOf(name: string): Difference | undefined {
  return differences.find(({ steps }) => new RegExp(`^${steps}`).test(name));
}
