/** Users of Microsoft Graph, whose types are related to hundreds of others. */
import { sValidator } from "@hono/standard-validator";
import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { FieldApi, FormApi } from "@tanstack/form-core";
import { createTRPCClient, httpLink } from "@trpc/client";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { hc } from "hono/client";
import { useForm } from "react-hook-form";
import { pick, userCreateSchema, userSchema, type UserCreate } from "./generated/index.js";

const api = new Hono().post("/users", sValidator("json", userCreateSchema), (c) => c.json(c.req.valid("json"), 201));
const honoClient = hc<typeof api>("https://users.example");

export async function postUser(user: UserCreate): Promise<string | null | undefined> {
  const response = await honoClient.users.$post({ json: user });
  return response.ok ? (await response.json()).displayName : undefined;
}

const t = initTRPC.create();
const addUser = t.procedure.input(userCreateSchema).output(userSchema);
const router = t.router({ add: addUser.mutation(({ input }) => userSchema.parse({ ...input, id: "1" })) });
const rpcClient = createTRPCClient<typeof router>({ links: [httpLink({ url: "https://users.example" })] });

export async function nameOf(user: UserCreate): Promise<string | null | undefined> {
  return (await rpcClient.add.mutate(user)).displayName;
}

const newUserSchema = pick(userCreateSchema, ["displayName", "passwordProfile"]);

export function UserForm({ save }: { readonly save: (user: Partial<UserCreate>) => void }) {
  const { register, handleSubmit, formState } = useForm({ resolver: standardSchemaResolver(newUserSchema) });
  return (
    <form onSubmit={handleSubmit((user) => save(user))}>
      <input {...register("displayName")} />
      <output>{formState.errors.displayName?.message}</output>
      <input {...register("passwordProfile.password")} />
      {/* @ts-expect-error there is no such property */}
      <input {...register("passwordProfile.secret")} />
    </form>
  );
}

const form = new FormApi({
  defaultValues: { displayName: "", passwordProfile: { password: "" } },
  validators: { onChange: newUserSchema },
});
export const password = new FieldApi({ form, name: "passwordProfile.password" });
