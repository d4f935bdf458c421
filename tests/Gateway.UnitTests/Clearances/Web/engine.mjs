// The scripts of the verifier's page that need no page, as the page runs them.
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import vm from "node:vm";

const last = "strings.js";
const names = [
  "Bytes", "Base45", "Cbor", "CborError", "CborMap", "CborTagged", "Claims", "Cose", "Lists", "ListError", "ListKeeper",
  "Strings", "Verdict",
];

/** Loads them in the order in which the page does. */
export function load(folder) {
  const context = vm.createContext({ crypto: webcrypto, TextDecoder, TextEncoder, Uint8Array, atob, btoa, console });
  const page = readFileSync(join(folder, "verifier.html"), "utf8");
  for (const [, part] of page.matchAll(/<script src="([^"]+)"><\/script>/g)) {
    if (part.startsWith("vendor/")) continue;
    vm.runInContext(readFileSync(join(folder, part), "utf8"), context, { filename: part });
    if (part === last) break;
  }
  return vm.runInContext(`({ ${names.join(", ")} })`, context);
}
