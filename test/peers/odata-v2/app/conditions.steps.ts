import { beforeEach, expect, it } from "vitest";
import type { Loans } from "./generated/v2/index.js";
import { etagOf, isPreconditionFailed } from "./generated/v2/odata.js";
import { newId, type Library } from "./library.js";

export function steps({ client, sent }: Library): void {
  let loan: Loans;
  beforeEach(async () => {
    loan = await client.Loans.post({ ID: newId(), reader: "Ann", book_ID: 1 });
  });

  it("what is created and read has its ETag, which is in __metadata", async () => {
    const read = await client.Loans.byId(loan.ID).get();
    expect(sent.at(-1)?.path).toBe(`Loans(guid'${loan.ID}')`);
    expect(sent.at(-1)?.answer).toMatchObject({ d: { __metadata: { etag: etagOf(read) } } });
    expect(read["@odata.etag"]).toMatch(/^W\/"/);
    expect(etagOf(loan)).toBe(etagOf(read));
  });

  it("a change without a condition is refused: 428, which the types ask for", async () => {
    // @ts-expect-error -- the ETag is missing
    await expect(client.Loans.byId(loan.ID).patch({ reader: "Bob" })).rejects.toMatchObject({ status: 428 });
  });

  it("a change of what has not changed since, and then of what has: 412", async () => {
    const changed = await client.Loans.byId(loan.ID).patch({ reader: "Bob" }, { ifMatch: loan });
    expect(sent.at(-1)).toMatchObject({
      method: "POST",
      headers: { "x-http-method": "MERGE", "if-match": etagOf(loan) },
    });
    expect(etagOf(changed ?? {})).not.toBe(etagOf(loan));
    const late = client.Loans.byId(loan.ID).patch({ reader: "Cy" }, { ifMatch: loan });
    await expect(late).rejects.toSatisfy(isPreconditionFailed);
    await expect(client.Loans.byId(loan.ID).delete({ ifMatch: loan })).rejects.toMatchObject({ status: 412 });
    await client.Loans.byId(loan.ID).delete({ ifMatch: "*" });
  });
}
