// What the page's scripts say of many codes and lists: `node verdicts.mjs SCRIPTS QUESTIONS`, answers on standard
// output.
import { readFileSync } from "node:fs";
import { load } from "./engine.mjs";

const [scripts, file] = process.argv.slice(2);
const { Bytes, ListError, Lists, Verdict } = load(scripts);
const questions = JSON.parse(readFileSync(file, "utf8"));
const roots = questions.roots.map(Bytes.fromBase64);
const trust = await Lists.readTrust(Bytes.fromBase64(questions.trust), roots);
const revocations = await Lists.readRevocations(Bytes.fromBase64(questions.revocations), trust);

const codes = [];
for (const { text, now, withRevocations } of questions.codes) {
  const found = await Verdict.check(text, trust, withRevocations ? revocations : null, now);
  codes.push({ verdict: found.verdict, reason: found.reason, subject: found.claims?.subject ?? null });
}

const lists = [];
for (const { bytes, isTrust } of questions.lists) lists.push(await numberOf(Bytes.fromBase64(bytes), isTrust));

process.stdout.write(JSON.stringify({ codes, lists }));

// Its number as text; null where it is refused.
async function numberOf(bytes, isTrust) {
  try {
    return String((await (isTrust ? Lists.readTrust(bytes, roots) : Lists.readRevocations(bytes, trust))).number);
  } catch (e) {
    if (e instanceof ListError) return null;
    throw e;
  }
}
