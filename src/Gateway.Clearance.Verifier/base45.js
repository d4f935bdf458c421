"use strict";

// Base45 (RFC 9285): the alphabet of a QR code's alphanumeric mode. A space is a character like the others.
const Base45 = (() => {
  const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const base = alphabet.length;

  /** What three characters stand for, or the last two; null where one is not of the alphabet. */
  function valueOf(group) {
    let value = 0;
    for (let i = group.length - 1; i >= 0; i--) {
      const digit = alphabet.indexOf(group[i]);
      if (digit < 0) return null;
      value = value * base + digit;
    }
    return value;
  }

  /** The bytes; null where a character, the length or a group is not possible. */
  function decode(text) {
    if (text.length % 3 === 1) return null;
    const bytes = [];
    for (let i = 0; i < text.length; i += 3) {
      const group = text.slice(i, i + 3);
      const value = valueOf(group);
      if (value === null || value > (group.length === 3 ? 0xffff : 0xff)) return null;
      if (group.length === 3) bytes.push(value >> 8);
      bytes.push(value & 0xff);
    }
    return Uint8Array.from(bytes);
  }

  return Object.freeze({ decode });
})();
