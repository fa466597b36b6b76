// The keyboard, and little more: without this file every page reads and submits all the same.
"use strict";

(() => {
  const typing = (element) =>
    element.matches("input:not([type=radio]):not([type=checkbox]), textarea, select") ||
    element.isContentEditable;

  const dialog = () => document.getElementById("keys");
  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link) link.click();
  };

  const points = () => [...document.querySelectorAll("[data-point]")];
  const here = () => document.activeElement.closest("[data-point]");
  const step = (by) => {
    const all = points();
    if (!all.length) return;
    const at = all.indexOf(here());
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1);
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  };
  const within = (selector) => {
    const point = here() || points()[0];
    const link = point && point.querySelector(selector);
    if (link) link.click();
  };

  // In an answer's form the letter of a stance chooses it; the next tab stop is the button.
  const stance = (form, key) => {
    const choice = form.querySelector(`[data-stance="${key}"]`);
    if (!choice) return false;
    choice.checked = true;
    choice.focus();
    return true;
  };

  let waiting = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const element = event.target;
    if (typing(element)) return;
    if (dialog() && dialog().open) return;
    const form = element.closest("form[data-answer]");
    if (form && stance(form, event.key)) {
      event.preventDefault();
      return;
    }
    if (waiting) {
      waiting = false;
      follow(`[data-key="${CSS.escape(event.key)}"]`);
      return;
    }
    const does = {
      g: () => { waiting = true; setTimeout(() => { waiting = false; }, 1500); },
      "/": () => document.getElementById("search").focus(),
      "?": () => dialog().showModal(),
      j: () => step(1),
      k: () => step(-1),
      r: () => within("[data-answers]"),
      h: () => within("[data-history]"),
      l: () => follow(".languages a:not([aria-current])"),
    }[event.key];
    if (does) {
      event.preventDefault();
      does();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-shows]");
    if (button) document.getElementById(button.dataset.shows).showModal();
    const print = event.target.closest("[data-prints]");
    if (print) window.print();
    const group = event.target.closest("[data-all]");
    if (group) {
      const boxes = document.querySelectorAll(`[data-group="${CSS.escape(group.dataset.all)}"]`);
      const on = [...boxes].some((box) => !box.checked);
      boxes.forEach((box) => { box.checked = on; });
    }
  });

  // A form that came into the page takes the focus at its first choice.
  const arrived = (event) => {
    const form = document.querySelector("form[data-answer][data-fresh]");
    if (!form) return;
    form.removeAttribute("data-fresh");
    const first = form.querySelector("[data-first]:checked, [data-first]");
    if (first) first.focus();
  };
  document.addEventListener("htmx:after:swap", arrived);
  document.addEventListener("DOMContentLoaded", arrived);

  // A report dropped on its form is read into the field.
  document.addEventListener("drop", (event) => {
    const form = event.target.closest && event.target.closest("form[data-drop]");
    const file = form && event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    form.querySelector("input[type=file]").files = event.dataTransfer.files;
    form.requestSubmit();
  });
  document.addEventListener("dragover", (event) => {
    if (event.target.closest && event.target.closest("form[data-drop]")) event.preventDefault();
  });

  // A slider shows what it stands at.
  document.addEventListener("input", (event) => {
    if (event.target.type !== "range") return;
    const shown = event.target.parentNode.querySelector("output");
    if (shown) shown.textContent = event.target.value;
  });
})();
