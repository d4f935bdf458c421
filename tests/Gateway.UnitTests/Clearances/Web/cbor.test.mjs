// The small parts of the page's scripts, against the examples of their standards: `VERIFIER_SCRIPTS=… node --test`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./engine.mjs";

const { Base45, Bytes, Cbor, CborMap, CborTagged, Cose } = load(process.env.VERIFIER_SCRIPTS);
const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
const text = (decoded) => (decoded === null ? null : new TextDecoder().decode(decoded));

test("Base45 reads the examples of RFC 9285", () => {
  assert.equal(text(Base45.decode("BB8")), "AB");
  assert.equal(text(Base45.decode("%69 VD92EX0")), "Hello!!");
  assert.equal(text(Base45.decode("UJCLQE7W581")), "base-45");
  assert.equal(text(Base45.decode("QED8WEX0")), "ietf!");
  assert.equal(Base45.decode("").length, 0);
});

test("Base45 refuses what it does not write", () => {
  for (const wrong of ["A", "BB8A", "GGW", ":::", "bb8", "BB\u0000", "ΒB8", "BB8\n"]) {
    assert.equal(Base45.decode(wrong), null, wrong);
  }
  assert.equal(Bytes.toHex(Base45.decode("FGW")), "ffff");
  assert.equal(Bytes.toHex(Base45.decode("U5")), "ff");
  assert.equal(Base45.decode("V5"), null);
});

test("CBOR reads examples of RFC 8949, appendix A", () => {
  assert.equal(Cbor.decode(bytes("00")), 0);
  assert.equal(Cbor.decode(bytes("1903e8")), 1000);
  assert.equal(Cbor.decode(bytes("1b000000e8d4a51000")), 1000000000000);
  assert.equal(Cbor.decode(bytes("1bffffffffffffffff")), 18446744073709551615n);
  assert.equal(Cbor.decode(bytes("3bffffffffffffffff")), -18446744073709551616n);
  assert.equal(Cbor.decode(bytes("3903e7")), -1000);
  assert.equal(Cbor.decode(bytes("62c3bc")), "ü");
  assert.equal(Cbor.decode(bytes("64f0908591")), "\ud800\udd51");
  assert.deepEqual([...Cbor.decode(bytes("83010203"))], [1, 2, 3]);
  assert.ok(Cbor.decode(bytes("a201020304")) instanceof CborMap);
  assert.ok(Cbor.decode(bytes("c11a514b67b0")) instanceof CborTagged);
  assert.deepEqual(["f4", "f5", "f6"].map((hex) => Cbor.decode(bytes(hex))), [false, true, null]);
});

test("CBOR says what is wrong with a form", () => {
  const faults = {
    NOT_CBOR: [
      "", "18", "1c", "62c3", "8201", "a101", "ff", "c1", "c1ff", "9fc1ffff", "5f4101", "5f6161ff", "81ff", "fc",
      "7f7f6161ffff", "df00", "61ff", "7f61c361a9ff", "f818",
    ],
    TRAILING_BYTES: ["0000", "00ff", "a000"],
    DUPLICATE_KEYS: ["a201000100", "bf01000100ff"],
    NOT_CANONICAL: [
      "1800", "190001", "1a00000001", "1b0000000000000001", "5800", "7800", "9800", "b800", "d80100", "5f4101ff",
      "7f6161ff", "9f01ff", "bf0100ff", "a202000100", "a2616100" + "0100", "180000",
      "a2181800" + "2000",
    ],
  };
  for (const [fault, all] of Object.entries(faults)) {
    for (const hex of all) assert.equal(Cbor.fault(bytes(hex)), fault, hex);
  }
});

test("CBOR is read up to sixteen levels; what is deeper breaks nothing", () => {
  const nested = (levels) => bytes("81".repeat(levels) + "00");
  assert.equal(Cbor.fault(nested(16)), null);
  assert.equal(Cbor.fault(nested(17)), "NOT_CBOR");
  assert.equal(Cbor.fault(new Uint8Array(5000000).fill(0x81)), "NOT_CBOR");
  assert.equal(Cbor.fault(new Uint8Array(500000).fill(0xc1)), "NOT_CBOR");
});

test("Of two signatures the lower counts", () => {
  const half = "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8";
  const next = half.replace(/8$/, "9");
  assert.ok(Cose.isLowS(bytes("00".repeat(32) + half)));
  assert.ok(!Cose.isLowS(bytes("00".repeat(32) + next)));
});
