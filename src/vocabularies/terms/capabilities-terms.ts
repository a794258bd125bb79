import { carried, used, type RecordShape, type TermEntries } from "./term-entry.js";

const UNSENT = "The client has no method for this; use `client.request`.";

const FILTER: RecordShape = {
  Filterable: "boolean",
  RequiresFilter: "boolean",
  RequiredProperties: "paths",
  NonFilterableProperties: "paths",
  FilterExpressionRestrictions: "records",
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
  AcceptableEncodings: carried("The `fetch` of the platform compresses requests."),
  AnnotationValuesInQuerySupported: carried("Filters are text."),
  AsynchronousRequestsSupported: carried("A preference: a header, which can be added to any request."),
  BatchContinueOnErrorSupported: carried(UNSENT),
  BatchSupport: carried(UNSENT),
  BatchSupported: carried(UNSENT),
  CallbackSupported: carried(UNSENT),
  ChangeTracking: carried("A preference: a header, which can be added to any request."),
  CollectionPropertyRestrictions: carried("The client has no requests for collections of values."),
  ComputeSupported: carried("The query option can be sent with `custom`."),
  ConformanceLevel: carried("A summary of other terms."),
  CountRestrictions: used({ Countable: "boolean" }, "No `$count` and no `count` in queries."),
  CrossJoinSupported: carried(UNSENT),
  CustomHeaders: carried("Headers can be added to any request."),
  CustomQueryOptions: carried("Query options can be added with `custom`."),
  DeepInsertSupport: carried("Create shapes have related entities unless their properties are restricted."),
  DeepUpdateSupport: carried("Update shapes have related entities unless their properties are restricted."),
  DefaultCapabilities: used("record", "The default of every resource without its own annotation."),
  DeleteRestrictions: used({ Deletable: "boolean" }, "No `delete`."),
  ExpandRestrictions: used(EXPAND, "No `expand` in queries, or not of the properties named."),
  FilterFunctions: used("strings", "Documentation of the set."),
  FilterRestrictions: used(
    FILTER,
    "No `filter` in queries; documentation of properties that cannot or must be in it, or only in some expressions.",
  ),
  IndexableByKey: used("boolean", "No `byId`."),
  InsertRestrictions: used(
    INSERT,
    "No `post`. Non-insertable and required properties: in the create shape if all sets of the type agree, else in the documentation of the set.",
  ),
  IsolationSupported: carried("A preference: a header, which can be added to any request."),
  KeyAsSegmentSupported: used("boolean", "Keys are segments of the path."),
  MediaLocationUpdateSupported: carried(UNSENT),
  ModificationQueryOptions: carried("Modifying requests have no query."),
  NavigationRestrictions: used(
    "record",
    "Restricted properties on paths through this set. `Navigability` is not used, since services restrict paths that work.",
  ),
  OperationRestrictions: carried("Permissions are in the documentation of requests."),
  QuerySegmentSupported: carried(UNSENT),
  ReadRestrictions: used(READ, "No `get` of the collection, or of an entity by its key."),
  SearchRestrictions: used({ Searchable: "boolean" }, "No `search` in queries."),
  SelectSupport: used({ Supported: "boolean" }, "No `select` in queries."),
  SkipSupported: used("boolean", "No `skip` in queries."),
  SortRestrictions: used(SORT, "No `orderby` in queries; documentation of properties that cannot be in it."),
  SupportedFormats: carried("The client uses JSON."),
  SupportedMetadataFormats: carried("Metadata is read by the generator, not by the client."),
  TopSupported: used("boolean", "No `top` in queries."),
  UpdateRestrictions: used(
    UPDATE,
    "No `patch` or no `put`. Non-updatable properties: in the update shape if all sets of the type agree, else in the documentation.",
  ),
};
