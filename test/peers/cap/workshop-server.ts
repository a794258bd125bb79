import { startCap, type CapServer } from "./cap-server.js";

/** A running CAP server. */
export interface WorkshopServer extends CapServer {
  /** The service root, without a slash at its end. */
  readonly serviceRoot: string;
}

/** Starts the service of `workshop/`. */
export async function startWorkshop(): Promise<WorkshopServer> {
  const server = await startCap(new URL("workshop", import.meta.url));
  return { ...server, serviceRoot: `${server.origin}/odata/v4/workshop` };
}
