const cds = require("@sap/cds");

// CAP has no option for the host, and would listen on all of them.
cds.once("bootstrap", (app) => {
  const { listen } = app;
  app.listen = (port, ...rest) => listen.call(app, port, "127.0.0.1", ...rest);
});
cds.once("listening", ({ server }) => process.send?.(server.address().port));
process.once("disconnect", () => process.exit());

module.exports = cds.server;
