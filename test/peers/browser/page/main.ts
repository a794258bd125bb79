import { createClient, customersCreateSchema, ODataError, type Customers } from "./generated/index.js";
import { batch, content, filter } from "./generated/odata.js";

const client = createClient({ baseUrl: "/odata/v4/workshop", credential: () => "secret" });

const outcome = element("outcome");
let current: Customers | undefined;
let manual = "";

/** The element with an id; the page has all of them. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element "${id}".`);
  return found;
}

/** Runs an action on an event, and shows how it ended. */
function on(id: string, event: string, action: (target: EventTarget | null) => Promise<string>): void {
  element(id).addEventListener(event, (happened) => {
    happened.preventDefault();
    outcome.textContent = "";
    const failed = (error: unknown): string =>
      ODataError.is(error) ? `${error.status}: ${error.message}` : String(error);
    void action(happened.target)
      .catch(failed)
      .then((text) => (outcome.textContent = text));
  });
}

/** The text in a field of a form. */
function field(form: EventTarget | null, name: string): string {
  return String(new FormData(form as HTMLFormElement).get(name));
}

on("find", "submit", async (form) => {
  const found = client.Customers.get({
    select: ["name"],
    expand: { repairs: { select: ["number"], orderby: "number" } },
    filter: filter((customer) => customer.name.startswith(field(form, "prefix"))),
    orderby: "name",
  });
  element("customers").replaceChildren();
  for await (const { name, repairs } of found) {
    const item = document.createElement("li");
    item.textContent = [name, ...repairs.map(({ number }) => number)].join(" ");
    element("customers").append(item);
  }
  return "found";
});

on("add", "submit", async (form) => {
  current = await client.Customers.post(customersCreateSchema.parse({ name: field(form, "name") }));
  return `added ${current.name}`;
});

// Two renamings in a row: the first has the ETag of what was read, and so has the second, which comes too late.
on("rename", "submit", async (form) => {
  if (current === undefined) return "nothing to rename";
  const renamed = await client.Customers.byId(current.ID).patch({ name: field(form, "name") }, { ifMatch: current });
  return `renamed to ${renamed?.name}`;
});

on("manual", "change", async (input) => {
  const [file] = (input as HTMLInputElement).files ?? [];
  if (file === undefined) return "no file";
  manual = (await client.Manuals.post({ title: file.name })).ID;
  await content(client.Manuals.byId(manual).text).put(file);
  return `uploaded ${file.size} bytes`;
});

on("download", "click", async () => {
  const { body } = await content(client.Manuals.byId(manual).text).get("blob");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(body);
  link.download = "manual.txt";
  link.click();
  return "downloaded";
});

on("moved", "click", async () => {
  const { body } = await content(client.Manuals.byId(manual).text).get("text", { custom: { moved: true } });
  return body;
});

on("overview", "click", async () => {
  const { customers, theme, missing } = await batch(client, {
    customers: client.Customers.$count(),
    theme: client.Settings.theme.get(),
    missing: client.Woods.byId("none").get(),
  });
  const counted = customers.ok ? `${customers.value} customers` : "not counted";
  return [counted, theme.ok && theme.value, missing.ok ? "found" : "not found"].join(", ");
});
