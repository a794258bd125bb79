import type { Call } from "./call.js";
import { byPath, content, ref } from "./generated/odata.js";

const root = "https://graph.microsoft.com/v1.0";
const picture = new Uint8Array([137, 80, 78, 71, 0, 255]);

export const calls: readonly Call[] = [
  {
    page: "user-post-users",
    ours: (client) =>
      client.users.post({
        accountEnabled: true,
        displayName: "Adele Vance",
        mailNickname: "AdeleV",
        userPrincipalName: "AdeleV@contoso.com",
        passwordProfile: { forceChangePasswordNextSignIn: true, password: "xWwvJ]6NMw+bWH-d" },
      }),
    theirs: (graph) =>
      graph.api("/users").post({
        accountEnabled: true,
        displayName: "Adele Vance",
        mailNickname: "AdeleV",
        userPrincipalName: "AdeleV@contoso.com",
        passwordProfile: { forceChangePasswordNextSignIn: true, password: "xWwvJ]6NMw+bWH-d" },
      }),
  },
  {
    page: "user-update",
    ours: (client) => client.me.patch({ businessPhones: ["+1 425 555 0109"], officeLocation: "18/2111", city: null }),
    theirs: (graph) =>
      graph.api("/me").patch({ businessPhones: ["+1 425 555 0109"], officeLocation: "18/2111", city: null }),
  },
  {
    page: "user-delete",
    ours: (client) => client.users.byId("87d349ed").delete(),
    theirs: (graph) => graph.api("/users/87d349ed").delete(),
  },
  {
    page: "user-post-events",
    ours: (client) =>
      client.me.events.post(
        {
          subject: "Let's go for lunch",
          start: { dateTime: "2017-04-15T12:00:00", timeZone: "Pacific Standard Time" },
          end: { dateTime: "2017-04-15T14:00:00", timeZone: "Pacific Standard Time" },
          attendees: [{ emailAddress: { address: "samanthab@contoso.com", name: "Samantha Booth" }, type: "required" }],
        },
        { prefer: 'outlook.timezone="Pacific Standard Time"' },
      ),
    theirs: (graph) =>
      graph
        .api("/me/events")
        .header("Prefer", 'outlook.timezone="Pacific Standard Time"')
        .post({
          subject: "Let's go for lunch",
          start: { dateTime: "2017-04-15T12:00:00", timeZone: "Pacific Standard Time" },
          end: { dateTime: "2017-04-15T14:00:00", timeZone: "Pacific Standard Time" },
          attendees: [{ emailAddress: { address: "samanthab@contoso.com", name: "Samantha Booth" }, type: "required" }],
        }),
  },
  {
    page: "message-post-attachments",
    ours: (client) =>
      client.me.messages.byId("AAMkpsDRVK").attachments.post({
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "smile",
        contentBytes: "R0lGODdhEAYEAA7",
      }),
    theirs: (graph) =>
      graph.api("/me/messages/AAMkpsDRVK/attachments").post({
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "smile",
        contentBytes: "R0lGODdhEAYEAA7",
      }),
  },
  {
    page: "plannertask-update",
    ours: (client) =>
      client.planner.tasks
        .byId("01gzSlKkIUSUl6DF")
        .patch(
          { percentComplete: 50 },
          { ifMatch: 'W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc="', prefer: "return=representation" },
        ),
    theirs: (graph) =>
      graph
        .api("/planner/tasks/01gzSlKkIUSUl6DF")
        .header("If-Match", 'W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc="')
        .header("Prefer", "return=representation")
        .patch({ percentComplete: 50 }),
  },
  {
    page: "plannertask-delete",
    ours: (client) =>
      client.planner.tasks.byId("01gzSlKkIUSUl6DF").delete({ ifMatch: 'W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc="' }),
    theirs: (graph) =>
      graph
        .api("/planner/tasks/01gzSlKkIUSUl6DF")
        .header("If-Match", 'W/"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBAWCc="')
        .delete(),
  },
  {
    page: "team-post",
    ours: (client) =>
      client.teams.post({
        "template@odata.bind": `${root}/teamsTemplates('standard')`,
        displayName: "My Sample Team",
        description: "My Sample Team’s Description",
      }),
    theirs: (graph) =>
      graph.api("/teams").post({
        "template@odata.bind": `${root}/teamsTemplates('standard')`,
        displayName: "My Sample Team",
        description: "My Sample Team’s Description",
      }),
  },
  {
    page: "team-put-teams",
    ours: (client) => client.groups.byId("02bd9fd6").team.put({ memberSettings: { allowCreateUpdateChannels: true } }),
    theirs: (graph) => graph.api("/groups/02bd9fd6/team").put({ memberSettings: { allowCreateUpdateChannels: true } }),
  },
  {
    page: "subscription-post-subscriptions",
    ours: (client) =>
      client.subscriptions.post({
        changeType: "created",
        notificationUrl: "https://webhook.azurewebsites.net/api/send/myNotifyClient",
        resource: "me/mailFolders('Inbox')/messages",
        expirationDateTime: "2016-11-20T18:23:45.9356913Z",
        clientState: "secretClientValue",
      }),
    theirs: (graph) =>
      graph.api("/subscriptions").post({
        changeType: "created",
        notificationUrl: "https://webhook.azurewebsites.net/api/send/myNotifyClient",
        resource: "me/mailFolders('Inbox')/messages",
        expirationDateTime: "2016-11-20T18:23:45.9356913Z",
        clientState: "secretClientValue",
      }),
  },
  {
    page: "group-post-members",
    ours: (client) => ref(client.groups.byId("02bd9fd6").members).add(client.directoryObjects.byId("87d349ed")),
    theirs: (graph) =>
      graph.api("/groups/02bd9fd6/members/$ref").post({ "@odata.id": `${root}/directoryObjects/87d349ed` }),
  },
  {
    page: "group-delete-members",
    ours: (client) => ref(client.groups.byId("02bd9fd6").members.byId("87d349ed")).remove(),
    theirs: (graph) => graph.api("/groups/02bd9fd6/members/87d349ed/$ref").delete(),
  },
  {
    page: "user-post-manager",
    ours: (client) => ref(client.users.byId("10f17b99").manager).set(client.users.byId("6ea91a8d")),
    theirs: (graph) => graph.api("/users/10f17b99/manager/$ref").put({ "@odata.id": `${root}/users/6ea91a8d` }),
  },
  {
    page: "profilephoto-update",
    ours: (client) => content(client.me.photo).put(picture, { type: "image/jpeg" }),
    theirs: (graph) => graph.api("/me/photo/$value").header("Content-Type", "image/jpeg").put(picture),
  },
  {
    page: "driveitem-put-content",
    ours: (client) => {
      const file = byPath(client.drives.byId("b!x").items.byId("0123456789AB"), "new file.txt");
      return content(file.content).put("The contents of the file goes here.", { type: "text/plain" });
    },
    theirs: (graph) =>
      graph
        .api("/drives/b!x/items/0123456789AB:/new file.txt:/content")
        .header("Content-Type", "text/plain")
        .put("The contents of the file goes here."),
  },
  {
    page: "todotasklist-post-tasks",
    ours: (client) =>
      client.me.todo.lists.byId("AAMkADIyAAAhrbPWAAA=").tasks.post({
        title: "A new task",
        categories: ["Important"],
        linkedResources: [{ webUrl: "http://microsoft.com", applicationName: "Microsoft", displayName: "Microsoft" }],
      }),
    theirs: (graph) =>
      graph.api("/me/todo/lists/AAMkADIyAAAhrbPWAAA=/tasks").post({
        title: "A new task",
        categories: ["Important"],
        linkedResources: [{ webUrl: "http://microsoft.com", applicationName: "Microsoft", displayName: "Microsoft" }],
      }),
  },
  {
    page: "driveitem-createuploadsession",
    ours: (client) =>
      byPath(client.drives.byId("b!x").root, "big.zip").createUploadSession.post({
        item: { name: "big.zip" },
      }),
    theirs: (graph) => graph.api("/drives/b!x/root:/big.zip:/createUploadSession").post({ item: { name: "big.zip" } }),
  },
];
