// A picture as a scanner or a telephone takes it: another resolution, turned, tilted, shaded.
export async function photograph(browser, { file, widthPixels, turned = 0, tilted = 0, shade = 0, table = 0 }) {
  if (!widthPixels) return file;
  const page = await browser.newPage({ viewport: { width: widthPixels + 2 * table, height: 100 } });
  try {
    const { readFileSync } = await import("node:fs");
    const picture = readFileSync(file).toString("base64");
    await page.setContent(`<body style="margin:0;background:#54483c">
      <div style="padding:${table}px;perspective:${widthPixels * 2}px;position:relative">
        <img style="width:${widthPixels}px;display:block;transform:rotateX(${tilted}deg) rotateZ(${turned}deg)"
          src="data:image/png;base64,${picture}">
        <div style="position:absolute;inset:0;background:linear-gradient(115deg,transparent,rgba(0,0,0,${shade}))"></div>
      </div>`);
    await page.waitForFunction(() => document.images[0].complete);
    const buffer = await page.screenshot({ fullPage: true, type: "jpeg", quality: 80 });
    return { name: "photograph.jpg", mimeType: "image/jpeg", buffer };
  } finally {
    await page.close();
  }
}
