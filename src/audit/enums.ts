/** The lists of members that pages show of an enum, against the CSDL. */
import type { EnumType, Member } from "../edm/elements.js";
import type { EdmType } from "../edm/model.js";
import type { Finding } from "./finding.js";
import { listed, matchOf } from "./near-names.js";
import type { TypeIndex } from "./type-index.js";
import { absent, otherKind, otherName } from "./types.js";

/** `unknownFutureValue` alone is no difference: it announces members, it is none. */
function isSentinel({ name }: Member): boolean {
  return name.toLowerCase() === "unknownfuturevalue";
}

export function enumFindings(said: EnumType, index: TypeIndex): readonly Finding[] {
  const type = enumMeant(said, index);
  // A list inside a row speaks of the type of the row, which is compared where the row is.
  const declares = said.by === "enumPage" || said.by === "valuesTable";
  if (type === undefined) {
    if (said.by === "enumPage") return [absent(said, index)];
    return declares ? [withoutEnum(said)] : [];
  }
  if (type.kind === "EnumType" && hasLittleInCommon(said, type)) return [ofOtherValues(said, type)];
  if (type.kind !== "EnumType") return declares ? [otherKind(said, type)] : [];
  const named = type.name === said.name || said.by !== "enumPage" ? [] : [otherName(said, type)];
  return [...named, ...memberFindings(said, type)];
}

/** One of the same simple name in another namespace is another enum, unless they have a member in common. */
function enumMeant(said: EnumType, index: TypeIndex): EdmType | undefined {
  const type = index.find(said.name);
  if (type?.kind !== "EnumType" || type.name === said.name) return type;
  const names = new Set(type.members.map(({ name }) => name.toLowerCase()));
  return said.members.some((member) => !isSentinel(member) && names.has(member.name.toLowerCase())) ? type : undefined;
}

function withoutEnum(said: EnumType): Finding {
  const message = "the CSDL has no enum of this name; say which property takes these values";
  return { cause: "values-without-enum", element: said.name, message, page: said.at };
}

/** How long a list is of which a page may have got some members wrong, but not most. */
const SHORT = 6;

function hasLittleInCommon({ members }: EnumType, type: EnumType): boolean {
  const names = new Set(type.members.map(({ name }) => name.toLowerCase()));
  const common = members.filter(({ name }) => names.has(name.toLowerCase())).length;
  return members.length > SHORT && common * 2 < members.length;
}

function ofOtherValues(said: EnumType, type: EnumType): Finding {
  return {
    cause: "list-of-other-values",
    element: type.name,
    message: `most of the ${said.members.length} values listed are no members of the enum in the CSDL`,
    page: said.at,
    csdl: type.at,
  };
}

function memberFindings(said: EnumType, type: EnumType): readonly Finding[] {
  const declared = new Map<string, Member>(type.members.map((member) => [member.name, member]));
  const shown = new Set<string>(said.members.map(({ name }) => name));
  const meant = new Set<string>();
  const findings = said.members.flatMap((member): readonly Finding[] => {
    const found = declared.get(member.name);
    if (found !== undefined) return valueFindings(member, found, type);
    if (isSentinel(member)) return [];
    const match = matchOf(member.name, [...declared.keys()], shown);
    if (match !== undefined) meant.add(match.name);
    return [otherMember(member, type, match, declared)];
  });
  const lacking = type.members.filter(
    (member) => !shown.has(member.name) && !meant.has(member.name) && !isSentinel(member),
  );
  return [...findings, ...lackingFindings(said, type, lacking)];
}

function otherMember(
  { name, at }: Member,
  type: EnumType,
  match: ReturnType<typeof matchOf>,
  declared: ReadonlyMap<string, Member>,
): Finding {
  const element = `${type.name}/${name}`;
  if (match === undefined) {
    const message = "the enum has no such member in the CSDL";
    return { cause: "member-not-in-csdl", element, message, page: at, csdl: type.at };
  }
  return {
    cause: match.kind === "letterCase" ? "member-letter-case" : "member-near-miss",
    element,
    message: `documented as ${name}, in CSDL ${match.name}`,
    page: at,
    csdl: declared.get(match.name)?.at ?? type.at,
    suggestion: match.name,
  };
}

/** Numbers are compared where the page has them. */
function valueFindings(said: Member, csdl: Member, type: EnumType): readonly Finding[] {
  if (said.value === undefined || csdl.value === undefined || said.value === csdl.value) return [];
  return [
    {
      cause: "member-value-differs",
      element: `${type.name}/${said.name}`,
      message: `documented with the number ${said.value}, in CSDL ${csdl.value}`,
      page: said.at,
      csdl: csdl.at,
      suggestion: String(csdl.value),
    },
  ];
}

function lackingFindings(said: EnumType, type: EnumType, lacking: readonly Member[]): readonly Finding[] {
  const [first] = lacking;
  if (first === undefined) return [];
  const names = lacking.map(({ name }) => name);
  return [
    {
      cause: "members-undocumented",
      element: type.name,
      message: `the list lacks ${listed(names)}`,
      page: said.at,
      csdl: first.at,
      suggestion: names.join(", "),
    },
  ];
}
