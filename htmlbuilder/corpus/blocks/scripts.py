"""What forms do when they are filled in: scripts that need nothing but the markup they work on."""

FORM_SCRIPTS = {
    "script:gate": """const sender = document.querySelector("#send");
const gates = [...document.querySelectorAll(".gate")];
gates.forEach((box) => {
  box.addEventListener("change", () => {
    sender.disabled = !gates.every((gate) => gate.checked);
  });
});""",
    "script:thanks": """document.querySelector("#sheet").addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("#thanks").hidden = false;
});""",
    "script:opens": """document.querySelectorAll("[data-opens]").forEach((box) => {
  box.addEventListener("change", () => {
    document.getElementById(box.dataset.opens).hidden = !box.checked;
  });
});""",
    "script:letters": """const counted = document.querySelector("#counted");
const left = document.querySelector("#left");
counted.addEventListener("input", () => {
  left.value = counted.maxLength - counted.value.length;
});""",
    "script:wizard": """const stages = [...document.querySelectorAll(".stage")];
let stage = 0;
function turn(by) {
  stages[stage].hidden = true;
  stage += by;
  stages[stage].hidden = false;
}
document.querySelectorAll(".next").forEach((button) => {
  button.addEventListener("click", () => turn(1));
});
document.querySelectorAll(".back").forEach((button) => {
  button.addEventListener("click", () => turn(-1));
});""",
    "script:pin": """const pin = document.querySelector("#pin");
document.querySelectorAll(".key").forEach((key) => {
  key.addEventListener("click", () => {
    pin.value = (pin.value + key.textContent).slice(0, pin.maxLength);
  });
});
document.querySelector("#wipe").addEventListener("click", () => {
  pin.value = "";
});
document.querySelector("#enter").addEventListener("click", () => {
  const verdict = document.querySelector("#verdict");
  verdict.value = pin.value === verdict.dataset.code ? verdict.dataset.right : "Wrong code.";
});""",
    "script:sum": """const amounts = [...document.querySelectorAll("[data-price]")];
amounts.forEach((field) => {
  field.addEventListener("input", () => {
    const sum = amounts.reduce((all, each) => all + each.value * each.dataset.price, 0);
    document.querySelector("#sum").value = sum.toFixed(2);
  });
});""",
    "script:finder": """const finder = document.querySelector("#finder");
finder.addEventListener("input", () => {
  document.querySelectorAll(".found li").forEach((item) => {
    item.hidden = !item.textContent.toLowerCase().includes(finder.value.toLowerCase());
  });
});""",
    "script:sift": """document.querySelectorAll(".sift").forEach((button) => {
  button.addEventListener("click", () => {
    document.querySelectorAll("[data-group]").forEach((item) => {
      item.hidden = button.value !== "" && item.dataset.group !== button.value;
    });
  });
});""",
    "script:peek": """const secret = document.querySelector("[type=password]");
document.querySelector("#peek").addEventListener("change", (event) => {
  secret.type = event.target.checked ? "text" : "password";
});""",
}  # fmt: skip
