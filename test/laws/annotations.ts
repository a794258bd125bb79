/** Annotations of every kind of expression (CSDL 4.01 §14.3, §14.4). */
import type { Draw } from "./draw.js";
import { node, textNode, type XmlNode } from "./xml-tree.js";

/** How names of the model are written here: with their namespace or with its alias. */
export interface Vocabulary {
  /** Terms of the model. */
  readonly terms: readonly string[];
  /** A type for records and casts, and the members of an enum, as far as there are any. */
  readonly types: readonly string[];
  readonly members: readonly string[];
}

const CONSTANTS: readonly (readonly [kind: string, values: readonly string[]])[] = [
  ["Bool", ["true", "false"]],
  ["Int", ["0", "-1", "9223372036854775807"]],
  ["Decimal", ["1.10", "79228162514264337593543950335.01"]],
  ["Float", ["1.5", "-INF", "1.5E10"]],
  ["Date", ["2020-02-29"]],
  ["DateTimeOffset", ["2020-01-01T00:00:00Z"]],
  ["TimeOfDay", ["12:00:00"]],
  ["Duration", ["P1D"]],
  ["Guid", ["00000000-0000-0000-0000-000000000001"]],
  ["Binary", ["AAAA"]],
];

const PATHS = ["Path", "PropertyPath", "NavigationPropertyPath", "AnnotationPath", "ModelElementPath"] as const;
const BINARY = ["And", "Or", "Eq", "Ne", "Gt", "Ge", "Lt", "Le", "In", "Add", "Sub", "Mul", "Div", "DivBy", "Mod"];

/** Constants and paths have attribute notation as well. */
function drawText(draw: Draw, { members }: Vocabulary): readonly [kind: string, value: string] {
  const choice = draw.count(3);
  if (choice === 0) return ["String", draw.text()];
  if (choice === 1) return [draw.pick(PATHS), draw.pick(["id", "a/b", "@Core.Description", "$it"])];
  const member = choice === 2 ? draw.pickMaybe(members) : undefined;
  if (member !== undefined) return ["EnumMember", member];
  const [kind, values] = draw.pick(CONSTANTS);
  return [kind, draw.pick(values)];
}

function drawExpression(draw: Draw, words: Vocabulary, depth: number): XmlNode {
  const inner = () => drawExpression(draw, words, depth - 1);
  if (depth === 0 || draw.once(3)) return textNode(...drawText(draw, words));
  const nested = (): readonly XmlNode[] => (draw.once(4) ? drawAnnotations(draw, words, depth - 1) : []);
  const type = draw.pickMaybe(words.types) ?? "Edm.String";
  switch (draw.count(10)) {
    case 0:
      return node("Null", {}, nested());
    case 1:
      return node("Collection", {}, draw.list(3, inner));
    case 2:
      return node(draw.pick(BINARY), {}, [inner(), inner(), ...nested()]);
    case 3:
      return node(draw.pick(["Not", "Neg"]), {}, [inner(), ...nested()]);
    case 4:
      return node("If", {}, [inner(), inner(), ...(draw.once(3) ? [] : [inner()]), ...nested()]);
    case 5:
      return node("Apply", { Function: "odata.concat" }, [...draw.list(2, inner), ...nested()]);
    case 6:
      return node(draw.pick(["Cast", "IsOf"]), { Type: draw.once(2) ? `Collection(${type})` : type }, [
        inner(),
        ...nested(),
      ]);
    case 7:
      return node("LabeledElement", { Name: "label" }, [inner(), ...nested()]);
    case 8:
      return node("UrlRef", {}, [inner(), ...nested()]);
    default:
      return drawRecord(draw, words, depth);
  }
}

function drawRecord(draw: Draw, words: Vocabulary, depth: number): XmlNode {
  const taken = new Set<string>();
  const type = draw.once(2) ? draw.pickMaybe(words.types) : undefined;
  const values = draw.list(3, () => holder("PropertyValue", { Property: draw.name(taken) }, draw, words, depth - 1));
  return node("Record", { Type: type }, values);
}

/** An element with one value, in attribute or element notation, and annotations on it. */
function holder(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  draw: Draw,
  words: Vocabulary,
  depth: number,
): XmlNode {
  const nested = depth > 0 && draw.once(6) ? drawAnnotations(draw, words, depth - 1) : [];
  if (!draw.once(2)) {
    const [kind, value] = drawText(draw, words);
    return node(name, { ...attributes, [kind]: value }, nested);
  }
  return node(name, attributes, [drawExpression(draw, words, depth), ...nested]);
}

/** Some annotations, no two of which have one identity (CSDL 4.01 §14.2.1). */
export function drawAnnotations(draw: Draw, words: Vocabulary, depth = 2, most = 2): readonly XmlNode[] {
  const qualifiers = new Set<string>();
  return words.terms.length === 0
    ? []
    : draw.list(most, () => {
        const attributes = { Term: draw.pick(words.terms), Qualifier: draw.name(qualifiers) };
        return holder("Annotation", attributes, draw, words, depth);
      });
}

/** What the tool puts to use: its own descriptions and tags of the standard vocabulary. */
export function drawCore(draw: Draw, tags: readonly string[] = []): readonly XmlNode[] {
  const described = draw.once(4)
    ? [node("Annotation", { Term: "Org.OData.Core.V1.Description", String: draw.text() })]
    : [];
  const tagged = tags.flatMap((tag) =>
    draw.once(6)
      ? [node("Annotation", { Term: `Core.${tag}`, ...(draw.once(2) && { Bool: String(draw.once(2)) }) })]
      : [],
  );
  return [...described, ...tagged];
}
