// Nobody else gets in: one test for each way to try.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { browser, clean, clinic, enter, start } from "./program.mjs";

after(() => browser.close());

// ask is a request as any program on the machine can make it.
function ask(address, { method = "GET", headers = {}, body } = {}) {
  const url = new URL(address);
  return new Promise((done, fail) => {
    const q = request({ host: url.hostname, port: url.port, path: url.pathname, method, headers }, (a) => {
      let text = "";
      a.on("data", (d) => { text += d; });
      a.on("end", () => done({ status: a.statusCode, headers: a.headers, text }));
    });
    q.on("error", fail);
    q.end(body);
  });
}

// cookie is what a browser that came with the start address has.
async function cookie(program) {
  const a = await ask(program.address);
  return a.headers["set-cookie"][0].split(";")[0];
}

test("it listens on this machine alone", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  assert.equal(new URL(program.address).hostname, "127.0.0.1");
  const listening = readFileSync("/proc/net/tcp", "utf8") + readFileSync("/proc/net/tcp6", "utf8");
  const port = Number(new URL(program.address).port).toString(16).toUpperCase().padStart(4, "0");
  const places = listening.split("\n").map((l) => l.trim().split(/\s+/)).filter((f) => f[3] === "0A" && f[1].endsWith(":" + port)).map((f) => f[1]);
  assert.deepEqual(places, ["0100007F:" + port]);
});

test("a name that leads here is not let in, though its cookie is right", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const key = await cookie(program);
  const port = new URL(program.origin).port;
  for (const host of ["ond.example", "ond.example:" + port, "127.0.0.1", "127.0.0.1.ond.example:" + port, "127.0.0.2:" + port]) {
    const a = await ask(program.origin + "/", { headers: { Host: host, Cookie: key } });
    assert.equal(a.status, 403, host);
    assert.doesNotMatch(a.text, /H2-001/);
  }
  assert.equal((await ask(program.origin + "/", { headers: { Cookie: key } })).status, 200);
});

test("without the cookie nothing is answered, not even the stylesheet", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  for (const path of ["/", "/plan/H2-001", "/form.css", "/form.js", "/ny", "/papper/H2-001", "/font/AtkinsonHyperlegibleNext-Regular.ttf", "/finns-inte"]) {
    assert.equal((await ask(program.origin + path)).status, 403, path);
    assert.equal((await ask(program.origin + path, { headers: { Cookie: "kontrakt=gissad" } })).status, 403, path);
  }
});

test("the start address works once, and its cookie is kept from script and other pages", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const first = await ask(program.address);
  assert.match(first.headers["set-cookie"][0], /HttpOnly/);
  assert.match(first.headers["set-cookie"][0], /SameSite=Strict/);
  const again = await ask(program.address);
  assert.equal(again.status, 403);
  assert.equal(again.headers["set-cookie"], undefined);
});

test("a cookie from before the program was started again is worth nothing", async (t) => {
  const folder = clinic(t, "H2-001");
  const before = await start(t, folder);
  const old = await cookie(before);
  const port = new URL(before.origin).port;
  await before.stop("SIGKILL");
  const now = await start(t, folder, "--port", port);
  assert.equal((await ask(now.origin + "/", { headers: { Cookie: old } })).status, 403);
});

// localhost is another site; another port of 127.0.0.1 is the same site, which has our cookie.
for (const site of ["localhost", "127.0.0.1"]) test("another page in the same browser can neither read nor post: " + site, async (t) => {
  const folder = clinic(t, "H2-001");
  const program = await start(t, folder);
  const page = await enter(t, program);
  const ours = page.url();
  const hostile = createServer((_, a) => {
    a.setHeader("Content-Type", "text/html");
    a.end(`<form method="post" action="${program.origin}/plan/H2-001"><input name="plan.viktigt_för_mig" value="stulet"><input name="gor" value="spara"></form>`);
  });
  await new Promise((done) => hostile.listen(0, "127.0.0.1", done));
  t.after(() => hostile.close());
  const other = await page.context().newPage();
  await other.goto(`http://${site}:${hostile.address().port}/`);
  const read = await other.evaluate((u) => fetch(u, { credentials: "include" }).then((r) => r.status, () => "refused"), program.origin + "/");
  assert.ok(read === "refused" || read === 403, String(read));
  const before = readFileSync(join(folder, "granskning", "H2-001.yaml"), "utf8");
  await Promise.all([other.waitForURL(program.origin + "/**"), other.evaluate(() => document.forms[0].submit())]);
  await other.waitForLoadState();
  assert.doesNotMatch(await other.content(), /H2-001/);
  assert.equal(readFileSync(join(folder, "granskning", "H2-001.yaml"), "utf8"), before);
  assert.ok(ours.startsWith(program.origin));
});

test("headers of another site are refused, for reading too", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const key = await cookie(program);
  for (const headers of [{ "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": "same-site" }, { Origin: "https://ond.example" }, { Origin: "null" }]) {
    for (const method of ["GET", "POST"]) {
      const a = await ask(program.origin + "/", { method, headers: { ...headers, Cookie: key, "Content-Type": "application/x-www-form-urlencoded" } });
      assert.equal(a.status, 403, method + JSON.stringify(headers));
    }
  }
});

test("two megabytes are too much, and are told so", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const key = await cookie(program);
  const a = await ask(program.origin + "/plan/H2-001", {
    method: "POST", body: "plan.viktigt_f%C3%B6r_mig=" + "x".repeat(2 << 20),
    headers: { Cookie: key, Origin: program.origin, "Content-Type": "application/x-www-form-urlencoded" },
  });
  assert.equal(a.status, 413);
});

test("somebody who sends headers slowly is hung up on", { timeout: 30000 }, async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const url = new URL(program.origin);
  const line = connect(url.port, url.hostname);
  const closed = new Promise((done) => { line.on("close", done); line.on("error", () => {}); });
  line.write(`GET / HTTP/1.1\r\nHost: ${url.host}\r\n`);
  const drip = setInterval(() => line.write("X-Long: wait\r\n"), 1000);
  t.after(() => clearInterval(drip));
  const from = Date.now();
  await closed;
  assert.ok(Date.now() - from < 20000);
});

test("script in a name is words on the page", async (t) => {
  const folder = clinic(t, "H2-001");
  const file = join(folder, "granskning", "H2-001.yaml");
  const name = `<script>document.title="tagen"</script><img src=x onerror="document.title='tagen'">`;
  writeFileSync(file, readFileSync(file, "utf8").replace(/^  namn: .*$/m, `  namn: '${name.replaceAll("'", "''")}'`));
  const page = await enter(t, await start(t, folder));
  await page.getByText("<script>").first().waitFor();
  for (const path of ["/plan/H2-001", "/granskning/H2-001", "/uppfoljning/H2-001", "/papper/H2-001"]) {
    await page.goto(new URL(path, page.url()).href);
    assert.notEqual(await page.title(), "tagen", path);
    assert.equal(await page.locator("img[src=x], script:not([src])").count(), 0, path);
  }
  clean(page);
});

test("an id cannot lead out of the folder", async (t) => {
  const folder = clinic(t, "H2-001");
  writeFileSync(join(folder, "hemlig.yaml"), "version: 1\npatient: {id: hemlig, namn: Hemlig Exempel}\n");
  const program = await start(t, folder);
  const key = await cookie(program);
  for (const path of ["/plan/..%2Fhemlig", "/plan/%2e%2e%2fhemlig", "/plan/../hemlig", "/papper/..%2Fhemlig", "/plan/..%5Chemlig", "/plan/%00", "/font/..%2F..%2Fhemlig.yaml"]) {
    const a = await ask(program.origin + path, { headers: { Cookie: key } });
    assert.notEqual(a.status, 200, path);
    assert.doesNotMatch(a.text, /Hemlig Exempel/);
  }
});

test("every answer says what a page may do, and is kept nowhere", async (t) => {
  const program = await start(t, clinic(t, "H2-001"));
  const key = await cookie(program);
  for (const path of ["/", "/plan/H2-001", "/form.css", "/papper/H2-001", "/finns-inte"]) {
    const { headers } = await ask(program.origin + path, { headers: { Cookie: key } });
    assert.match(headers["content-security-policy"], /default-src 'none'/, path);
    assert.doesNotMatch(headers["content-security-policy"], /unsafe-(inline|eval)/, path);
    assert.equal(headers["cache-control"], "no-store", path);
    assert.equal(headers["x-content-type-options"], "nosniff", path);
  }
});

test("a second start finds the first and opens a window in it", async (t) => {
  const folder = clinic(t, "H2-001");
  const first = await start(t, folder);
  const second = await start(t, folder);
  assert.equal(await second.ended, 0);
  assert.equal(second.origin, first.origin);
  assert.notEqual(second.address, first.address);
  const page = await enter(t, second);
  await page.getByRole("heading", { name: "Patienter" }).waitFor();
  clean(page);
});

test("what the program says holds no name and no number", async (t) => {
  const folder = clinic(t, "H2-001");
  const program = await start(t, folder);
  const page = await enter(t, program);
  await page.goto(program.origin + "/plan/H2-001");
  await program.stop();
  const file = readFileSync(join(folder, "granskning", "H2-001.yaml"), "utf8");
  const name = file.match(/^  namn: *"?(.*?)"?$/m)[1];
  assert.ok(!program.said.includes(name));
  assert.doesNotMatch(program.said, /\d{6}-?\d{4}/);
});
