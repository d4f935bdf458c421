"use strict";

// Looks for a QR code in a picture. In the photograph of a whole page the code is small: it is looked for in the whole
// picture at several sizes, then in overlapping parts of it, enlarged.
const Pictures = (() => {
  const prefix = "ETC1:";
  const wholeSides = [1400, 2200, 900, 3200];
  const partSide = 1300;
  const partShares = [1 / 2, 1 / 3];
  const maxEnlargement = 3;
  const patienceMilliseconds = 20000;

  /**
   * Opens a file as a picture and looks for a code.
   * @returns {Promise<{text: string} | {fault: string}>} faults are NOT_A_PICTURE and NOT_FOUND
   */
  async function read(file) {
    let picture;
    try {
      picture = await createImageBitmap(file);
    } catch {
      return { fault: "NOT_A_PICTURE" };
    }
    try {
      const text = await find(picture, picture.width, picture.height);
      return text === null ? { fault: "NOT_FOUND" } : { text };
    } finally {
      picture.close();
    }
  }

  // A code of something else counts only where there is none of a certificate.
  async function find(picture, width, height) {
    const start = performance.now();
    let other = null;
    for (const [x, y, w, h, side] of views(width, height)) {
      const text = readView(picture, x, y, w, h, side);
      if (text?.startsWith(prefix)) return text;
      other ??= text;
      if (performance.now() - start > patienceMilliseconds) break;
      // Lets the page show that it is looking.
      await new Promise((resolve) => setTimeout(resolve));
    }
    return other;
  }

  function* views(width, height) {
    const longest = Math.max(width, height);
    const sides = wholeSides.map((side) => Math.min(side, longest * maxEnlargement));
    for (const side of new Set(sides)) yield [0, 0, width, height, side];
    for (const share of partShares) {
      const part = Math.ceil(longest * share);
      for (const y of starts(height, part)) {
        for (const x of starts(width, part)) {
          yield [x, y, Math.min(part, width), Math.min(part, height), Math.min(partSide, part * maxEnlargement)];
        }
      }
    }
  }

  // Where parts of a side begin, each over half of the one before.
  function starts(length, part) {
    const all = [0];
    while (all[all.length - 1] + part < length) {
      all.push(Math.min(all[all.length - 1] + Math.ceil(part / 2), length - part));
    }
    return all;
  }

  let canvas = null;

  /** Looks once, at a part of a picture or video whose longer side is brought to so many pixels; null where is none. */
  function readView(source, x, y, width, height, side) {
    const scale = side / Math.max(width, height);
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    canvas ??= document.createElement("canvas");
    [canvas.width, canvas.height] = [w, h];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.fillStyle = "#fff";
    context.fillRect(0, 0, w, h);
    context.imageSmoothingQuality = "high";
    context.drawImage(source, x, y, width, height, 0, 0, w, h);
    const pixels = context.getImageData(0, 0, w, h);
    return jsQR(pixels.data, w, h, { inversionAttempts: "dontInvert" })?.data || null;
  }

  return Object.freeze({ read, readView });
})();
