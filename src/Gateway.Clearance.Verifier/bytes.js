"use strict";

// Bytes as texts.
const Bytes = Object.freeze({
  /** Lower-case hexadecimal digits. */
  toHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  },

  toBase64(bytes) {
    let text = "";
    for (let i = 0; i < bytes.length; i += 4096) text += String.fromCharCode(...bytes.subarray(i, i + 4096));
    return btoa(text);
  },

  fromBase64(text) {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  },
});
