// Opens the verifier's page in Chromium: `node browser.mjs CHROMIUM RUN`, what was seen on standard output. RUN is a
// JSON file: { screenshots: folder, visits: [...] }. A visit opens a page, without a network, and takes its steps.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { film, photograph } from "./photograph.mjs";

const [executablePath, file] = process.argv.slice(2);
const run = JSON.parse(readFileSync(file, "utf8"));
const patience = 60_000;
// The tests may run as root, where Chromium has no sandbox.
const launch = (...args) => chromium.launch({ executablePath, args: ["--no-sandbox", ...args] });

const browser = await launch();
try {
  const seen = [];
  for (const visit of run.visits) seen.push(await go(visit));
  process.stdout.write(JSON.stringify(seen));
} finally {
  await browser.close();
}

async function go(visit) {
  const [requests, faults] = [[], []];
  const own = visit.film ? await launch(...await cameraOf(visit)) : null;
  const context = await (own ?? browser).newContext({
    viewport: visit.isWide ? { width: 1280, height: 900 } : { width: 390, height: 844 },
    deviceScaleFactor: visit.isWide ? 1 : 2,
    colorScheme: visit.isDark ? "dark" : "light",
    permissions: visit.film ? ["camera"] : [],
  });
  try {
    const url = pathToFileURL(visit.page).href;
    context.on("request", (request) => request.url() === url || requests.push(request.url()));
    await context.setOffline(true);
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    if (visit.now) await page.clock.setFixedTime(visit.now);
    const outcomes = [];
    await open(page, url, visit);
    for (const step of visit.steps) {
      await take(page, step, url, visit);
      outcomes.push(await look(page, step));
    }
    return { outcomes, requests, faults };
  } catch (e) {
    return { outcomes: [], requests, faults: [...faults, String(e.stack)] };
  } finally {
    await context.close();
    await own?.close();
  }
}

async function open(page, url, visit) {
  await page.goto(url);
  await page.waitForSelector("html[data-ready=true]");
  if (visit.isEnglish) await page.click("#language");
}

async function cameraOf(visit) {
  const frames = await film(browser, visit.film, `${visit.film.file}.mjpeg`);
  return ["--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${frames}`];
}

async function take(page, step, url, visit) {
  switch (step.do) {
    case "paste":
      await page.click("details.paste summary");
      await page.fill("details.paste textarea", step.text);
      await page.click("details.paste button");
      break;
    case "picture":
      await page.setInputFiles("input[accept='image/*']", await photograph(browser, step));
      break;
    case "scan":
      await page.click("button.primary");
      break;
    case "lists":
      await page.setInputFiles("input[multiple]", step.files);
      await page.waitForSelector(".news");
      return;
    case "reopen": return open(page, url, visit);
    case "press": return page.click(step.selector);
    case "look": return;
    default: throw new Error(`no step ${step.do}`);
  }
  await page.waitForSelector("#verdict, .notice", { timeout: patience });
}

async function look(page, step) {
  if (step.screenshot) await page.screenshot({ path: join(run.screenshots, `${step.screenshot}.png`), fullPage: true });
  return page.evaluate(() => {
    const banner = document.querySelector("#verdict");
    return {
      verdict: banner?.dataset.verdict ?? "",
      reason: banner?.dataset.reason ?? "",
      notice: document.querySelector(".notice")?.dataset.notice ?? "",
      text: document.querySelector("main").innerText,
      direction: document.documentElement.dir,
      excessWidth: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
}
