// Pictures of a printed page as a telephone or a camera takes them.
import { readFileSync, writeFileSync } from "node:fs";

/**
 * A photograph: another resolution, on a table, turned, tilted, shaded; JPEG. Without a width it is the file itself.
 * Widths in pixels, angles in degrees.
 */
export async function photograph(browser, { file, width, turned = 0, tilted = 0, shade = 0, table = 0 }) {
  if (!width) return file;
  const page = await browser.newPage({ viewport: { width: width + 2 * table, height: 100 } });
  try {
    await page.setContent(`<body style="margin:0;background:#54483c">
      <div style="padding:${table}px;perspective:${width * 2}px;position:relative">
        <img src="${data(file)}"
          style="width:${width}px;display:block;transform:rotateX(${tilted}deg) rotateZ(${turned}deg)">
        <div style="position:absolute;inset:0;
          background:linear-gradient(115deg,transparent,rgba(0,0,0,${shade}))"></div>
      </div>`);
    await page.waitForFunction(() => document.images[0].complete);
    const buffer = await page.screenshot({ fullPage: true, type: "jpeg", quality: 80 });
    return { name: "photograph.jpg", mimeType: "image/jpeg", buffer };
  } finally {
    await page.close();
  }
}

/**
 * A film of a page that is held before a camera, first away from the code, then at it, by a hand that is not quite
 * still: Motion JPEG. Where the code is on the page, in shares of its width and height: x and y.
 */
export async function film(browser, { file, width, x, y }, target) {
  const size = { width: 1280, height: 720 };
  const page = await browser.newPage({ viewport: size });
  try {
    await page.setContent(`<body style="margin:0;background:#54483c;overflow:hidden">
      <img style="width:${width}px;position:absolute" src="${data(file)}">`);
    await page.waitForFunction(() => document.images[0].complete);
    const frames = [];
    for (let frame = 0; frame < 12; frame++) {
      const away = (frame < 4 ? width : 0) + frame % 3;
      await page.evaluate(({ shareX, shareY, away: offset, turned, screen }) => {
        const image = document.images[0];
        image.style.transformOrigin = `${shareX * 100}% ${shareY * 100}%`;
        image.style.transform = `rotate(${turned}deg)`;
        image.style.left = `${screen.width / 2 - shareX * image.width + offset}px`;
        image.style.top = `${screen.height / 2 - shareY * image.height}px`;
      }, { shareX: x, shareY: y, away, turned: 4 + frame / 4, screen: size });
      frames.push(await page.screenshot({ type: "jpeg", quality: 85 }));
    }
    writeFileSync(target, Buffer.concat(frames));
    return target;
  } finally {
    await page.close();
  }
}

function data(file) {
  return `data:image/png;base64,${readFileSync(file).toString("base64")}`;
}
