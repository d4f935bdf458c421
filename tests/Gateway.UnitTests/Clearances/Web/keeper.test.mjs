// Which lists the page takes and keeps: `VERIFIER_SCRIPTS=… VERIFIER_LISTS=… node --test`. The lists are files of a
// folder that the library wrote; what their names say is what they are.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { load } from "./engine.mjs";

const { Bytes, ListKeeper } = load(process.env.VERIFIER_SCRIPTS);
const list = (name) => new Uint8Array(readFileSync(join(process.env.VERIFIER_LISTS, name)));
const none = { trust: null, revocations: null };

/** What a browser keeps for a page. */
class Shelf {
  items = new Map();
  getItem = (name) => this.items.get(name) ?? null;
  setItem = (name, value) => this.items.set(name, value);
}

async function open(storage, files = none) {
  const keeper = new ListKeeper([list("root.spki")], storage);
  await keeper.open(files);
  return keeper;
}

test("Lists are taken, kept, and there again when the page is opened again", async () => {
  const shelf = new Shelf();
  const first = await open(shelf);
  assert.equal(await first.offer(list("trust-7.cbor")), "TAKEN");
  assert.equal(await first.offer(list("revocations-3.cbor")), "TAKEN");

  const second = await open(shelf);
  assert.equal(second.trust.number, 7n);
  assert.equal(second.revocations.number, 3n);
  assert.ok(second.isKept);
});

test("Older lists are refused, also by a page that was made with them", async () => {
  const shelf = new Shelf();
  const first = await open(shelf);
  for (const name of ["trust-7.cbor", "trust-8.cbor", "revocations-4.cbor"]) await first.offer(list(name));
  assert.equal(await first.offer(list("trust-7.cbor")), "OLDER");
  assert.equal(await first.offer(list("revocations-3.cbor")), "OLDER");
  assert.equal(await first.offer(list("revocations-4.cbor")), "TAKEN");

  const made = { trust: Bytes.toBase64(list("trust-7.cbor")), revocations: Bytes.toBase64(list("revocations-3.cbor")) };
  const second = await open(shelf, made);
  assert.equal(second.trust.number, 8n);
  assert.equal(second.revocations.number, 4n);
});

test("What no trusted key signed is refused", async () => {
  const keeper = await open(new Shelf());
  assert.equal(await keeper.offer(list("revocations-3.cbor")), "NEEDS_TRUST_LIST");
  assert.equal(await keeper.offer(list("trust-stranger.cbor")), "NOT_SIGNED");
  assert.equal(keeper.trust, null);
  await keeper.offer(list("trust-7.cbor"));
  assert.equal(await keeper.offer(list("revocations-stranger.cbor")), "NOT_SIGNED");
  assert.equal(await keeper.offer(Uint8Array.of(1, 2, 3)), "NOT_A_LIST");
  assert.equal(await keeper.offer(new Uint8Array()), "NOT_A_LIST");
  assert.equal(keeper.revocations, null);
});

test("A trust list that no longer names the key of the revocations takes them away", async () => {
  const keeper = await open(new Shelf());
  for (const name of ["trust-7.cbor", "revocations-3.cbor", "trust-9-certificates-only.cbor"]) {
    assert.equal(await keeper.offer(list(name)), "TAKEN", name);
  }
  assert.equal(keeper.revocations, null);
});

test("What was kept and then damaged is not used, and what is older does not come back for it", async () => {
  const shelf = new Shelf();
  await (await open(shelf)).offer(list("trust-8.cbor"));
  const kept = [...shelf.items.keys()].find((name) => name.endsWith(".trust"));
  shelf.items.set(kept, "AAAA");
  const keeper = await open(shelf, { ...none, trust: Bytes.toBase64(list("trust-7.cbor")) });
  assert.equal(keeper.trust, null);
});

test("A browser that keeps nothing uses the lists till the page is closed", async () => {
  const full = { getItem: () => null, setItem: () => { throw new Error("full"); } };
  for (const storage of [full, null]) {
    const keeper = await open(storage);
    assert.equal(await keeper.offer(list("trust-7.cbor")), "TAKEN");
    assert.equal(keeper.trust.number, 7n);
    assert.ok(!keeper.isKept);
  }
});
