import type { TypeData } from "../../explore/data/format.js";
import { type Content, element } from "../elements/element.js";
import { isStructured, types } from "../model/types.js";
import { relationsSection } from "../picture/relations-section.js";
import { changesSection } from "./changes.js";
import { findingsSection } from "./findings.js";
import type { Page } from "./page.js";
import { pathsSection } from "./paths/paths-section.js";
import { requestsSection } from "./requests/requests-section.js";
import { enumTable } from "./types/enum-table.js";
import { inheritanceSection } from "./types/inheritance-section.js";
import { membersTable } from "./types/members-table.js";
import { operationsSection } from "./types/operations-section.js";
import { typeHeader } from "./types/type-header.js";
import { usedBySection } from "./types/used-by-section.js";

/**
 * A type: what it has, how to reach it, what it is related to, and what uses it. Marks a member, or the path of a child
 * of the container: `/users`.
 */
export function typePage([name = "", member]: readonly string[]): Page | undefined {
  const type = types().get(name);
  return (
    type && {
      title: name,
      content: [
        typeHeader(type),
        changesSection(name),
        findingsSection(name, member),
        partsOf(type),
        usedBySection(name),
      ],
      marked: member && `member-${member}`,
    }
  );
}

/** What a selection has of a type that is on the way of its paths. */
function passedNote(): Content {
  return element("p", "Selected paths lead through this type alone: the client sends no request to it.");
}

function partsOf(type: TypeData): Content {
  if (type.kind === "EnumType") return enumTable(type);
  return (
    isStructured(type) && [
      type.passed ? passedNote() : membersTable(type),
      operationsSection(type),
      requestsSection(type.name),
      pathsSection(type.name),
      relationsSection(type),
      inheritanceSection(type),
    ]
  );
}
