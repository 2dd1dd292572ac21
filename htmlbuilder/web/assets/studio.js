// The studio's part that lives in the browser: it shows pages in their cage, and sends the API tab's request. Gradio calls the
// functions in `window.studio` by name; what a page or its frame says is only ever set as text. It runs before any other script.
(() => {
  "use strict";
  const LIVE = 2, STILL = 1, INERT = 0; // a frame's scripts: the page's too, the frame script alone, none
  const LOAD_LIMIT = 4000, PING_EVERY = 1000, HUNG_AFTER = 4000, RESTART_AFTER = 5000; // milliseconds
  const EDIT_PAUSE = 300, PROCESS_END = 500, TOUCH = 1000;
  const MOST_REPORTS = 50, MOST_STRAYS = 500;
  const byId = (id) => document.getElementById(id);

  // One sandboxed frame, and the port to the script that goes before its page (frame.js). It calls `on.load`, `on.left` (the
  // frame went elsewhere), and `on.word` (frame.js says something).
  class Cage {
    constructor(stage, page, level, on) {
      this.level = level;
      this.born = performance.now();
      this.heard = this.born;
      this.top = 0;
      this.touched = -Infinity;
      this.orders = [];
      this.loaded = false;
      this.frame = document.createElement("iframe");
      this.frame.title = "The page";
      this.frame.setAttribute("sandbox", level === INERT ? "" : "allow-scripts");
      this.frame.setAttribute("referrerpolicy", "no-referrer");
      this.frame.setAttribute("allow", "");
      this.frame.srcdoc = page;
      this.frame.addEventListener("load", () => {
        if (this.loaded) return on.left(this);
        this.loaded = true;
        on.load(this);
      });
      this.on = on;
      cages.add(this);
      stage.append(this.frame);
    }

    // frame.js runs before the page, so the first message of a frame is its own.
    meet(port) {
      this.port = port;
      port.onmessage = ({ data }) => {
        this.heard = performance.now();
        if (data.kind === "scroll") this.top = data.top;
        if (data.kind === "touched") this.touched = this.heard;
        this.on.word(this, data.kind, data.text);
      };
      this.orders.forEach((order) => port.postMessage(order));
    }

    order(order, text, value) {
      if (this.port) this.port.postMessage({ order, text, value });
      else this.orders.push({ order, text, value });
    }

    remove() {
      cages.delete(this);
      this.port?.close();
      this.frame.remove();
    }
  }

  // No message of a frame reaches anything in this window, but the first of each its cage. Honest pages send none. (A window
  // calls its listeners in the order they came, capture or not: this one must be the first.)
  const cages = new Set();
  let strays = 0;
  window.addEventListener(
    "message",
    (event) => {
      if (event.source === window || event.source === window.parent) return;
      event.stopImmediatePropagation();
      const cage = [...cages].find(({ frame }) => frame.contentWindow === event.source);
      if (cage && !cage.port) cage.meet(event.ports[0]);
      else if (++strays === MOST_STRAYS) pane.end("the page would not stop sending messages; it is shown without its scripts");
    },
    true,
  );

  // What the cage held back, and what the page said: one line each, however often.
  class Reports {
    constructor(element) {
      this.element = element;
      this.list = element.querySelector("ul");
      this.count = byId("reports-count");
      this.clear();
    }

    clear() {
      this.seen = new Map();
      this.list.replaceChildren();
      this.element.hidden = true;
    }

    add(kind, text) {
      const line = `${kind}: ${String(text).slice(0, 300)}`;
      const known = this.seen.get(line);
      if (known) {
        known.times += 1;
        known.item.textContent = `${line} (${known.times} times)`;
      } else if (this.seen.size < MOST_REPORTS) {
        const item = document.createElement("li");
        item.textContent = line;
        this.list.append(item);
        this.seen.set(line, { item, times: 1 });
        this.count.textContent = `Page log: ${this.seen.size} · last: ${line.slice(0, 80)}`;
        this.element.hidden = false;
      }
    }
  }

  const KINDS = {
    blocked: "Blocked", link: "A link led to", form: "A form would be sent to", alert: "The page says",
    confirm: "The page asked, and was told yes", prompt: "The page asked, and was told nothing", error: "Error in the page's script",
    studio: "Studio",
  };

  // The pane: one frame shown, at most one on its way. A frame is shown only once it has something to show.
  class Pane {
    constructor(element) {
      this.element = element;
      this.stage = byId("stage");
      this.reports = new Reports(byId("reports"));
      this.shown = this.coming = null;
      this.run = this.page = null;
      this.written = "";
      this.on = {
        load: (cage) => this.onLoad(cage),
        left: (cage) => this.onLeft(cage),
        word: (cage, kind, text) => this.onWord(cage, kind, text),
      };
      new ResizeObserver(() => this.fit()).observe(this.stage);
      setInterval(() => this.watch(), PING_EVERY);
      this.wire();
      this.keepFocus();
    }

    // A page that is being written: its text so far. Its scripts are off.
    write(run, text) {
      if (this.run !== run) {
        this.run = run;
        this.page = null;
        this.written = "";
        this.reports.clear();
        this.expect(new Cage(this.stage, this.element.dataset.still, STILL, this.on));
        this.writer = this.coming;
      }
      if (!this.writer || text === this.written) return;
      const follows = this.written && text.startsWith(this.written);
      this.writer.order("write", follows ? text.slice(this.written.length) : text, !follows);
      this.written = text;
    }

    // A whole page: its scripts run, and it takes the place of the one shown once it has loaded.
    load(page, level = LIVE) {
      if (page === this.page && level === LIVE) return;
      if (level === LIVE) this.reports.clear();
      this.page = page;
      this.writer = null;
      strays = 0;
      const before = level === LIVE ? this.element.dataset.live : this.element.dataset.still;
      const top = this.shown?.top ?? 0;
      const cage = new Cage(this.stage, before + page, level, this.on);
      cage.order("scroll", null, top);
      this.expect(cage);
      cage.limit = setTimeout(() => this.coming === cage && this.onHung(), LOAD_LIMIT);
    }

    expect(cage) {
      if (this.coming && this.coming !== this.shown) this.coming.remove();
      this.coming = cage;
    }

    show(cage) {
      const before = this.shown;
      this.shown = cage;
      if (this.coming === cage) this.coming = null;
      this.fit();
      cage.frame.classList.add("shown");
      byId("nothing").hidden = true;
      before?.remove();
    }

    onLoad(cage) {
      clearTimeout(cage.limit);
      if (cage === this.coming && cage !== this.writer) this.show(cage);
    }

    onWord(cage, kind, text) {
      if (kind === "painted" && cage === this.coming) this.show(cage);
      else if (KINDS[kind]) this.reports.add(KINDS[kind], text);
    }

    // The frame's document was replaced: by a navigation, which ends in an error page, or by a reload.
    onLeft(cage) {
      this.reports.add("Blocked", "the page tried to go elsewhere");
      if (cage === this.writer) {
        this.writer = null; // what follows will be shown once it is finished
        if (cage !== this.shown) this.expect(null);
        return cage.frame.classList.remove("shown");
      }
      const again = cage.level === LIVE && performance.now() - cage.born > RESTART_AFTER;
      this.replace(again ? LIVE : cage.level === LIVE ? STILL : INERT);
    }

    onHung() {
      this.end("the page's scripts stopped answering; it is shown without them");
    }

    end(why) {
      this.reports.add("Studio", why);
      // All frames share one process. With the last of them it is ended; a frame made before that would hang in it as well.
      for (const other of [this.shown, this.coming]) other?.remove();
      this.shown = this.coming = null;
      setTimeout(() => this.replace(STILL), PROCESS_END);
    }

    replace(level) {
      const page = this.page;
      this.page = this.run = null; // a page that is being written starts a frame anew with its next piece
      if (page !== null) this.load(page, level);
    }

    watch() {
      const cage = this.shown;
      if (!cage || cage.level !== LIVE || document.hidden) return;
      const now = performance.now();
      if (cage.asked && cage.heard < cage.asked && now - cage.asked > HUNG_AFTER) return this.onHung();
      if (!cage.asked || cage.heard >= cage.asked) {
        cage.asked = now;
        cage.order("ping");
      }
    }

    // A device's width is kept, and the whole scaled down to fit the stage.
    fit() {
      const frame = this.shown?.frame;
      if (!frame) return;
      const wanted = Number(this.stage.dataset.width || 0) || this.stage.clientWidth;
      const scale = Math.min(1, this.stage.clientWidth / wanted);
      frame.style.width = `${wanted}px`;
      frame.style.height = `${this.stage.clientHeight / scale}px`;
      frame.style.transform = `translateX(${(this.stage.clientWidth - wanted * scale) / 2}px) scale(${scale})`;
    }

    // A page may not take the keyboard by itself: the user must have touched it, or come with the Tab key.
    keepFocus() {
      let last = document.activeElement, tabbed = -Infinity;
      document.addEventListener("focusin", ({ target }) => target.localName !== "iframe" && (last = target));
      document.addEventListener("keydown", ({ key }) => key === "Tab" && (tabbed = performance.now()), true);
      window.addEventListener("blur", () =>
        setTimeout(() => {
          const cage = [...cages].find(({ frame }) => frame === document.activeElement);
          const recent = performance.now() - TOUCH;
          if (cage && cage.level !== INERT && cage.touched < recent && tabbed < recent) last.focus({ preventScroll: true });
        }, 100),
      );
    }

    wire() {
      const widths = [...this.element.querySelectorAll("[data-width]")].filter((button) => button.localName === "button");
      for (const button of widths) {
        button.addEventListener("click", () => {
          this.stage.dataset.width = button.dataset.width;
          widths.forEach((other) => other.setAttribute("aria-pressed", String(other === button)));
          this.fit();
        });
      }
      const full = byId("full-screen");
      full.hidden = !document.fullscreenEnabled;
      full.addEventListener("click", () => {
        if (document.fullscreenElement) document.exitFullscreen();
        else this.element.requestFullscreen();
      });
      document.addEventListener("fullscreenchange", () => {
        full.textContent = document.fullscreenElement ? "Leave full screen" : "Full screen";
      });
    }
  }

  let pane = null, timer = 0;
  const thePane = () => (pane ??= new Pane(byId("pane")));

  // The editor's text has changed: by the model (`progress.phase` is "writing"), by hand, or because another version was chosen.
  const show = (page, progress) => {
    clearTimeout(timer);
    page ??= "";
    if (progress?.phase === "writing") {
      thePane().write(progress.run, page);
      follow(progress.run);
    } else if (page.trim()) timer = setTimeout(() => thePane().load(page), progress?.run === pane?.settled ? EDIT_PAUSE : 0);
    if (progress?.phase === "ended" && pane) pane.settled = progress.run;
    return { __type__: "update", interactive: Boolean(page.trim()) }; // the button that changes the page
  };

  // The editor shows the end of what is being written, until the reader takes hold of it.
  let followed = null, taken = null;
  const follow = (run) => {
    followed = run;
    if (taken === run) return;
    const scroller = document.querySelector("#code .cm-scroller");
    requestAnimationFrame(() => scroller?.scrollTo({ top: scroller.scrollHeight, behavior: "instant" }));
  };
  const letGo = ({ target }) => {
    if (target.closest?.("#code")) taken = followed;
  };

  const copy = async (text) => {
    if (navigator.clipboard) await navigator.clipboard.writeText(text ?? "");
    else copyWithout(text ?? "");
    return "Copied";
  };

  // Browsers keep the clipboard from pages that came neither from this machine nor by https.
  const copyWithout = (text) => {
    const area = document.body.appendChild(document.createElement("textarea"));
    area.value = text;
    area.select();
    document.execCommand("copy");
    area.remove();
  };

  const copied = () => new Promise((resolve) => setTimeout(resolve, 1500, "Copy"));

  // A screen reader hears how it goes, once, and not each of the many updates.
  const announce = () => {
    const status = byId("status"), voice = byId("voice");
    let said = "";
    new MutationObserver(() => {
      const headline = status.querySelector("strong")?.innerText ?? "";
      if (headline === said) return;
      said = headline;
      voice.textContent = headline.endsWith("…") ? headline : status.innerText;
    }).observe(status, { childList: true, subtree: true, characterData: true });
  };

  const download = (page) => {
    const title = new DOMParser().parseFromString(page ?? "", "text/html").title;
    const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([page ?? ""], { type: "text/html" }));
    link.download = `${name || "page"}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  // The API tab. What is sent is the text of the body box, unread; what comes back is shown as text.
  const endpoint = () => new URL("generate", location.origin + location.pathname.replace(/[^/]*$/, "")).href;

  const body = (prompt, seed, temperature, top_p, max_new_tokens, best_of, stream, changed, page) => {
    const html = changed && page?.trim() ? { html: page } : {};
    const wish = { prompt, ...html, seed, temperature, top_p, max_new_tokens, best_of };
    return JSON.stringify(stream ? { ...wish, stream } : wish, null, 2);
  };

  const snippets = (text) => {
    text ??= "";
    const streams = /"stream"\s*:\s*true/.test(text);
    const quoted = `'${text.replaceAll("'", "'\\''")}'`;
    const url = endpoint();
    const literal = JSON.stringify(text);
    const indented = text.replaceAll("\n", "\n  ");
    const curl = `curl ${streams ? "-N " : ""}${url} \\\n  -H 'Content-Type: application/json' \\\n  -d ${quoted}`;
    const python = [
      "import httpx",
      "",
      `body = ${pythonic(text) ?? literal}`,
      ...(streams
        ? [`with httpx.stream("POST", "${url}", json=body, timeout=120) as answer:`, "    for line in answer.iter_lines():", "        print(line)"]
        : [`answer = httpx.post("${url}", json=body, timeout=120)`, "answer.raise_for_status()", 'print(answer.json()["html"])']),
    ].join("\n");
    const javascript = [
      `const answer = await fetch("${url}", {`,
      '  method: "POST",',
      '  headers: { "Content-Type": "application/json" },',
      `  body: JSON.stringify(${indented}),`,
      "});",
      ...(streams
        ? ["const text = answer.body.pipeThrough(new TextDecoderStream());", "for await (const piece of text) console.log(piece);"]
        : ["console.log((await answer.json()).html);"]),
    ].join("\n");
    return [curl, python, javascript];
  };

  // JSON as a Python literal: they differ in three words only.
  const pythonic = (text) => {
    const words = { true: "True", false: "False", null: "None" };
    return text.replace(/"(?:[^"\\]|\\.)*"|\b(?:true|false|null)\b/g, (token) => words[token] ?? token);
  };

  let sending = null;
  const cancel = () => sending?.abort();
  const send = async (text) => {
    cancel();
    const own = (sending = new AbortController());
    const output = byId("response"), status = byId("response-status");
    const began = performance.now();
    const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
    output.textContent = "";
    status.textContent = "Sending…";
    try {
      const answer = await fetch(endpoint(), {
        method: "POST", headers: { "Content-Type": "application/json" }, body: text ?? "", signal: own.signal,
      });
      const head = `${answer.status} ${answer.statusText} · ${answer.headers.get("content-type")}`;
      status.textContent = head;
      const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) output.append(part.value);
      status.textContent = `${head} · ${seconds()}`;
    } catch (error) {
      if (own !== sending) return;
      status.textContent = own.signal.aborted ? `Cancelled after ${seconds()}` : `No answer: ${error.message}`;
    }
  };

  // Gradio's editor can neither be reached nor left with the Tab key, and its colours are too faint to read: the same hues, deeper.
  const mended = new WeakSet();
  const mend = () => {
    const lightness = document.body.classList.contains("dark") ? 0.8 : 0.47;
    const isEditors = (rule) => rule?.selectorText?.startsWith(".\u037c"); // CodeMirror's own class names
    const sheets = [...document.styleSheets].filter((sheet) => !sheet.href && isEditors(sheet.cssRules[0]));
    for (const rule of sheets.flatMap((sheet) => [...sheet.cssRules])) {
      if (!isEditors(rule) || !rule.style.color || mended.has(rule)) continue;
      mended.add(rule);
      rule.style.color = `oklch(from ${rule.style.color} ${lightness} calc(c * 1.4) h)`;
    }
    for (const area of document.querySelectorAll(".cm-content")) area.tabIndex = 0;
  };
  const keepTab = (event) => {
    if (event.key === "Tab" && event.target.closest(".cm-content")) event.stopImmediatePropagation();
  };
  const start = () => {
    window.addEventListener("keydown", keepTab, true);
    for (const hold of ["wheel", "pointerdown", "keydown"]) window.addEventListener(hold, letGo, { capture: true, passive: true });
    thePane();
    announce();
    setInterval(mend, 500); // editors come and go with their tabs, and load their languages late
  };

  const same = (...values) => values;

  window.studio = { start, show, copy, copied, download, same, body, snippets, send, cancel };
})();
