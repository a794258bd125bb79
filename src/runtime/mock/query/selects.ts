import type { SelectItem, TypeAt } from "./contract.js";
import { QueryFault } from "./fault.js";
import { isDerived, isOpen, kindOf, memberOf, typeNamed } from "./names.js";
import { spelledMember } from "./spelling.js";
import { NAME, type Options, type Parsing } from "./parsing.js";
import { isOperation, unknownMember } from "./paths.js";

/** Reads the options behind an item of a list, if there are some. */
export type ReadOptions = (parsing: Parsing, type: TypeAt) => Options | undefined;

/** The items of `$select` (URL Conventions 4.01 §5.1.4). */
export function readSelect(parsing: Parsing, type: TypeAt, readOptions: ReadOptions): readonly SelectItem[] {
  const items: SelectItem[] = [];
  do {
    parsing.count();
    items.push(readSelectItem(parsing, type, readOptions));
  } while (parsing.takes(","));
  return items;
}

function readSelectItem(parsing: Parsing, type: TypeAt, readOptions: ReadOptions): SelectItem {
  // Operations and annotations select nothing of what the mock has.
  if (parsing.take(/[\w.]+\.\*/y)) return { path: [] };
  const path: string[] = [];
  let at = type;
  do {
    if (parsing.take(/\*/y)) return { path: path.length > 0 ? path : ["*"] };
    if (parsing.take(/@[\p{L}_][\p{L}\p{N}_.#]*(?![\p{L}\p{N}_.#(])/uy)) return { path: [] };
    if (parsing.text[parsing.at] === "@") throw new QueryFault(501, "Options of annotations are not supported.");
    const [written] = parsing.take(NAME) ?? parsing.fail("A name is expected");
    const name = spelledMember(parsing.service, at.type, written);
    const next = segment(parsing, at, name, path);
    if (next === undefined) return { path: [] };
    at = next;
  } while (parsing.take(/\//y));
  const query = readOptions(parsing, at);
  return query === undefined ? { path } : { path, query };
}

/** What a segment leads to; undefined for operations. */
function segment(parsing: Parsing, at: TypeAt, name: string, path: string[]): TypeAt | undefined {
  const { service } = parsing;
  const member = memberOf(service, at.type, name);
  if (member) {
    const isPlain = kindOf(service, at.type) === "structured";
    if (isPlain) path.push(name);
    return { type: member.type, collection: member.collection };
  }
  const cast = typeNamed(service, name, at.type);
  if (cast && (isDerived(service, cast, at.type) || isDerived(service, at.type, cast))) return { ...at, type: cast };
  if (isOperation(service, name)) {
    parsing.take(/\([\w,]*\)/y);
    return undefined;
  }
  if (!isOpen(service, at.type)) throw unknownMember(service, { type: at.type }, name);
  path.push(name);
  return { type: "Edm.Untyped" };
}
