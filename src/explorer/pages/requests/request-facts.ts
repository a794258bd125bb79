import type { RequestData } from "../../../explore/data/format.js";
import { element, type Content } from "../../elements/element.js";
import { linkTo, typeLink } from "../../elements/links.js";
import type { ModelIndex } from "../../model/model-index.js";
import { operationRoute } from "../../routes/route.js";

type Address = NonNullable<RequestData["addresses"]>;

/** What a request addresses, takes and gives, as far as that is documented. */
export function requestFacts(request: RequestData, index: ModelIndex): Content {
  const { operation, addresses, body, required = [], parameters, returns, status, clouds, headers = [] } = request;
  const addressed = operation ?? addresses;
  const rows: readonly (readonly [name: string, value: Content])[] = [
    ["Addresses", addressed && addressText(addressed, index)],
    ["Body", body && typeLink(body, index)],
    ["Required in the body", required.length === 0 ? undefined : codes(required)],
    ["Parameters", parameters && parameterList(parameters, index)],
    ["Query options", optionsText(request)],
    [
      "Headers",
      headers.length === 0 ? undefined : headers.map((one) => element("div", {}, `${one.name}: ${one.value}`)),
    ],
    ["Result", returns && typeLink(returns, index)],
    ["Status", status === undefined ? undefined : String(status)],
    ["Clouds", clouds === null ? undefined : clouds.join(", ")],
  ];
  const shown = rows.filter(([, value]) => value !== undefined);
  return element(
    "dl",
    { class: "request-facts" },
    shown.map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]),
  );
}

function addressText(address: Address, index: ModelIndex): Content {
  if ("of" in address) {
    const part = address.kind === "Property" ? `the property ${address.name}` : partWords[address.kind];
    return [part, " of ", addressText(address.of, index)];
  }
  if ("type" in address)
    return [address.kind === "Entity" ? "an entity " : "a collection of ", typeLink(address.type, index)];
  const on = address.boundTo === undefined ? "" : [" of ", typeLink(address.boundTo, index)];
  return [
    `the ${address.kind.toLowerCase()} `,
    linkTo(operationRoute(address.name), element("code", {}, address.name)),
    on,
  ];
}

const partWords = {
  Value: "the raw value",
  References: "the references",
  Count: "the number",
  Item: "an item",
} as const;

function codes(names: readonly string[]): Content {
  return names.map((name, at) => [at === 0 ? "" : ", ", element("code", {}, name)]);
}

function parameterList(parameters: NonNullable<RequestData["parameters"]>, index: ModelIndex): Content {
  if (parameters.length === 0) return "none";
  return parameters.map(({ name, type }) =>
    element("div", {}, element("code", {}, name), " ", type === null ? "not stated" : typeLink(type, index)),
  );
}

function optionsText({ queryOptions }: RequestData): Content {
  if (queryOptions === null) return undefined;
  const { names, others } = queryOptions;
  if (names.length === 0) return others ? "some, which the page does not name" : "none";
  return [codes(names), others ? " and others" : ""];
}
