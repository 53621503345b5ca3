/** Stops at once, with a plain message, on a Node that the tools here do not run on. Import it first. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24;

if (!fits) {
  console.error(
    `Preflight needs Node 20.19 or newer (22.13 or newer in the 22 line); this is Node ${process.versions.node}.`
  );
  process.exit(1);
}
