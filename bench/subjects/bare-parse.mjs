// What the cost of generating is compared with: a whole process that checks and parses a file with fast-xml-parser, with
// the options that read it right, and does nothing with it.
import { EntityDecoder } from "@nodable/entities";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { readFileSync } from "node:fs";
import process from "node:process";

const text = readFileSync(process.argv[2], "utf8");
if (XMLValidator.validate(text) !== true) throw new Error("not well-formed");
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  captureMetaData: true,
  jPath: false,
  entityDecoder: new EntityDecoder(),
  processEntities: { enabled: true, maxEntityCount: 1 },
});
parser.parse(text);
