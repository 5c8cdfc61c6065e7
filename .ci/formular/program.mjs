// The program and the browser, as the tests of the form use them. Wanted in the
// environment: KONTRAKT (the program), EXEMPEL (a working folder made by
// kontrakt exempel) and, for the pictures, BILDER. playwright-core and axe-core
// lie in the folder that the tests are run in.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(process.cwd() + "/");
const { chromium } = require("playwright-core");
export const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// today is the day that the example is made for.
export const today = "2025-09-15";
export const pictures = process.env.BILDER ?? "";
if (pictures) mkdirSync(pictures, { recursive: true });

// browser is started once for a file of tests. --no-sandbox: CI is root.
const how = { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] };
export const browser = await chromium.launch(how);

// mortal is a browser of a test's own, and how to kill it.
export async function mortal(t) {
  const server = await chromium.launchServer(how);
  t.after(() => server.kill());
  return { browser: await chromium.connect(server.wsEndpoint()), kill: () => server.process().kill("SIGKILL") };
}

// clinic is a working folder of its own, with reviews of the example: those
// named, or all.
export function clinic(t, ...ids) {
  const folder = mkdtempSync(join(tmpdir(), "kontrakt-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "granskning"));
  cpSync(join(process.env.EXEMPEL, "enhet.yaml"), join(folder, "enhet.yaml"));
  for (const name of readdirSync(join(process.env.EXEMPEL, "granskning"))) {
    if (ids.length > 0 && !ids.includes(name.replace(/\.yaml$/, ""))) continue;
    cpSync(join(process.env.EXEMPEL, "granskning", name), join(folder, "granskning", name));
  }
  return folder;
}

// review is the text of a patient's file in a working folder.
export const review = (folder, id) => readFileSync(join(folder, "granskning", id + ".yaml"), "utf8");
export const draft = (folder, id) => join(folder, "granskning", "." + id + ".utkast");
export const hasDraft = (folder, id) => existsSync(draft(folder, id));

// start runs the form on a folder and waits for its address.
export async function start(t, folder, ...args) {
  const home = join(folder, "hem"); // where the program notes that it is running
  const env = { ...process.env, HOME: home, XDG_RUNTIME_DIR: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home };
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const child = spawn(process.env.KONTRAKT, ["formular", "--mapp", folder, "--oppna=false", "--datum", today, ...args], { env });
  const program = { child, said: "", address: "" };
  program.ended = new Promise((done) => child.once("exit", (code, signal) => done(signal ?? code)));
  program.stop = async (signal = "SIGINT") => { if (child.exitCode === null && child.signalCode === null) child.kill(signal); return program.ended; };
  t.after(() => program.stop("SIGKILL"));
  child.stderr.on("data", (d) => { program.said += d; });
  program.address = await new Promise((done, fail) => {
    let out = "";
    child.stdout.on("data", (d) => { out += d; const [line, more] = out.split("\n"); if (more !== undefined) done(line); });
    child.once("exit", () => fail(new Error("the form did not start: " + program.said)));
    setTimeout(() => fail(new Error("no address within ten seconds: " + program.said)), 10000).unref();
  });
  program.origin = new URL(program.address).origin;
  return program;
}

// enter opens the start address in a browser of its own. What the page
// complains of, and what it asks of anybody else, fails the test. (What shows a
// PDF is an extension of the browser's own.)
export async function enter(t, program, options = {}, by = browser) {
  const context = await by.newContext({ locale: "sv-SE", viewport: { width: 1366, height: 768 }, ...options });
  t.after(() => context.close().catch(() => {})); // unless its browser has been killed
  context.setDefaultTimeout(10000);
  context.faults = [];
  context.on("request", (r) => { if (!/^(data|blob|about|chrome|chrome-extension):/.test(r.url()) && !r.url().startsWith(program.origin)) context.faults.push("asked " + r.url()); });
  context.on("page", (page) => {
    page.on("pageerror", (e) => context.faults.push(String(e)));
    page.on("console", (m) => { if (m.type() === "error") context.faults.push(m.text()); });
  });
  const page = await context.newPage();
  await page.goto(program.address);
  return page;
}

// clean fails the test of a page that has complained.
export const clean = (page) => assert.deepEqual(page.context().faults, []);

// show keeps a picture of a page.
export async function show(page, name, options = {}) {
  if (pictures) await page.screenshot({ path: join(pictures, name + ".png"), fullPage: true, ...options });
}

// settled waits until the page has nothing left to send.
export async function settled(page, ms = 1500) {
  await page.waitForTimeout(ms);
  await page.waitForLoadState("networkidle");
}

// slow makes every answer to a page late by so many milliseconds.
export async function slow(page, ms) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", { offline: false, latency: ms, downloadThroughput: -1, uploadThroughput: -1 });
}

// until waits for something to become true.
export async function until(what, check, ms = 5000) {
  for (const end = Date.now() + ms; Date.now() < end; await new Promise((r) => setTimeout(r, 50))) {
    if (await check()) return;
  }
  assert.fail("within " + ms + " ms: " + what);
}

// time is how many milliseconds something takes, at the middle of some tries.
export async function time(work, tries = 9) {
  const all = [];
  for (let i = 0; i < tries; i++) {
    const from = performance.now();
    await work();
    all.push(performance.now() - from);
  }
  return all.sort((a, b) => a - b)[tries >> 1];
}
