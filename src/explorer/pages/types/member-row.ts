import type { MemberData, StructuredData } from "../../../explore/data/format.js";
import { type Content, element } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { linkTo, typeLink } from "../../elements/links.js";
import type { ModelIndex } from "../../model/model-index.js";
import { isCollectionText } from "../../model/type-names.js";
import { typeRoute } from "../../routes/route.js";
import { accessWords } from "./access-words.js";
import { changeBadge } from "../changes.js";
import { findingsBadge } from "../findings.js";
import { saidDetails } from "../said.js";
import { badge, statements } from "./element-parts.js";
import { tableRow } from "../../elements/table.js";

export const memberColumns = ["Name", "Type", "TypeScript", "Read", "Create", "Update", "Description", "Said by"];

/** A member of `owner`, on the page of a type that may have inherited it. */
export interface ShownMember {
  readonly member: MemberData;
  readonly owner: StructuredData;
  readonly type: StructuredData;
}

/** A row of the table of members. */
export function memberRow({ member, owner, type }: ShownMember, tick: Content, index: ModelIndex): HTMLElement {
  const path = `${owner.name}/${member.name}`;
  const { read, create, update } = accessWords(member);
  const cells = [
    [
      typeLink(member.type ?? "not stated", index),
      [member.facets, member.partner && `partner ${member.partner}`].map((text) => text && element("small", {}, text)),
    ],
    typescript(member),
    word(read),
    word(create),
    word(update),
    [statements(member), values(member)],
    saidDetails(member.said, index),
  ];
  const name = linkTo(typeRoute(type.name, member.name), member.name);
  const marks = [badgesOf(member, type).map(badge), changeBadge(path, index), findingsBadge(path, index)];
  return tableRow(memberColumns, `member-${member.name}`, [tick, name, marks], cells);
}

function word(text: string): Content {
  return element("span", { class: text }, text);
}

function badgesOf({ kind, name, type, contained, stream, segment }: MemberData, { key }: StructuredData) {
  const navigation = kind === "NavigationProperty" && (contained ? "contained" : "navigation");
  const badges = [
    key?.includes(name) && "key",
    navigation,
    navigation && isCollectionText(type) && "collection",
    stream && "stream",
    segment && `.${segment}`,
  ];
  return badges.filter((text) => typeof text === "string");
}

/** The type of a value that is read; opened those of bodies, where they differ. */
function typescript({ read, create, update }: MemberData): Content {
  const written = Object.entries({ create, update }).filter(([, text]) => typeof text === "string");
  const lines = () => written.map(([shape, text]) => element("p", {}, `${shape}: `, element("code", {}, text ?? "")));
  return [element("code", {}, read), written.length === 0 ? undefined : folded("written", "as written", lines)];
}

function values({ default: value, example }: MemberData): Content {
  return [
    value === undefined ? undefined : element("p", {}, "Default ", element("code", {}, value)),
    example === undefined ? undefined : element("p", {}, "Example ", element("code", {}, example)),
  ];
}
