import type { TypeData } from "../../explore/data/format.js";
import type { Content } from "../elements/element.js";
import { isStructuredData, type ModelIndex } from "../model/model-index.js";
import { relationsSection } from "../picture/relations-section.js";
import type { Route } from "../routes/route.js";
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
 * A type: what it has, how to reach it, what it is related to, and what uses it. Marks a member, or the path of a child of the container: `/users`.
 */
export function typePage({ parts: [name = "", member] }: Route, index: ModelIndex): Page | undefined {
  const type = index.types.get(name);
  if (type === undefined) return undefined;
  const content = [
    typeHeader(type, index),
    changesSection(name, index),
    findingsSection(name, index, member),
    partsOf(type, index),
    usedBySection(name, index),
  ];
  return { title: name, content, marked: member && `member-${member}` };
}

function partsOf(type: TypeData, index: ModelIndex): Content {
  if (type.kind === "EnumType") return enumTable(type, index);
  if (!isStructuredData(type)) return undefined;
  return [
    membersTable(type, index),
    operationsSection(type, index),
    requestsSection(type.name, index),
    pathsSection(type.name, index),
    relationsSection(type, index),
    inheritanceSection(type, index),
  ];
}
