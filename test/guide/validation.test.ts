import { it } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { checkTables } from "./checks/check-tables.js";
it("tables", async () => { console.log(await checkTables(temporaryFolder())); }, 60000);
