/** What the handlers of `cap/workshop/srv/service.js` do: no metadata says it, so that stubs have to. */
import type { Customers, Repairs, Sample } from "./generated/types.js";
import type { mockedWorkshop } from "./mocked-workshop.js";

type Mock = ReturnType<typeof mockedWorkshop>;

export function stubWorkshop(mock: Mock): void {
  stubCustomers(mock);
  stubRepairs(mock);
  stubActions(mock);
  stubRefusals(mock);
  stubFunctions(mock);
}

// What the mock holds is right by the schemas of the sets.
const customersOf = (mock: Mock) => mock.data("Customers") as unknown as readonly Customers[];
const repairsOf = (mock: Mock) => mock.data("Repairs") as unknown as readonly Repairs[];

function stubCustomers(mock: Mock): void {
  const { byId, named } = mock.on.Customers;
  byId.rename.post(({ body, keys: [key] }) => {
    const renamed = (one: Customers) => ({ ...one, name: body.name + (body.suffix ?? "") });
    mock.set(
      "Customers",
      customersOf(mock).map((one) => (one.ID === key ? renamed(one) : one)),
    );
    return customersOf(mock).find(({ ID }) => ID === key);
  });
  byId.countRepairs.get(({ parameters, keys: [key] }) => {
    const least = parameters?.atLeast ?? 0;
    return repairsOf(mock).filter(({ customer_ID, number }) => customer_ID === key && (number ?? 0) >= least).length;
  });
  byId.similar.get(({ keys: [key] }) => customersOf(mock).filter(({ ID }) => ID !== key));
  named.get(({ parameters }) => customersOf(mock).filter(({ name }) => name.startsWith(parameters?.prefix ?? "")));
}

function stubRepairs(mock: Mock): void {
  const { byId, closeAll } = mock.on.Repairs;
  const change = (which: (repair: Repairs) => boolean, to: Partial<Repairs>): Repairs[] => {
    const repairs = repairsOf(mock).map((one) => (which(one) ? { ...one, ...to } : one));
    mock.set("Repairs", repairs);
    return repairs.filter(which);
  };
  byId.deliver.post(({ body, keys: [key] }) => {
    const number = (body.windows?.length ?? 0) * 100 + (body.codes?.length ?? 0);
    return change(({ ID }) => ID === key, { status: "done", number })[0];
  });
  byId.touch.post(() => undefined);
  byId.cost.get(({ parameters }) => ({ amount: "12.50", currency: parameters?.currency ?? "" }));
  byId.remarksBy.get(({ parameters }) => (parameters?.authors ?? []).map((author) => `by ${author}`));
  closeAll.post(
    ({ body }) => change(({ promised }) => (promised ?? "~") < (body.before ?? ""), { status: "done" }).length,
  );
}

function stubActions({ on }: Mock): void {
  on.reset.post(({ body }) => `reset ${body.hard}`);
  on.pay.post(({ body }) => ({
    currency: body.money?.currency ?? "",
    amount: String((body.parts ?? []).reduce((sum, part) => sum + Number(part?.amount), 0)),
  }));
  // What a body has is read as it is.
  on.echo.post(({ body }) => body.sample as Sample);
  on.echoAll.post(({ body }) => body.samples as readonly Sample[]);
  on.wipe.post(() => undefined);
}

function stubRefusals({ on }: Mock): void {
  on.fail.post(({ body: { status } }) => {
    const details = [{ code: "SOUNDPOST", message: "It fell", target: "soundpost" }];
    const headers = status === 429 ? { "retry-after": "7" } : undefined;
    throw Object.assign(new Error("The bridge broke"), { status, code: "BROKEN", target: "bridge", details, headers });
  });
  const waiting = new Set<unknown>();
  on.queue.post(({ body: { ticket } }) => {
    if (waiting.has(ticket)) return ticket ?? undefined;
    waiting.add(ticket);
    throw Object.assign(new Error("Please wait"), { status: 429, headers: { "retry-after": "1" } });
  });
}

function stubFunctions(mock: Mock): void {
  const { on } = mock;
  on.add.get(({ parameters }) => String(BigInt(parameters?.a ?? 0) + BigInt(parameters?.b ?? 0)));
  on.find.get(({ parameters }) =>
    customersOf(mock).filter(({ ID, name }) => parameters?.ids?.includes(ID) === true || name === parameters?.name),
  );
  on.load.get(() => {
    const repairs = repairsOf(mock);
    const statuses = [...new Set(repairs.map(({ status }) => status ?? null))];
    return statuses.map((status) => ({ status, repairs: repairs.filter((one) => one.status === status).length }));
  });
  on.between.get(({ parameters }) => [parameters?.opens, parameters?.from, parameters?.price].map(String));
  on.describe.get(({ parameters }) => JSON.stringify(parameters));
  on.sum.get(({ parameters }) => {
    const { numbers = [], prices = [] } = parameters ?? {};
    return String(
      (numbers ?? [])
        .map((number) => BigInt(number ?? 0))
        .reduce((sum, number) => sum + number, BigInt(prices?.length ?? 0)),
    );
  });
  on.newest.get(() => customersOf(mock).at(-1));
}
