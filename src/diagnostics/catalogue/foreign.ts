import { error } from "./entry.js";

/** Where metadata is, if the text itself does not show it. */
const someMetadata = "https://host/service/$metadata";

/** Diagnostics about inputs that are something else than metadata or reference pages. */
export const foreignEntries = {
  "html-page": error<{ input: string; title: string | undefined; isLogin: boolean }>(
    "An input is an HTML page, often the login page of a service.",
    ({ input, title, isLogin }) =>
      `"${input}" is an HTML page${title === undefined ? "" : ` ("${title}")`}${isLogin ? " that asks to log in" : ", perhaps a login page"}, not metadata; set "headers" for its URL in the config file, or save the $metadata itself.`,
  ),
  "service-error": error<{ input: string; message: string }>(
    "An input is the error message of a service.",
    ({ input, message }) =>
      `"${input}" is an error of the service, not metadata: "${message}"; correct the request for it, and fetch it again.`,
  ),
  "service-document": error<{ input: string; metadata: string | undefined }>(
    "An input is a service document, which lists the entity sets of a service.",
    ({ input, metadata }) =>
      `"${input}" is the service document, which only lists the entity sets; add /$metadata to its URL${metadata === undefined ? "" : `: "${metadata}"`}.`,
  ),
  "data-not-metadata": error<{ input: string; metadata: string | undefined }>(
    "An input is a response with data of a service, in JSON.",
    ({ input, metadata }) =>
      `"${input}" is data of a service, not metadata; use the metadata of the service, "${metadata ?? someMetadata}".`,
  ),
  "feed-document": error<{ input: string; format: string }>(
    "An input is a feed or an entry in Atom, or RSS.",
    ({ input, format }) =>
      `"${input}" is a feed with entries (${format}), not metadata; use the metadata of the service, such as "${someMetadata}".`,
  ),
  "openapi-document": error<{ input: string; version: string }>(
    "An input is an OpenAPI (Swagger) document.",
    ({ input, version }) =>
      `"${input}" is an OpenAPI document (version ${version}); this tool reads the $metadata of the OData service that it describes, such as "${someMetadata}".`,
  ),
  "schema-document": error<{ input: string; language: string }>(
    "An input is a JSON Schema or an XML Schema.",
    ({ input, language }) =>
      `"${input}" is a document of ${language}, not metadata of OData; use the metadata of the service, such as "${someMetadata}".`,
  ),
  "wsdl-document": error<{ input: string }>(
    "An input is a WSDL document, which describes a SOAP service.",
    ({ input }) =>
      `"${input}" describes a SOAP service (WSDL); this tool reads the $metadata of OData services, such as "${someMetadata}".`,
  ),
  "packed-input": error<{ input: string; format: string }>(
    "An input is compressed or an archive.",
    ({ input, format }) => `"${input}" is packed (${format}); unpack it first, and use the file in it.`,
  ),
  "binary-input": error<{ input: string; format: string }>(
    "An input is not text.",
    ({ input, format }) =>
      `"${input}" is not text (${format === "unknown" ? "its format is unknown" : format}); use a file with CSDL (XML or JSON), or a Microsoft Graph reference page.`,
  ),
};
