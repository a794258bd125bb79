import { carried, used, type RecordShape, type TermEntries } from "./term-entry.js";

const UNSENT = "The client sends no such request; `client.request` can.";

const FILTER: RecordShape = {
  Filterable: "boolean",
  RequiresFilter: "boolean",
  RequiredProperties: "paths",
  NonFilterableProperties: "paths",
};
const SORT: RecordShape = {
  Sortable: "boolean",
  AscendingOnlyProperties: "paths",
  DescendingOnlyProperties: "paths",
  NonSortableProperties: "paths",
};
const EXPAND: RecordShape = {
  Expandable: "boolean",
  NonExpandableProperties: "paths",
  ExpandByKeyRestrictions: { Expandable: "boolean" },
};
const INSERT: RecordShape = {
  Insertable: "boolean",
  NonInsertableProperties: "paths",
  NonInsertableNavigationProperties: "paths",
  RequiredProperties: "paths",
};
const UPDATE: RecordShape = {
  Updatable: "boolean",
  UpdateMethod: "member",
  NonUpdatableProperties: "paths",
  RequiredProperties: "paths",
};
const READ: RecordShape = { Readable: "boolean", ReadByKeyRestrictions: { Readable: "boolean" } };

/** Org.OData.Capabilities.V1 */
export const capabilitiesTerms: TermEntries = {
  AcceptableEncodings: carried("What compresses requests is the platform's `fetch`."),
  AnnotationValuesInQuerySupported: carried("Filters are text."),
  AsynchronousRequestsSupported: carried("A preference: a header that any request can be given."),
  BatchContinueOnErrorSupported: carried(UNSENT),
  BatchSupport: carried(UNSENT),
  BatchSupported: carried(UNSENT),
  CallbackSupported: carried(UNSENT),
  ChangeTracking: carried("A preference: a header that any request can be given."),
  CollectionPropertyRestrictions: carried("The client has no requests for collections of values."),
  ComputeSupported: carried("The client has no such query option but by `custom`."),
  ConformanceLevel: carried("A sum of what other terms say one by one."),
  CountRestrictions: used({ Countable: "boolean" }, "No `$count` and no `count` in queries."),
  CrossJoinSupported: carried(UNSENT),
  CustomHeaders: carried("Any request can be given headers."),
  CustomQueryOptions: carried("Any query can be given options by `custom`."),
  DeepInsertSupport: carried("Create shapes have related entities where properties do not say otherwise."),
  DeepUpdateSupport: carried("Update shapes have related entities where properties do not say otherwise."),
  DefaultCapabilities: used("record", "What holds for every resource that does not say otherwise."),
  DeleteRestrictions: used({ Deletable: "boolean" }, "No `delete`."),
  ExpandRestrictions: used(EXPAND, "No `expand` in queries, or not of the properties named."),
  FilterFunctions: used("strings", "Documentation of the set."),
  FilterRestrictions: used(
    FILTER,
    "No `filter` in queries; documentation of properties that cannot or have to be in it.",
  ),
  IndexableByKey: used("boolean", "No `byId`."),
  InsertRestrictions: used(
    INSERT,
    "No `post`. Properties that cannot or have to be given, in the create shape where every set of the type agrees, else in the documentation of the set.",
  ),
  IsolationSupported: carried("A preference: a header that any request can be given."),
  KeyAsSegmentSupported: used("boolean", "Keys are segments of the path."),
  MediaLocationUpdateSupported: carried(UNSENT),
  ModificationQueryOptions: carried("Requests that write take no query."),
  NavigationRestrictions: used(
    "record",
    "The restricted properties, on the way over this set. Not its navigability: services state that of paths that they then serve.",
  ),
  OperationRestrictions: carried("Permissions of pages stand in the documentation already."),
  QuerySegmentSupported: carried(UNSENT),
  ReadRestrictions: used(READ, "No `get` of the collection, or of an entity by its key."),
  SearchRestrictions: used({ Searchable: "boolean" }, "No `search` in queries."),
  SelectSupport: used({ Supported: "boolean" }, "No `select` in queries."),
  SkipSupported: used("boolean", "No `skip` in queries."),
  SortRestrictions: used(SORT, "No `orderby` in queries; documentation of properties that cannot be in it."),
  SupportedFormats: carried("The client speaks JSON."),
  SupportedMetadataFormats: carried("Metadata is read before the client is."),
  TopSupported: used("boolean", "No `top` in queries."),
  UpdateRestrictions: used(
    UPDATE,
    "No `patch` or no `put`. Properties that cannot be given, in the update shape where every place of the type agrees, else in the documentation.",
  ),
};
