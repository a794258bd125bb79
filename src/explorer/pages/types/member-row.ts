import type { MemberData, StructuredData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { folded } from "../../elements/folded.js";
import { linkTo, typeLink } from "../../elements/links.js";
import { isCollectionText } from "../../model/type-names.js";
import { accessWords } from "./access-words.js";
import { changeBadge } from "../changes.js";
import { findingsBadge } from "../findings.js";
import { saidDetails } from "../said.js";
import { badge, statements } from "./element-parts.js";
import { tableRow } from "../../elements/table.js";

export const memberColumns = ["Name", "Type", "TypeScript", "Read", "Create", "Update", "Description", "Said by"];

/** A row of the table of members of `type`, which may have inherited it from `owner`. */
export function memberRow(member: MemberData, owner: StructuredData, type: StructuredData, tick: Content): HTMLElement {
  const { name, type: typeText = "not stated", facets, partner, read, default: value, example } = member;
  const path = `${owner.name}/${name}`;
  const badges = [badgesOf(member, type).map(badge), changeBadge(path), findingsBadge(path)];
  const cells = [
    [tick, linkTo(["type", type.name, name], name), badges],
    [typeLink(typeText), note(facets), note(partner && `partner ${partner}`)],
    [inCode(read), writtenTypes(member)],
    ...accessWords(member).map((word) => element("span", { class: word }, word)),
    [statements(member), exactText("Default ", value), exactText("Example ", example)],
    saidDetails(member),
  ];
  return tableRow(memberColumns, cells, `member-${name}`);
}

function note(text: string | undefined): Content {
  return text && element("small", text);
}

function exactText(heading: string, text: string | undefined): Content {
  return text !== undefined && element("p", heading, inCode(text));
}

function badgesOf({ kind, name, type, contained, stream, segment }: MemberData, { key }: StructuredData) {
  const isNavigation = kind === "NavigationProperty";
  const badges = [
    key?.includes(name) && "key",
    isNavigation && (contained ? "contained" : "navigation"),
    isNavigation && isCollectionText(type) && "collection",
    stream && "stream",
    segment && `.${segment}`,
  ];
  return badges.filter((text) => typeof text === "string");
}

/** The types of values in bodies, where they differ from that of one that is read. */
function writtenTypes({ create, update }: MemberData): Content {
  const written = Object.entries({ create, update }).filter(([, text]) => typeof text === "string");
  const lines = () => written.map(([shape, text]) => element("p", `${shape}: `, inCode(text ?? "")));
  return written.length > 0 && folded("written", "as written", lines);
}
