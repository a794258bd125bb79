import type { QueryError } from "./catalog/query";

/** What went wrong: an error of the service has a status, and details by property. */
export function Failure({ error }: { readonly error: QueryError | null }) {
  if (error === null) return null;
  if (error.status === 412) return <p role="alert">Someone else has changed this book. It is shown as it is now.</p>;
  return (
    <p role="alert">
      {error.message}
      {error.status !== undefined &&
        error.details.map(({ target, message }) => (
          <span key={message}>
            {" "}
            {target}: {message}
          </span>
        ))}
    </p>
  );
}
