import type { Call } from "./call.js";
import { byPath, changes, content, filter } from "./generated/odata.js";

const colon = "Ours ends a path by names with a colon, also at the end of the URL.";
const root = "https://graph.microsoft.com/v1.0";
const eventual = { ConsistencyLevel: "eventual" };

export const calls: readonly Call[] = [
  {
    page: "user-list",
    ours: (client) => client.users.get(),
    theirs: (graph) => graph.api("/users").get(),
  },
  {
    page: "user-list",
    ours: (client) =>
      client.users.get({
        select: ["displayName", "mail", "id"],
        filter: "startswith(displayName,'a') and accountEnabled eq true",
        orderby: "displayName desc",
        top: 5,
      }),
    theirs: (graph) =>
      graph
        .api("/users")
        .select(["displayName", "mail", "id"])
        .filter("startswith(displayName,'a') and accountEnabled eq true")
        .orderby("displayName desc")
        .top(5)
        .get(),
  },
  {
    page: "user-list",
    ours: (client) =>
      client.users.get({
        filter: filter((u) => u.mail.endswith("@contoso.com").and(u.accountEnabled.eq(true))),
        count: true,
      }),
    theirs: (graph) =>
      graph
        .api("/users")
        .headers(eventual)
        .count(true)
        .filter("endswith(mail,'@contoso.com') and accountEnabled eq true")
        .get(),
  },
  {
    page: "user-list",
    ours: (client) => client.users.get({ search: '"displayName:wa"', count: true, orderby: "displayName" }),
    theirs: (graph) =>
      graph.api("/users").headers(eventual).search('"displayName:wa"').count(true).orderby("displayName").get(),
  },
  {
    page: "user-list",
    ours: (client) => client.users.$count({ headers: eventual }),
    theirs: (graph) => graph.api("/users/$count").headers(eventual).get(),
  },
  {
    page: "user-get",
    ours: (client) => client.me.get({ select: ["displayName", "jobTitle"] }),
    theirs: (graph) => graph.api("/me").select("displayName,jobTitle").get(),
  },
  {
    page: "user-get",
    ours: (client) => client.users.byId("adelev@contoso.com").get(),
    theirs: (graph) => graph.api("/users/adelev@contoso.com").get(),
  },
  {
    page: "orgcontact-get-manager",
    ours: (client) => client.contacts.byId("25caf6a2").manager.get(),
    theirs: (graph) => graph.api("/contacts/25caf6a2/manager").get(),
  },
  {
    page: "user-delta",
    ours: (client) => changes(client.users, `${root}/users/delta?$deltatoken=oEBwdSP6uehIAxQOWq_3Ksh`),
    theirs: (graph) => graph.api(`${root}/users/delta?$deltatoken=oEBwdSP6uehIAxQOWq_3Ksh`).get(),
  },
  {
    page: "driveitem-list-children",
    ours: (client) => byPath(client.drives.byId("b!x").root, "Documents/2024").children.get(),
    theirs: (graph) => graph.api("/drives/b!x/root:/Documents/2024:/children").get(),
  },
  {
    page: "user-list-memberof",
    ours: (client) => client.users.byId("6ea91a8d").memberOf.get({ top: 20 }),
    theirs: (graph) => graph.api("/users/6ea91a8d/memberOf").top(20).get(),
  },
  {
    page: "user-list-messages",
    ours: (client) =>
      client.me.messages.get({
        select: ["sender", "subject"],
        filter: "importance eq 'high' and contains(subject,'R&D')",
        top: 10,
        skip: 20,
      }),
    theirs: (graph) =>
      graph
        .api("/me/messages")
        .select(["sender", "subject"])
        .filter("importance eq 'high' and contains(subject,'R&D')")
        .top(10)
        .skip(20)
        .get(),
    difference: "Theirs does not encode `&`, `#`, `+` and `%` in values, so that the filter ends at `R`; ours does.",
  },
  {
    page: "message-get",
    ours: (client) =>
      client.me.messages.byId("AAMkAGI1AAAoZCfHAAA=").get({
        select: ["subject", "body"],
        prefer: 'outlook.body-content-type="text"',
      }),
    theirs: (graph) =>
      graph
        .api("/me/messages/AAMkAGI1AAAoZCfHAAA=")
        .header("Prefer", 'outlook.body-content-type="text"')
        .select("subject,body")
        .get(),
  },
  {
    page: "message-get",
    ours: (client) => content(client.me.messages.byId("4aade2547798441eab5188a7a2436bc1")).get("text"),
    theirs: (graph) => graph.api("/me/messages/4aade2547798441eab5188a7a2436bc1/$value").get(),
  },
  {
    page: "message-list-attachments",
    ours: (client) => client.me.messages.byId("AAMkAGUzY5QKjAAA=").attachments.get(),
    theirs: (graph) => graph.api("/me/messages/AAMkAGUzY5QKjAAA=/attachments").get(),
  },
  {
    page: "user-list-calendarview",
    ours: (client) =>
      client.me.calendar.calendarView.get({
        custom: { startDateTime: "2020-01-01T19:00:00-08:00", endDateTime: "2020-01-02T19:00:00-08:00" },
      }),
    theirs: (graph) =>
      graph
        .api("/me/calendar/calendarView")
        .query({ startDateTime: "2020-01-01T19:00:00-08:00", endDateTime: "2020-01-02T19:00:00-08:00" })
        .get(),
  },
  {
    page: "event-get",
    ours: (client) =>
      client.me.events.byId("AAMkAGIAAAoZDOFAAA=").get({
        select: ["subject", "start", "end"],
        prefer: 'outlook.timezone="Pacific Standard Time"',
      }),
    theirs: (graph) =>
      graph
        .api("/me/events/AAMkAGIAAAoZDOFAAA=")
        .header("Prefer", 'outlook.timezone="Pacific Standard Time"')
        .select("subject,start,end")
        .get(),
  },
  {
    page: "group-list-members",
    ours: (client) => client.groups.byId("02bd9fd6").members.$count({ headers: eventual }),
    theirs: (graph) => graph.api("/groups/02bd9fd6/members/$count").header("ConsistencyLevel", "eventual").get(),
  },
  {
    page: "group-list-members",
    ours: (client) =>
      client.groups
        .byId("02bd9fd6")
        .members.as("microsoft.graph.user")
        .get({
          count: true,
          orderby: "displayName",
          search: '"displayName:Pr"',
          select: ["displayName", "id"],
        }),
    theirs: (graph) =>
      graph
        .api("/groups/02bd9fd6/members/microsoft.graph.user")
        .header("ConsistencyLevel", "eventual")
        .count(true)
        .orderby("displayName")
        .search('"displayName:Pr"')
        .select("displayName,id")
        .get(),
  },
  {
    page: "directory-deleteditems-list",
    ours: (client) => client.directory.deletedItems.as("microsoft.graph.group").get({ count: true }),
    theirs: (graph) => graph.api("/directory/deletedItems/microsoft.graph.group").headers(eventual).count(true).get(),
  },
  {
    page: "application-get",
    ours: (client) => client.applications.byId({ appId: "46e6adf4-a9cf-4b60-9390-0ba6fb00bf6b" }).get(),
    theirs: (graph) => graph.api("/applications(appId='46e6adf4-a9cf-4b60-9390-0ba6fb00bf6b')").get(),
  },
  {
    page: "driveitem-list-children",
    ours: (client) => client.drives.byId("b!x").root.children.get({ expand: { thumbnails: true }, top: 3 }),
    theirs: (graph) => graph.api("/drives/b!x/root/children").expand("thumbnails").top(3).get(),
  },
  {
    page: "driveitem-get",
    ours: (client) => byPath(client.drives.byId("b!x").root, "Documents/Q1 report.docx").get(),
    theirs: (graph) => graph.api("/drives/b!x/root:/Documents/Q1 report.docx").get(),
    difference: colon,
  },
  {
    page: "driveitem-get-content",
    ours: (client) => content(client.drives.byId("b!x").items.byId("01BYE5RZ").content).get("blob"),
    theirs: (graph) => graph.api("/drives/b!x/items/01BYE5RZ/content").get(),
  },
  {
    page: "chatmessagehostedcontent-get",
    ours: (client) => {
      const message = client.chats.byId("19:2da4c29f@thread.v2").messages.byId("1615971548136");
      return content(message.hostedContents.byId("aWQ9eF8w")).get("bytes");
    },
    theirs: (graph) =>
      graph.api("/chats/19:2da4c29f@thread.v2/messages/1615971548136/hostedContents/aWQ9eF8w/$value").get(),
  },
  {
    page: "site-getbypath",
    ours: (client) => byPath(client.sites.byId("contoso.sharepoint.com"), "sites/marketing").get(),
    theirs: (graph) => graph.api("/sites/contoso.sharepoint.com:/sites/marketing").get(),
    difference: colon,
  },
  {
    page: "listitem-list",
    ours: (client) =>
      client.sites
        .byId("root")
        .lists.byId("Tasks")
        .items.get({ expand: { fields: true } }),
    theirs: (graph) => graph.api("/sites/root/lists/Tasks/items").expand("fields").get(),
  },
  {
    page: "channel-list-messages",
    ours: (client) =>
      client.teams
        .byId("fbe2bf47")
        .channels.byId("19:4a95f7d8@thread.tacv2")
        .messages.get({
          expand: { replies: true },
          top: 3,
        }),
    theirs: (graph) =>
      graph.api("/teams/fbe2bf47/channels/19:4a95f7d8@thread.tacv2/messages").expand("replies").top(3).get(),
  },
  {
    page: "security-list-securescores",
    ours: (client) => client.security.secureScores.get({ top: 1 }),
    theirs: (graph) => graph.api("/security/secureScores").top(1).get(),
  },
  {
    page: "list-get",
    ours: (client) =>
      client.sites
        .byId("root")
        .lists.byId("Tasks")
        .get({
          select: ["id", "name", "lastModifiedDateTime"],
          expand: { columns: { select: ["name", "description"] }, items: { expand: { fields: true } } },
        }),
    theirs: (graph) =>
      graph
        .api("/sites/root/lists/Tasks")
        .select("id,name,lastModifiedDateTime")
        .expand("columns($select=name,description),items($expand=fields)")
        .get(),
  },
  {
    page: "plannertask-get",
    ours: (client) => client.planner.tasks.byId("01gzSlKkIUSUl6DF_EilrmQAKDhh").details.get(),
    theirs: (graph) => graph.api("/planner/tasks/01gzSlKkIUSUl6DF_EilrmQAKDhh/details").get(),
  },
];
