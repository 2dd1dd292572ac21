// This runs first inside the preview frame. It does not hold the page in (the sandbox and the policies do): it keeps the
// page usable in there, and tells the studio what was held back. It speaks over a port of its own, which the page cannot reach.
(() => {
  "use strict";
  const live = document.currentScript.dataset.live === "yes";
  document.currentScript.remove();
  const MOST_REPORTS = 200;
  const channel = new MessageChannel();
  const port = channel.port1;
  const send = port.postMessage.bind(port);
  let reports = 0;
  const say = (kind, text) => {
    if (++reports <= MOST_REPORTS) send({ kind, text: String(text).slice(0, 300) });
  };

  const resource = {
    "img-src": "an image", "font-src": "a font", "media-src": "audio or video", "connect-src": "a connection",
    "frame-src": "a frame", "object-src": "an embedded object", "worker-src": "a worker", "manifest-src": "a manifest",
    "form-action": "a form's target", "base-uri": "a base address", "prefetch-src": "a prefetch",
    "script-src": "a script", "script-src-elem": "a script", "script-src-attr": "a script", "style-src": "a style sheet",
    "style-src-elem": "a style sheet", "style-src-attr": "a style", "default-src": "a resource",
  };

  const onViolation = (event) => {
    if (!event.originalPolicy.startsWith("default-src 'none'")) return; // the app's own policy says it a second time
    const inline = event.blockedURI === "inline";
    if (inline && !live) return; // the page's own scripts are off while it is being written
    const name = resource[event.effectiveDirective] || event.effectiveDirective;
    say("blocked", inline ? name : `${name} from ${event.blockedURI}`);
  };

  const onClick = (event) => {
    const path = event.composedPath();
    const link = path.find((node) => node.localName === "a" || node.localName === "area");
    const target = link && (link.getAttribute("href") ?? link.getAttribute("xlink:href"));
    if (target?.trim().startsWith("#")) {
      // A srcdoc document resolves addresses by its parent's: without this, a fragment would lead out of the page.
      link.setAttribute("href", `about:srcdoc${target.trim()}`);
      setTimeout(() => link.setAttribute("href", target));
    } else if (target != null && !/^\s*javascript:/i.test(target)) {
      event.preventDefault();
      say("link", target);
    }
    if (link) return;
    const button = path.find((node) => node.localName === "button" || node.localName === "input");
    const submits = button && button.form && !button.disabled && (button.type === "submit" || button.type === "image");
    // The page's own click handlers come first: they may prevent the submission.
    if (submits) setTimeout(() => event.defaultPrevented || submit(button.form, button));
  };

  const onKey = (event) => {
    const field = event.target;
    if (event.key !== "Enter" || event.isComposing || field.localName !== "input" || !field.form) return;
    if (field.form.querySelector("button:not([type=button]):not([type=reset]), [type=submit], [type=image]")) return;
    setTimeout(() => event.defaultPrevented || submit(field.form, null));
  };

  // A frame without allow-forms never fires submit, so a page that handles its form in a script would be dead.
  const submit = (form, submitter) => {
    if (!form.isConnected || (!form.noValidate && !submitter?.formNoValidate && !form.reportValidity())) return;
    const event = new SubmitEvent("submit", { bubbles: true, cancelable: true, submitter });
    if (form.dispatchEvent(event)) say("form", form.getAttribute("action") || "this page's own address");
  };

  let resting = 0;
  const onScroll = () => {
    resting ||= setTimeout(() => {
      resting = 0;
      send({ kind: "scroll", top: scrollY });
    }, 100);
  };

  const arm = () => {
    addEventListener("scroll", onScroll, { passive: true });
    addEventListener("securitypolicyviolation", onViolation, true);
    addEventListener("pointerdown", (event) => event.isTrusted && send({ kind: "touched" }), true);
    addEventListener("click", onClick, true);
    addEventListener("auxclick", onClick, true);
    addEventListener("keydown", onKey, true);
    addEventListener("error", (event) => event.message && say("error", event.message));
    addEventListener("unhandledrejection", (event) => say("error", event.reason));
  };

  const orders = {
    ping: () => send({ kind: "pong" }),
    write: (text, first) => {
      if (first) {
        document.open();
        arm(); // document.open() drops every listener
      }
      document.write(text);
      if (document.body?.querySelector("*")) send({ kind: "painted" });
    },
    scroll: (_, top) => scrollTo({ top, behavior: "instant" }),
  };
  port.onmessage = ({ data }) => orders[data.order](data.text, data.value);

  if (live) {
    // No policy that all browsers know closes WebRTC. A page that makes itself a window of its own has it back.
    delete window.RTCPeerConnection;
    delete window.webkitRTCPeerConnection;
    // Chromium 156.0.8078.108 dies, and the studio with it, of WebRTC in a child frame with a document of its own, where
    // Connection-Allowlist closes it. Such a frame stays empty.
    const frames = document.getElementsByTagName("iframe");
    new MutationObserver(() => {
      for (const frame of frames) {
        if (!frame.hasAttribute("srcdoc")) continue;
        frame.removeAttribute("srcdoc");
        say("blocked", "a frame with a document of its own");
      }
    }).observe(document, { childList: true, subtree: true, attributeFilter: ["srcdoc"] });
    window.alert = (text = "") => say("alert", text);
    window.confirm = (text = "") => (say("confirm", text), true);
    window.prompt = (text = "") => (say("prompt", text), null);
    HTMLFormElement.prototype.requestSubmit = function (submitter = null) {
      submit(this, submitter);
    };
  }
  arm();
  window.parent.postMessage("htmlbuilder", "*", [channel.port2]);
})();
