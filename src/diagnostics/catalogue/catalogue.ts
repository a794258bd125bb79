import { cliEntries } from "./cli.js";
import { configEntries } from "./config.js";
import { csdlEntries } from "./csdl.js";
import { foreignEntries } from "./foreign.js";
import { keptEntries } from "./kept.js";
import { mergeEntries } from "./merge.js";
import { outputEntries } from "./output.js";
import { pagesEntries } from "./pages.js";
import { renderingEntries } from "./rendering.js";
import { selectEntries } from "./select.js";
import { sourcesEntries } from "./sources.js";
import { templatesEntries } from "./templates.js";
import { vocabulariesEntries } from "./vocabularies.js";
import { viewsEntries } from "./views.js";

/** Every diagnostic of the tool by its stable code. Each room that reports has a file. */
export const catalogue = {
  ...configEntries,
  ...sourcesEntries,
  ...foreignEntries,
  ...csdlEntries,
  ...pagesEntries,
  ...mergeEntries,
  ...vocabulariesEntries,
  ...selectEntries,
  ...viewsEntries,
  ...renderingEntries,
  ...templatesEntries,
  ...outputEntries,
  ...keptEntries,
  ...cliEntries,
};

export type Code = keyof typeof catalogue;

/** The parameters of the message of a code. */
export type Params<C extends Code> = Parameters<(typeof catalogue)[C]["message"]>[0];
