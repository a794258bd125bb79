import type { RequestData } from "../../../explore/data/format.js";
import { type Content, element, inCode } from "../../elements/element.js";
import { linkTo, typeLink } from "../../elements/links.js";

type Address = NonNullable<RequestData["addresses"]>;

/** What a request addresses, takes and gives, as far as that is documented. */
export function requestFacts(request: RequestData): Content {
  const { operation, addresses, body, required = [], parameters, returns, status, clouds, headers = [] } = request;
  const addressed = operation ?? addresses;
  const facts: Readonly<Record<string, Content>> = {
    Addresses: addressed && addressText(addressed),
    Body: body && typeLink(body),
    "Required in the body": required.length > 0 && codes(required),
    Parameters: parameters && parameterList(parameters),
    "Query options": optionsText(request),
    Headers: headers.length > 0 && headers.map(({ name, value }) => element("div", `${name}: ${value}`)),
    Result: returns && typeLink(returns),
    Status: status === undefined ? undefined : `${status}`,
    Clouds: clouds?.join(", "),
  };
  const shown = Object.entries(facts).filter(([, value]) => value !== undefined && value !== false);
  return element(
    "dl.request-facts",
    shown.map(([name, value]) => [element("dt", name), element("dd", value)]),
  );
}

function addressText(address: Address): Content {
  if ("of" in address) {
    const part = address.kind === "Property" ? `the property ${address.name}` : partWords[address.kind];
    return [part, " of ", addressText(address.of)];
  }
  if ("type" in address) return [address.kind === "Entity" ? "an entity " : "a collection of ", typeLink(address.type)];
  const { kind, name, boundTo } = address;
  return [`the ${kind.toLowerCase()} `, linkTo(["op", name], inCode(name)), boundTo && [" of ", typeLink(boundTo)]];
}

const partWords = {
  Value: "the raw value",
  References: "the references",
  Count: "the number",
  Item: "an item",
} as const;

function codes(names: readonly string[]): Content {
  return names.map((name, at) => [at > 0 && ", ", inCode(name)]);
}

function parameterList(parameters: NonNullable<RequestData["parameters"]>): Content {
  if (parameters.length === 0) return "none";
  return parameters.map(({ name, type }) =>
    element("div", inCode(name), " ", type === null ? "not stated" : typeLink(type)),
  );
}

function optionsText({ queryOptions }: RequestData): Content {
  if (queryOptions === null) return undefined;
  const { names, others } = queryOptions;
  if (names.length === 0) return others ? "some, which the page does not name" : "none";
  return [codes(names), others && " and others"];
}
