"use strict";

// COSE_Sign1 with ES256 (RFC 9052, section 4.2; RFC 9053, section 2.1) in the one form that certificates and their
// lists have: tagged, algorithm and key identifier protected, on a list its type too (RFC 9596), nothing unprotected.
const Cose = (() => {
  const sign1 = 18;
  const es256 = -7;
  const signatureBytes = 64;
  const keyIdBytes = 8;
  // How the SubjectPublicKeyInfo of every key on P-256 begins (RFC 5480, section 2), and how long it is.
  const spkiStart = "3059301306072a8648ce3d020106082a8648ce3d03010703420004";
  const spkiBytes = 91;
  // Half the order of the group (SEC 2, section 2.4.2): of two equivalent signatures only the one with the lower s
  // counts.
  const halfOrder = "7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a8";

  /** Reads one whose bytes are one item in its deterministic form: { signed } or { fault }. */
  function read(bytes, type) {
    const item = Cbor.decode(bytes);
    if (!(item instanceof CborTagged) || item.tag !== sign1) return { fault: "NOT_TAGGED" };
    try {
      const [header, unprotected, payload, signature] = Shape.array(item.value, 4);
      Shape.members(unprotected, []);
      return {
        signed: {
          header,
          keyId: readHeader(Shape.bytes(header), type),
          payload: Shape.bytes(payload),
          signature: Shape.bytes(signature, signatureBytes),
        },
      };
    } catch (e) {
      if (e instanceof CborError) return { fault: "HEADER_WRONG" };
      throw e;
    }
  }

  function readHeader(bytes, type) {
    const [algorithm, keyId, said] = Shape.members(Cbor.decode(bytes), type === undefined ? [1, 4] : [1, 4, 16]);
    Shape.require(algorithm === es256 && said === type, "another algorithm or type");
    return Bytes.toHex(Shape.bytes(keyId, keyIdBytes));
  }

  /** Whether s is the lower of the two. */
  function isLowS(signature) {
    return Bytes.toHex(signature.subarray(signatureBytes / 2)) <= halfOrder;
  }

  // Sig_structure, RFC 9052, section 4.4.
  function toBeSigned(signed) {
    return concat(
      Uint8Array.of(0x84, 0x6a), new TextEncoder().encode("Signature1"),
      head(2, signed.header.length), signed.header, Uint8Array.of(0x40),
      head(2, signed.payload.length), signed.payload);
  }

  function head(major, length) {
    if (length < 24) return Uint8Array.of((major << 5) | length);
    if (length < 0x100) return Uint8Array.of((major << 5) | 24, length);
    if (length < 0x10000) return Uint8Array.of((major << 5) | 25, length >> 8, length & 0xff);
    const bytes = new Uint8Array(5);
    bytes[0] = (major << 5) | 26;
    new DataView(bytes.buffer).setUint32(1, length);
    return bytes;
  }

  function concat(...parts) {
    const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  /** A public key on P-256 with its identifier. Throws where the SubjectPublicKeyInfo is none. */
  async function importKey(spki) {
    if (spki.length !== spkiBytes || !Bytes.toHex(spki).startsWith(spkiStart)) throw new Error("no key on P-256");
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", spki));
    const key = await crypto.subtle.importKey("spki", spki, { name: "ECDSA", namedCurve: "P-256" }, false, ["verify"]);
    return { keyId: Bytes.toHex(digest.subarray(0, keyIdBytes)), key };
  }

  /** Whether the key made this signature. */
  function verifies(key, signed) {
    return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signed.signature, toBeSigned(signed));
  }

  return Object.freeze({ read, isLowS, importKey, verifies });
})();
