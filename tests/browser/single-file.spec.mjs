// The single file (ZENGSHOU_SINGLE): opened by a double click, whole without server or network, in Chromium and in
// Firefox.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import AxeBuilder from "@axe-core/playwright";
import { parse } from "acorn";

import { address, choose, chromium, firefox, hasFirefox, keepDownloads, kept, named, opened, paste, press, put, said, text, until } from "./support-single-file.mjs";
import { figures, file, xlsx } from "./support-sheets.mjs";

const LINK = "#v=1&region=zhangjiakou-2021&coverage=0.85";
const HEADLINE = named("headline");

for (const [name, start, skip] of [["Chromium", chromium, false], ["Firefox", firefox, hasFirefox ? false : "Firefox is missing and could not be installed"]]) {
  describe(name, { skip }, () => {
    let browser;
    before(async () => { browser = await start(); });
    after(() => browser?.close());

    test("it opens from its path and asks for nothing; a link in its address opens, and a lever moves", async () => {
      const { page, errors, requests } = await browser.open(LINK);
      await said(page, HEADLINE, /^13,878\.46$/);
      assert.equal(await page.evaluate(() => location.protocol), "file:");
      assert.match(await said(page, named("foot-single-file")), /单文件版 \d+\.\d+\.\d+：河北省张家口市第 \d+ 版数据，最新资料发布于 20\d\d-\d\d-\d\d/);
      await until(page, () => Boolean(document.querySelector(".canvas svg")));
      await page.bringToFront();
      await until(page, () => {
        const slider = document.querySelector('input[type=range][data-key="coverage"]');
        slider?.focus();
        return Boolean(slider) && document.activeElement === slider;
      });
      await page.keyboard.press("Home");
      await until(page, () => !location.hash.includes("coverage=0.85") && location.hash.includes("coverage="));
      assert.notEqual(await said(page, HEADLINE), "13,878.46");
      await put(page, named("language"), "en", "change");
      await said(page, named("foot-single-file"), /Single file \d/);
      const asked = requests.filter((one) => !/^(data|blob):/.test(one) && !one.startsWith(address));
      assert.deepEqual(asked, [], "nothing but the file itself");
      assert.deepEqual(errors, []);
    });

    test("its planner seeks goals and draws", async () => {
      const { page, errors } = await browser.open();
      await press(page, named("planning"));
      await press(page, named("plan-tab-goal"));
      await press(page, named("goal-run"));
      await said(page, named("goal-way"), /改动/);
      await press(page, named("plan-tab-chance"));
      await said(page, named("plan-took"), /\d/);
      await until(page, () => Boolean(document.querySelector("[data-testid=chance-fan] .canvas svg")));
      assert.deepEqual(errors, []);
    });

    test("its report, its workbook and the form of a region are made", async () => {
      const { page, errors } = await browser.open(LINK);
      await said(page, HEADLINE, /13,878\.46/);
      await keepDownloads(page);
      await press(page, named("report"));
      // The link of a report is what others can use of it.
      assert.match(await said(page, named("report-link")), /^#v=1&/);
      await until(page, () => Boolean(document.querySelector("article svg, .paper svg")));
      await press(page, named("report-excel"));
      const [book] = await until(page, () => (window.saved.length ? window.saved : null));
      assert.match(book.name, /\.xlsx$/);
      assert.equal(book.start.slice(0, 2), "PK");
      assert.ok(book.size > 20_000, `${book.size} bytes`);
      assert.deepEqual(errors, []);
    });

    test("a spreadsheet becomes the region on the screen, and nothing of households is kept", async () => {
      const { page, errors } = await browser.open();
      await said(page, HEADLINE, /\d/);
      const roster = [["户主姓名", "身份证号", "人均纯收入"], ["赵铁柱", "130702196501011234", 12_345], ["钱桂花", "130702197002022345", 11_222]];
      await press(page, named("region"));
      await choose(page, named("open-region"), file("名册.xlsx", xlsx([{ name: "名册", rows: roster }])));
      await until(page, () => Boolean(document.querySelector('[data-testid="intake"][aria-busy="false"]')));
      assert.doesNotMatch(await kept(page), /赵铁柱|钱桂花|130702/);
      await page.evaluate(() => location.reload());
      await said(page, HEADLINE, /\d/);
      await press(page, named("region"));
      await choose(page, named("open-region"), file("青山县.xlsx", xlsx([{ name: "基本情况", rows: figures() }])));
      await until(page, () => Boolean(document.querySelector('[data-testid="intake"][aria-busy="false"]')));
      await press(page, named("intake-take"));
      await said(page, named("region"), /青山县/);
      await said(page, HEADLINE, /\d/);
      assert.doesNotMatch(await kept(page), /赵铁柱|钱桂花|130702/);
      assert.deepEqual(errors, []);
    });

    test("exercises open from the list and by a pasted link, and the result is a text to paste", async () => {
      const { page, errors } = await browser.open();
      await put(page, named("example"), "exercises", "change");
      await press(page, named("exercise-start-zjk-gap-1"));
      await said(page, named("exercise-text"), /\S/);
      await press(page, named("exercise-leave"));
      await put(page, named("example"), "exercises", "change");
      const own = { exercise: 1, id: "own-1", model: 2, region: "zhangjiakou-2021.2", title: { "zh-Hans": "自己的练习" }, open: ["coverage"], steps: [{ kind: "say", text: { "zh-Hans": "用一句话说说体会。" } }] };
      await choose(page, named("open-exercise"), { name: "own.json", buffer: Buffer.from(JSON.stringify(own)) });
      await said(page, named("exercise-text"), /说说体会/);
      const link = await page.evaluate(() => location.hash);
      assert.match(link, /^#v=5&check=\w+&x=own-1&xf=/);
      await press(page, named("exercise-leave"));
      await said(page, HEADLINE, /\d/);
      await until(page, () => Boolean(document.querySelector("#results-changes")));
      await paste(page, `请打开练习：${link}`);
      await said(page, named("exercise-text"), /说说体会/);
      await until(page, (text) => {
        const field = document.querySelector('[data-testid="exercise-say"]');
        if (!field) return false;
        Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(field, text);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
        return true;
      }, "先预测，再看");
      await press(page, named("exercise-forward"));
      const result = await said(page, named("exercise-result-text"), /先预测，再看/);
      assert.match(result, /\n#v=5&check=\w+&x=own-1&xr=[\w-]+$/);
      assert.doesNotMatch(result, /file:/);
      assert.deepEqual(errors, []);
    });

    test("the projector's second window shows what this one does", async () => {
      const { page, errors } = await browser.open(LINK);
      await said(page, HEADLINE, /13,878\.46/);
      await press(page, named("present"));
      await press(page, named("present-second"));
      const second = await opened(page);
      await said(second, named("projected-number"), /13,878\.46/);
      const slide = () => document.querySelector('[data-testid="projected"]').dataset.slide;
      const first = await until(second, slide);
      await second.keyboard.press("PageDown");
      // Its key counts here, and what it leads to is shown there.
      await until(page, () => document.querySelector('[data-testid="present-slide"]').selectedIndex === 1);
      await until(second, (first) => document.querySelector('[data-testid="projected"]').dataset.slide !== first, first);
      await second.close();
      assert.deepEqual(errors, []);
    });

    test("sharing gives a text to paste, never the address of a file", async () => {
      const { page, errors } = await browser.open(LINK);
      await said(page, HEADLINE, /13,878\.46/);
      await press(page, named("share"));
      const shared = await said(page, named("share-text"), /^#v=1&/);
      assert.match(shared, /coverage=0\.85/);
      assert.doesNotMatch(await page.evaluate(() => document.querySelector("dialog[open]").innerHTML), /file:/);
      assert.equal(await page.evaluate(() => document.querySelectorAll("dialog[open] .qr, [data-testid=share-address]").length), 0);
      assert.match(await page.evaluate(() => document.querySelector("dialog[open]").innerText), /单文件版/);
      assert.deepEqual(errors, []);
    });

    test("a double click on the page that is meant for a server says what to do", async () => {
      const at = pathToFileURL(join(process.env.ZENGSHOU_DIST, "index.html")).href;
      const { page } = await browser.open(LINK, { at });
      const details = await said(page, "#crash-details", /./);
      assert.match(details, /双击打不开[^]*网页服务器[^]*单文件版[^]*no double click[^]*web server[^]*single file/);
      assert.equal(await page.evaluate(() => document.querySelector("#crash-files").hidden), true, "no advice on files");
      assert.match(await said(page, "#crash-link"), /coverage=0\.85/);
    });
  });
}

describe("the file itself", () => {
  let browser;
  before(async () => { browser = await chromium(); });
  after(() => browser.close());

  /** The page of other content. */
  async function opened(content) {
    const path = join(tmpdir(), `zengshou-${process.pid}-${Math.random().toString(36).slice(2)}.html`);
    writeFileSync(path, content);
    const { page } = await browser.open();
    await page.goto(pathToFileURL(path).href);
    return page;
  }

  test("the share dialog and the foot can be read by everyone", async () => {
    const { page } = await browser.open(LINK);
    await said(page, HEADLINE, /13,878\.46/);
    await press(page, named("share"));
    await said(page, named("share-text"), /#/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    assert.deepEqual(violations.map(({ id }) => id), []);
  });

  test("its head says which version it is, its policy allows no more than it holds, and it picks the modern engine", () => {
    const head = text().slice(0, text().indexOf("</head>"));
    assert.match(head, /<meta name="generator" content="zengshou \d+\.\d+\.\d+, data [a-z]+-\d+\.\d+, newest source \d{4}-\d\d-\d\d" \/>/);
    assert.match(head, /<meta name="renderer" content="webkit" \/>/);
    const policy = head.match(/content="(default-src [^"]*)"/)[1];
    assert.match(policy, /default-src 'none'/);
    assert.match(policy, /connect-src 'none'/);
    assert.match(policy, /script-src ('sha256-[\w+/=]{44}' ){3}'wasm-unsafe-eval';/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  test("one that is cut off or altered says so", async () => {
    const whole = text();
    for (const part of [0.2, 0.9]) {
      const page = await opened(whole.slice(0, whole.length * part));
      await said(page, "#crash-details", /文件不完整[^]*cut off or was altered/);
      await page.context().close();
    }
    const at = whole.indexOf('data-file="program.lz">') + 100_000;
    const page = await opened(`${whole.slice(0, at)}${whole[at] === "A" ? "B" : "A"}${whole.slice(at + 1)}`);
    await said(page, "#crash-details", /文件不完整[^]*cut off or was altered/);
    await page.context().close();
  });

  test("a browser that is too old is told so in both languages", async () => {
    const lacks = [
      () => { delete window.DecompressionStream; },
      () => { delete window.WebAssembly; },
      () => { WebAssembly.Module = function Module() { throw new WebAssembly.CompileError("no such type"); }; },
      () => { delete HTMLScriptElement.prototype.noModule; },
      () => { delete window.structuredClone; delete window.Promise; delete window.fetch; },
    ];
    for (const lack of lacks) {
      const { page } = await browser.open("", { before: lack });
      const details = await said(page, "#crash-details", /./);
      assert.match(details, /浏览器太旧[^]*极速模式[^]*too old[^]*Firefox 113/, String(lack));
      await page.context().close();
    }
  });

  test("what tells it can be read by the browsers of ten years ago", () => {
    const start = text().match(/<script>([^]*?)<\/script>/)[1];
    parse(start, { ecmaVersion: 5 });
  });
});
