import { createClient } from "./graph/client.js";

const client = createClient({ baseUrl: "https://graph.microsoft.com/v1.0" });
client.users.byId("x")./* here */ get();
