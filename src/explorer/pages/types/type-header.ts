import type { TypeData } from "../../../explore/data/format.js";
import { copyButton } from "../../elements/copy-button.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkToType } from "../../elements/links.js";
import { basesOf, isStructured } from "../../model/types.js";
import { changeBadge } from "../changes.js";
import { saidDetails } from "../said.js";
import { badge, statements } from "./element-parts.js";
import { exportsOf, importText, typeBadges } from "./type-texts.js";

/** What a type is, its base types, and its names. */
export function typeHeader(type: TypeData): Content {
  const bases = isStructured(type) ? basesOf(type) : [];
  const names = exportsOf(type).map((name) => [" ", inCode(name)]);
  return element(
    "div.about",
    element(
      "p.badges",
      typeBadges(type).map(badge),
      changeBadge(type.name),
      " ",
      copyButton(type.name, "the qualified name"),
    ),
    bases.length > 0 &&
      element(
        "p.bases",
        "Based on",
        bases.map(({ name }) => [" ← ", linkToType(name)]),
      ),
    element("p.exports", "TypeScript", names, " ", copyButton(importText(type), "the import")),
    statements(type),
    saidDetails(type),
  );
}
