import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BookForm } from "./BookForm";
import { BookList } from "./BookList";
import { ODataError } from "./catalog";

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // What the service refuses once, such as a filter that it does not know, it refuses again.
      retry: (count, error) => count < 3 && !(ODataError.is(error) && error.status >= 400 && error.status < 500),
    },
  },
});

createRoot(document.getElementById("root") ?? document.body).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <h1>Books</h1>
      <BookList />
      <BookForm />
    </QueryClientProvider>
  </StrictMode>,
);
