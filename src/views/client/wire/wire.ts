/**
 * How the client's names are written on the wire, where that differs: the few facts that its types cannot carry. One
 * table serves the whole service, so the names of segments are given over the whole model.
 */
import type { ContainerChild, NavigationProperty, Operation } from "../../../edm/elements.js";
import { isMicrosoftGraph } from "../../../edm/microsoft-graph.js";
import { Capabilities, isTagged } from "../../../edm/vocabulary.js";
import type { ViewContext } from "../../view-context.js";
import { exactNames } from "./exact-names.js";
import { irregularNames } from "./irregular-names.js";
import { keyKinds } from "./key-kinds.js";
import { mediaNames } from "./media-names.js";
import { parameterKinds } from "./parameter-kinds.js";
import { Segments } from "./segments.js";
import { typeEntries, waysOf } from "./ways.js";
import { importMethods } from "./import-methods.js";
import { navigationNames, valueKinds, waysToValues } from "./value-kinds.js";
import type { WireEntry } from "./wire-entry.js";

export interface Wire {
  /** The client's name of a navigation property, operation, or child of the container. */
  segment(element: NavigationProperty | Operation | ContainerChild): string;
  readonly segments: readonly WireEntry[];
  readonly parameters: readonly WireEntry[];
  readonly keys: readonly WireEntry[];
  readonly types: readonly WireEntry[];
  readonly keyStyle: "segment" | "parentheses";
  /** Properties and parameters whose numbers are sent as strings; undefined where the client does not do so. */
  readonly exactNumbers: readonly string[] | undefined;
  /** Segments whose name does not tell whether they lead to a collection; none for Microsoft Graph, which has hundreds. */
  readonly irregular: readonly string[];
  /** Segments without key that lead to media entities. */
  readonly media: readonly string[];
  /** Kinds of values of OData 2.0 and 3.0 that differ from those that apps see; none for OData 4.0. */
  readonly values: readonly WireEntry[];
  /** HTTP methods of function imports of OData 2.0 and 3.0 that have their parameters in the URL. */
  readonly methods: readonly WireEntry[];
  /** Of OData 2.0 and 3.0: navigation properties that have the name of a property elsewhere. */
  readonly navigation: readonly string[];
  /** Whether counting and searching need a header (Microsoft Graph). */
  readonly eventual: boolean;
}

export function wireOf(context: ViewContext): Wire {
  const { whole, selection, pathFacts, report } = context;
  const { paths } = selection;
  const segments = new Segments(whole, report);
  const keyStyle = keyStyleOf(context);
  const ways = waysOf(paths, segments);
  const parameters = parameterKinds(paths, segments, report);
  const keys = keyKinds(paths, pathFacts, ways, keyStyle);
  const special = new Set([...parameters.special, ...keys.special]);
  return {
    segment: (element) => segments.of(element),
    segments: segments.entries(paths),
    parameters: parameters.entries,
    keys: keys.entries,
    ...(whole.protocol === "4.0"
      ? { types: typeEntries(paths, ways, special), values: [], methods: [], navigation: [] }
      : wireBefore4(context, segments, special)),
    keyStyle,
    irregular: isMicrosoftGraph(whole) ? [] : irregularNames(paths, (segment) => segments.of(segment)),
    media: mediaNames(paths),
    exactNumbers: isMicrosoftGraph(whole) || whole.protocol !== "4.0" ? undefined : exactNames(whole),
    eventual: isMicrosoftGraph(whole),
  };
}

/** The client of OData 2.0 and 3.0 also finds its way through the values of responses. */
function wireBefore4(
  { model, selection: { paths } }: ViewContext,
  segments: Segments,
  special: ReadonlySet<string>,
): Pick<Wire, "types" | "values" | "methods" | "navigation"> {
  const values = valueKinds(model, paths, segments);
  const ways = [...waysOf(paths, segments), ...waysToValues(model, paths, segments)];
  return {
    types: typeEntries(paths, ways, new Set([...special, ...values.special])),
    values: values.entries,
    methods: importMethods(paths, segments),
    navigation: navigationNames(model),
  };
}

/** Whether keys follow their collections as segments of their own, or in parentheses. */
export function keyStyleOf({ whole, selection }: Pick<ViewContext, "whole" | "selection">): Wire["keyStyle"] {
  const { container } = selection.paths;
  const isSegment =
    isMicrosoftGraph(whole) || (container !== undefined && isTagged(container, Capabilities.KeyAsSegmentSupported));
  return isSegment ? "segment" : "parentheses";
}
