/** The builders of an entity type: requests to an entity and to a collection of them. */
import { code, type Code } from "../../code/code.js";
import { functionType } from "../../code/layout.js";
import type { StructuredType } from "../../edm/elements.js";
import type { QualifiedName } from "../../edm/names.js";
import { reachType } from "../modules/scope.js";
import { writtenItemType } from "../types/type-expression.js";
import { aliasView, interfaceView, type BuilderView } from "./builder-view.js";
import { requestsTo, type ClientFile } from "./client-file.js";
import { keyType } from "./client-keys.js";
import { collectionVerbs, entityVerbs, type SentView } from "./client-verbs.js";

/** A builder, with what the descriptor has to name for it. */
export interface RequestsView {
  readonly view: BuilderView;
  /** Whether it is more or less than the runtime makes of the descriptor. */
  readonly special: boolean;
  /** Whether it has all methods. */
  readonly whole: boolean;
}

export function itemRequests(type: StructuredType, client: ClientFile): RequestsView {
  const { names } = client.context;
  const entity = names.role(type.name, "entity");
  const read = reachType(type.name, client);
  const body = writtenItemType(type.name, "update", client);
  const sent = entityVerbs(
    type,
    {
      GET: code`Get<${entity}>`,
      PATCH: code`Patch<${body}, ${read}>`,
      PUT: code`Put<${body}, ${read}>`,
      DELETE: code`Delete`,
    },
    client,
  );
  return requestsView(names.role(type.name, "itemRequests"), code`Item`, entity, sent);
}

export function collectionRequests(type: StructuredType, client: ClientFile): RequestsView {
  const { names } = client.context;
  const entity = names.role(type.name, "entity");
  const read = reachType(type.name, client);
  const body = writtenItemType(type.name, "create", client);
  const result = createdType(type.name, client) ?? read;
  const sent = collectionVerbs(
    type,
    { GET: code`List<${entity}>`, POST: code`Post<${body}, ${result}>` },
    functionType([[code`key: `, keyType(type.name, client)]], names.role(type.name, "itemRequests")),
    client,
  );
  return requestsView(names.role(type.name, "collectionRequests"), code`Collection`, entity, sent);
}

/** What creating gives, if a documented response has no content, as with 202 (RFC 9110 §15.3.3). */
export function createdType(name: QualifiedName, client: ClientFile): Code | undefined {
  const withoutContent = requestsTo("Collection", name, "POST", client).some(
    ({ status }) => status === 202 || status === 204,
  );
  return withoutContent ? code`${reachType(name, client)} | undefined` : undefined;
}

/** Whether requests to a collection of the type are possible. */
export function hasCollection(name: QualifiedName, { context }: Pick<ClientFile, "context">): boolean {
  return context.usage.inCollections.has(name) && context.selection.verbs("Collection", name) !== undefined;
}

/** An alias of what the runtime makes of the descriptor; an interface where verbs are documented, or some are missing. */
function requestsView(name: Code, builder: Code, entity: Code, { whole, members }: SentView): RequestsView {
  const base = code`${builder}${whole ? code`` : code`Paths`}<${entity}>`;
  return {
    view: members.length === 0 ? aliasView(name, base) : interfaceView(name, base, members),
    special: !whole || members.length > 0,
    whole,
  };
}
