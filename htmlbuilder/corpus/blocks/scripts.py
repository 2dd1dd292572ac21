"""What blocks do: their scripts, and the style rules that no other page needs.

A script finds its texts in the markup, so it is the same on every page. It keeps to what an opaque origin allows: no storage,
nothing from elsewhere. No name stands in two scripts, for several may run on one page.
"""

SCRIPTS = {
    "script:zoom": """document.querySelectorAll(".zoom button").forEach((tile) => {
  tile.addEventListener("click", () => {
    document.querySelector("#zoomed").textContent = tile.textContent;
    document.querySelector("#zoom").showModal();
  });
});""",
    "script:dialog": """document.querySelector("#open").addEventListener("click", () => {
  document.querySelector("#dialog").showModal();
});""",
    "script:pick": """const options = [...document.querySelectorAll(".option")];
document.querySelector("#pick").addEventListener("click", () => {
  const option = options[Math.floor(Math.random() * options.length)];
  document.querySelector("#picked").value = option.textContent;
});""",
    "script:show": """document.querySelector("#show").addEventListener("click", () => {
  document.querySelector("#answer").hidden = false;
});""",
    "script:cookie": """document.querySelector("#accept").addEventListener("click", () => {
  document.querySelector("#cookies").remove();
});""",
    "script:dismiss": """document.querySelectorAll(".cookie button").forEach((button) => {
  button.addEventListener("click", () => document.querySelector(".cookie").remove());
});""",
    "script:toast": """document.querySelector("#toast").addEventListener("click", () => {
  const toast = document.querySelector(".toast");
  toast.hidden = false;
  setTimeout(() => { toast.hidden = true; }, 4000);
});""",
    "script:quiz": """document.querySelectorAll(".quest").forEach((quest) => {
  quest.addEventListener("click", (event) => {
    if (event.target.tagName !== "BUTTON") return;
    const right = "right" in event.target.dataset;
    quest.querySelector(".right").hidden = !right;
    quest.querySelector(".wrong").hidden = right;
  });
});""",
    "script:tabs": """const tabs = document.querySelectorAll("[role=tab]");
tabs.forEach((tab) => {
  tab.addEventListener("click", () => {
    tabs.forEach((other) => {
      other.setAttribute("aria-selected", other === tab);
      document.getElementById(other.getAttribute("aria-controls")).hidden = other !== tab;
    });
  });
});""",
    "script:count": """document.querySelectorAll("[data-by]").forEach((button) => {
  button.addEventListener("click", () => {
    const count = button.parentElement.querySelector("output");
    count.value = Number(count.value) + Number(button.dataset.by);
  });
});""",
    "script:reset": """document.querySelectorAll(".reset").forEach((button) => {
  button.addEventListener("click", () => {
    const count = button.parentElement.querySelector("output");
    count.value = count.defaultValue;
  });
});""",
    "script:countdown": """const end = document.querySelector("#countdown");
function tick() {
  const seconds = Math.max(0, Math.floor((new Date(end.dataset.end) - new Date()) / 1000));
  const parts = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  end.textContent = `${parts[0]} days ${parts[1]} hours ${parts[2]} minutes ${parts[3]} seconds`;
}
tick();
setInterval(tick, 1000);""",
    "script:after": """const knock = document.querySelector("#knock");
let knocks = 0;
knock.addEventListener("click", () => {
  knocks += 1;
  document.querySelector("#opened").hidden = knocks < Number(knock.dataset.times);
});""",
    "script:swap": """document.querySelectorAll(".swap").forEach((swap) => {
  swap.addEventListener("click", () => {
    for (const face of swap.children) face.hidden = !face.hidden;
  });
});""",
    "script:unveil": """document.querySelector("#more").addEventListener("click", () => {
  const stage = document.querySelector("#unveiled [hidden]");
  if (stage) stage.hidden = false;
});""",
    "script:panel": """const keys = document.querySelectorAll(".key");
keys.forEach((key) => {
  key.addEventListener("click", () => {
    keys.forEach((other) => other.setAttribute("aria-pressed", other === key));
    document.querySelector("#pressed").hidden = false;
    document.querySelector("#pressed output").value = key.textContent;
  });
});""",
    "script:notes": """let audio;
document.querySelectorAll(".note").forEach((note, place) => {
  note.addEventListener("click", () => {
    audio = audio || new AudioContext();
    const tone = audio.createOscillator();
    tone.frequency.value = 262 * 2 ** (place / 12);
    tone.connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + 0.4);
  });
});""",
    "script:stars": """const stars = document.querySelectorAll(".star");
stars.forEach((star, place) => {
  star.addEventListener("click", () => {
    stars.forEach((other, at) => other.setAttribute("aria-pressed", at <= place));
    document.querySelector("#rated").hidden = false;
    document.querySelector("#rated output").value = place + 1;
  });
});""",
    "script:score": """const score = document.querySelector("#score");
const quests = [...document.querySelectorAll(".quest")];
quests.forEach((quest) => {
  quest.addEventListener("click", (event) => {
    if (event.target.tagName !== "BUTTON") return;
    if ("right" in event.target.dataset) score.value = Number(score.value) + 1;
    quest.disabled = true;
    document.querySelector("#ended").hidden = quests.some((other) => !other.disabled);
  });
});""",
    "script:poll": """const bars = [...document.querySelectorAll("#poll progress")];
document.querySelectorAll("#poll button").forEach((vote, place) => {
  vote.addEventListener("click", () => {
    bars[place].dataset.votes = Number(bars[place].dataset.votes) + 1;
    const votes = bars.map((bar) => Number(bar.dataset.votes));
    const all = votes.reduce((one, other) => one + other);
    bars.forEach((bar, at) => {
      bar.value = Math.round(100 * votes[at] / all);
      bar.nextElementSibling.value = `${bar.value}%`;
    });
  });
});""",
    "script:stamp": """document.querySelectorAll(".stamp").forEach((stamp) => {
  stamp.addEventListener("click", () => {
    stamp.setAttribute("aria-pressed", stamp.getAttribute("aria-pressed") === "false");
  });
});""",
    "script:shuffle": """document.querySelector("#shuffle").addEventListener("click", () => {
  const squares = [...document.querySelectorAll(".stamp:not(#free)")];
  const texts = squares.map((square) => square.textContent).sort(() => Math.random() - 0.5);
  squares.forEach((square, at) => {
    square.textContent = texts[at];
    square.setAttribute("aria-pressed", false);
  });
});""",
    "script:mix": """document.querySelector("#mix").addEventListener("click", () => {
  document.querySelectorAll(".part").forEach((part) => {
    const words = [...part.children];
    const chosen = words[Math.floor(Math.random() * words.length)];
    words.forEach((word) => {
      word.hidden = word !== chosen;
    });
  });
});""",
    "script:flip": """const flip = document.querySelector("#flip");
const sides = document.querySelectorAll(".side");
flip.addEventListener("click", () => {
  const side = sides[Math.floor(Math.random() * sides.length)];
  const wins = side.querySelector("output");
  wins.value = Number(wins.value) + 1;
  flip.disabled = Number(wins.value) > flip.dataset.best / 2;
  document.querySelector("#landed").value = side.querySelector("b").textContent + (flip.disabled ? " wins!" : "");
});""",
    "script:memory": """document.querySelectorAll(".memory").forEach((memory) => {
  const turned = [];
  const over = (card) => {
    for (const face of card.children) face.hidden = !face.hidden;
  };
  [...memory.children].sort(() => Math.random() - 0.5).forEach((card) => {
    memory.append(card);
    card.addEventListener("click", () => {
      if (card.lastElementChild.hidden === false) return;
      if (turned.length === 2) turned.splice(0).forEach(over);
      over(card);
      turned.push(card);
      if (turned.length === 2 && turned[0].textContent === turned[1].textContent) turned.length = 0;
      memory.nextElementSibling.hidden = memory.querySelector("span[hidden]:last-child") !== null;
    });
  });
});""",
    "script:shy": """const shy = document.querySelector("#shy");
shy.addEventListener("mouseenter", () => {
  shy.style.translate = `${Math.random() * 12 - 6}rem ${Math.random() * 6 - 3}rem`;
});
shy.addEventListener("click", () => {
  document.querySelector("#caught").hidden = false;
});""",
    "script:grow": """const balloon = document.querySelector("#balloon");
let puffs = 0;
balloon.addEventListener("click", () => {
  puffs += 1;
  balloon.style.fontSize = `${1 + puffs / 2}rem`;
  balloon.hidden = puffs >= Number(balloon.dataset.times);
  document.querySelector("#popped").hidden = !balloon.hidden;
});""",
    "script:fill": """const filled = document.querySelector("#filled");
document.querySelector("#fill").addEventListener("click", () => {
  filled.value += Number(filled.dataset.step);
  document.querySelector("#full").hidden = filled.value < 100;
});""",
    "script:total": """const portions = document.querySelectorAll(".amount");
portions.forEach((amount) => {
  amount.querySelectorAll("button").forEach((button, place) => {
    button.addEventListener("click", () => {
      const count = amount.querySelector("output");
      count.value = Math.max(0, Number(count.value) + (place ? 1 : -1));
      let total = 0;
      portions.forEach((each) => {
        total += Number(each.dataset.price) * Number(each.querySelector("output").value);
      });
      document.querySelector("#total").value = total.toFixed(2);
    });
  });
});""",
    "script:product": """const factors = document.querySelectorAll("#estimate input, #estimate select");
document.querySelector("#estimate").addEventListener("input", () => {
  let product = 1;
  factors.forEach((field) => {
    product *= Number(field.value);
  });
  document.querySelector("#result").value = product.toFixed(2);
});""",
    "script:plus": """const terms = document.querySelectorAll("#estimate input");
document.querySelector("#estimate").addEventListener("input", () => {
  let sum = 0;
  terms.forEach((field) => {
    sum += Number(field.value);
  });
  document.querySelector("#result").value = sum.toFixed(2);
});""",
    "script:quotient": """const [whole, parts] = document.querySelectorAll("#estimate input");
document.querySelector("#estimate").addEventListener("input", () => {
  if (Number(parts.value)) document.querySelector("#result").value = (whole.value / parts.value).toFixed(2);
});""",
    "script:percent": """const [whole, share] = document.querySelectorAll("#estimate input");
document.querySelector("#estimate").addEventListener("input", () => {
  document.querySelector("#result").value = (whole.value * share.value / 100).toFixed(2);
});""",
    "script:either": """document.querySelector("#switch").addEventListener("click", () => {
  document.querySelectorAll(".either").forEach((either) => {
    for (const face of either.children) face.hidden = !face.hidden;
  });
});""",
    "script:streak": """const boxes = document.querySelectorAll(".box");
boxes.forEach((box) => {
  box.addEventListener("click", () => {
    box.setAttribute("aria-pressed", box.getAttribute("aria-pressed") === "false");
    let run = 0, best = 0;
    boxes.forEach((each) => {
      run = each.getAttribute("aria-pressed") === "true" ? run + 1 : 0;
      best = Math.max(best, run);
    });
    document.querySelector("#streak").value = best;
  });
});""",
    "script:slides": """const slides = [...document.querySelectorAll("#slides > *")];
let slide = 0;
function move(by) {
  slides[slide].hidden = true;
  slide = (slide + by + slides.length) % slides.length;
  slides[slide].hidden = false;
}""",
    "script:arrows": """document.querySelector("#previous").addEventListener("click", () => move(-1));
document.querySelector("#next").addEventListener("click", () => move(1));""",
    "script:rotate": """const carousel = document.querySelector("#slides");
setInterval(() => {
  if (!carousel.matches(":hover")) move(1);
}, 1000 * carousel.dataset.seconds);""",
    "script:compare": """document.querySelector("#compare").addEventListener("input", (event) => {
  document.querySelector("#cover").style.width = `${event.target.value}%`;
});""",
    "script:pin": """const pad = document.querySelector("#pad");
const dots = document.querySelector("#dots");
let typed = "";
pad.querySelectorAll("button").forEach((digit) => {
  digit.addEventListener("click", () => {
    typed += digit.textContent;
    if (typed.length === pad.dataset.pin.length) {
      document.querySelector("#unlocked").hidden = typed !== pad.dataset.pin;
      document.querySelector("#refused").hidden = typed === pad.dataset.pin;
      typed = "";
    }
    dots.value = "●".repeat(typed.length).padEnd(pad.dataset.pin.length, "○");
  });
});""",
    "script:finder": """document.querySelector("#finder").addEventListener("input", (event) => {
  const wanted = event.target.value.toLowerCase();
  document.querySelectorAll(".found li").forEach((item) => {
    item.hidden = !item.textContent.toLowerCase().includes(wanted);
  });
  document.querySelector("#nothing").hidden = document.querySelector(".found li:not([hidden])") !== null;
});""",
    "script:dark": """document.querySelector("#dark").addEventListener("click", () => {
  document.documentElement.classList.toggle("dark");
});""",
    "script:timer": """const time = document.querySelector("#time");
let remaining = Number(time.dataset.seconds), clock = 0;
document.querySelector("#start").addEventListener("click", () => {
  clearInterval(clock);
  clock = setInterval(() => {
    remaining -= 1;
    time.value = `${Math.floor(remaining / 60)}:${String(remaining % 60).padStart(2, "0")}`;
    if (remaining > 0) return;
    clearInterval(clock);
    document.querySelector("#over").hidden = false;
  }, 1000);
});""",
    "script:again": """document.querySelector("#again").addEventListener("click", () => {
  clearInterval(clock);
  remaining = Number(time.dataset.seconds);
  time.value = time.defaultValue;
  document.querySelector("#over").hidden = true;
});""",
    "script:paint": """document.querySelectorAll(".paint").forEach((paint) => {
  paint.addEventListener("click", () => {
    document.body.style.background = paint.value;
  });
});""",
    "script:greet": """document.querySelector("#named").addEventListener("input", (event) => {
  document.querySelector("#name").value = event.target.value;
  document.querySelector("#greeting").hidden = event.target.value === "";
});""",
    "script:todo": """document.querySelectorAll(".todo").forEach((todo) => {
  todo.addEventListener("change", () => {
    todo.querySelector("output").value = todo.querySelectorAll("input:not(:checked)").length;
  });
});""",
    "script:add": """document.querySelector("#add").addEventListener("submit", (event) => {
  event.preventDefault();
  const task = document.querySelector("#task");
  const box = document.createElement("input");
  const label = document.createElement("label");
  const item = document.createElement("li");
  box.type = "checkbox";
  label.className = "check";
  label.append(box, " " + task.value);
  item.append(label);
  document.querySelector(".todo ul").append(item);
  document.querySelector(".todo").dispatchEvent(new Event("change"));
  task.value = "";
});""",
    "script:clock": """function strike() {
  document.querySelectorAll("[data-zone]").forEach((clock) => {
    clock.textContent = new Date().toLocaleTimeString("en-GB", { timeZone: clock.dataset.zone || undefined });
  });
}
strike();
setInterval(strike, 1000);""",
    "script:date": """document.querySelector("#date").textContent = new Date().toLocaleDateString();""",
    "script:run": """const run = document.querySelector("#run");
let runner = 0;
document.querySelector("#go").addEventListener("click", () => {
  clearInterval(runner);
  runner = setInterval(() => {
    run.value = Number(run.value) + 1;
  }, 1000);
});
document.querySelector("#stop").addEventListener("click", () => clearInterval(runner));""",
    "script:whirl": """const whirl = document.querySelector("#whirl");
document.querySelector("#go").addEventListener("click", () => whirl.classList.add("whirling"));
document.querySelector("#stop").addEventListener("click", () => whirl.classList.remove("whirling"));""",
    "script:copy": """const copier = document.querySelector("#copy");
copier.addEventListener("click", () => {
  getSelection().selectAllChildren(document.querySelector("#copied"));
  document.execCommand("copy");
  copier.textContent = copier.dataset.after;
});""",
    "script:up": """document.querySelector("#up").addEventListener("click", () => {
  window.scrollTo({ top: 0, behavior: "smooth" });
});""",
    "script:menu": """const menu = document.querySelector("#menu");
menu.addEventListener("click", () => {
  const entries = document.querySelector("#entries");
  entries.hidden = !entries.hidden;
  menu.setAttribute("aria-expanded", !entries.hidden);
});""",
    "script:adder": """document.querySelector("#adder").addEventListener("submit", (event) => {
  event.preventDefault();
  const item = document.createElement("li");
  item.textContent = document.querySelector("#item").value;
  document.querySelector("#items").append(item);
  document.querySelector("#item").value = "";
});""",
    "script:riddle": """document.querySelector("#riddle").addEventListener("submit", (event) => {
  event.preventDefault();
  const solved = document.querySelector("#word").value.trim().toLowerCase() === document.querySelector("#riddle").dataset.word.toLowerCase();
  document.querySelector("#solved").hidden = !solved;
  document.querySelector("#missed").hidden = solved;
});""",
    "script:number": """const lot = document.querySelector("#lot");
document.querySelector("#drawn").addEventListener("click", () => {
  lot.value = Number(lot.dataset.low) + Math.floor(Math.random() * (lot.dataset.high - lot.dataset.low + 1));
});""",
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
    "script:sum": """const amounts = [...document.querySelectorAll("[data-price]")];
amounts.forEach((field) => {
  field.addEventListener("input", () => {
    const sum = amounts.reduce((all, each) => all + each.value * each.dataset.price, 0);
    document.querySelector("#sum").value = sum.toFixed(2);
  });
});""",
    "script:sift": """document.querySelectorAll(".sift").forEach((button) => {
  button.addEventListener("click", () => {
    document.querySelectorAll("[data-group]").forEach((item) => {
      item.hidden = button.value !== "" && item.dataset.group !== button.value;
    });
  });
});""",
    "script:strength": """document.querySelector("#secret").addEventListener("input", (event) => {
  const rules = [/.{8}/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];
  document.querySelector("#strength").value = rules.filter((rule) => rule.test(event.target.value)).length;
});""",
    "script:keys": """document.querySelectorAll("#keys button").forEach((key) => {
  key.addEventListener("click", () => {
    document.querySelector("[type=password]").value += key.textContent;
  });
});""",
    "script:peek": """const secret = document.querySelector("[type=password]");
document.querySelector("#peek").addEventListener("change", (event) => {
  secret.type = event.target.checked ? "text" : "password";
});""",
}  # fmt: skip

RULES = {
    "hides": "[hidden] { display: none; }",
    "zoom": ".zoom .photo { display: block; margin-bottom: 0.75rem; }\n#zoom { width: 90%; }",
    "lit": "[aria-pressed=true] { background: var(--text); color: var(--bg); }",
    "squares": ".squares { display: grid; gap: 0.4rem; }\n.squares button { padding: 0.8em 0.2em; overflow-wrap: anywhere; }",
    "stars-lit": ".star { padding: 0.2em; background: none; color: var(--muted); font-size: 1.8rem; }\n.star[aria-pressed=true] { color: var(--accent); }",
    "swap": ".swap { min-width: 9rem; min-height: 4rem; }",
    "locked": "button:disabled { opacity: 0.45; cursor: not-allowed; }",
    "compare": ".compare { position: relative; height: 14rem; background: var(--surface); }\n.compare p { padding: 1rem; }\n#cover { position: absolute; inset: 0 auto 0 0; width: 50%; overflow: hidden; background: var(--accent); color: var(--on-accent); }",
    "dark": ".dark { --bg: #0f1420; --surface: #1a2233; --text: #eef2f8; --muted: #a9b4c6; --line: #2e3a52; }",
    "dots": "#dots { display: block; font-size: 2rem; letter-spacing: 0.3em; }",
    "count": ".count { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }\n.count output { font-size: 2rem; font-weight: 700; }",
    "quest": ".quest { display: flex; flex-wrap: wrap; gap: 0.75rem; padding: 1rem; border: var(--edge) solid var(--line); border-radius: var(--radius); }\n.quest legend { font-weight: 600; }\n.quest p { flex-basis: 100%; margin: 0; }",
    "todo": ".todo :checked { accent-color: var(--accent); }\n.todo label:has(:checked) { text-decoration: line-through; }",
    "clock": ".clock b, .clock time { display: block; }\n.clock time { font: 700 2rem var(--title); }",
    "whirl": "@keyframes whirl {\n  to { rotate: 360deg; }\n}\n#whirl { display: inline-block; font-size: 3rem; }\n.whirling { animation: whirl 1s linear infinite; }",
    "up": ".up { position: fixed; right: 1rem; bottom: 1rem; }",
    "folding": "#entries { width: 100%; }\n#entries ul { margin: 0; padding: 0; list-style: none; }\n#entries a { display: block; padding: 0.6rem 0; text-decoration: none; }",
    "stage": ".steps li { align-items: center; }\n.steps [aria-current] { font-weight: 700; text-decoration: underline; }",
    "keys": ".amount { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; }",
}  # fmt: skip
