package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A timeline of ten thousand events: as much on screen as a person can look at, the rest a link away. How long it took is in target/figures.txt. */
@Tag("services")
class LongTimelineTest {
    private static final int EVENTS = 10_000;
    private static final int MOST_ROWS = 300;
    private static final int MOST_NODES = 30_000;
    private static final String WATCH = "window.longest = 0; window.tasks = 0;"
            + "new PerformanceObserver(l => l.getEntries().forEach(e => { window.tasks++; window.longest = Math.max(window.longest, e.duration); }))"
            + ".observe({ type: 'longtask', buffered: true });";

    @Test
    void tenThousandEventsScrollAndFilter() throws IOException {
        try (ServedSample many = ServedSample.over(book -> ManyReports.fill(book, EVENTS));
                Chromium chromium = new Chromium();
                BrowserContext context = chromium.browser.newContext(Chromium.options(1280))) {
            Page page = context.newPage();
            page.addInitScript(WATCH);
            StringBuilder figures = new StringBuilder();

            page.navigate(many.base() + "/timeline?since=2016-01-01");
            figures.append(spent(page, "open"));
            assertThat(page.locator(".lead").textContent()).contains("10000 events");
            assertThat(page.locator(".row.event").count()).isBetween(50, MOST_ROWS);
            assertThat((Integer) page.evaluate("document.querySelectorAll('*').length"))
                    .isLessThan(MOST_NODES);

            Object longestFrame = page.evaluate(
                    "async () => { let last = performance.now(), longest = 0;"
                            + " for (let i = 0; i < 60; i++) { scrollBy(0, 400); await new Promise(requestAnimationFrame);"
                            + " const now = performance.now(); longest = Math.max(longest, now - last); last = now; } return Math.round(longest); }");
            figures.append(spent(page, "scroll"))
                    .append("longest frame of the scroll: ")
                    .append(longestFrame)
                    .append(" ms\n");

            page.locator("summary", new Page.LocatorOptions().setHasText("Filter by type"))
                    .click();
            page.locator(".facets a", new Page.LocatorOptions().setHasText("SANCTION"))
                    .first()
                    .click();
            figures.append(spent(page, "filter"));
            assertThat(page.locator(".lead").textContent()).contains("2500 events of 10000");

            page.locator("text=later").last().click();
            figures.append(spent(page, "next page"));
            assertThat(page.url()).contains("from=");

            page.locator("a[rel=zoom-in]").click();
            figures.append(spent(page, "zoom in"));
            assertThat(page.locator("svg.strip").count()).isEqualTo(1);

            for (String path : new String[] {"/board", "/plots", "/plots", "/data?table=claims", "/disagreements"}) {
                page.navigate(many.base() + path);
                figures.append(spent(page, path));
            }

            Files.writeString(Files.createDirectories(Path.of("target")).resolve("figures.txt"), figures);
        }
    }

    private static String spent(Page page, String what) {
        page.waitForLoadState();
        page.waitForTimeout(100);
        Object told = page.evaluate(
                "() => { const n = performance.getEntriesByType('navigation')[0];"
                        + " return `server ${Math.round(n.responseEnd - n.requestStart)} ms, page ready ${Math.round(n.loadEventEnd)} ms, tasks over 50 ms: ${window.tasks}, longest ${Math.round(window.longest)} ms`; }");
        return what + ": " + told + "\n";
    }
}
