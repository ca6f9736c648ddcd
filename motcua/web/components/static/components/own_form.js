// A question with a condition is hidden until it is asked; without scripts it says when.
"use strict";
(() => {
  const questions = [...document.querySelectorAll("[data-when]")];
  if (!questions.length) return;
  const answered = (name) => [...document.getElementsByName(name)].filter((one) => one.checked && !one.closest("[hidden]")).map((one) => one.value);
  const look = () => {
    for (const one of questions) {
      one.hidden = !answered(one.dataset.when).includes(one.dataset.is);
      const said = one.querySelector(".when");
      if (said) said.hidden = true;
      for (const shown of one.querySelectorAll(":scope > input[name=shown]")) shown.disabled = one.hidden;
    }
  };
  addEventListener("change", look);
  addEventListener("pageshow", look);
  look();
})();
