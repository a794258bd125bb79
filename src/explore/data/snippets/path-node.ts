/** Follows the segments of a path through the client, by the same names and rules that its types are made by. */
import { jsonCode } from "../../../code/json-code.js";
import type { AnyProperty, ContainerChild, Operation, StructuredType } from "../../../edm/elements.js";
import { bindingTypeOf, isStructured, type Model } from "../../../edm/model.js";
import { simpleNameOf, type QualifiedName } from "../../../edm/names.js";
import { edm } from "../../../edm/primitive-types.js";
import { operationFactsIn } from "../../../facts/facts.js";
import { isStream } from "../../../facts/presence.js";
import type { OperationFacts } from "../../../facts/operation-facts.js";
import type { Argument } from "../../../merge/paths/path-segments.js";
import type { PathStep } from "../../../merge/paths/path-resolver.js";
import { accessText } from "./access.js";
import { keyOnPath } from "./keys.js";
import { isNode, type ClientNode, type NoSnippet, type Walk } from "./node.js";
import { onOneLine } from "./one-line.js";
import { sampleParameters } from "./sample-values.js";

const ROOT: ClientNode = { code: "client", kind: "root", many: false, functions: [] };

/** The node that steps lead to; `$value`, `$ref` and `$count` at their end are no nodes. */
export function nodeAt(steps: readonly PathStep[], walk: Walk): ClientNode | NoSnippet {
  let node = ROOT;
  for (const [index, step] of steps.entries()) {
    const next = afterStep(node, step, steps[index - 1], walk);
    if (!isNode(next)) return next;
    node = next;
  }
  return node;
}

function afterStep(node: ClientNode, step: PathStep, before: PathStep | undefined, walk: Walk): ClientNode | NoSnippet {
  switch (step.kind) {
    case "Child":
      return childNode(node, step.child, walk);
    case "Key":
      return keyNode(node, step.arguments, walk);
    case "Path":
      return node.kind === "item"
        ? { ...node, code: `byPath(${node.code}, "path")`, functions: [...node.functions, "byPath"] }
        : { reason: "only an entity has others by their paths" };
    case "Cast":
      return castNode(node, step.type, walk);
    case "Member":
      return memberNode(node, step.member, walk);
    case "Operation":
      return before !== undefined && isImport(before)
        ? calledNode(node, step.operation, step.arguments, walk)
        : operationNode(node, step.operation, step.arguments, walk);
    case "Value":
    case "References":
    case "Count":
      return { reason: "nothing follows a segment of the system" };
  }
}

function childNode({ code, functions }: ClientNode, child: ContainerChild, walk: Walk): ClientNode {
  const access = code + accessText(walk.segments.of(child));
  if (child.kind === "EntitySet")
    return { code: access, kind: "collection", type: child.entityType, many: true, through: child, functions };
  if (child.kind === "Singleton")
    return { code: access, kind: "item", type: child.type, many: false, through: child, functions };
  // The call of the import follows.
  return { code: access, kind: "root", many: false, functions };
}

function keyNode(node: ClientNode, key: readonly Argument[], walk: Walk): ClientNode | NoSnippet {
  if (node.kind !== "collection" || node.type === undefined)
    return { reason: "the client takes items by key of collections of entities alone" };
  const text = keyOnPath(node.type, key, walk);
  if (text === undefined) return { reason: `${node.type} declares no such key` };
  return { ...node, code: `${node.code}.${text}`, kind: "item", many: false };
}

function castNode(node: ClientNode, type: QualifiedName, walk: Walk): ClientNode | NoSnippet {
  if (type === node.type) return node;
  const model = walk.context.selection.paths;
  if (node.type === undefined || (node.kind !== "item" && node.kind !== "collection"))
    return { reason: "the client casts entities alone" };
  if (model.protocol === "2.0" || !isDerived(type, node.type, model))
    return { reason: `${type} is not derived from ${node.type}` };
  return { ...node, code: `${node.code}.as(${JSON.stringify(type)})`, type };
}

function isDerived(type: QualifiedName, base: QualifiedName, model: Model): boolean {
  return model.derived(base).some(({ name }) => name === type);
}

function memberNode(node: ClientNode, member: AnyProperty, walk: Walk): ClientNode | NoSnippet {
  const at = ownerOf(node, member, walk);
  if (!isNode(at)) return at;
  const { code, functions } = at;
  const { type } = member;
  if (member.kind === "Property") {
    if (isStream(member)) return { code: code + accessText(member.name), kind: "stream", many: false, functions };
    return propertyNode(at, member.name, type);
  }
  if (at.kind !== "item" || type === undefined || walk.context.selection.paths.type(type.type)?.kind !== "EntityType")
    return { reason: `the client has no path over ${member.name}` };
  return {
    code: code + accessText(walk.segments.of(member)),
    kind: type.collection ? "collection" : "item",
    type: type.type,
    many: type.collection,
    through: member,
    functions,
  };
}

/** Methods of the client, whose names no property has. */
const METHODS = new Set(["get", "post", "patch", "put", "delete", "byId", "as", "then", "toJSON"]);

function propertyNode(
  { code, functions, kind }: ClientNode,
  name: string,
  type: AnyProperty["type"],
): ClientNode | NoSnippet {
  if (METHODS.has(name) || (kind !== "item" && kind !== "property"))
    return { reason: `the client has no path over ${name}` };
  return {
    code: code + accessText(name),
    kind: "property",
    ...(type !== undefined && { type: type.type }),
    many: type?.collection === true,
    functions,
  };
}

/** The node, cast to the type that declares a member where a derived one does: pages leave the cast out. */
function ownerOf(node: ClientNode, member: AnyProperty, walk: Walk): ClientNode | NoSnippet {
  const model = walk.context.selection.paths;
  const type = node.type && model.type(node.type);
  if (type === undefined || !isStructured(type)) return { reason: "nothing leads on from a value of this type" };
  const declares = ({ properties, navigationProperties }: StructuredType) =>
    member.kind === "Property" ? properties.includes(member) : navigationProperties.includes(member);
  if ([type, ...model.bases(type)].some(declares)) return node;
  const derived = model.derived(type.name).find(declares);
  return derived === undefined ? { reason: `${type.name} has no such member` } : castNode(node, derived.name, walk);
}

function isImport(step: PathStep): boolean {
  return step.kind === "Child" && (step.child.kind === "ActionImport" || step.child.kind === "FunctionImport");
}

function operationNode(
  node: ClientNode,
  operation: Operation,
  given: readonly Argument[],
  walk: Walk,
): ClientNode | NoSnippet {
  const at = bound(node, operation, walk);
  if (!isNode(at)) return at;
  return calledNode({ ...at, code: at.code + accessText(walk.segments.of(operation)) }, operation, given, walk);
}

/** An action is not called before it is posted. */
function calledNode(
  { code, functions, through }: ClientNode,
  operation: Operation,
  given: readonly Argument[],
  walk: Walk,
): ClientNode {
  const facts = operationFactsIn(walk.context.pathFacts, operation);
  const base = { many: facts.result?.type.collection === true, operation: facts, functions };
  if (operation.kind === "Action") return { ...base, code, kind: "action", ...(through !== undefined && { through }) };
  return { ...base, ...resultOf(facts, walk), code: `${code}(${callText(facts, given, walk)})` };
}

function bound(node: ClientNode, operation: Operation, walk: Walk): ClientNode | NoSnippet {
  const binding = bindingTypeOf(operation);
  const reason = `the client calls ${simpleNameOf(operation.name)} of entities alone`;
  if (binding === undefined || node.type === undefined) return { reason };
  if (node.kind !== (binding.collection ? "collection" : "item")) return { reason };
  const model = walk.context.selection.paths;
  return isDerived(node.type, binding.type, model) ? node : castNode(node, binding.type, walk);
}

/** The parameters of a function: those that are required, and those that the path writes. */
function callText({ parameters }: OperationFacts, given: readonly Argument[], walk: Walk): string {
  const texts = new Map(given.flatMap(({ name, value }) => (name === undefined ? [] : [[name.toLowerCase(), value]])));
  const named = new Map([...texts].map(([name, text]) => [name, textOf(name, text, parameters)]));
  const values = sampleParameters(parameters, walk, named);
  return Object.keys(values).length === 0 ? "" : onOneLine(jsonCode(values));
}

/** A value that the path writes, such as `D7`; for a placeholder the name of the parameter. */
function textOf(lowerCase: string, text: string, parameters: OperationFacts["parameters"]): string {
  if (!/[{<]/.test(text) && text !== "") return text;
  return parameters.find(({ name }) => name.toLowerCase() === lowerCase)?.name ?? lowerCase;
}

/** What a call leads to: paths go on from entities, and from a structured value, that a composable function returns. */
function resultOf({ result, composable }: OperationFacts, { context }: Walk): Pick<ClientNode, "kind" | "type"> {
  if (result === undefined) return { kind: "result" };
  const { type, collection } = result.type;
  if (type === edm("Stream")) return { kind: "stream" };
  const declared = context.model.type(type);
  const leadsOn =
    composable && declared?.kind === "EntityType" && context.selection.verbs("Entity", type) !== undefined;
  if (leadsOn) return { kind: collection ? "collection" : "item", type };
  return { kind: composable && declared?.kind === "ComplexType" && !collection ? "property" : "result", type };
}
