"use strict";

// The lists that the page holds, and the way to load newer ones.
const ListPanel = (() => {
  const { element, symbol, fileButton, latin, time } = Elements;

  /**
   * @param {ListKeeper} keeper the lists
   * @param {{name: string, outcome: string}[]} news what became of files that were loaded
   * @param {(files: File[]) => void} chosen is told of files to load
   */
  function show(keeper, news, chosen) {
    const now = Date.now() / 1000;
    return element(
      "section", { className: "lists" },
      element("h3", { textContent: Strings.text("lists") }),
      row("trustList", keeper.trust, now, null),
      row("revocationList", keeper.revocations, now, keeper.revocations?.states.size ?? null),
      ...news.map(({ name, outcome }) => element(
        "p", { className: `news ${outcome === "TAKEN" ? "taken" : "refused"}` },
        symbol(outcome === "TAKEN" ? "check" : "stop"),
        element("span", {}, latin(name), ` — ${Strings.text(outcome)}`))),
      keeper.isKept ? null : element("p", { className: "hint", textContent: Strings.text("STORAGE_MISSING") }),
      fileButton("list", Strings.text("loadLists"), "quiet", ".cbor,application/octet-stream", true, chosen));
  }

  function row(label, list, now, codes) {
    const [symbolName, text] = state(list, now);
    const details = list === null ? [] : [
      ` ${Strings.text("listNumber")} `, latin(String(list.number)), ` ${Strings.text("listFrom")} `, time(list.issued),
      ...(codes === null ? [] : [
        element("span", { className: "whole" }, ` · ${Strings.text("listCodes")}: `, latin(String(codes))),
      ]),
    ];
    const made = element(
      "p", { className: `list ${symbolName === "check" ? "current" : "outdated"}` },
      symbol(symbolName),
      element("span", {},
        element("b", { textContent: Strings.text(label) }), ...details, element("br", {}), ...text));
    made.dataset.list = label;
    return made;
  }

  function state(list, now) {
    if (list === null) return ["caution", [Strings.text("listNone")]];
    if (list.issued > now + 300) return ["clock", [Strings.text("listLater")]];
    return now >= list.expires
      ? ["hourglass", [`${Strings.text("listOver")} `, time(list.expires)]]
      : ["check", [`${Strings.text("listUntil")} `, time(list.expires)]];
  }

  return Object.freeze({ show });
})();
