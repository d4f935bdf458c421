"use strict";

// The lists that this page holds: those it was made with, or newer ones that were loaded, kept in the browser's
// storage. Each is verified again whenever it is read. Of each kind the highest number ever seen is kept too, so that
// an old list never comes back.
class ListKeeper {
  /**
   * @param {Uint8Array[]} roots public keys of the pinned roots
   * @param {Storage | null} storage null where the browser has none for this page
   */
  constructor(roots, storage) {
    this.roots = roots;
    this.storage = storage;
    this.isKept = storage !== null;
    this.prefix = "";
    this.highest = { trust: null, revocations: null };
    this.trust = null;
    this.revocations = null;
    this.revocationFile = null;
  }

  /** Reads what was kept, then what the page was made with. */
  async open(files) {
    // Pages with other roots keep their lists apart.
    const names = await Promise.all(this.roots.map(async (root) => (await Cose.importKey(root)).keyId));
    this.prefix = `traffic-clearance.${names.join(".")}.`;
    for (const kind of ["trust", "revocations"]) this.highest[kind] = this.#readHighest(kind);
    for (const kind of ["trust", "revocations"]) {
      for (const text of [this.#get(kind), files[kind]]) {
        if (text) await this.#offerQuietly(text);
      }
    }
  }

  /**
   * Takes a file, if it is a list that this page may use.
   * @returns {Promise<string>} TAKEN, OLDER, NOT_SIGNED, NOT_A_LIST or NEEDS_TRUST_LIST
   */
  async offer(file) {
    try {
      switch (Lists.kindOf(file)) {
        case "trust": return await this.#offerTrust(file);
        case "revocations": return await this.#offerRevocations(file);
        default: return "NOT_A_LIST";
      }
    } catch (e) {
      if (e instanceof ListError) return e.code;
      throw e;
    }
  }

  async #offerTrust(file) {
    const list = await Lists.readTrust(file, this.roots);
    if (!this.#take("trust", list, file)) return "OLDER";
    this.trust = list;
    // The new list may no longer name the key of the revocations.
    const revocations = this.revocationFile;
    this.revocations = this.revocationFile = null;
    if (revocations !== null) await this.offer(revocations);
    return "TAKEN";
  }

  async #offerRevocations(file) {
    if (this.trust === null) return "NEEDS_TRUST_LIST";
    const list = await Lists.readRevocations(file, this.trust);
    if (!this.#take("revocations", list, file)) return "OLDER";
    this.revocations = list;
    this.revocationFile = file;
    return "TAKEN";
  }

  async #offerQuietly(text) {
    try {
      await this.offer(Bytes.fromBase64(text));
    } catch (e) {
      console.error(e);
    }
  }

  #take(kind, list, file) {
    const highest = this.highest[kind];
    if (highest !== null && !Lists.canReplace(list, highest)) return false;
    this.highest[kind] = { number: list.number, issued: list.issued };
    this.#set(`${kind}.highest`, `${list.number} ${list.issued}`);
    this.#set(kind, Bytes.toBase64(file));
    return true;
  }

  #readHighest(kind) {
    const match = /^([0-9]{1,19}) ([0-9]{1,12})$/.exec(this.#get(`${kind}.highest`) ?? "");
    return match === null ? null : { number: BigInt(match[1]), issued: Number(match[2]) };
  }

  #get(name) {
    try {
      return this.storage?.getItem(this.prefix + name) ?? null;
    } catch {
      return null;
    }
  }

  // A list that cannot be kept is used all the same, till the page is closed.
  #set(name, value) {
    try {
      this.storage?.setItem(this.prefix + name, value);
    } catch {
      this.isKept = false;
    }
  }
}
