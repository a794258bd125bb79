import { expect, it } from "vitest";
import { readProducts } from "./generated/read-products.js";

const csv = `sku,title,price,stock,available,released
A-1,Lamp,19.90,4,yes,2026-01-31
A-2,"Chair, blue",79,many,no,
A-3,,5,1,perhaps,2026-02-30
`;

export function steps(): void {
  it("gives the rows without issues, and the issues of each other row", () => {
    const { products, refused } = readProducts(csv);
    expect(products).toEqual([
      { sku: "A-1", title: "Lamp", price: "19.90", stock: 4, available: true, released: "2026-01-31" },
    ]);
    expect(refused).toEqual([
      "row 2: stock must be an integer from -2147483648 to 2147483647",
      "row 3: title must not be null",
      "row 3: available must be true or false",
      "row 3: released must be a date such as 2012-12-03",
    ]);
  });
}
