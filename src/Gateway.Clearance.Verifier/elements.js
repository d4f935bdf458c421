"use strict";

// Builds the page's elements. Texts are always set as texts, never as markup.
const Elements = (() => {
  const svgNamespace = "http://www.w3.org/2000/svg";
  const cairoTime = new Intl.DateTimeFormat("en-CA", {
    timeZone: "Africa/Cairo", hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });

  // Strokes on a field of 24 by 24. Each has a form of its own, so that nothing depends on colours.
  const symbols = {
    check: ["M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z", "M7 12.5l3.5 3.5L17 8.5"],
    caution: ["M12 2.5L1.5 21h21z", "M12 9v6", "M12 17.8v.4"],
    stop: ["M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M8.5 8.5l7 7", "M15.5 8.5l-7 7"],
    barred: ["M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z", "M5 5l14 14"],
    ended: ["M4 4h16v17H4z", "M4 9h16", "M8 2v4", "M16 2v4", "M9 12.5l6 6", "M15 12.5l-6 6"],
    sheets: ["M8 7h12v15H8z", "M16 7V2H4v15h4", "M11.5 12l5 5", "M16.5 12l-5 5"],
    question: ["M3 3h18v18H3z", "M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4", "M12 17.3v.4"],
    clock: ["M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z", "M12 6.5V12l4 3"],
    hourglass: ["M5 2h14", "M5 22h14", "M7 2v4l5 6l5-6V2", "M7 22v-4l5-6l5 6v4"],
    unlike: ["M8 2h8l6 6v8l-6 6H8l-6-6V8z", "M7.5 10h9", "M7.5 14h9", "M14.5 7l-5 10"],
    camera: ["M2 7h5l2-3h6l2 3h5v13H2z", "M12 9a4 4 0 1 0 0 8a4 4 0 1 0 0-8z"],
    picture: ["M2 4h20v16H2z", "M2 17l6-6l5 5l3-3l6 5", "M16.5 8v.5"],
    list: ["M4 5h.5", "M4 12h.5", "M4 19h.5", "M9 5h12", "M9 12h12", "M9 19h12"],
  };

  /** An element with properties and children; children that are null are left out. */
  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter((child) => child !== null));
    return made;
  }

  function symbol(name) {
    const svg = document.createElementNS(svgNamespace, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    for (const stroke of symbols[name]) {
      const path = document.createElementNS(svgNamespace, "path");
      path.setAttribute("d", stroke);
      svg.append(path);
    }
    return svg;
  }

  function button(symbolName, text, className, clicked) {
    return element(
      "button", { type: "button", className, onclick: clicked }, symbolName ? symbol(symbolName) : null, text);
  }

  /** A button that lets files be chosen. */
  function fileButton(symbolName, text, className, accept, multiple, chosen) {
    const input = element("input", { type: "file", accept, multiple });
    input.onchange = () => {
      const files = [...input.files];
      input.value = "";
      if (files.length > 0) chosen(files);
    };
    return element("label", { className: `button ${className}` }, symbol(symbolName), text, input);
  }

  /** Digits and Latin letters, in their own direction. */
  function latin(text) {
    return element("bdi", { dir: "ltr", textContent: text });
  }

  /** A moment on the clock of Cairo. */
  function time(seconds) {
    const parts = Object.fromEntries(cairoTime.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
    const made = latin(`${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`);
    made.className = "whole";
    return made;
  }

  return Object.freeze({ element, symbol, button, fileButton, latin, time });
})();
