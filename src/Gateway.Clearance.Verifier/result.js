"use strict";

// What a check found, for the eye: the verdict, what to compare, every value of the code.
const Result = (() => {
  const { element, symbol, button, latin, time } = Elements;

  // The tone is a colour; the symbol says the same by its form.
  const looks = {
    GENUINE: ["good", "check"],
    GENUINE_REVOCATION_UNKNOWN: ["unsure", "caution"],
    EXPIRED: ["bad", "ended"],
    REVOKED: ["bad", "barred"],
    SUPERSEDED: ["bad", "sheets"],
    FORGED: ["bad", "stop"],
    NOT_A_CERTIFICATE: ["none", "question"],
    CLOCK_WRONG: ["unsure", "clock"],
    TRUST_OUTDATED: ["unsure", "hourglass"],
    CANNOT_CHECK: ["unsure", "caution"],
    PAPER_DIFFERS: ["bad", "unlike"],
  };

  /**
   * @param {object} check what Verdict.check found, and when: checkedAt, in seconds; how the paper compared: paper
   * @param {(paper: string) => void} answered is told SAME or DIFFERS
   */
  function show(check, answered) {
    const verdict = check.paper === "DIFFERS" ? "PAPER_DIFFERS" : check.verdict;
    return element(
      "div", { className: "result" },
      banner(verdict, check),
      check.claims === null ? null : comparison(check, answered),
      check.claims === null ? null : values(check),
      check.claims === null ? checkedOnly(check) : null);
  }

  function banner(verdict, check) {
    const [tone, symbolName] = looks[verdict];
    const { title, advice, otherTitle } = Strings.verdict(verdict);
    const reason = Strings.reason(check.reason);
    const made = element(
      "section", { className: `banner ${tone}`, tabIndex: -1, id: "verdict" },
      symbol(symbolName),
      element("h2", { textContent: title }),
      element("p", { className: "other", textContent: otherTitle, lang: Strings.language() === "ar" ? "en" : "ar" }),
      element("p", { className: "advice", textContent: advice }),
      reason === "" || verdict === "PAPER_DIFFERS"
        ? null : element("p", { className: "reason", textContent: `${Strings.text("reason")}: ${reason}` }));
    made.setAttribute("role", "alert");
    made.dataset.verdict = verdict;
    made.dataset.reason = check.reason;
    return made;
  }

  // Only the paper tells a copy from the original.
  function comparison(check, answered) {
    const { claims } = check;
    const asks = check.verdict === "GENUINE" || check.verdict === "GENUINE_REVOCATION_UNKNOWN";
    const section = element(
      "section", { className: "compare" },
      element("h3", { textContent: Strings.text("compare") }),
      element("p", { textContent: Strings.text("compareWhy") }),
      element("div", { className: "pair" }, subject(claims), large("sheet", latin(claims.sheet))));
    if (asks && check.paper === null) {
      section.append(element(
        "div", { className: "answers" },
        button("check", Strings.text("same"), "same", () => answered("SAME")),
        button("unlike", Strings.text("differs"), "differs", () => answered("DIFFERS"))));
    } else if (check.paper === "SAME") {
      section.append(element("p", { className: "compared" }, symbol("check"), Strings.text("compared")));
    }
    return section;
  }

  function subject(claims) {
    if (claims.kind === Claims.licence) return large("licence", latin(claims.subject));
    // A plate reads from the right in both languages.
    const plate = element("span", { dir: "rtl", className: "plate" },
      element("bdi", { dir: "rtl", textContent: claims.subject }),
      element("bdi", { dir: "rtl", className: "twin", textContent: Strings.arabicDigits(claims.subject) }));
    const beside = [Strings.plateKind(claims.plateKind)];
    if (claims.governorate !== null) beside.push(Strings.governorate(claims.governorate));
    return large("plate", plate, beside.join(" · "));
  }

  function large(label, value, note = "") {
    return element(
      "div", { className: "large" },
      element("span", { className: "label", textContent: Strings.text(label) }),
      element("strong", {}, value),
      note === "" ? null : element("span", { className: "note", textContent: note }));
  }

  function values(check) {
    const { claims } = check;
    const isVehicle = claims.kind === Claims.vehicle;
    const list = element("dl", {});
    const add = (label, value, note = "") => list.append(element(
      "div", {},
      element("dt", { textContent: Strings.text(label) }),
      element("dd", {}, value, note === "" ? null : element("small", { textContent: note }))));
    add("result", Strings.text(`result${claims.result}`));
    add("asOf", time(claims.asOf), Strings.text("asOfNote"));
    add("expires", time(claims.expires));
    add("number", latin(claims.number));
    add("kind", Strings.text(`kind${claims.kind}`));
    const direction = isVehicle ? "rtl" : "ltr";
    add(isVehicle ? "plate" : "licence", element("bdi", { dir: direction, textContent: claims.subject }));
    if (isVehicle) add("plateKind", Strings.plateKind(claims.plateKind));
    if (claims.governorate !== null) {
      add("governorate", element("span", {}, Strings.governorate(claims.governorate), " ", latin(claims.governorate)));
    }
    add("sheet", latin(claims.sheet));
    add("branch", latin(claims.branch));
    add("holder", Strings.text(claims.hasHolder ? "holderThere" : "holderMissing"));
    add("issuer", latin(claims.issuer));
    add("id", latin(claims.id));
    add("keyId", latin(claims.keyId));
    add("checked", time(check.checkedAt), Strings.text("cairoTime"));
    return element(
      "section", { className: "values" }, element("h3", { textContent: Strings.text("values") }), list);
  }

  function checkedOnly(check) {
    return element(
      "p", { className: "checked" },
      `${Strings.text("checked")}: `, time(check.checkedAt), ` · ${Strings.text("cairoTime")}`);
  }

  return Object.freeze({ show });
})();
