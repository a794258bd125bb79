import { createClient } from "./catalog";

/** The path is that of the proxy in vite.config.ts. */
export const client = createClient({ baseUrl: "/odata/v4/catalog" });
