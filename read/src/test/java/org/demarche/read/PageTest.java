package org.demarche.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a page is its article, and when it was published. */
class PageTest {
    private static final String ONE =
            "<p>The foreign ministry of Ruritania said on Monday that its envoy would return to Strelsau, after three weeks of talks behind closed doors.</p>";
    private static final String TWO =
            "<p>Officials on both sides, who asked not to be named, described the talks as slow, polite and in the end useful to each of the parties.</p>";
    private static final String THREE =
            "<p>Nothing was signed, and no date has been set for the next round, which is to be held in a third country before the summer.</p>";

    @Test
    void whatIsHiddenIsNoArticle() {
        String text = text("<div class='copy'>" + ONE + TWO + THREE + "</div><div style='display: none'>"
                + TWO.replace("Officials", "Robots") + TWO + TWO + "</div>");

        assertThat(text).contains("Officials", "summer").doesNotContain("Robots");
    }

    @Test
    void aPageWhoseArticleIsHiddenUntilAScriptRunsIsReadAllTheSame() {
        assertThat(text("<main style='visibility:hidden'>" + ONE + TWO + THREE + "</main><p>Loading</p>"))
                .contains("envoy", "summer");
    }

    @Test
    void aGalleryIsLeftOutWhereThereIsAnArticle() {
        String frame =
                "<li><figure><img src='a.jpg'><p>Frame of a parade, with flags, drums, horses and a great crowd along the river.</p></figure></li>";
        String text = text("<article>" + ONE + "<div class='full-gallery'><ul>" + frame.repeat(9) + "</ul></div>" + TWO
                + THREE + "</article>");

        assertThat(text).contains("envoy", "Officials", "summer").doesNotContain("parade");
    }

    @Test
    void linksToOtherStoriesGoWithTheirHeading() {
        String others =
                "<div><h3>Most popular</h3><ul><li><a href='/1'>Goat elected mayor of a village in the hills</a></li><li><a href='/2'>Ten bridges one should have seen</a></li></ul></div>";
        String text = text("<article>" + ONE + others + TWO + THREE + "</article>");

        assertThat(text).contains("envoy", "Officials").doesNotContain("Most popular", "Goat");
    }

    @Test
    void aFeedBesideTheArticlesOwnBodyIsNotDrawnIn() {
        String item =
                "<div class='live-item'><p>Elsewhere a minister opened a road, cut a ribbon, and spoke for an hour about gravel, sand and tar.</p></div>";
        String text = text("<div class='wrap'><div class='article-body'>" + ONE + TWO + THREE
                + "</div><div class='live'>" + item.repeat(4) + "</div></div>");

        assertThat(text).contains("envoy", "summer").doesNotContain("gravel");
    }

    @Test
    void anArticleInPiecesIsKeptWhole() {
        String text = text("<div class='col'><div class='mod'><div class='part'>" + ONE
                + "</div></div><div class='mod'><div class='part'>" + TWO
                + "</div></div><div class='mod'><div class='part'>" + THREE
                + "</div></div></div><div><p>Imprint</p></div>");

        assertThat(text).contains("envoy", "Officials", "summer");
    }

    @Test
    void linkedDataInAWrapperIsRead() {
        String data =
                "<script type='application/ld+json'><![CDATA[ {\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\"},"
                        + "{\"@type\":\"NewsArticle\",\"headline\":\"Envoy back\",\"datePublished\":\"2021-10-18T06:00\"}]} ]]></script>";
        Article article = HtmlArticle.of("<html><head>" + data + "</head><body>" + ONE + "</body></html>");

        assertThat(article.title()).isEqualTo("Envoy back");
        assertThat(article.published()).isNotNull();
        assertThat(String.valueOf(article.published().start())).isEqualTo("2021-10-18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2018-04-05T06:00 | 2018-04-05",
                "2015-04-30T07:19:58 | 2015-04-30",
                "2017-11-24T18:42:20.314667 | 2017-11-24",
                "Sat Dec 07 2024 01:36:42 GMT+0000 (UTC) | 2024-12-07",
                "2021-10-18 09:00 | 2021-10-18",
                "2021/10/18 | 2021-10-18",
            })
    void datesOfPagesAreReadAsTheyAreWritten(String written, String day) {
        assertThat(Dates.parse(written)).map(Object::toString).contains(day);
    }

    private static String text(String body) {
        return HtmlArticle.of("<html><head><title>Gazette</title></head><body>" + body + "</body></html>")
                .text();
    }
}
