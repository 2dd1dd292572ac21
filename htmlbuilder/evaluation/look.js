// What a visitor can see of the page: at once, with a word typed into its fields, or after some clicks on one of its
// controls. Returns the document cut down to that, with the colours that are really painted as its only style.
() => {
  const CLICKS = 40;
  const AGAIN = 12; // more clicks on a button that changes what the page says
  const CONTROLS =
    "summary, button, label, [role=tab], [role=button], [aria-controls], a[href^='#'], [type=radio], [type=checkbox]";
  const SIDES = ["top", "right", "bottom", "left"];
  const root = document.documentElement;
  const nodes = [];
  const copies = [];
  const seen = new Set();
  const colors = new Set();

  const pair = (node, copy) => {
    nodes.push(node);
    copies.push(copy);
    node.childNodes.forEach((child, at) => pair(child, copy.childNodes[at]));
  };

  // The part of a box that no ancestor cuts off and that scrolling can reach.
  const reachable = (box, element) => {
    let { left, top, right, bottom } = box;
    let fixed = false;
    for (let at = element; at && at !== root && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const cut = style.clipPath.startsWith("inset(50%") || style.clipPath.startsWith("inset(100%");
      if (cut || (style.clip.startsWith("rect(") && /absolute|fixed/.test(style.position))) return false;
      if (at !== element || box.text) {
        const edge = at.getBoundingClientRect();
        if (/hidden|clip/.test(style.overflowX)) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (/hidden|clip/.test(style.overflowY)) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      fixed ||= style.position === "fixed";
    }
    const [x, y] = fixed ? [0, 0] : [scrollX, scrollY];
    const [width, height] = fixed ? [innerWidth, innerHeight] : [Infinity, Infinity];
    left = Math.max(left + x, 0);
    top = Math.max(top + y, 0);
    right = Math.min(right + x, width);
    bottom = Math.min(bottom + y, height);
    return right - left > 1 && bottom - top > 1;
  };

  const visible = (node) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    if (node === element) return reachable(element.getBoundingClientRect(), element);
    if (!node.data.trim()) return false;
    const style = getComputedStyle(element);
    if (parseFloat(style.fontSize) < 1) return false;
    if (/rgba\(.*, 0\)$/.test(style.color) && style.backgroundClip !== "text" && !element.closest("svg")) return false;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    return reachable({ left, top, right, bottom, text: true }, element);
  };

  const paint = (element, style) => {
    colors.add(style.backgroundColor);
    if (style.backgroundImage !== "none") colors.add(style.backgroundImage.replace(/url\("[^"]*"\)/g, ""));
    for (const side of SIDES) {
      if (parseFloat(style[`border-${side}-width`]) > 0) colors.add(style[`border-${side}-color`]);
    }
    if (element instanceof SVGGeometryElement || element instanceof SVGTextElement) {
      colors.add(style.fill);
      colors.add(style.stroke);
    }
    if (style.accentColor !== "auto") colors.add(style.accentColor);
  };

  const look = () => {
    document.getAnimations().forEach((animation) => {
      try {
        animation.finish();
      } catch {
        animation.cancel(); // an endless one
      }
    });
    for (const node of nodes) {
      if (!node.isConnected || !visible(node)) continue;
      seen.add(node);
      if (node.nodeType === Node.TEXT_NODE) {
        colors.add(getComputedStyle(node.parentElement).color);
        continue;
      }
      paint(node, getComputedStyle(node));
      if (node.matches("input, textarea, select")) colors.add(getComputedStyle(node).color);
      for (const pseudo of ["::before", "::after"]) {
        const style = getComputedStyle(node, pseudo);
        if (style.content === "none" || style.content === "normal") continue;
        paint(node, style);
        if (style.content !== '""') colors.add(style.color);
      }
    }
  };

  // Menus that open under the pointer: the same rules without the pointer.
  const hover = () => {
    const rules = (sheet) =>
      [...sheet.cssRules].flatMap((rule) => (rule.selectorText ? rule : rule.cssRules ? rules(rule) : []));
    const own = [...document.styleSheets].filter((sheet) => !sheet.href); // those from elsewhere tell nothing of themselves
    const all = own.flatMap(rules);
    const sheet = document.head.appendChild(document.createElement("style")).sheet;
    for (const rule of all) {
      const always = rule.cssText.replace(/:(hover|focus-within|focus-visible|focus|target)\b/g, "");
      if (always === rule.cssText) continue;
      try {
        sheet.insertRule(always, sheet.cssRules.length);
      } catch {
        continue; // :not(:hover) and the like
      }
    }
    for (const node of nodes) if (node.isConnected && visible(node)) seen.add(node);
  };

  // What shows without a box of its own: the head's title, the options of a list that is seen.
  const shownElsewhere = (element) => element.closest("head, datalist, textarea") || seen.has(element.closest("select"));

  const clone = root.cloneNode(true);
  pair(root, clone);
  // The canvas is as large as the window, whatever the size of html and body.
  for (const element of [root, document.body]) paint(element, getComputedStyle(element));
  look();
  const stay = (event) => event.preventDefault();
  addEventListener("submit", stay, true);
  addEventListener("click", (event) => event.target.closest?.("a[href], area[href]") && event.preventDefault());
  const TYPED = { email: "robin@example.org", number: "7", tel: "5550107", url: "https://example.org/" };
  const fields = [...document.querySelectorAll("input, textarea")].filter(
    (each) => seen.has(each) && !each.value && /^(text|search|email|number|tel|url|password|textarea)$/.test(each.type),
  );
  const write = (field, text) => {
    field.value = text;
    for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
  };
  for (const field of fields) write(field, TYPED[field.type] ?? "Robin");
  look();
  for (const field of fields) write(field, "");
  // What a page draws by lot comes in turn, so that each look at it sees the same.
  let lot = 0;
  Math.random = () => (lot = (lot + 0.6180339887498949) % 1);
  for (const control of [...document.querySelectorAll(CONTROLS)].filter((each) => seen.has(each)).slice(0, CLICKS)) {
    const before = document.body.innerText;
    control.click();
    look();
    if (!control.matches("button:not([role=tab])") || document.body.innerText === before) continue;
    for (let click = 0; click < AGAIN; click++) {
      control.click();
      look();
    }
  }
  hover();

  // From the leaves up: what is not seen itself goes when nothing in it is.
  for (let at = nodes.length - 1; at > 0; at--) {
    const [node, copy] = [nodes[at], copies[at]];
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    if (isElement) copy.removeAttribute("style");
    if (node === document.head || node === document.body || seen.has(node)) continue;
    const removable = isElement ? !copy.childElementCount && !copy.textContent.trim() : node.data.trim();
    const element = isElement ? node : node.parentElement;
    const unseen = removable && !(element && shownElsewhere(element));
    if (unseen || /^(script|style|template|noscript)$/.test(node.localName)) copy.remove();
  }
  const style = clone.ownerDocument.createElement("style");
  style.textContent = [...colors].map((color) => `x{color:${color}}`).join("\n");
  clone.append(style);
  return clone.outerHTML;
}
