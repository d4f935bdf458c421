"use strict";

// The verdict on a code, by the same steps as the gateway's library and in the same order.
const Verdict = (() => {
  const prefix = "ETC1:";
  const maxChars = 1024;
  const skewSeconds = 300;
  const revoked = 1;
  const superseded = 2;

  /**
   * Checks a code. Never rejects: whatever is wrong is a verdict.
   * @param {string} text what the QR code says, exactly
   * @param {object | null} trust the trust list; without one nothing can be said
   * @param {object | null} revocations the revocation list, if there is one
   * @param {number} now milliseconds since 1970
   * @returns {Promise<{verdict: string, reason: string, claims: object | null}>}
   */
  async function check(text, trust, revocations, now) {
    try {
      const { signed, fault } = readCode(text);
      if (fault) return fault;
      if (trust === null) return found("CANNOT_CHECK", "TRUST_LIST_MISSING");
      return clockFault(trust, revocations, now / 1000) ?? await judge(signed, trust, revocations, now / 1000);
    } catch (e) {
      console.error(e);
      return found("CANNOT_CHECK", "PROGRAM_FAILED");
    }
  }

  function found(verdict, reason, claims = null) {
    return { verdict, reason, claims };
  }

  // Takes the text apart, down to the signed message: { signed } or { fault }.
  function readCode(text) {
    if (!text.startsWith(prefix)) return { fault: found("NOT_A_CERTIFICATE", "PREFIX_MISSING") };
    if (text.length > maxChars) return { fault: found("NOT_A_CERTIFICATE", "TOO_LONG") };
    const bytes = Base45.decode(text.slice(prefix.length));
    if (bytes === null) return { fault: found("NOT_A_CERTIFICATE", "NOT_BASE45") };
    const form = Cbor.fault(bytes);
    if (form === "NOT_CBOR") return { fault: found("NOT_A_CERTIFICATE", form) };
    if (form !== null) return { fault: found("FORGED", form) };
    const { signed, fault } = Cose.read(bytes);
    if (fault) return { fault: found("FORGED", fault) };
    const inner = Cbor.fault(signed.payload);
    if (inner !== null) return { fault: found("FORGED", inner === "NOT_CBOR" ? "CLAIMS_WRONG" : inner) };
    return { signed };
  }

  function clockFault(trust, revocations, now) {
    if (trust.issued > now + skewSeconds) return found("CLOCK_WRONG", "CLOCK_BEFORE_TRUST_LIST");
    if (revocations !== null && revocations.issued > now + skewSeconds) {
      return found("CLOCK_WRONG", "CLOCK_BEFORE_REVOCATION_LIST");
    }
    return now >= trust.expires ? found("TRUST_OUTDATED", "TRUST_LIST_OUTDATED") : null;
  }

  async function judge(signed, trust, revocations, now) {
    if (!Cose.isLowS(signed.signature)) return found("FORGED", "SIGNATURE_NOT_LOW_S");
    const known = Lists.find(trust, signed.keyId, Lists.uses.certificates);
    if (known.length === 0) return found("FORGED", "KEY_UNKNOWN");
    const signers = await Lists.verified(known, signed);
    if (signers.length === 0) return found("FORGED", "SIGNATURE_WRONG");
    const claims = Claims.read(signed.payload);
    if (claims === null) return found("FORGED", "CLAIMS_WRONG");
    if (!signers.some((key) => Lists.isValidAt(key, claims.asOf))) return found("FORGED", "KEY_NOT_VALID_THEN");
    return ofClaims({ ...claims, keyId: signed.keyId }, revocations, now);
  }

  // An old list still knows what was revoked by then.
  function ofClaims(claims, revocations, now) {
    if (claims.asOf > now + skewSeconds) return found("CLOCK_WRONG", "NOT_YET_VALID", claims);
    if (now >= claims.expires) return found("EXPIRED", "EXPIRED", claims);
    const state = revocations?.states.get(claims.id);
    if (state === revoked) return found("REVOKED", "REVOKED", claims);
    if (state === superseded) return found("SUPERSEDED", "SUPERSEDED", claims);
    if (revocations === null) return found("GENUINE_REVOCATION_UNKNOWN", "REVOCATION_LIST_MISSING", claims);
    if (now >= revocations.expires) return found("GENUINE_REVOCATION_UNKNOWN", "REVOCATION_LIST_OUTDATED", claims);
    return found("GENUINE", "", claims);
  }

  return Object.freeze({ check });
})();
