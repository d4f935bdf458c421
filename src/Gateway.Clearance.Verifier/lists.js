"use strict";

/** A file that is not the list that it should be; the code says why. */
class ListError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

// The signed files that a verifier keeps: the keys that are trusted, and the codes that no longer count. Whether a list
// is in date is for whoever uses it.
const Lists = (() => {
  const trustType = "traffic-clearance-trust-list";
  const revocationType = "traffic-clearance-revocations";
  const trustClaim = -65538;
  const revocationClaim = -65539;
  const issuer = "EG";
  const idBytes = 8;
  const maxBytes = 16 * 1024 * 1024;

  /** What a key of the trust list may sign; bits. */
  const uses = Object.freeze({ certificates: 1, revocationLists: 2 });

  /** Which list a file says that it is: "trust" or "revocations"; null where it is none. */
  function kindOf(file) {
    for (const [kind, type] of [["trust", trustType], ["revocations", revocationType]]) {
      try {
        if (Cbor.fault(file) === null && Cose.read(file, type).signed) return kind;
      } catch (e) {
        if (!(e instanceof CborError)) throw e;
      }
    }
    return null;
  }

  /** Reads a trust list. Throws a ListError where no root signed it or it is of another form. */
  async function readTrust(file, roots) {
    const signed = envelope(file, trustType);
    const signers = [];
    for (const root of roots) {
      const { keyId, key } = await Cose.importKey(root);
      if (keyId === signed.keyId) signers.push({ key });
    }
    if ((await verified(signers, signed)).length === 0) throw new ListError("NOT_SIGNED");
    const { head, entries } = content(signed, trustClaim, readKeys);
    for (const entry of entries) Object.assign(entry, await imported(entry.spki));
    return { ...head, keys: entries };
  }

  /** Reads a revocation list. Throws a ListError where no key of the trust list signed it or it is of another form. */
  async function readRevocations(file, trust) {
    const signed = envelope(file, revocationType);
    const signers = await verified(find(trust, signed.keyId, uses.revocationLists), signed);
    if (signers.length === 0) throw new ListError("NOT_SIGNED");
    const { head, entries } = content(signed, revocationClaim, readStates);
    if (!signers.some((key) => isValidAt(key, head.issued))) throw new ListError("NOT_SIGNED");
    return { ...head, states: entries };
  }

  /** The keys with this identifier that may sign such things. */
  function find(trust, keyId, use) {
    return trust.keys.filter((key) => key.keyId === keyId && (key.uses & use) !== 0);
  }

  /** Those of the keys that made this signature. */
  async function verified(keys, signed) {
    const results = await Promise.all(keys.map(({ key }) => Cose.verifies(key, signed)));
    return keys.filter((_, i) => results[i]);
  }

  /** Whether a key may have signed something of this moment. */
  function isValidAt(key, seconds) {
    return seconds >= key.notBefore && seconds <= key.notAfter;
  }

  /** Whether a list may take the place of one with this number and date: it never goes back. */
  function canReplace(list, kept) {
    return list.number > kept.number || (list.number === kept.number && list.issued >= kept.issued);
  }

  function envelope(file, type) {
    if (file.length > maxBytes || Cbor.fault(file) !== null) throw new ListError("NOT_A_LIST");
    const { signed } = Cose.read(file, type);
    if (!signed || !Cose.isLowS(signed.signature) || Cbor.fault(signed.payload) !== null) {
      throw new ListError("NOT_A_LIST");
    }
    return signed;
  }

  function content(signed, claim, readEntries) {
    try {
      const [iss, exp, iat, own] = Shape.members(Cbor.decode(signed.payload), [1, 4, 6, claim]);
      const [number, entries] = Shape.members(own, [1, 2]);
      const head = { number: Shape.listNumber(number), issued: Shape.seconds(iat), expires: Shape.seconds(exp) };
      Shape.require(iss === issuer && head.expires > head.issued, "another issuer, or it ends before it begins");
      return { head, entries: readEntries(entries) };
    } catch (e) {
      throw e instanceof CborError ? new ListError("NOT_A_LIST") : e;
    }
  }

  function readKeys(item) {
    Shape.require(Array.isArray(item) && item.length > 0, "no keys");
    return item.map((entry) => {
      const [bits, spki, notBefore, notAfter] = Shape.members(entry, [1, 2, 3, 4]);
      Shape.require(bits === 1 || bits === 2 || bits === 3, "a use that is not known");
      return {
        uses: bits,
        spki: Shape.bytes(spki),
        notBefore: Shape.seconds(notBefore),
        notAfter: Shape.seconds(notAfter),
      };
    });
  }

  function readStates(item) {
    Shape.require(item instanceof CborMap, "no map");
    return new Map(item.entries.map(([id, state]) => {
      Shape.require(state === 1 || state === 2, "a state that is not known");
      return [Bytes.toHex(Shape.bytes(id, idBytes)), state];
    }));
  }

  async function imported(spki) {
    try {
      return await Cose.importKey(spki);
    } catch {
      throw new ListError("NOT_A_LIST");
    }
  }

  return Object.freeze({
    uses, kindOf, readTrust, readRevocations, find, verified, isValidAt, canReplace,
  });
})();
