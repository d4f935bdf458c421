// Opens the verifier's page in Chromium, without a network: `node browser.mjs CHROMIUM RUN`, what was seen on standard
// output. RUN is a JSON file: { pictures: folder, visits: [...] }.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { photograph } from "./photograph.mjs";

const [executablePath, file] = process.argv.slice(2);
const run = JSON.parse(readFileSync(file, "utf8"));
const seen = [];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const visit of run.visits) seen.push(await go(visit));
} finally {
  await browser.close();
}
process.stdout.write(JSON.stringify(seen));

async function go(visit) {
  const context = await browser.newContext({
    viewport: visit.wide ? { width: 1280, height: 900 } : { width: 390, height: 844 },
    deviceScaleFactor: visit.wide ? 1 : 2,
    colorScheme: visit.dark ? "dark" : "light",
  });
  const [requests, faults] = [[], []];
  const url = pathToFileURL(visit.page).href;
  try {
    await context.route("**/*", (route) => {
      if (route.request().url() === url) return route.continue();
      requests.push(route.request().url());
      return route.abort();
    });
    await context.setOffline(true);
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    if (visit.now) await page.clock.setFixedTime(visit.now);
    const outcomes = [];
    await open(page, url, visit);
    for (const step of visit.steps) outcomes.push(await take(page, step, url, visit));
    return { name: visit.name, outcomes, requests, faults };
  } catch (e) {
    return { name: visit.name, outcomes: [], requests, faults: [...faults, String(e.stack)] };
  } finally {
    await context.close();
  }
}

async function open(page, url, visit) {
  await page.goto(url);
  await page.waitForSelector("html[data-ready=true]");
  if (visit.english) await page.click("#language");
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
    case "lists":
      await page.setInputFiles("input[multiple]", step.files);
      await page.waitForSelector(".news");
      break;
    case "reopen": await open(page, url, visit); break;
    case "press": await page.click(step.selector); break;
    case "send": return send(page);
    default: throw new Error(`no step ${step.do}`);
  }
  if (step.do === "paste" || step.do === "picture") await page.waitForSelector("#verdict, .notice", { timeout: 60000 });
  return look(page, step);
}

async function look(page, step) {
  if (step.picture) await page.screenshot({ path: join(run.pictures, `${step.picture}.png`), fullPage: true });
  return page.evaluate(() => {
    const banner = document.querySelector("#verdict");
    return {
      verdict: banner?.dataset.verdict ?? "",
      reason: banner?.dataset.reason ?? "",
      notice: document.querySelector(".notice")?.dataset.notice ?? "",
      text: document.querySelector("main").innerText,
      width: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
}

// The page's own policy has to keep it from sending, before anything reaches the network.
async function send(page) {
  const refused = await page.evaluate(() => Promise.all([
    fetch("https://example.org/").then(() => false, () => true),
    new Promise((resolve) => {
      const image = new Image();
      image.onerror = () => resolve(true);
      image.onload = () => resolve(false);
      image.src = "https://example.org/a.png";
    }),
  ]));
  return { verdict: String(refused.every(Boolean)), reason: "", notice: "", text: "", width: 0 };
}
