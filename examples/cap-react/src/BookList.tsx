import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client } from "./client";
import { odata } from "./catalog/odata";
import { infiniteQueryOptions, mutationOptions, queryKey } from "./catalog/query";
import { Failure } from "./Failure";

const orders = { title: "title", price: "price desc", stock: "stock desc" };

export function BookList() {
  const [text, setText] = useState("");
  const [order, setOrder] = useState<keyof typeof orders>("title");
  const books = useInfiniteQuery({
    ...infiniteQueryOptions(
      client.Books.get({
        select: ["ID", "title", "price", "stock"],
        expand: { author: { select: ["name"] } },
        filter: text === "" ? undefined : odata`contains(title,${text}) or contains(author/name,${text})`,
        orderby: orders[order],
        count: true,
      }),
    ),
    placeholderData: keepPreviousData,
  });
  const sell = useSell();
  const pages = books.data?.pages ?? [];
  return (
    <section>
      <input
        type="search"
        placeholder="Title or author"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {Object.keys(orders).map((name) => (
        <button key={name} disabled={name === order} onClick={() => setOrder(name as keyof typeof orders)}>
          by {name}
        </button>
      ))}
      <Failure error={books.error ?? sell.error} />
      <p id="count">{pages[0]?.count ?? "…"} books</p>
      <ul>
        {pages
          .flatMap(({ value }) => value)
          .map((book) => (
            <li key={book.ID}>
              <strong>{book.title}</strong> by {book.author?.name ?? "unknown"}, {book.price ?? "no price"},{" "}
              <span>{book.stock} in stock</span>
              <button disabled={sell.isPending} onClick={() => sell.mutate(book)}>
                Sell one
              </button>
            </li>
          ))}
      </ul>
      <button id="more" hidden={!books.hasNextPage} disabled={books.isFetching} onClick={() => books.fetchNextPage()}>
        More
      </button>
    </section>
  );
}

/** Changes a book as it was read: the service refuses it with 412 when another one has changed it since then. */
function useSell() {
  const queryClient = useQueryClient();
  return useMutation({
    ...mutationOptions((book: { readonly ID: string; readonly stock: number }) =>
      client.Books.byId(book.ID).patch({ stock: book.stock - 1 }, { ifMatch: book }),
    ),
    // After a failure too: what was shown may be out of date.
    onSettled: () => queryClient.invalidateQueries({ queryKey: queryKey(client.Books) }),
  });
}
