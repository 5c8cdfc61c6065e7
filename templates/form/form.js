// The form with script: the same forms and the same pages, sent in the
// background. The server answers with whole pages; what differs is laid into
// the page that stands here, so that focus, scrolling, open details and what
// is being written are kept. Without this file everything still works.
"use strict";
(() => {
  const soon = 400;      // ms after the last key until what was written is sent
  const latest = 1000;   // ms after the first unsent key, at most
  const slow = 1000;     // ms before "Sparar …" is said
  const hung = 10000;    // ms before an answer is waited for no longer: a folder on the net may be gone
  const again = 3000;    // ms between tries when the folder cannot be reached
  const beat = 60000;    // ms between signs of life to the program

  const $ = (id) => document.getElementById(id);
  const form = () => $("f");
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kontrakt") : null;

  /* ---- What is written but not yet sent ---- */

  let unsent = 0;        // when the oldest unsent change was made, 0 for none
  let timer = 0;
  let turn = Promise.resolve(); // every post waits for the one before it: it needs its rev
  let waiting = 0;       // posts under way or waiting
  let lost = false;      // the last try did not reach the folder
  let silent = false;    // the last try did not reach the program
  let typing = null;     // the field that is being written in
  let held = null;       // the last answered page, of which something was kept back
  let heard = "";        // what has been told of problems

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

  // saving is what is sent without being asked for. A word that is being
  // written is one step of Ångra, however many times it is sent.
  function saving() {
    const body = entries(form(), { name: "gor", value: "utkast" });
    const at = document.activeElement;
    if (at?.name && at.form === form()) body.append("fokus", at.name);
    return body;
  }

  function inTurn(work) {
    waiting++;
    turn = turn.then(work).catch(console.error).finally(() => { waiting--; });
    return turn;
  }

  // save sends all that is written.
  function save() {
    clearTimeout(timer);
    return inTurn(flush);
  }

  async function flush() {
    if (!form() || !unsent) return;
    unsent = 0;
    await post(form().getAttribute("action"), saving(), false);
  }

  /* ---- Sending ---- */

  const headers = { "X-Form": "1" };
  const most = 60000; // characters of a post that may outlive its page: browsers allow 64 KiB
  const gone = "Inte sparat. Programmet svarar inte. Starta kontrakt igen; det du skrev står kvar här.";

  // post sends a form and lays the answered page into this one. moves tells
  // that the person asked for something, so that focus may go there. The page
  // is returned; nothing when nothing was saved.
  async function post(url, body, moves) {
    const told = setTimeout(() => state("Sparar …", false), slow);
    try {
      const answer = await fetch(url, { method: "POST", body, headers, keepalive: String(body).length < most, signal: AbortSignal.timeout(hung) });
      const text = await answer.text();
      if (!moves) await pressed;
      silent = answer.status === 403; // another program has taken its place
      if (!answer.ok) return failed(text);
      const page = parsed(text);
      if (lost) say("Sparat.");
      lost = silent = false;
      tabs?.postMessage({ plan: document.body.dataset.plan, tab: me });
      take(page, answer.url, body, moves);
      return page;
    } catch {
      silent = true;
      return failed(gone);
    } finally {
      clearTimeout(told);
    }
  }

  const parsed = (text) => new DOMParser().parseFromString(text, "text/html");

  // failed keeps what is written as unsent, and tries again.
  function failed(words) {
    if (!lost) say(words);
    lost = true;
    state(words, true);
    unsent ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(save, again);
  }

  // take shows an answered page: laid into this one where it is the same page,
  // in its place where it is another page about the same patient.
  function take(page, url, sent, moves) {
    if (page.body.dataset.sida === document.body.dataset.sida) {
      show(page, sent, moves);
    } else if (page.getElementById("f") && moves) {
      history.pushState(null, "", url);
      document.title = page.title;
      document.body.replaceWith(document.adoptNode(page.body));
      typing = held = null;
      heard = tally();
      drawn();
      scrollTo(0, 0);
      focus(document);
    } else {
      unsent = 0;
      location.assign(url);
    }
  }

  /* ---- Laying the answered page into this one ---- */

  // show lays a page into this one, but for the field that is being written in
  // and the new row that somebody has begun: they wait until they are left.
  function show(page, sent, moves) {
    const begun = document.activeElement?.closest(".ny-rad");
    const keep = moves ? [] : [typing?.closest(".falt"), begun?.closest(".grupp")].filter(Boolean);
    const how = { sent, keep, touched: null };
    document.title = page.title;
    morph(document.body, page.body, how);
    held = keep.length > 0 ? page : null;
    paper();
    if (moves) {
      heard = tally();
      const undone = sent.get("gor") === "angra";
      say(page.querySelector("[role=status]")?.textContent || (undone ? "Ändringen är ångrad." : ""));
      if ($(page.body.dataset.fokus)) focus(page);
      else if (undone && how.touched) reach(how.touched.id);
    } else if (!typing) {
      problems();
    }
  }

  // release lays what was kept back into the page.
  function release() {
    if (held && !unsent && !waiting) show(held, saving(), false);
  }

  const tally = () => ($("ratta-rubrik")?.textContent ?? "Inget att rätta") + ".";

  // problems says how many problems there are, when that has changed.
  function problems() {
    if (tally() === heard) return;
    heard = tally();
    say(heard);
  }

  // focus goes where the page says, else to its heading.
  function focus(page) {
    reach(page.body.dataset.fokus || "rubrik");
  }

  function reach(id) {
    const place = $(id);
    if (!place) return;
    for (let d = place.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    if (place.matches(".rad")) place.querySelector("details")?.setAttribute("open", "");
    const at = place.matches("input, textarea, select, button, [tabindex]") ? place
      : place.querySelector("input:not([type=hidden]), textarea, select, button, [tabindex]");
    at?.focus();
  }

  // morph makes old like fresh. An element keeps its place by its id, else by
  // its kind.
  function morph(old, fresh, how) {
    attributes(old, fresh);
    if (old.matches("input, textarea, select")) { field(old, fresh, how); return; }
    let here = old.firstChild;
    for (const want of [...fresh.childNodes]) {
      const have = match(old, here, want);
      if (!have) {
        old.insertBefore(document.importNode(want, true), here);
        continue;
      }
      if (have === here) here = here.nextSibling;
      else old.insertBefore(have, here);
      if (have.nodeType !== Node.ELEMENT_NODE) {
        if (have.data !== want.data) have.data = want.data;
      } else if (!waits(have, how)) {
        morph(have, want, how);
      }
    }
    while (here) {
      const next = here.nextSibling;
      here.remove();
      here = next;
    }
  }

  // match is the child of old that want should become.
  function match(old, here, want) {
    if (want.id) {
      const same = $(want.id);
      return same?.parentNode === old && same.nodeName === want.nodeName ? same : null;
    }
    return here && !here.id && here.nodeName === want.nodeName ? here : null;
  }

  const waits = (e, how) => how.keep.includes(e) || e.matches("iframe, [role=status]");

  function attributes(old, fresh) {
    for (const { name } of [...old.attributes]) {
      if (!fresh.hasAttribute(name) && !(name === "open" && old.nodeName === "DETAILS")) old.removeAttribute(name);
    }
    for (const { name, value } of fresh.attributes) {
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }
  }

  // field takes the answered value, unless more was written since it was sent.
  function field(old, fresh, how) {
    const sent = old.type === "hidden" ? [] : how.sent.getAll(old.name);
    if (old.type === "radio" || old.type === "checkbox") {
      if (old.checked === fresh.checked || (sent.length > 0 && old.checked !== sent.includes(old.value))) return;
      old.checked = fresh.checked;
      how.touched ??= old;
      return;
    }
    if (sent.length > 0 && plain(old.value) !== plain(sent.at(-1))) return;
    if (old.nodeName === "SELECT" && old.innerHTML !== fresh.innerHTML) old.replaceChildren(...fresh.cloneNode(true).childNodes);
    if (old.value === fresh.value) return;
    old.value = fresh.value;
    if (old.type !== "hidden") how.touched ??= old;
  }

  const plain = (text) => text.replaceAll("\r\n", "\n");

  /* ---- The paper ---- */

  // Which parts of the paper a step writes.
  const parts = {
    "patient": ["titel", "närstående"],
    "diagnoser": ["titel"],
    "viktigt": ["viktigt", "styrkor", "mål"],
    "overenskommelse": ["nästa_steg", "överenskommelse"],
    "jag-gor": ["jag_gör"],
    "varden-gor": ["vården_gör"],
    "kontakter": ["kontakter", "remisser", "vårdkontakter", "andra_planer"],
    "soka-vard": ["söka_vård"],
    "mata": ["egenmätning", "mål"],
    "uppfoljning": ["uppföljning", "genomgång"],
  };

  let drawing = 0;

  // paper fetches the paper anew and lays it into its frame, which keeps its
  // scrolling: a frame that loads blinks.
  async function paper() {
    const frame = $("papper");
    if (!frame) return;
    const mine = ++drawing;
    try {
      const answer = await fetch(frame.getAttribute("src"), { headers });
      const text = await answer.text();
      const inside = frame.contentDocument;
      if (!answer.ok || mine !== drawing || !inside?.body) return;
      const page = parsed(text.slice(text.indexOf("<body"))); // its style is there already
      inside.body.replaceWith(inside.adoptNode(page.body));
      mark(frame, false);
    } catch { /* the save state says that the program does not answer */ }
  }

  // drawn dresses a paper that has been loaded.
  function drawn() {
    const frame = $("papper");
    if (!frame) return;
    const dress = () => {
      if (!frame.contentDocument) return; // the program gave no answer: the browser shows a page of its own
      face(frame);
      white(frame);
      mark(frame, true);
    };
    frame.addEventListener("load", dress);
    if (frame.contentDocument?.readyState === "complete") dress();
  }

  // mark draws a bar beside what is being written, and lets it be seen when
  // the page is new.
  function mark(frame, seen) {
    const ids = parts[document.body.dataset.sida.split("/")[3]] ?? [];
    const places = ids.map((id) => frame.contentDocument?.getElementById(id)).filter(Boolean);
    for (const p of places) (p.closest(".pair > div, section, h1") ?? p).style.boxShadow = "-.4rem 0 #fff, -.7rem 0 #0b4f52";
    if (seen && places.length > 0) frame.contentWindow.scrollTo(0, places[0].getBoundingClientRect().top - 40);
  }

  // white keeps the paper paper, also where the page is dark.
  function white(frame) {
    const style = new frame.contentWindow.CSSStyleSheet();
    style.replaceSync(":root { color-scheme: light; --ink: #111; --quiet: #444; --paper: #fff; --accent: #0b4f52; --on-accent: #fff; --tint: #e4eeee; --line: #999; --strong: #111; --on-strong: #fff; }");
    frame.contentDocument.adoptedStyleSheets = [style];
  }

  // face gives the paper the typeface of the page, which its own file lacks.
  async function face(frame) {
    const inside = frame.contentDocument;
    if (!inside || inside.fonts.size > 0) return;
    for (const [weight, name] of [["400", "Regular"], ["700", "Bold"]]) {
      const data = await (await fetch("/font/AtkinsonHyperlegibleNext-" + name + ".ttf")).arrayBuffer();
      inside.fonts.add(new frame.contentWindow.FontFace("Atkinson Hyperlegible Next", data, { weight }));
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
    $("kopia").hidden = !bad;
  }

  /* ---- What people do ---- */

  const ours = (e) => form() && e.target.form === form();

  document.addEventListener("input", (e) => {
    if (!ours(e) || e.target.matches("[type=radio], [type=checkbox], select")) return;
    typing = e.target;
    changed(soon);
  });

  // An answer with one click is an answer at once.
  document.addEventListener("change", (e) => {
    if (ours(e)) changed(0);
  });

  // A field that is left is judged: what was kept back while writing is shown.
  // Nothing moves under a pressed mouse button: the click would be lost.
  let pressed = Promise.resolve();
  document.addEventListener("pointerdown", () => {
    pressed = new Promise((done) => {
      for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => setTimeout(done), { once: true });
    });
  });
  document.addEventListener("focusout", async (e) => {
    if (!ours(e)) return;
    typing = null;
    await pressed;
    await new Promise((done) => setTimeout(done)); // until the next field has the focus
    if (unsent) save();
    else if (!typing) release();
  });

  // A pressed button: the same post that the browser would have made.
  document.addEventListener("submit", (e) => {
    if (!form() || e.defaultPrevented) return;
    e.preventDefault();
    clearTimeout(timer);
    const sheet = e.submitter?.formTarget === "_blank" ? window.open("", "_blank") : null; // later it would be taken for an advertisement
    inTurn(() => press(e.target, e.submitter, sheet));
  });

  async function press(target, button, sheet) {
    if (target !== form()) await flush();
    unsent = 0;
    const url = button?.getAttribute("formaction") || target.getAttribute("action");
    const body = entries(target, button);
    const makes = { "skriv-ut": "/pdf/", "pdf": "/pdf/", "journal": "/journal/" }[button?.value];
    if (makes) body.set("gor", "spara");
    const from = button?.matches(".dold") ? document.activeElement : button; // Enter presses the hidden one
    const list = from?.closest(".grupp")?.id;
    const rows = rowsOf(list);
    const row = rows.indexOf(button?.closest(".rad")?.id);
    const adds = from?.closest(".ny-rad");
    typing = null;
    const page = await post(url, body, !makes);
    if (page && adds) added(list, rows);
    else if (page && row >= 0 && document.activeElement === document.body) reach(rowsOf(list).at(row) ?? rowsOf(list).at(-1) ?? list);
    if (!makes) return;
    const id = document.body.dataset.plan;
    if (!page || page.body.dataset.klar === undefined) {
      sheet?.close();
      if (page) lacking();
    } else if (button.value === "skriv-ut") {
      if (sheet) sheet.location = makes + id;
      else location.assign(makes + id);
    } else if (button.value === "pdf") {
      location.assign(makes + id + "?spara=ja");
    } else {
      copy(makes + id);
    }
  }

  const rowsOf = (list) => [...document.querySelectorAll(`[id="${list}"] .rad`)].map((row) => row.id);

  // added leads to the row that was added; to the new row's first field where
  // nothing was written in it.
  function added(list, before) {
    const row = rowsOf(list).find((id) => !before.includes(id));
    if (row) say("Raden är tillagd.");
    if (row) reach(row);
    else $(list)?.querySelector(".ny-rad :is(input, textarea, select):not([type=hidden])")?.focus();
  }

  // lacking leads to what a paper lacks.
  function lacking() {
    reach($("saknas") ? "saknas" : "rubrik");
    say("Planen är inte klar att skriva ut. Det som saknas står under Saknas.");
  }

  // copy puts the text for the record on the clipboard; where the browser
  // does not let it, the page with the text opens.
  async function copy(address) {
    try {
      const text = parsed(await (await fetch(address)).text()).querySelector("textarea");
      await navigator.clipboard.writeText(text.value);
      say("Journaltexten är kopierad.");
      state("Journaltexten är kopierad", false);
    } catch {
      location.assign(address);
    }
  }

  // A link waits for what is written to be saved.
  document.addEventListener("click", async (e) => {
    const link = e.target.closest?.("a[href]");
    if (!link || link.target || link.hash || link.hasAttribute("download") || e.ctrlKey || e.metaKey || e.shiftKey || !(unsent || waiting)) return;
    e.preventDefault();
    await save();
    location.assign(link.href);
  });

  // A link to a field opens what the field stands in.
  document.addEventListener("click", (e) => {
    const link = e.target.closest?.('a[href^="#"]');
    if (!link || link.classList.contains("hopp")) return;
    e.preventDefault();
    reach(decodeURIComponent(link.hash.slice(1)));
  });

  // A copy comes from the program, which has all of the plan; where it does
  // not answer, from what stands on the page.
  document.addEventListener("click", (e) => {
    if (e.target.id !== "kopia" || !silent) return;
    e.preventDefault();
    const lines = [...new FormData(form())].filter(([name, value]) => name !== "rev" && value !== "").map((field) => field.join(": "));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([lines.join("\r\n")], { type: "text/plain" }));
    link.download = document.body.dataset.plan + ".txt";
    link.click();
  });

  // Small things of single pages.
  document.addEventListener("click", async (e) => {
    const text = e.target.dataset?.kopiera && $(e.target.dataset.kopiera);
    if (!text) return;
    text.select();
    await navigator.clipboard.writeText(text.value);
    say("Journaltexten är kopierad.");
  });
  document.addEventListener("change", () => {
    const sum = $("valda");
    if (sum) sum.textContent = document.querySelectorAll(".skild :checked").length + sum.textContent.slice(sum.textContent.indexOf(" "));
  });

  // Leaving the page any other way: the last words go along.
  addEventListener("pagehide", () => {
    if (form() && unsent) navigator.sendBeacon(form().getAttribute("action"), saving());
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) save(); });
  addEventListener("beforeunload", (e) => { if (lost && unsent) e.preventDefault(); });
  addEventListener("popstate", () => location.reload());

  /* ---- Other tabs, and the program ---- */

  const me = crypto.randomUUID();

  // Another tab has saved something of the same patient.
  tabs?.addEventListener("message", async (e) => {
    if (!form() || e.data.tab === me || e.data.plan !== document.body.dataset.plan || unsent || waiting) return;
    try {
      const answer = await fetch(location.pathname, { headers });
      const page = parsed(await answer.text());
      if (answer.ok && !unsent && page.body.dataset.sida === document.body.dataset.sida) show(page, saving(), false);
    } catch { /* the save state says that the program does not answer */ }
  });

  // A sign of life keeps the program from stopping while the page is open.
  setInterval(async () => {
    try {
      await fetch("/puls", { method: "POST", headers });
    } catch {
      if (form()) failed(gone);
    }
  }, beat);

  document.documentElement.classList.add("skript");
  if (form()) history.replaceState(null, "", document.body.dataset.sida + location.hash);
  heard = tally();
  drawn();
  if (location.hash) reach(decodeURIComponent(location.hash.slice(1)));
  else if ($("rubrik")) focus(document);
})();
