"use strict";

// The page: what it shows, and what happens on a touch.
(async () => {
  const { element, button, fileButton } = Elements;
  const main = document.querySelector("main");

  let keeper = null;
  let camera = null;
  let check = null;
  let notice = null;
  let news = [];
  let pasted = "";

  function render() {
    document.documentElement.lang = Strings.language();
    document.documentElement.dir = Strings.language() === "ar" ? "rtl" : "ltr";
    document.title = Strings.text("title");
    document.querySelector("h1").textContent = Strings.text("title");
    document.querySelector("#authority").textContent = Strings.text("authority");
    document.querySelector("#language").textContent = Strings.text("otherLanguage");
    if (check === null) main.replaceChildren(...start());
    else main.replaceChildren(Result.show(check, answered), againButton());
  }

  function start() {
    return [
      notice === null ? "" : noticeElement(),
      button("camera", Strings.text("scan"), "primary", scan),
      fileButton("picture", Strings.text("picture"), "primary", "image/*", false, ([file]) => readPicture(file)),
      pasteForm(),
      ListPanel.show(keeper, news, loadLists),
      element("p", { className: "hint", textContent: Strings.text("promise") }),
    ];
  }

  function noticeElement() {
    const made = element("p", { className: "notice", textContent: Strings.text(notice) });
    made.setAttribute("role", "alert");
    made.dataset.notice = notice;
    return made;
  }

  function pasteForm() {
    const field = element("textarea", { rows: 3, value: pasted, dir: "ltr", spellcheck: false, autocomplete: "off" });
    field.setAttribute("aria-label", Strings.text("pasteField"));
    field.placeholder = "ETC1:…";
    field.oninput = () => {
      pasted = field.value;
    };
    // Spaces are characters of a code; ends of lines are not.
    const go = button(null, Strings.text("check"), "quiet", () => judge(field.value.replace(/^[\r\n]+|[\r\n]+$/g, "")));
    return element(
      "details", { className: "paste", open: pasted !== "" },
      element("summary", { textContent: Strings.text("paste") }), field, go);
  }

  function againButton() {
    return element(
      "div", { className: "again" },
      button("camera", Strings.text("again"), "primary", () => {
        back();
        scan();
      }),
      fileButton("picture", Strings.text("picture"), "quiet", "image/*", false, ([file]) => {
        back();
        readPicture(file);
      }),
      button("list", Strings.text("lists"), "quiet", back));
  }

  function back(why = null) {
    camera?.stop();
    camera = null;
    check = null;
    notice = why;
    news = [];
    pasted = "";
    render();
  }

  async function judge(text) {
    const checkedAt = Date.now() / 1000;
    check = { ...await Verdict.check(text, keeper.trust, keeper.revocations, Date.now()), checkedAt, paper: null };
    render();
    scrollTo(0, 0);
    document.querySelector("#verdict").focus({ preventScroll: true });
  }

  function answered(paper) {
    check.paper = paper;
    render();
    if (paper === "DIFFERS") scrollTo(0, 0);
  }

  async function scan() {
    const video = element("video", { muted: true, playsInline: true });
    const status = element("p", { className: "aim", textContent: Strings.text("starting") });
    const stop = button(null, Strings.text("stopCamera"), "quiet", () => back());
    const started = new Camera(video, judge);
    camera = started;
    main.replaceChildren(element("div", { className: "viewfinder" }, video), status, stop);
    const fault = await started.start();
    if (camera !== started || check !== null) return;
    if (fault !== null) {
      back(fault);
      return;
    }
    status.textContent = Strings.text("aim");
    if (started.hasLight()) stop.before(lightButton(started));
  }

  function lightButton(started) {
    let isOn = false;
    const made = button(null, Strings.text("light"), "quiet", () => {
      isOn = !isOn;
      made.setAttribute("aria-pressed", String(isOn));
      started.setLight(isOn);
    });
    return made;
  }

  async function readPicture(file) {
    main.replaceChildren(element("p", { className: "aim", textContent: Strings.text("searching") }));
    const { text, fault } = await Pictures.read(file);
    if (fault === undefined) await judge(text);
    else back(fault);
  }

  async function loadLists(files) {
    // A revocation list may need the trust list that comes with it.
    const offered = await Promise.all(files.map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())]));
    offered.sort(([, one], [, other]) => rank(one) - rank(other));
    news = [];
    for (const [name, bytes] of offered) news.push({ name, outcome: await keeper.offer(bytes) });
    render();
  }

  function rank(file) {
    return Lists.kindOf(file) === "trust" ? 0 : 1;
  }

  function storage() {
    try {
      return window.localStorage;
    } catch {
      return null;
    }
  }

  document.querySelector("#language").onclick = () => {
    if (camera !== null && check === null) back();
    Strings.switchLanguage();
    render();
  };
  window.addEventListener("unhandledrejection", () => back("PROGRAM_FAILED"));

  const made = JSON.parse(document.querySelector("#made").textContent);
  keeper = new ListKeeper(made.roots.map(Bytes.fromBase64), storage());
  if (globalThis.crypto?.subtle) await keeper.open({ trust: made.trust, revocations: made.revocations });
  else notice = "BROWSER_TOO_OLD";
  render();
  document.documentElement.dataset.ready = "true";
})();
