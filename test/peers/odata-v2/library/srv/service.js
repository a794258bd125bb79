const cds = require("@sap/cds");

const keyOf = (req) => req.params.at(-1)?.ID ?? req.params.at(-1);

module.exports = class LibraryService extends cds.ApplicationService {
  async init() {
    const { Books } = this.entities;
    this.on("isRare", Books, async (req) => {
      const { copies } = await SELECT.one.from(Books, keyOf(req)).columns("copies");
      return BigInt(copies) < BigInt(req.data.below);
    });
    this.on("restock", Books, async (req) => {
      const { copies } = await SELECT.one.from(Books, keyOf(req)).columns("copies");
      await UPDATE(Books, keyOf(req)).with({ copies: String(BigInt(copies) + BigInt(req.data.quantity)) });
      return SELECT.one.from(Books, keyOf(req));
    });
    this.answerFunctions();
    this.answerActions();
    return super.init();
  }

  answerFunctions() {
    const { Books } = this.entities;
    this.on("rated", (req) =>
      SELECT.from(Books)
        .where({ rating: { ">": req.data.above } })
        .orderBy("ID"),
    );
    this.on("newest", () => SELECT.one.from(Books).where({ ID: 2 }));
    this.on("copiesOf", async (req) => (await SELECT.one.from(Books, req.data.book).columns("copies")).copies);
    this.on("echo", (req) => JSON.stringify(req.data));
    this.on("quote", (req) => ({
      book: req.data.book,
      total: "11.110",
      due: "1969-07-20",
      at: "11:22:33",
      count: "7",
    }));
  }

  answerActions() {
    this.on("submitOrder", (req) => {
      const { book, quantity, due } = req.data;
      return { book, total: "11.110", due, at: "11:22:33", count: String(quantity) };
    });
    this.on("tidy", () => {});
    this.on("fail", (req) => {
      const details = [{ code: "SPINE", message: "It is torn", target: "spine" }];
      req.reject({ code: "BROKEN", status: req.data.status, message: "The cover broke", target: "cover", details });
    });
  }
};
