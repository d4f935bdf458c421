"use strict";

// The form of the encrypted holder: COSE_Encrypt (RFC 9052, section 5.1) with AES-GCM and one recipient by ECDH-ES on
// P-256 (RFC 9053, section 6.3.1). The key that opens it belongs to the traffic units and not into this page.
const Encrypted = (() => {
  const encrypt = 96;
  const aes128Gcm = 1;
  const ecdhEsHkdf256 = -25;
  const nonceBytes = 12;
  const tagBytes = 16;
  const keyIdBytes = 8;
  const coordinateBytes = 32;

  /** Throws a CborError where it is of another form. */
  function requireForm(item) {
    Shape.require(item instanceof CborTagged && item.tag === encrypt, "another tag");
    const [header, unprotected, ciphertext, recipients] = Shape.array(item.value, 4);
    Shape.require(algorithm(header) === aes128Gcm, "another content encryption");
    Shape.bytes(Shape.members(unprotected, [5])[0], nonceBytes);
    Shape.require(Shape.bytes(ciphertext).length > tagBytes, "nothing is encrypted");
    const [recipientHeader, recipient, key] = Shape.array(Shape.array(recipients, 1)[0], 3);
    Shape.require(algorithm(recipientHeader) === ecdhEsHkdf256, "another key agreement");
    const [keyId, ephemeral] = Shape.members(recipient, [4, -1]);
    Shape.bytes(keyId, keyIdBytes);
    requireCompressed(ephemeral);
    Shape.bytes(key, 0);
  }

  function algorithm(header) {
    return Shape.members(Cbor.decode(Shape.bytes(header)), [1])[0];
  }

  // Whether its x is one of the curve matters to who decrypts.
  function requireCompressed(key) {
    const [type, curve, x, isOdd] = Shape.members(key, [1, -1, -2, -3]);
    Shape.require(type === 2 && curve === 1 && typeof isOdd === "boolean", "another curve");
    Shape.bytes(x, coordinateBytes);
  }

  return Object.freeze({ requireForm });
})();
