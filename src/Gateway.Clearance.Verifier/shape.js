"use strict";

// Takes decoded CBOR apart. What is of another shape throws a CborError.
const Shape = (() => {
  const lastSecond = 253402300799; // 9999-12-31T23:59:59Z
  const maxInt32 = 2147483647;
  const maxInt64 = 9223372036854775807n;

  function require(condition, what) {
    if (!condition) throw new CborError(what);
  }

  /** The values of a map that has exactly these keys. */
  function members(value, keys) {
    return withOptional(value, keys, []);
  }

  /** The values of a map that has these keys and, of the optional ones, some; a missing one is undefined. */
  function withOptional(value, keys, optional) {
    require(value instanceof CborMap, "no map");
    const byKey = new Map(value.entries);
    require(keys.every((key) => byKey.has(key)), "a member is missing");
    const all = [...keys, ...optional];
    require([...byKey.keys()].every((key) => all.includes(key)), "a member is not known");
    return all.map((key) => byKey.get(key));
  }

  /** An array of this length. */
  function array(value, length) {
    require(Array.isArray(value) && value.length === length, "no array of this length");
    return value;
  }

  /** A byte string, of this length where one is given. */
  function bytes(value, length) {
    require(value instanceof Uint8Array && (length === undefined || value.length === length), "no such bytes");
    return value;
  }

  /** A text of 1 to so many characters, none of them a control. */
  function text(value, maxChars) {
    require(typeof value === "string" && value.length >= 1 && value.length <= maxChars, "no such text");
    require(!/[\u0000-\u001f\u007f-\u009f]/u.test(value), "a text with controls");
    return value;
  }

  /** A whole number of 32 bits. */
  function int(value) {
    require(typeof value === "number" && value <= maxInt32 && value >= -maxInt32 - 1, "no such number");
    return value;
  }

  /** A moment: seconds since 1970 (RFC 8392, section 2). */
  function seconds(value) {
    require(typeof value === "number" && value >= 0 && value <= lastSecond, "no such moment");
    return value;
  }

  /** A number of a list, as a BigInt. */
  function listNumber(value) {
    require((typeof value === "number" || typeof value === "bigint") && value >= 0 && value <= maxInt64, "no number");
    return BigInt(value);
  }

  return Object.freeze({ require, members, withOptional, array, bytes, text, int, seconds, listNumber });
})();
