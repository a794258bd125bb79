/** The requests to entities or collections of a type, as members of its builders. */
import type { StructuredType } from "../../edm/elements.js";
import type { BuilderMember } from "./builder-view.js";
import { requestsTo, type ClientFile } from "./client-file.js";
import { code } from "../../code/code.js";
import type { Layout } from "../../code/layout.js";
import { docOf } from "../docs/doc.js";
import { withTags } from "../docs/doc-tags.js";
import { requestNoteOf } from "../docs/request-notes.js";

/** The types of the verbs by HTTP method. */
export type VerbTypes = Readonly<Record<string, Layout>>;

export interface SentView {
  /** Whether the runtime's interface for an entity or a collection has all of it. */
  readonly whole: boolean;
  readonly members: readonly BuilderMember[];
}

/** Where all verbs are selected, only documented ones are declared anew; else each one that is selected. */
export function entityVerbs(type: StructuredType, verbs: VerbTypes, client: ClientFile): SentView {
  const selected = client.context.selection.verbs("Entity", type.name);
  if (selected === "all") return { whole: true, members: verbMembers("Entity", type, verbs, client) };
  const chosen = chosenOf(verbs, selected?.methods);
  const whole = Object.keys(chosen).length === Object.keys(verbs).length;
  return { whole, members: verbMembers("Entity", type, chosen, client, !whole) };
}

/** The same for a collection, with `byId`, and with `$count` where it can be read. */
export function collectionVerbs(type: StructuredType, verbs: VerbTypes, byId: Layout, client: ClientFile): SentView {
  const entity = client.context.names.role(type.name, "entity");
  const selected = client.context.selection.verbs("Collection", type.name);
  if (selected === "all") return { whole: true, members: verbMembers("Collection", type, verbs, client) };
  const chosen = chosenOf(verbs, selected?.methods);
  const keyed = selected?.keyed === true;
  const whole = keyed && Object.keys(chosen).length === Object.keys(verbs).length;
  const members = verbMembers("Collection", type, chosen, client, !whole);
  if (whole) return { whole, members };
  const count = { doc: null, name: "$count", type: code`(query?: CountQuery<${entity}>) => ODataRequest<number>` };
  return {
    whole,
    members: [
      ...members,
      ...(keyed ? [{ doc: null, name: "byId", type: byId }] : []),
      ...("GET" in chosen ? [count] : []),
    ],
  };
}

function chosenOf(verbs: VerbTypes, methods: ReadonlySet<string> = new Set()): VerbTypes {
  return Object.fromEntries(Object.entries(verbs).filter(([method]) => methods.has(method)));
}

function verbMembers(
  kind: "Entity" | "Collection",
  { name }: StructuredType,
  verbs: VerbTypes,
  client: ClientFile,
  each = false,
): readonly BuilderMember[] {
  return Object.entries(verbs).flatMap(([method, type]) => {
    const requests = requestsTo(kind, name, method, client);
    if (!each && requests.length === 0) return [];
    const note = requestNoteOf(requests);
    return [{ doc: withTags(docOf(...note.paragraphs), note), name: method.toLowerCase(), type }];
  });
}
