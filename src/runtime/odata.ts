/**
 * Functions over the paths and requests of a generated client. Each is part of a bundle only where it is imported, so
 * that an app pays for what it uses.
 */
export { etagOf } from "./http/http.js";
export { pages, take, toRequest, type DescribedRequest } from "./functions/requests.js";
