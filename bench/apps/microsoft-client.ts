import { createGraphServiceClient, type GraphRequestAdapter } from "@microsoft/msgraph-sdk";
import "@microsoft/msgraph-sdk-users";

export async function names(adapter: GraphRequestAdapter): Promise<string[]> {
  const client = createGraphServiceClient(adapter);
  const page = await client.users.get({ queryParameters: { select: ["displayName"], top: 50 } });
  return page?.value?.map((user) => user.displayName ?? "") ?? [];
}
