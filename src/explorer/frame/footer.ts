import { element } from "../elements/element.js";
import type { ModelData } from "../../explore/data/format.js";

export function footer({ format, protocol, serviceRoot }: ModelData): HTMLElement {
  return element(
    "footer",
    {},
    element("span", {}, `OData ${protocol}`),
    serviceRoot === undefined ? undefined : element("code", {}, serviceRoot),
    element("span", {}, format),
  );
}
