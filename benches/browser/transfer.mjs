// Bytes over the wire until the numbers are shown, those of the charts afterwards, and those of a workbook when
// one is requested.
import { freshPage, openCalculator, settle } from "./page.mjs";
import { failure, figure, note } from "./report.mjs";

export const TRANSFER_FIGURES = ["first_numbers_kb"];
const CHARTS = /(^|\/)charts[^/]*\.js$/;
const WORKBOOK = /(^|\/)(workbook|workbook_bg|workbook-loader)\.[^/]*$/;
/** Of a thousand bytes: the stricter reading of a limit in KB. */
const KB = 1000;

/** Runs in the page before its own code: the moment at which the headline first holds a digit. */
function watchHeadline(headline) {
  const look = () => {
    if (globalThis.benchFirstNumbers !== undefined) return;
    if (!/[0-9]/.test(document.querySelector(headline)?.textContent ?? "")) return;
    globalThis.benchFirstNumbers = performance.timeOrigin + performance.now();
    observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}

export async function measureTransfer(browser, url) {
  const opened = await freshPage(browser);
  const { page, session, context } = opened;
  try {
    await page.addInitScript(watchHeadline, '[data-testid="headline"]');
    const requests = new Map();
    // The network's clock is not the page's; each request carries both, so they can be tied.
    let wallOffsetSeconds;
    session.on("Network.requestWillBeSent", ({ requestId, request, timestamp, wallTime }) => {
      wallOffsetSeconds ??= wallTime - timestamp;
      requests.set(requestId, { url: request.url, started: timestamp, parts: [] });
    });
    session.on("Network.responseReceived", ({ requestId, response, timestamp }) => {
      const request = requests.get(requestId);
      if (request === undefined) return;
      request.encoding = response.headers["content-encoding"] ?? response.headers["Content-Encoding"];
      request.parts.push({ at: timestamp, bytes: response.encodedDataLength });
    });
    session.on("Network.dataReceived", ({ requestId, encodedDataLength, timestamp }) => {
      requests.get(requestId)?.parts.push({ at: timestamp, bytes: encodedDataLength });
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => {
      const request = requests.get(requestId);
      if (request) Object.assign(request, { finished: timestamp, total: encodedDataLength });
    });
    await session.send("Network.enable");
    await session.send("Network.setCacheDisabled", { cacheDisabled: true });
    // A worker fetches outside the page's own session; what only it fetched is added below.
    const everywhere = [];
    page.on("requestfinished", (request) => everywhere.push(request));

    await openCalculator(opened, url);
    await settle(page);
    const epochMs = await page.evaluate(() => globalThis.benchFirstNumbers);
    if (epochMs === undefined) throw new Error("the moment of the first numbers was missed");
    const moment = epochMs / 1000 - wallOffsetSeconds;

    let bytes = 0;
    for (const request of requests.values()) {
      if (request.url.startsWith("data:") || request.url.startsWith("blob:")) continue;
      const until =
        request.finished !== undefined && request.finished <= moment
          ? request.total
          : request.parts.filter(({ at }) => at <= moment).reduce((sum, part) => sum + part.bytes, 0);
      bytes += until;
      const when = request.started > moment ? "after" : request.finished <= moment ? "before" : "across";
      note(`${when} the numbers: ${request.total ?? "?"} bytes, ${request.encoding ?? "plain"}: ${new URL(request.url).pathname}`);
    }
    const known = new Set([...requests.values()].map((request) => request.url));
    for (const request of everywhere.filter((request) => !known.has(request.url()))) {
      const started = request.timing().startTime;
      if (started > epochMs || !request.url().startsWith("http")) continue;
      const sizes = await request.sizes();
      bytes += sizes.responseBodySize + sizes.responseHeadersSize;
      note(`before the numbers, by a worker: ${sizes.responseBodySize} bytes: ${new URL(request.url()).pathname}`);
    }
    const plain = [...requests.values()].filter(
      (request) => request.started <= moment && request.total > 4 * KB && request.encoding !== "br",
    );
    if (plain.length > 0) note(`not served with brotli: ${plain.map((request) => request.url).join(", ")}`);
    figure("first_numbers_kb", bytes / KB, "KB", { limit: 200 });

    const charts = [...requests.values()].find((request) => CHARTS.test(new URL(request.url).pathname));
    if (charts?.total === undefined) failure("charts_kb", new Error("no charts.*.js was loaded after the numbers"));
    else figure("charts_kb", charts.total / KB, "KB", { before_numbers: charts.started <= moment });

    // The program that writes workbooks: nothing of it before a workbook is requested.
    const ofWorkbook = () => [...requests.values()].filter(({ url }) => WORKBOOK.test(new URL(url).pathname));
    const early = ofWorkbook().length;
    await page.getByTestId("report").click();
    await Promise.all([page.waitForEvent("download"), page.getByTestId("report-excel").click()]);
    await settle(page);
    const weight = ofWorkbook().reduce((sum, { total }) => sum + (total ?? Number.NaN), 0);
    figure("workbook_kb", weight / KB, "KB", { before_asked: early > 0 });
  } finally {
    await context.close();
  }
}
