package org.demarche.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page and key in a real Chromium, with scripts on and off, and what axe-core says of it. */
@Tag("services")
class PagesInChromiumTest {
    private static final String HOSTILE =
            "<script>document.title='owned'</script><img src=x onerror=document.title='owned'> \u202Edenwo\u202C\u0007";

    private static final List<String> EVERY_PAGE = List.of(
            "/board",
            "/board?as_of=2021-11-02&compare=2021-10-05",
            "/timeline",
            "/disagreements",
            "/answers",
            "/quotes",
            "/plots",
            "/reader",
            "/review",
            "/brief?dyad=NATO--RUS",
            "/sources",
            "/data",
            "/search?q=mission",
            "/exports");

    private static ServedSample server;
    private static Chromium chromium;
    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void open() throws IOException {
        Path hostile = Files.createTempFile("hostile", ".jsonl");
        Files.writeString(
                hostile, """
                {"id": "evil", "title": "%s", "outlet": "%s", "url": "javascript:document.title='owned'", "published": "2021-10-19", "text": "%s Russia expelled ten NATO diplomats on Monday. NATO closed its %s office in Moscow."}
                """.formatted(HOSTILE, HOSTILE, HOSTILE, HOSTILE).replace("\u0007", "\\u0007"));
        server = ServedSample.of(ServedSample.SAMPLE, hostile);
        chromium = new Chromium();
        browser = chromium.browser;
        try (InputStream in = PagesInChromiumTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.close();
    }

    private static Browser.NewContextOptions options(int width) {
        return Chromium.options(width);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/board",
                "/board?as_of=2021-11-02&compare=2021-10-05",
                "/board?known_as_of=2021-10-19",
                "/timeline",
                "/timeline?since=2021-10-01&until=2021-10-31&type=SANCTION",
                "/disagreements",
                "/answers",
                "/quotes",
                "/plots",
                "/plots?dyad=NATO--RUS&per=month",
                "/reader",
                "/reader?doc=01-harbour-gazette.txt",
                "/reader?doc=evil",
                "/review",
                "/brief",
                "/brief?dyad=NATO--RUS",
                "/sources",
                "/search?q=mission",
                "/search?q=nothingofthekind",
                "/data?table=claims",
                "/exports?kind=icews",
                "/signin"
            })
    void everyPageIsAccessibleNarrowAndWideLightAndDarkAndRunsNothingOfAReport(String path) {
        List<String> errors = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            int width = scheme == ColorScheme.LIGHT ? 1280 : 320;
            try (BrowserContext context = browser.newContext(options(width).setColorScheme(scheme))) {
                Page page = context.newPage();
                page.onConsoleMessage(m -> {
                    if (m.type().equals("error")) {
                        errors.add(m.text());
                    }
                });
                page.onPageError(errors::add);
                page.onRequest(r -> {
                    if (!r.url().startsWith(server.base()) && !r.url().startsWith("data:")) {
                        errors.add("asked " + r.url());
                    }
                });
                page.navigate(server.base() + path);
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
                accessible(page);
                assertThat(page.title()).doesNotContain("owned");
                Object wide = page.evaluate(
                        "w => [...document.querySelectorAll('body *')]"
                                + ".filter(e => e.getBoundingClientRect().right > w).slice(-5).map(e => e.outerHTML.slice(0, 120))",
                        width);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as("no sideways scrolling at " + width + " by " + wide)
                        .isLessThanOrEqualTo(width);
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void threeClicksLeadFromTheBoardToTheSentenceWithScriptsOffToo() {
        for (boolean scripts : List.of(true, false)) {
            try (BrowserContext context = browser.newContext(options(1280).setJavaScriptEnabled(scripts))) {
                Page page = context.newPage();
                page.navigate(server.base() + "/board?as_of=2021-10-19");

                page.locator(".row.state > summary").first().click();
                page.locator(".row.state[open] a.outlet").first().click();

                assertThat(page.url()).contains("/reader?").contains("#at");
                assertThat(page.locator(".sentence.here").count()).isEqualTo(1);
                assertThat(page.locator(".sentence.here").isVisible()).isTrue();
            }
        }
    }

    @Test
    void aNewUserFindsWhatWasOpenOnADayAndWhoSaysSoInThreeClicks() {
        for (boolean scripts : List.of(true, false)) {
            for (String status : List.of("open", "suspended")) {
                try (BrowserContext context = browser.newContext(options(1280).setJavaScriptEnabled(scripts))) {
                    Page page = context.newPage();
                    page.navigate(server.base() + "/"); // what `demarche demo` prints
                    page.locator("input[name=as_of]").fill("2021-10-19");

                    page.locator("button", new Page.LocatorOptions().setHasText("Show"))
                            .click();
                    assertThat(page.locator(".lead").first().textContent()).contains("As of 19 Oct 2021");
                    Locator row = page.locator(
                                    ".row.state", new Page.LocatorOptions().setHas(page.locator(".badge." + status)))
                            .first();
                    assertThat(row.locator(".line .words").isVisible())
                            .as("a sentence stands beside each value after one click")
                            .isTrue();

                    row.locator("summary").first().click();
                    assertThat(row.locator("blockquote").first().isVisible())
                            .as("all sentences stand there after two")
                            .isTrue();
                    Locator outlet = row.locator("a.outlet").first();
                    assertThat(outlet.textContent()).isNotBlank();

                    outlet.click();
                    assertThat(page.locator(".sentence.here").isVisible())
                            .as("and the report at the sentence after three")
                            .isTrue();
                }
            }
        }
    }

    @Test
    void twoDatesAreComparedAndWhatWasNotYetKnownIsSaid() {
        try (BrowserContext context = browser.newContext(options(1280).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(server.base() + "/board?dyad=NATO--RUS&as_of=2021-11-02&compare=2021-10-05");
            assertThat(page.locator("h2").allTextContents()).containsAnyOf("Changed", "Newly known");
            assertThat(page.locator(".was").count()).isPositive();

            page.navigate(server.base() + "/board?dyad=NATO--RUS&as_of=2021-11-02&known_as_of=2021-10-18");
            assertThat(page.locator(".later summary").first().textContent()).contains("Not known yet by then");
            assertThat(page.locator(".lead").first().textContent()).contains("published by 18 Oct 2021");
        }
    }

    @Test
    void nothingIsLostAtTwiceTheSizeAndOnPaper() {
        try (BrowserContext context =
                browser.newContext(options(640).setViewportSize(640, 450).setDeviceScaleFactor(2))) {
            Page page = context.newPage();
            for (String path : List.of("/board", "/timeline", "/disagreements", "/reader?doc=evil", "/review")) {
                page.navigate(server.base() + path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isLessThanOrEqualTo(640);
            }
            page.navigate(server.base() + "/board");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".rail").isVisible()).isFalse();
            assertThat(page.locator(".row.state .line").first().isVisible()).isTrue();
        }
    }

    @Test
    void otherReportsSentencesOfTheSameActsStandBelowTheReport() {
        try (BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(server.base() + "/reader?doc=01-harbour-gazette.txt");
            page.locator(".others summary").first().click();
            assertThat(page.locator(".others details[open] a.outlet").first().textContent())
                    .doesNotContain("01-harbour-gazette");
        }
    }

    @Test
    void thePagesHoldOnOtherReportsToo() throws IOException {
        Path shared = Path.of(System.getenv().getOrDefault("DEMARCHE_SHARED", "../../shared"), "seeds");
        assumeTrue(Files.isDirectory(shared), "the shared reports are not beside this checkout");
        List<String> errors = new ArrayList<>();
        try (ServedSample own = ServedSample.of(shared)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                int width = scheme == ColorScheme.LIGHT ? 1280 : 320;
                try (BrowserContext context = browser.newContext(options(width).setColorScheme(scheme))) {
                    Page page = context.newPage();
                    page.onPageError(errors::add);
                    for (String path : EVERY_PAGE) {
                        assertThat(page.navigate(own.base() + path).status())
                                .as(path)
                                .isEqualTo(200);
                        accessible(page);
                        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                                .as(path)
                                .isLessThanOrEqualTo(width);
                    }
                }
            }
            try (BrowserContext context = browser.newContext(options(1280).setJavaScriptEnabled(false))) {
                Page page = context.newPage();
                page.navigate(own.base() + "/board?as_of=2021-10-19");
                page.locator(".row.state > summary").first().click();
                page.locator(".row.state[open] a.outlet").first().click();
                assertThat(page.locator(".sentence.here").isVisible()).isTrue();
            }
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void theKeysDoWhatTheHelpSays() {
        try (BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(server.base() + "/timeline");

            page.keyboard().press("j");
            page.keyboard().press("Enter");
            assertThat(page.locator(".row.event[open]").count()).isEqualTo(1);
            page.waitForCondition(() -> page.locator(".strip a.chosen").count() == 1);
            page.keyboard().press("Escape");
            assertThat(page.locator(".row.event[open]").count()).isZero();
            page.waitForCondition(() -> page.locator(".strip a.chosen").count() == 0);
            page.keyboard().press("?");
            assertThat(page.locator("dialog").textContent())
                    .contains("next row")
                    .contains("search");
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            page.keyboard().type("jot");
            assertThat(page.locator("input[type=search]").inputValue()).isEqualTo("jot");
            page.keyboard().press("Escape");
            page.keyboard().press("d");
            page.waitForURL("**/timeline?*only=disputed*");
            page.navigate(server.base() + "/board");
            page.keyboard().press("[");
            page.waitForURL("**as_of=*");
            page.keyboard().press("t");
            page.waitForURL("**/timeline?*");
            page.keyboard().press("a");
            page.waitForURL("**/answers?*");
            page.keyboard().press("p");
            page.waitForURL("**/plots?*");
            page.keyboard().press("r");
            page.waitForURL("**/review?*");
        }
    }

    @Test
    void layersOfTheReaderGoOffAndOn() {
        try (BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(server.base() + "/reader?doc=01-harbour-gazette.txt");
            page.keyboard().press("1");
            assertThat(page.locator(".layer-act").isChecked()).isFalse();
            page.keyboard().press("1");
            assertThat(page.locator(".layer-act").isChecked()).isTrue();
        }
    }

    @Test
    void aDecisionIsTakenByKeyAndUndone() {
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(own.base() + "/review");
            page.locator(".panel input[name=by]").fill("Ana");
            page.locator("h1").click();
            page.keyboard().press("n");
            page.waitForURL("**/review?item=*");
            assertThat(page.locator(".log table").first().textContent())
                    .contains("Ana")
                    .contains("reject");
            page.keyboard().press("z");
            page.waitForCondition(() -> page.locator("text=undone").count() > 0);
        }
    }

    @Test
    void eventsAreMergedAndSplitByKeyWithALookAtWhatChangesAndUndone() {
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(own.base() + "/review");
            page.keyboard().press("m");
            page.keyboard().press("Space");
            page.keyboard().press("Enter");
            page.waitForURL("**merge=*");
            assertThat(page.locator(".flips").textContent()).contains("The ledger would have");
            accessible(page);
            page.locator(".panel input[name=by]").fill("Ana");
            page.locator("h1").click();
            page.keyboard().press("y");
            page.waitForCondition(() -> text(page).contains("merge of"));
            page.waitForResponse(
                    answer -> answer.request().isNavigationRequest() && answer.status() == 200,
                    () -> page.keyboard().press("z"));
            page.waitForCondition(() -> text(page).contains("undone"));
            page.waitForLoadState();

            page.navigate(own.base() + "/review");
            page.keyboard().press("s");
            page.keyboard().press("Space");
            page.locator("#split button").click();
            page.waitForURL("**split=*");
            assertThat(page.locator(".flips").count()).isEqualTo(1);
            page.keyboard().press("y");
            page.waitForCondition(() -> text(page).contains("split: 1 out"));
        }
    }

    @Test
    void wordsThatAreSelectedInAReportBecomeAClaimWithTheirCitation() {
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(own.base() + "/reader?doc=01-harbour-gazette.txt&dyad=NATO--RUS");
            choose(page, "Retaliation is bound to come");
            page.keyboard().press("w");
            page.waitForURL("**add=*");
            assertThat(page.locator("input[name=words]").inputValue()).isEqualTo("Retaliation is bound to come");
            accessible(page);
            page.locator(".adding select[name=act]").selectOption("threaten");
            page.locator(".adding input[name=actors]").fill("Russia");
            page.locator(".adding input[name=by]").fill("Ana");
            page.locator(".adding input[name=why]").fill("he speaks for the government");
            page.locator(".adding button").click();
            page.waitForURL("**/reader?doc=*#clm:*");

            assertThat(page.locator("li:target").textContent())
                    .contains("added by Ana")
                    .contains("Retaliation is bound to come");
        }
    }

    /** Chooses words of the report as with the mouse. */
    private static void choose(Page page, String words) {
        page.evaluate(
                "words => { const s = [...document.querySelectorAll('.sentence')].find(e => e.textContent.includes(words));"
                        + " const find = i => { let left = i; const walk = document.createTreeWalker(s, NodeFilter.SHOW_TEXT);"
                        + " while (walk.nextNode()) { const n = walk.currentNode; if (left <= n.length) return [n, left]; left -= n.length; } };"
                        + " const at = s.textContent.indexOf(words);"
                        + " getSelection().setBaseAndExtent(...find(at), ...find(at + words.length)); }",
                words);
        page.locator(".pick").waitFor();
    }

    private static void follow(Page page, String doing, String address) {
        page.locator(".pick a", new Page.LocatorOptions().setHasText(doing)).click();
        page.waitForURL(address);
    }

    @Test
    void whatIsWrongWithTheSelectedWordsIsCorrectedWithALookAtWhatThatChangesAndUndone() {
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            String reader = own.base() + "/reader?doc=02-meridian-post.html&dyad=NATO--RUS";
            page.navigate(reader);
            choose(page, "suspended practical cooperation");
            assertThat(page.locator(".pick a").allTextContents())
                    .hasSize(5)
                    .anyMatch(t -> t.startsWith("Add a claim"))
                    .contains("Wrong actor", "Wrong date", "Not an event", "Quote by \u2026");
            accessible(page);
            follow(page, "Wrong date", "**fix=date**");
            accessible(page);
            page.locator(".adding input[name=value]").fill("2014-05-08");
            page.locator(".adding button").click();
            page.waitForURL("**value=2014-05-08**");
            assertThat(page.locator(".adding .flips").textContent())
                    .contains("Cooperation of NATO and Russia")
                    .contains("since 8 May 2014");
            accessible(page);
            page.locator(".adding input[name=by]").fill("Ana");
            page.locator(".adding input[name=why]").fill("her own notes");
            page.locator(".adding button").click();
            page.waitForURL("**/reader?dyad=NATO--RUS&doc=*#s*");
            assertThat(page.locator(".cards").first().textContent())
                    .contains("Ana set when to 2014-05-08: her own notes");
            page.navigate(own.base() + "/board?dyad=NATO--RUS");
            assertThat(page.locator("body").textContent()).contains("since 8 May 2014");

            page.navigate(reader);
            choose(page, "regretted the decision");
            follow(page, "Wrong actor", "**fix=actors**");
            page.locator(".adding input[name=value]").fill("Atlantis");
            page.locator(".adding button").click();
            page.waitForURL("**value=Atlantis**");
            assertThat(page.locator(".adding .flag").textContent()).contains("no report that was read names Atlantis");
            page.locator(".adding input[name=value]").fill("Belgium");
            page.locator(".adding button").click();
            page.waitForURL("**value=Belgium**");
            assertThat(page.locator(".adding .turn").textContent()).contains("Heiko Maas \u2192 Belgium");
            page.locator(".adding input[name=why]").fill("a slip of the desk");
            page.locator(".adding button").click();
            page.waitForURL("**/reader?dyad=NATO--RUS&doc=*#s*");

            choose(page, "buried the very idea");
            follow(page, "Quote by", "**fix=attribution**");
            page.locator(".adding input[name=value]").fill("Jens Stoltenberg");
            page.locator(".adding button").click();
            page.waitForURL("**value=Jens**");
            page.locator(".adding input[name=why]").fill("he was cited");
            page.locator(".adding button").click();
            page.waitForURL("**/reader?dyad=NATO--RUS&doc=*#s*");
            page.navigate(own.base() + "/quotes");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("buried the very idea"))
                            .textContent())
                    .startsWith("Jens Stoltenberg");

            page.navigate(reader);
            choose(page, "warned that it would");
            follow(page, "Not an event", "**fix=reject**");
            page.locator(".adding button").click();
            page.waitForURL("**claim=clm**");
            page.locator(".adding input[name=why]").fill("a mood, no threat");
            page.locator(".adding button").click();
            page.waitForURL("**/reader?dyad=NATO--RUS&doc=*#s*");
            assertThat(page.locator(".cards").textContent()).doesNotContain("threaten");

            page.navigate(own.base() + "/review");
            page.keyboard().press("z");
            page.waitForCondition(() -> text(page).contains("undone"));
            page.navigate(reader);
            assertThat(page.locator(".cards").textContent()).contains("threaten");
        }
    }

    @Test
    void aReadingIsPreferredWithoutScriptsAndShown() {
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(own.base() + "/disagreements");
            page.locator("summary", new Page.LocatorOptions().setHasText("Prefer one reading"))
                    .first()
                    .click();
            page.locator("details[open] form input[name=by]").first().fill("Bo");
            page.locator("details[open] form input[name=why]").first().fill("the official word");
            page.locator("details[open] form button").first().click();
            assertThat(page.locator("body").textContent()).contains("preferred by Bo: the official word");
        }
    }

    private static void accessible(Page page) {
        page.evaluate(axe);
        Object found = page.evaluate(
                "async () => (await axe.run()).violations.map(v => v.id + ' ' + v.nodes.slice(0, 3).map(n => n.html))");
        assertThat((List<?>) found).isEmpty();
    }

    @Test
    void filesDroppedOnThePageAreReadWithItsProgress() {
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280))) {
            Page page = context.newPage();
            page.navigate(own.base() + "/sources");
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload(
                            "harbour.txt",
                            "text/plain",
                            "OSLO, 5 November 2021\n\nNorway recalled its ambassador from Russia on Friday."
                                    .getBytes(StandardCharsets.UTF_8)));
            page.locator(".drop button").click();
            page.waitForCondition(
                    () -> text(page).contains("1 new"), new Page.WaitForConditionOptions().setTimeout(60_000));
        }
    }

    /** What the page says; nothing while it is on its way to the next one. */
    private static String text(Page page) {
        try {
            return page.locator("body").textContent();
        } catch (PlaywrightException onTheWay) {
            return "";
        }
    }

    @Test
    void thePicturesOfTheReadme() throws IOException {
        Path pictures = Files.createDirectories(Path.of("target", "pictures"));
        try (ServedSample own = ServedSample.of(ServedSample.SAMPLE);
                BrowserContext context = browser.newContext(options(1280).setViewportSize(1280, 800))) {
            Page page = context.newPage();
            for (String name : List.of("board", "timeline", "disagreements", "reader", "answers", "plots")) {
                String more = "?dyad=NATO--RUS" + (name.equals("reader") ? "&doc=02-meridian-post.html" : "");
                page.navigate(own.base() + "/" + name + more);
                page.screenshot(new Page.ScreenshotOptions().setPath(pictures.resolve(name + ".png")));
                assertThat(Files.size(pictures.resolve(name + ".png"))).isGreaterThan(20_000);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.navigate(own.base() + "/brief?dyad=NATO--RUS");
            page.pdf(
                    new Page.PdfOptions().setPath(pictures.resolve("brief.pdf")).setFormat("A4"));
            assertThat(Files.size(pictures.resolve("brief.pdf"))).isGreaterThan(5_000);
        }
    }
}
