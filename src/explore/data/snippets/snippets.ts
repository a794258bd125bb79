/** How to write each part of a path, and each documented request, with the client, with a schema and as HTTP. */
import type { NavigationProperty, Operation, Property } from "../../../edm/elements.js";
import type { ResolvedRequest } from "../../../edm/model.js";
import type { QualifiedName } from "../../../edm/names.js";
import { PathResolver } from "../../../merge/paths/path-resolver.js";
import { hasCollection } from "../../../views/client/entity-requests.js";
import { keyStyleOf } from "../../../views/client/wire/wire.js";
import type { MemberData, SnippetData, StructuredData } from "../format.js";
import { callOf, type ClientCall } from "./call.js";
import { clientText } from "./client-text.js";
import { httpText } from "./http-text.js";
import { byKeyText, keyTemplateOf } from "./keys.js";
import { isNode, type NoSnippet, type Walk } from "./node.js";
import { operationCall } from "./operation-call.js";
import { schemaText } from "./schema-text.js";

export class Snippets {
  readonly #walk: Walk;
  readonly #resolver: PathResolver;
  readonly #root: URL | undefined;

  constructor(walk: Walk) {
    const { selection, options } = walk.context;
    this.#walk = walk;
    this.#resolver = new PathResolver(selection.paths);
    const root = options.baseUrl ?? selection.paths.serviceRoot;
    this.#root = root !== undefined && URL.canParse(root) ? new URL(root) : undefined;
  }

  /** The client's name for a navigation property, where that is another; null where no selected path leads over it. */
  member(owner: QualifiedName, member: Property | NavigationProperty): Pick<MemberData, "segment"> {
    if (member.kind === "Property") return {};
    const type = this.#walk.context.selection.paths.type(owner);
    const isPassed = type?.kind === "EntityType" && type.navigationProperties.some(({ name }) => name === member.name);
    if (!isPassed) return { segment: null };
    const segment = this.#walk.segments.of(member);
    return segment === member.name ? {} : { segment };
  }

  /** How an item of a collection is taken, where the client has collections of the type. */
  byKey(type: QualifiedName): Pick<StructuredData, "byKey" | "keyTemplate"> {
    const { context } = this.#walk;
    if (!hasCollection(type, this.#walk)) return {};
    const verbs = context.selection.verbs("Collection", type);
    if (verbs !== "all" && verbs?.keyed !== true) return {};
    return { byKey: byKeyText(type, this.#walk), keyTemplate: keyTemplateOf(type, keyStyleOf(context), this.#walk) };
  }

  /** `.sendMail.post({ … })`, `.delta().get()` */
  call(operation: Operation): string {
    return operationCall(operation, this.#walk);
  }

  request(request: ResolvedRequest): SnippetData {
    const call = this.#callOf(request);
    if (!isNode(call)) return { http: httpText(request, {}, this.#root), noClient: call.reason };
    const operation = request.resource?.kind === "Operation" ? request.resource.operation : undefined;
    const schema = schemaText(call, operation, this.#walk);
    return {
      client: clientText(call),
      ...(schema !== undefined && { schema }),
      http: httpText(request, call, this.#root),
    };
  }

  #callOf(request: ResolvedRequest): ClientCall | NoSnippet {
    const { steps, failed } = this.#resolver.follow(request.template, request);
    if (steps === undefined) return { reason: `${failed} is not in the model` };
    return callOf(request, steps, this.#walk);
  }
}
