// A signature drawn with finger, pen or mouse; what was drawn goes with the form as a picture.
"use strict";
(() => {
  for (const place of document.querySelectorAll("[data-draws]")) {
    const [canvas, kept, again] = ["canvas", "input", "button"].map((name) => place.querySelector(name));
    const form = place.closest("form");
    const pen = canvas.getContext("2d");
    const clear = () => {
      pen.fillStyle = "#fff"; pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.strokeStyle = "#17212b"; pen.lineWidth = 3; pen.lineCap = pen.lineJoin = "round";
      kept.value = "";
    };
    const at = (event) => {
      const box = canvas.getBoundingClientRect();
      return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
    };
    let drawing = false;
    canvas.addEventListener("pointerdown", (event) => {
      drawing = true; canvas.setPointerCapture(event.pointerId); pen.beginPath(); pen.moveTo(...at(event));
    });
    canvas.addEventListener("pointermove", (event) => {
      if (drawing) { pen.lineTo(...at(event)); pen.stroke(); }
    });
    canvas.addEventListener("pointerup", () => { drawing = false; kept.value = canvas.toDataURL("image/png"); });
    again.addEventListener("click", clear);
    const show = () => { place.hidden = form.elements.how.value !== "signature"; };
    form.addEventListener("change", show);
    clear(); show();
  }
})();
