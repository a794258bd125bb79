import type { Report } from "../../../diagnostics/report.js";
import type { XmlElement } from "../tree/xml-element.js";
import type { OldAnnotations } from "./annotations/old-annotations.js";
import type { OldNames } from "./names.js";
import type { OldDocument } from "./old-document.js";

/** What all parts of the translation of one document share. */
export interface Translation {
  readonly version: OldDocument["version"];
  readonly names: OldNames;
  readonly annotations: OldAnnotations;
  readonly report: Report;
  /** Ends of associations whose faults were reported. */
  readonly reportedEnds: Set<XmlElement>;
}
