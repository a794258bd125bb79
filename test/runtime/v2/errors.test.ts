import { expect, test } from "vitest";
import { ODataError } from "../../../src/runtime/client-v2.js";
import { recorded } from "./support/recorded.js";

async function errorFor(body: string | object): Promise<ODataError> {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const fetch = async (): Promise<Response> => new Response(text, { status: 400 });
  const { shop } = recorded(undefined, { options: { fetch } });
  const error: unknown = await shop.Authors.byId(1)
    .get()
    .catch((reason: unknown) => reason);
  if (!ODataError.is(error)) throw new Error(`not an ODataError: ${String(error)}`);
  return error;
}

const message = { lang: "en", value: "Not valid" };

test("the message is the text without its language", async () => {
  expect(await errorFor({ error: { code: "A/1", message } })).toMatchObject({
    status: 400,
    code: "A/1",
    message: "Not valid",
    details: [],
    method: "GET",
  });
});

test("errors of light JSON have the same properties", async () => {
  const inner = { message: "inner", type: "System.Exception" };
  const error = await errorFor({ "odata.error": { code: "X", message, innererror: inner } });
  expect(error).toMatchObject({ code: "X", message: "Not valid", innerError: inner });
});

test("details are those of SAP Gateway", async () => {
  const error = await errorFor({
    error: {
      code: "SY/530",
      message,
      innererror: {
        transactionid: "T1",
        application: { component_id: "" },
        errordetails: [
          { code: "A", message: "No stock", severity: "error", propertyref: "/Books(1)/stock", target: "" },
          { code: "B", message: "No price", severity: "warning", target: "price" },
        ],
      },
    },
  });
  expect(error.details).toMatchObject([
    { code: "A", message: "No stock", severity: "error", target: "/Books(1)/stock" },
    { code: "B", message: "No price", severity: "warning", target: "price" },
  ]);
  expect(error.requestId).toBe("T1");
  expect(error.innerError).toMatchObject({ application: { component_id: "" } });
});

test("messages of details may be objects again", async () => {
  const detail = { code: "B", message: { lang: "en", value: "No price" }, target: "price" };
  const error = await errorFor({ error: { code: "A", message, innererror: { errordetails: [detail] } } });
  expect(error.details).toMatchObject([{ code: "B", message: "No price", target: "price" }]);
});

test.each([
  [
    '<?xml version="1.0"?><error xmlns="x"><code>005056/022</code><message xml:lang="en">Gone</message></error>',
    "Gone",
  ],
  ["<m:error><m:code>X</m:code><m:message>Gone</m:message></m:error>", "Gone"],
  ["CSRF token validation failed", "CSRF token validation failed"],
  ["<html><title>Logon Error</title></html>", "Logon Error"],
  ['{"error":{"message":"plain"}}', "plain"],
  ["null", "The service answered with status 400."],
  ["", "The service answered with status 400."],
])("the message of %s", async (body, text) => {
  expect((await errorFor(body)).message).toBe(text);
});
