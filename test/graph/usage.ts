/** What users of Graph write that only the whole of it shows: compiled beside the output. */
export const usage = `import { createClient, type ChatMessageCreate } from "./index.js";

const client = createClient({ baseUrl: "http://localhost", credential: () => "token" });

export async function post(chatId: string, png: string): Promise<string> {
  // The contents have keys, which the service gives.
  const message: ChatMessageCreate = {
    body: { contentType: "html", content: '<img src="../hostedContents/1/$value">' },
    hostedContents: [{ contentBytes: png, contentType: "image/png" }],
  };
  const posted = await client.chats.byId(chatId).messages.post(message);
  return posted.id;
}

export async function schedule(userId: string): Promise<void> {
  await client.users.byId(userId).calendars.post({ name: "Team", events: [{ subject: "Kick-off" }] });
  // @ts-expect-error -- not a member of the enumeration, inside an entity that is created along
  await client.users.byId(userId).calendars.post({ name: "Team", events: [{ importance: "urgent" }] });
}
`;
