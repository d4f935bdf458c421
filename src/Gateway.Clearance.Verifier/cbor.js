"use strict";

/** An item of CBOR that is not as it has to be. */
class CborError extends Error {}

/** A map: keys and values in the order in which they stand. */
class CborMap {
  constructor() {
    this.entries = [];
  }
}

/** A tagged item. */
class CborTagged {
  constructor(tag, value) {
    this.tag = tag;
    this.value = value;
  }
}

/** A float or a simple value without a meaning here. */
class CborOther {}

// CBOR (RFC 8949). Numbers that a double does not hold exactly are BigInts.
const Cbor = (() => {
  // Of arrays and maps. What is read here needs half of it.
  const maxDepth = 16;
  const indefinite = -1;
  const stop = Symbol("break");

  // One item from the start of the bytes. What is well-formed but not of the one deterministic form (section 4.2.1) is
  // noted, not refused, so that a verdict can say exactly what is wrong.
  class Decoder {
    constructor(bytes) {
      this.bytes = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      this.at = 0;
      this.isCanonical = true;
      this.isUnique = true;
    }

    item(depth) {
      const value = this.itemOrBreak(depth);
      if (value === stop) throw new CborError("a break without a beginning");
      return value;
    }

    itemOrBreak(depth) {
      const tags = [];
      let [major, info] = this.head();
      for (; major === 6; [major, info] = this.head()) tags.push(this.argument(major, info));
      const value = major === 7 ? this.simple(info) : this.ofMajor(major, this.argument(major, info), depth);
      if (value === stop && tags.length > 0) throw new CborError("a tag of nothing");
      return tags.reduceRight((tagged, tag) => new CborTagged(tag, tagged), value);
    }

    head() {
      const first = this.take(1)[0];
      return [first >> 5, first & 31];
    }

    ofMajor(major, argument, depth) {
      if (major >= 4 && depth === maxDepth) throw new CborError("too deep");
      switch (major) {
        case 0: return argument;
        case 1: return typeof argument === "bigint" || argument === Number.MAX_SAFE_INTEGER
          ? -1n - BigInt(argument) : -1 - argument;
        case 2: return this.string(2, argument);
        case 3: return this.text(this.string(3, argument));
        case 4: return this.array(argument, depth);
        default: return this.map(argument, depth);
      }
    }

    take(count) {
      if (count > this.bytes.length - this.at) throw new CborError("it ends too early");
      this.at += Number(count);
      return this.bytes.subarray(this.at - Number(count), this.at);
    }

    argument(major, info) {
      if (info < 24) return info;
      if (info === 31 && major >= 2 && major <= 5) {
        this.isCanonical = false;
        return indefinite;
      }
      const at = this.at;
      switch (info) {
        case 24: this.take(1); return this.shortest(this.view.getUint8(at), 24);
        case 25: this.take(2); return this.shortest(this.view.getUint16(at), 0x100);
        case 26: this.take(4); return this.shortest(this.view.getUint32(at), 0x10000);
        case 27: this.take(8); return this.shortest(exact(this.view.getBigUint64(at)), 0x100000000);
        default: throw new CborError("a length that is not defined");
      }
    }

    shortest(value, least) {
      if (value < least) this.isCanonical = false;
      return value;
    }

    string(major, length) {
      if (length !== indefinite) return this.take(length);
      const bytes = [];
      for (;;) {
        const first = this.take(1)[0];
        if (first === 0xff) return Uint8Array.from(bytes);
        if (first >> 5 !== major || (first & 31) === 31) throw new CborError("a piece of another kind");
        const piece = this.take(this.argument(major, first & 31));
        if (major === 3) this.text(piece);
        for (const byte of piece) bytes.push(byte);
      }
    }

    text(bytes) {
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw new CborError("a text that is none");
      }
    }

    array(length, depth) {
      const items = [];
      if (length > this.bytes.length - this.at) throw new CborError("it ends too early");
      while (length === indefinite || items.length < length) {
        const item = this.itemOrBreak(depth + 1);
        if (item !== stop) items.push(item);
        else if (length === indefinite) break;
        else throw new CborError("a break without a beginning");
      }
      return items;
    }

    map(length, depth) {
      const map = new CborMap();
      const keys = new Set();
      let before = null;
      if (length > (this.bytes.length - this.at) / 2) throw new CborError("it ends too early");
      while (length === indefinite || map.entries.length < length) {
        const start = this.at;
        const key = this.itemOrBreak(depth + 1);
        if (key === stop) {
          if (length === indefinite) break;
          throw new CborError("a break without a beginning");
        }
        const encoded = this.bytes.subarray(start, this.at);
        const name = Bytes.toHex(encoded);
        if (keys.has(name)) this.isCanonical = this.isUnique = false;
        else if (before !== null && !precedes(before, name)) this.isCanonical = false;
        keys.add(name);
        before = name;
        map.entries.push([key, this.item(depth + 1)]);
      }
      return map;
    }

    simple(info) {
      switch (info) {
        case 20: return false;
        case 21: return true;
        case 22: return null;
        case 24:
          if (this.take(1)[0] < 32) throw new CborError("a simple value of more bytes than it may have");
          return new CborOther();
        case 25: this.take(2); return new CborOther();
        case 26: this.take(4); return new CborOther();
        case 27: this.take(8); return new CborOther();
        case 31: return stop;
        default:
          if (info > 24) throw new CborError("a value that is not defined");
          return new CborOther();
      }
    }
  }

  // Shorter keys first, as the gateway's library has it; for the keys that occur the order by bytes is the same.
  function precedes(one, other) {
    return one.length === other.length ? one < other : one.length < other.length;
  }

  function exact(big) {
    return big <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(big) : big;
  }

  /** What is wrong with the form of these bytes, which should be one item; null where nothing is. */
  function fault(bytes) {
    const decoder = new Decoder(bytes);
    try {
      decoder.item(0);
    } catch (e) {
      if (e instanceof CborError) return "NOT_CBOR";
      throw e;
    }
    if (!decoder.isUnique) return "DUPLICATE_KEYS";
    if (!decoder.isCanonical) return "NOT_CANONICAL";
    return decoder.at < bytes.length ? "TRAILING_BYTES" : null;
  }

  /** The one item that these bytes are, in its deterministic form. Anything else throws a CborError. */
  function decode(bytes) {
    const decoder = new Decoder(bytes);
    const value = decoder.item(0);
    if (!decoder.isCanonical || decoder.at < bytes.length) throw new CborError("not in its one form");
    return value;
  }

  return Object.freeze({ decode, fault });
})();
