// Tries to get something out of the verifier's page: `node sending.mjs CHROMIUM PAGE`. There is a network and someone
// who listens, so that only the page's own policy keeps it in. Prints what was heard and what the policy refused.
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [executablePath, file] = process.argv.slice(2);
const heard = [];
const server = createServer((request, response) => {
  heard.push(request.url);
  response.writeHead(200, { "access-control-allow-origin": "*" }).end();
});
server.on("upgrade", (request, socket) => {
  heard.push(request.url);
  socket.destroy();
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  // One who may send is heard.
  const other = await browser.newPage();
  await other.setContent("<p>");
  await other.evaluate((url) => fetch(url).catch(() => null), `http://${address}/control`);

  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector("html[data-ready=true]");
  const refused = await page.evaluate(tryAll, address);
  process.stdout.write(JSON.stringify({ heard, refused }));
} finally {
  await browser.close();
  server.close();
}

// Runs in the page: every way out that there is, then which the policy named when it refused.
async function tryAll(at) {
  const refused = new Set();
  document.addEventListener("securitypolicyviolation", (event) => refused.add(event.effectiveDirective));
  const ways = [
    () => fetch(`http://${at}/fetch`),
    () => navigator.sendBeacon(`http://${at}/beacon`, "x"),
    () => new WebSocket(`ws://${at}/socket`),
    () => new EventSource(`http://${at}/events`),
    () => put("img", { src: `http://${at}/img` }),
    () => put("video", { src: `http://${at}/video` }),
    () => put("iframe", { src: `http://${at}/frame` }),
    () => put("object", { data: `http://${at}/object` }),
    () => put("link", { rel: "stylesheet", href: `http://${at}/style` }),
    () => put("script", { src: `http://${at}/script` }),
    () => put("script", { textContent: "window.isBroken = true" }),
    () => put("form", { action: `http://${at}/form` }).submit(),
    () => { document.body.innerHTML = "<p>"; },
    () => new Function("return 1")(),
    () => new Worker(`http://${at}/worker`),
  ];
  for (const way of ways) {
    try {
      await way();
    } catch {
      // Refused at once.
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return { directives: [...refused].sort(), isBroken: window.isBroken === true };

  function put(name, properties) {
    const made = Object.assign(document.createElement(name), properties);
    document.body.append(made);
    return made;
  }
}
