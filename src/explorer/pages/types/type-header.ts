import { shortName } from "../../../explore/data/picture/short-name.js";
import type { TypeData } from "../../../explore/data/format.js";
import { copyButton } from "../../elements/copy-button.js";
import { type Content, element } from "../../elements/element.js";
import { linkTo } from "../../elements/links.js";
import { basesOf, isStructuredData, type ModelIndex } from "../../model/model-index.js";
import { typeRoute } from "../../routes/route.js";
import { changeBadge } from "../changes.js";
import { saidDetails } from "../said.js";
import { badge, statements } from "./element-parts.js";
import { exportsOf, importText, typeBadges } from "./type-texts.js";

/** What a type is, its base types, and its names. */
export function typeHeader(type: TypeData, index: ModelIndex): Content {
  const names = exportsOf(type).map((name) => [" ", element("code", {}, name)]);
  return element(
    "div",
    { class: "about" },
    element(
      "p",
      { class: "badges" },
      typeBadges(type).map(badge),
      changeBadge(type.name, index),
      " ",
      copyButton(type.name, "the qualified name"),
    ),
    isStructuredData(type) ? baseChain(basesOf(type, index), index) : undefined,
    element("p", { class: "exports" }, "TypeScript", names, " ", copyButton(importText(type), "the import")),
    statements(type),
    saidDetails(type.said, index),
  );
}

function baseChain(bases: readonly TypeData[], { data }: ModelIndex): Content {
  if (bases.length === 0) return undefined;
  const links = bases.map(({ name }) => [" ← ", linkTo(typeRoute(name), shortName(name, data))]);
  return element("p", { class: "bases" }, "Based on", links);
}
