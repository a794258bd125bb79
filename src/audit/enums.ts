/** Compares documented member lists of enums with the CSDL. */
import type { EnumType, Member } from "../edm/elements.js";
import type { EdmType } from "../edm/model.js";
import type { Finding } from "./finding.js";
import { listed, matchOf } from "./near-names.js";
import type { TypeIndex } from "./type-index.js";
import { absent, otherKind, otherName } from "./types.js";

/** Whether a member is the sentinel `unknownFutureValue`, which is ignored when comparing lists. */
function isSentinel({ name }: Member): boolean {
  return name.toLowerCase() === "unknownfuturevalue";
}

export function enumFindings(documented: EnumType, index: TypeIndex): readonly Finding[] {
  const type = enumMeant(documented, index);
  // The type of a table row with such a list is compared with the row.
  const declares = documented.by === "enumPage" || documented.by === "valuesTable";
  if (type === undefined) {
    if (documented.by === "enumPage") return [absent(documented, index)];
    return declares ? [withoutEnum(documented)] : [];
  }
  if (type.kind === "EnumType" && hasLittleInCommon(documented, type)) return [ofOtherValues(documented, type)];
  if (type.kind !== "EnumType") return declares ? [otherKind(documented, type)] : [];
  const named = type.name === documented.name || documented.by !== "enumPage" ? [] : [otherName(documented, type)];
  return [...named, ...memberFindings(documented, type)];
}

/** Finds the enum that a page means. One in another namespace with the same simple name must share a member. */
function enumMeant(documented: EnumType, index: TypeIndex): EdmType | undefined {
  const type = index.find(documented.name);
  if (type?.kind !== "EnumType" || type.name === documented.name) return type;
  const names = new Set(type.members.map(({ name }) => name.toLowerCase()));
  return documented.members.some((member) => !isSentinel(member) && names.has(member.name.toLowerCase()))
    ? type
    : undefined;
}

function withoutEnum(documented: EnumType): Finding {
  const message = "the CSDL has no enum of this name; name the property that takes these values";
  return { cause: "values-without-enum", element: documented.name, message, page: documented.at };
}

/** From this length on, a list with mostly wrong members is taken for one of another enum. */
const SHORT = 6;

function hasLittleInCommon({ members }: EnumType, type: EnumType): boolean {
  const names = new Set(type.members.map(({ name }) => name.toLowerCase()));
  const common = members.filter(({ name }) => names.has(name.toLowerCase())).length;
  return members.length > SHORT && common * 2 < members.length;
}

function ofOtherValues(documented: EnumType, type: EnumType): Finding {
  return {
    cause: "list-of-other-values",
    element: type.name,
    message: `most of the ${documented.members.length} listed values are not members of the enum in the CSDL`,
    page: documented.at,
    csdl: type.at,
  };
}

function memberFindings(documented: EnumType, type: EnumType): readonly Finding[] {
  const declared = new Map<string, Member>(type.members.map((member) => [member.name, member]));
  const shown = new Set<string>(documented.members.map(({ name }) => name));
  const suggested = new Set<string>();
  const findings = documented.members.flatMap((member): readonly Finding[] => {
    const found = declared.get(member.name);
    if (found !== undefined) return valueFindings(member, found, type);
    if (isSentinel(member)) return [];
    const match = matchOf(member.name, [...declared.keys()], shown);
    if (match !== undefined) suggested.add(match.name);
    return [otherMember(member, type, match, declared)];
  });
  const lacking = type.members.filter(
    (member) => !shown.has(member.name) && !suggested.has(member.name) && !isSentinel(member),
  );
  return [...findings, ...lackingFindings(documented, type, lacking)];
}

function otherMember(
  { name, at }: Member,
  type: EnumType,
  match: ReturnType<typeof matchOf>,
  declared: ReadonlyMap<string, Member>,
): Finding {
  const element = `${type.name}/${name}`;
  if (match === undefined) {
    const message = "the CSDL does not declare this member";
    return { cause: "member-not-in-csdl", element, message, page: at, csdl: type.at };
  }
  return {
    cause: match.kind === "letterCase" ? "member-letter-case" : "member-near-miss",
    element,
    message: `documented as ${name}, declared as ${match.name} in the CSDL`,
    page: at,
    csdl: declared.get(match.name)?.at ?? type.at,
    suggestion: match.name,
  };
}

/** Compares the numbers of members, if the page has any. */
function valueFindings(documented: Member, csdl: Member, type: EnumType): readonly Finding[] {
  if (documented.value === undefined || csdl.value === undefined || documented.value === csdl.value) return [];
  return [
    {
      cause: "member-value-differs",
      element: `${type.name}/${documented.name}`,
      message: `documented with the number ${documented.value}, declared with ${csdl.value} in the CSDL`,
      page: documented.at,
      csdl: csdl.at,
      suggestion: String(csdl.value),
    },
  ];
}

function lackingFindings(documented: EnumType, type: EnumType, lacking: readonly Member[]): readonly Finding[] {
  const [first] = lacking;
  if (first === undefined) return [];
  const names = lacking.map(({ name }) => name);
  return [
    {
      cause: "members-undocumented",
      element: type.name,
      message: `the list omits ${listed(names)}`,
      page: documented.at,
      csdl: first.at,
      suggestion: names.join(", "),
    },
  ];
}
