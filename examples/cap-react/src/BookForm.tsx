import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { booksCreateSchema, pick, type BooksCreate } from "./catalog";
import { allQueryOptions, mutationOptions, queryKey } from "./catalog/query";
import { client } from "./client";
import { Failure } from "./Failure";

/** The part of the generated schema that the form has. */
const schema = pick(booksCreateSchema, ["title", "price", "stock", "author_ID"]);

export function BookForm() {
  const queryClient = useQueryClient();
  const authors = useQuery(allQueryOptions(client.Authors.get({ select: ["ID", "name"], orderby: "name" })));
  const { register, handleSubmit, formState, reset } = useForm({ resolver: standardSchemaResolver(schema) });
  const create = useMutation({
    ...mutationOptions((book: BooksCreate) => client.Books.post(book)),
    onSuccess: async () => {
      reset();
      await queryClient.invalidateQueries({ queryKey: queryKey(client.Books) });
    },
  });
  const { title, price, stock } = formState.errors;
  return (
    <form noValidate onSubmit={handleSubmit((book) => create.mutate(book))}>
      <h2>Add a book</h2>
      <label>
        Title <input {...register("title", { setValueAs: orUndefined })} />
        <output>{title?.message}</output>
      </label>
      <label>
        Price <input {...register("price", { setValueAs: orUndefined })} />
        <output>{price?.message}</output>
      </label>
      <label>
        Stock <input type="number" defaultValue={1} {...register("stock", { valueAsNumber: true })} />
        <output>{stock?.message}</output>
      </label>
      <label>
        Author{" "}
        <select {...register("author_ID", { setValueAs: orUndefined })}>
          <option value="">unknown</option>
          {authors.data?.map(({ ID, name }) => (
            <option key={ID} value={ID}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button disabled={create.isPending}>Add</button>
      <Failure error={authors.error ?? create.error} />
    </form>
  );
}

/** An input that is left empty has no value; `""` would be a text. */
function orUndefined(text: string): string | undefined {
  return text || undefined;
}
