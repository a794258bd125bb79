import { FieldApi, FormApi } from "@tanstack/form-core";
import { expect, it, vi } from "vitest";
import { editOrder, textOrNull } from "./generated/edit-order.js";
import { orderCreateSchema } from "./generated/service/index.js";
import { body } from "./orders.js";

export function steps(): void {
  it("shows each issue at its field", () => {
    const form = editOrder(vi.fn<() => void>());
    form.mount();
    const due = new FieldApi({ form, name: "due" });
    const street = new FieldApi({ form, name: "shipTo.street" });
    const quantity = new FieldApi({ form, name: "lines[0].quantity" });
    for (const field of [due, street, quantity]) field.mount();
    street.handleChange("x".repeat(61));
    quantity.handleChange(1.5);
    due.handleChange("tomorrow");
    const shown = [due, street, quantity].map((field) => field.state.meta.errors.map((issue) => issue?.message));
    expect(shown).toEqual([
      ["must be a date such as 2012-12-03"],
      ["must be a string of at most 60 characters"],
      [expect.stringContaining("must be an integer")],
    ]);
  });

  it("saves what has no issues, with null for a date that is left empty", async () => {
    const save = vi.fn<(order: unknown) => void>();
    const form = editOrder(save);
    form.mount();
    const due = new FieldApi({ form, name: "due" });
    const street = new FieldApi({ form, name: "shipTo.street" });
    const city = new FieldApi({ form, name: "shipTo.city" });
    for (const field of [due, street, city]) field.mount();
    due.handleChange("");
    await form.handleSubmit();
    expect(save).not.toHaveBeenCalled();
    due.handleChange(textOrNull({ value: "" }));
    street.handleChange("Quay 1");
    city.handleChange("Cork");
    await form.handleSubmit();
    expect(save).toHaveBeenCalledWith({ due: null, shipTo: { street: "Quay 1", city: "Cork" }, lines: [] });
  });

  it("takes a schema of its own values only", () => {
    // @ts-expect-error a form without an address
    const wrong = new FormApi({ defaultValues: { due: null }, validators: { onChange: orderCreateSchema } });
    expect(wrong).toBeDefined();
    expect(new FormApi({ defaultValues: body, validators: { onSubmit: orderCreateSchema } })).toBeDefined();
  });
}
