// The form with script: the same forms and the same pages, sent in the
// background. The server answers with whole pages; what differs is laid into
// the page that stands here, so that focus, scrolling, open details and what
// is being written are kept. Without this file everything still works.
"use strict";
(() => {
  const soon = 400;      // ms after the last key until what was written is sent
  const latest = 1000;   // ms after the first unsent key, at most
  const slow = 1000;     // ms before "Sparar …" is said
  const again = 3000;    // ms between tries when the folder cannot be reached
  const beat = 60000;    // ms between signs of life to the program

  const $ = (id) => document.getElementById(id);
  const form = () => $("f");
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kontrakt") : null;

  /* ---- What is written but not yet sent ---- */

  let unsent = 0;        // when the oldest unsent change was made, 0 for none
  let timer = 0;
  let sending = null;    // the request under way
  let lost = false;      // the last try did not reach the folder
  let held = null;       // a page answered while its field was being written in

  function changed(wait) {
    unsent ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, Math.max(0, Math.min(wait, unsent + latest - Date.now())));
  }

  // entries are what a form sends, with the button that was pressed.
  function entries(from, button) {
    const body = new URLSearchParams(new FormData(from));
    if (button?.name) body.append(button.name, button.value);
    return body;
  }

  const saving = () => entries(form(), { name: "gor", value: "spara" });

  // save sends all that is written; one request at a time, in order.
  async function save() {
    clearTimeout(timer);
    if (!form() || !unsent) return;
    if (sending) { await sending; return unsent ? save() : undefined; }
    unsent = 0;
    await send(form().action, saving(), false);
  }

  /* ---- Sending ---- */

  function send(url, body, moves) {
    const run = post(url, body, moves);
    sending = run;
    return run.finally(() => { if (sending === run) sending = null; });
  }

  // post sends a form and lays the answered page into this one. moves tells
  // that the person asked for something, so that focus may go there.
  async function post(url, body, moves) {
    const told = setTimeout(() => state("Sparar …", false), slow);
    let answer, text;
    try {
      answer = await fetch(url, { method: "POST", body, redirect: "follow", headers: { "X-Form": "1" } });
      text = await answer.text();
    } catch {
      return failed("Inte sparat. Programmet svarar inte. Vi försöker igen.");
    } finally {
      clearTimeout(told);
    }
    const page = new DOMParser().parseFromString(text, "text/html");
    if (answer.status === 503) return failed(page.body.dataset.fel || "Inte sparat. Mappen går inte att nå. Vi försöker igen.");
    if (!answer.ok || page.body.dataset.sida !== document.body.dataset.sida) return leave(answer, text);
    if (lost) say("Sparat igen.");
    lost = false;
    show(page, body, moves, answer.url);
    tabs?.postMessage({ plan: document.body.dataset.plan, tab: me });
    return page;
  }

  // failed keeps what is written as unsent and tries again.
  function failed(words) {
    if (!lost) say(words);
    lost = true;
    state(words, true);
    unsent ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, again);
  }

  // leave goes to another page: the conflict, or one that says what is wrong.
  function leave(answer, text) {
    unsent = 0;
    if (answer.redirected || answer.ok) { location.assign(answer.url); return; }
    const page = new DOMParser().parseFromString(text, "text/html");
    say(page.querySelector("h1")?.textContent ?? "");
    document.body.replaceWith(page.body);
    document.querySelector("h1")?.focus();
  }

  /* ---- Laying the answered page into this one ---- */

  function show(page, sent, moves, url) {
    const at = document.activeElement;
    const writing = !moves && at?.matches("input, textarea") && at.form === form();
    const before = count();
    document.title = page.title;
    if (moves && url !== location.href) history.pushState(null, "", url);
    held = writing && unsent ? page : null;
    morph(document.body, page.body, { sent, keep: writing ? at : null });
    paper();
    if (moves) {
      focus(page);
      say(page.querySelector("[role=status]")?.textContent ?? "");
    } else if (!writing) {
      problems(before);
    }
  }

  const count = () => document.querySelectorAll(".ratta li").length;

  // problems says how many problems there are, when that has changed.
  function problems(before) {
    const now = count();
    if (now === before) return;
    say(now === 0 ? "Inget att rätta." : now === 1 ? "1 sak att rätta." : now + " saker att rätta.");
  }

  function focus(page) {
    const id = page.querySelector("[autofocus]")?.id;
    const to = id ? $(id) : null;
    if (!to) return;
    to.closest("details")?.setAttribute("open", "");
    to.focus();
    if (to.tagName === "H1") scrollTo(0, 0);
  }

  // morph makes old like fresh. An element keeps its place by its id, else by
  // its kind; the field that is being written in, and the words about it, wait.
  function morph(old, fresh, how) {
    attributes(old, fresh);
    if (old.matches("input, textarea, select")) { field(old, fresh, how); return; }
    let here = old.firstChild;
    for (const want of [...fresh.childNodes]) {
      let have = match(old, here, want);
      if (!have) {
        old.insertBefore(document.importNode(want, true), here);
        continue;
      }
      if (have !== here) old.insertBefore(have, here);
      else here = here.nextSibling;
      if (have.nodeType !== Node.ELEMENT_NODE) {
        if (have.data !== want.data) have.data = want.data;
      } else if (!waits(have, how)) {
        morph(have, want, how);
      }
    }
    while (here) { const next = here.nextSibling; here.remove(); here = next; }
  }

  // match is the child of old that want should become.
  function match(old, here, want) {
    if (want.id) {
      const same = $(want.id);
      return same?.parentNode === old && same.tagName === want.tagName ? same : null;
    }
    return here && here.nodeType === want.nodeType && here.nodeName === want.nodeName && !here.id ? here : null;
  }

  const waits = (e, how) => e.matches("iframe, [role=status]") || (how.keep && e.matches(".falt") && e.contains(how.keep));

  function attributes(old, fresh) {
    const living = old.tagName === "DETAILS" ? ["open"] : [];
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !living.includes(name)) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  // field takes the answered value, unless more was written since it was sent.
  function field(old, fresh, how) {
    if (old === how.keep) return;
    if (old.type === "radio" || old.type === "checkbox") { old.checked = fresh.checked; return; }
    const sent = how.sent?.get(old.name);
    if (old.type !== "hidden" && sent !== null && sent !== undefined && norm(old.value) !== norm(sent)) return;
    if (old.tagName === "TEXTAREA") old.textContent = fresh.textContent;
    if (old.value !== fresh.value) old.value = fresh.value;
  }

  const norm = (s) => s.replace(/\r\n/g, "\n");

  /* ---- The paper ---- */

  // paper fetches the paper anew and lays it into its frame, which keeps its
  // scrolling: a frame that loads blinks.
  let drawing = 0;
  async function paper() {
    const frame = $("blad");
    if (!frame) return;
    const mine = ++drawing;
    try {
      const answer = await fetch(frame.src);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine !== drawing || !answer.ok || !frame.contentDocument?.body) return;
      frame.contentDocument.body.replaceWith(frame.contentDocument.importNode(page.body, true));
      face(frame);
    } catch { /* the save state says that the program does not answer */ }
  }

  // face gives the paper the typeface of the page, which its own file lacks.
  function face(frame) {
    const inside = frame.contentDocument;
    if (!inside?.body || inside.fonts.size > 0) return;
    for (const [weight, name] of [["400", "Regular"], ["700", "Bold"]]) {
      fetch("/font/AtkinsonHyperlegibleNext-" + name + ".ttf").then((r) => r.arrayBuffer()).then((data) => {
        const type = new frame.contentWindow.FontFace("Atkinson Hyperlegible Next", data, { weight });
        inside.fonts.add(type);
        return type.load();
      }).catch(() => {});
    }
  }

  /* ---- Words on the page ---- */

  function say(words) {
    const status = document.querySelector("[role=status]");
    if (!status || !words.trim()) return;
    status.textContent = "";
    setTimeout(() => { status.textContent = words.trim(); }, 50);
  }

  function state(words, bad) {
    const place = $("sparat");
    if (!place) return;
    place.textContent = words;
    place.classList.toggle("inte-sparat", bad);
    const copy = $("kopia");
    if (copy) copy.hidden = !bad;
  }

  /* ---- What people do ---- */

  const ours = (e) => form() && e.target.form === form();

  document.addEventListener("input", (e) => {
    if (ours(e) && e.target.matches("input:not([type=radio], [type=checkbox]), textarea")) changed(soon);
  });

  // An answer with one click is an answer at once.
  document.addEventListener("change", (e) => {
    if (ours(e)) changed(0);
  });

  // A field that is left is judged: what was withheld while writing is shown.
  document.addEventListener("focusout", (e) => {
    if (!ours(e)) return;
    if (unsent) { save(); return; }
    const page = held;
    held = null;
    if (!page) return;
    setTimeout(() => {
      const before = count();
      morph(document.body, page.body, { sent: saving(), keep: null });
      problems(before);
    });
  });

  document.addEventListener("submit", async (e) => {
    const button = e.submitter;
    if (!form() || e.defaultPrevented) return;
    if (button?.formTarget === "_blank" || button?.dataset.helt !== undefined) {
      unsent = 0; // the browser itself sends all of it
      return;
    }
    e.preventDefault();
    clearTimeout(timer);
    if (sending) await sending;
    if (e.target !== form()) await save();
    unsent = 0;
    const body = entries(e.target, button);
    if (button?.value === "journal") { copy(e.target.action, body); return; }
    await send(e.target.action, body, true);
  });

  // copy puts the text for the record on the clipboard; where the browser
  // does not let it, the page with the text opens.
  async function copy(url, body) {
    try {
      const answer = await fetch(url, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const text = page.querySelector("textarea.journal");
      if (!text) { location.assign(answer.url); return; }
      try {
        await navigator.clipboard.writeText(text.value);
        say("Journaltexten är kopierad.");
        state("Journaltexten är kopierad", false);
      } catch { location.assign(answer.url); }
    } catch { failed("Inte sparat. Programmet svarar inte. Vi försöker igen."); }
  }

  // A link waits for what is written to be saved.
  document.addEventListener("click", async (e) => {
    const link = e.target.closest?.("a[href]");
    if (link?.dataset.kopia !== undefined) { download(link); return; }
    if (!link || link.target || e.ctrlKey || e.metaKey || e.shiftKey || !(unsent || sending)) return;
    if (link.hash && link.pathname === location.pathname) return;
    e.preventDefault();
    await save();
    if (sending) await sending;
    if (!lost || confirm("Det senaste är inte sparat. Lämna sidan ändå?")) location.assign(link.href);
  });

  // A link to a field opens what the field stands in.
  document.addEventListener("click", (e) => {
    const link = e.target.closest?.('a[href^="#"]');
    const to = link && $(decodeURIComponent(link.hash.slice(1)));
    if (!to) return;
    e.preventDefault();
    to.closest("details")?.setAttribute("open", "");
    to.focus();
    to.scrollIntoView({ block: "center" });
  });

  // Leaving the page any other way: the last words go along.
  addEventListener("pagehide", () => {
    if (form() && unsent) fetch(form().action, { method: "POST", body: saving(), keepalive: true });
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  addEventListener("beforeunload", (e) => { if (lost && unsent) e.preventDefault(); });
  addEventListener("popstate", () => location.reload());

  /* ---- Other tabs, and the program ---- */

  const me = String(Math.random());
  tabs?.addEventListener("message", (e) => {
    if (!form() || e.data.tab === me || !e.data.plan || e.data.plan !== document.body.dataset.plan) return;
    const told = $("annan-flik");
    if (told) told.hidden = false;
  });

  setInterval(async () => {
    try {
      await fetch("/puls", { method: "POST" });
      if (lost && unsent) save();
    } catch {
      if (!lost) failed("Programmet är stängt. Starta kontrakt igen, så sparas det du skrev.");
    }
  }, beat);

  $("blad")?.addEventListener("load", (e) => face(e.target));
  if ($("blad")?.contentDocument?.readyState === "complete") face($("blad"));
  document.documentElement.classList.add("skript");
})();
