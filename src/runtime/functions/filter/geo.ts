import type { Geography, Geometry } from "../../edm.js";
import { plain } from "../../http/literal.js";
import { expressionOf, type Expression } from "./expression.js";

/** An Edm.Geography of its GeoJSON; longitude and latitude are those of WGS 84 unless another SRID is given. */
export function geography(value: Geography, srid = 4326): Expression<"Geo"> {
  return geoLiteral("geography", value, srid);
}

/** An Edm.Geometry of its GeoJSON. */
export function geometry(value: Geometry, srid = 0): Expression<"Geo"> {
  return geoLiteral("geometry", value, srid);
}

function geoLiteral(prefix: string, value: Geography, srid: number): Expression<"Geo"> {
  // The kind exists at compile time only.
  return expressionOf(`${prefix}'SRID=${plain(Number(srid))};${wellKnownText(value)}'`) as Expression<"Geo">;
}

/** Well-known text (OGC 06-103r4), as OData ABNF 4.01 has it in rule `geographyPoint` and its like. */
function wellKnownText(value: Geography): string {
  switch (value.type) {
    case "GeometryCollection":
      return `GeometryCollection(${value.geometries.map(wellKnownText).join()})`;
    case "MultiPoint":
      return `MultiPoint(${value.coordinates.map((point) => inParentheses([point])).join()})`;
    case "Point":
      return `Point${inParentheses([value.coordinates])}`;
    case "LineString":
    case "Polygon":
    case "MultiLineString":
    case "MultiPolygon":
      return value.type + inParentheses(value.coordinates);
  }
  throw new TypeError("The value is no GeoJSON geometry.");
}

/** Positions have no parentheses, lists of them have. */
function inParentheses(list: readonly unknown[]): string {
  const texts = list.map((item) => {
    if (!Array.isArray(item)) throw new TypeError("The coordinates are no GeoJSON.");
    return Array.isArray(item[0]) ? inParentheses(item) : item.map(plain).join(" ");
  });
  return `(${texts.join()})`;
}
