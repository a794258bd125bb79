const cds = require("@sap/cds");

/** The key of the entity that an operation is bound to: `req.params` has a value, or an object for several properties. */
const keyOf = (req) => req.params.at(-1)?.ID ?? req.params.at(-1);

module.exports = class WorkshopService extends cds.ApplicationService {
  async init() {
    this.boundToCustomers();
    this.boundToRepairs();
    this.unbound();
    this.findings();
    return super.init();
  }

  boundToCustomers() {
    const { Customers, Repairs } = this.entities;
    this.on("rename", Customers, async (req) => {
      const ID = keyOf(req);
      await UPDATE(Customers, ID).with({ name: req.data.name + (req.data.suffix ?? "") });
      return SELECT.one.from(Customers, ID);
    });
    this.on("countRepairs", Customers, async (req) => {
      const repairs = await SELECT.from(Repairs).where({
        customer_ID: keyOf(req),
        number: { ">=": req.data.atLeast ?? 0 },
      });
      return repairs.length;
    });
    this.on("similar", Customers, (req) => SELECT.from(Customers).where({ ID: { "!=": keyOf(req) } }));
    this.on("named", Customers, (req) => SELECT.from(Customers).where({ name: { like: `${req.data.prefix}%` } }));
  }

  boundToRepairs() {
    const { Repairs } = this.entities;
    this.on("deliver", Repairs, async (req) => {
      const ID = keyOf(req);
      await UPDATE(Repairs, ID).with({ status: "done", number: req.data.windows.length * 100 + req.data.codes.length });
      return SELECT.one.from(Repairs, ID);
    });
    this.on("touch", Repairs, () => {});
    this.on("cost", Repairs, (req) => ({ amount: "12.50", currency: req.data.currency }));
    this.on("remarksBy", Repairs, (req) => req.data.authors.map((author) => `by ${author}`));
    this.on("closeAll", Repairs, (req) =>
      UPDATE(Repairs)
        .with({ status: "done" })
        .where({ promised: { "<": req.data.before } }),
    );
    this.on("changes", Repairs, async (req) => {
      const repairs = await SELECT.from(Repairs).columns("ID", "number").limit(2);
      if (req.data.token === "2")
        repairs.push({ $id: "Repairs(00000000-0000-4000-8000-000000000000)", $removed: { reason: "deleted" } });
      repairs.$deltaLink = "Repairs/WorkshopService.changes(token='2')";
      return repairs;
    });
  }

  unbound() {
    const { Customers, Repairs } = this.entities;
    this.on("reset", (req) => `reset ${req.data.hard}`);
    this.on("pay", (req) => ({
      ...req.data.money,
      amount: String(req.data.parts.reduce((sum, { amount }) => sum + Number(amount), 0)),
    }));
    this.on("echo", (req) => req.data.sample);
    this.on("echoAll", (req) => req.data.samples);
    this.on("wipe", () => {});
    this.on("fail", (req) => {
      if (req.data.status === 429) req.res.set("Retry-After", "7");
      const details = [{ code: "SOUNDPOST", message: "It fell", target: "soundpost" }];
      req.reject({ code: "BROKEN", status: req.data.status, message: "The bridge broke", target: "bridge", details });
    });
    this.tickets();
    this.on("add", (req) => String(BigInt(req.data.a) + BigInt(req.data.b)));
    this.on("find", (req) =>
      SELECT.from(Customers)
        .where({ ID: { in: req.data.ids ?? [] } })
        .or({ name: req.data.name ?? "" }),
    );
    this.on("load", () => SELECT.from(Repairs).columns("status", "count(1) as repairs").groupBy("status"));
    this.on("between", (req) => [req.data.opens, req.data.from, String(req.data.price)]);
    this.on("describe", (req) => JSON.stringify({ ...req.data, bytes: req.data.bytes.toString("base64url") }));
    this.on("sum", (req) =>
      String(req.data.numbers.reduce((sum, number) => sum + BigInt(number), 0n) + BigInt(req.data.prices.length)),
    );
    this.on("newest", () => SELECT.one.from(Customers).orderBy("createdAt desc"));
  }

  tickets() {
    const waiting = new Set();
    this.on("queue", (req) => {
      const { ticket } = req.data;
      if (waiting.has(ticket)) return ticket;
      waiting.add(ticket);
      req.res.set("Retry-After", "1");
      req.reject({ status: 429, message: "Please wait" });
    });
  }

  /** An open type has no table: its entities are here. */
  findings() {
    const findings = [{ ID: 1, title: "A crack", length: 42 }];
    this.on("READ", "Findings", ({ query }) => {
      const isCount = query.SELECT.columns?.some(({ func }) => func === "count") === true;
      return isCount ? [{ $count: findings.length }] : Object.assign([...findings], { $count: findings.length });
    });
    this.on("CREATE", "Findings", (req) => {
      findings.push(req.data);
      return req.data;
    });
  }
};
