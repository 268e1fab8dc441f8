package org.demarche.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.demarche.model.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSplitterTest {

    private final WordSplitter splitter = new WordSplitter();

    private String split(String text) {
        return splitter.split(text).stream().map(Word::form).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Oslo doesn't agree.          | Oslo does n't agree .
            It can't and cannot.         | It ca n't and can not .
            Norway's envoy, he'll go     | Norway 's envoy , he 'll go
            the envoys’ cars             | the envoys ’ cars
            a US-led, well-known group   | a US - led , well - known group
            non-resident ex-minister     | non-resident ex-minister
            the U.S.-backed side         | the U.S. - backed side
            Mr. O'Hara and Dr. D'Souza   | Mr. O'Hara and Dr. D'Souza
            $5.5 and US$3,000 or 12%     | $ 5.5 and US$ 3,000 or 12 %
            at 5:30pm on 9/11            | at 5:30 pm on 9/11
            "No," she said; “yes”?       | " No , " she said ; “ yes ” ?
            (e.g. Malta) [sic]           | ( e.g. Malta ) [ sic ]
            until 20.October 6 came      | until 20 . October 6 came
            call 202-555-0136 or 3-4     | call 202-555-0136 or 3 - 4
            see https://a.example/b?c=1. | see https://a.example/b?c=1 .
            envoy@mfa.example, amb.      | envoy@mfa.example , amb .
            No. 5 said no.               | No. 5 said no .
            Jan. 3, Gen. Rossi, p.m.     | Jan. 3 , Gen. Rossi , p.m.
            what?! -- no...              | what ?! -- no ...
            AT&T, 2018–19, and/or        | AT&T , 2018 – 19 , and / or
            """)
    void wordsAreThoseOfUniversalDependenciesEnglish(String text, String words) {
        assertThat(split(text)).isEqualTo(words);
    }

    @Test
    void offsetsCountFromTheBeginningOfTheWholeText() {
        List<Word> words = splitter.split("Bern said: Malta's in.", new org.demarche.model.Span(11, 22));

        assertThat(words).extracting(w -> w.span().start()).containsExactly(11, 16, 19, 21);
    }

    @Test
    void picturesJoinedFromSeveralSignsAreOneWord() {
        assertThat(split("signed 👩‍💻 today 👍🏽!")).isEqualTo("signed 👩‍💻 today 👍🏽 !");
    }

    @Test
    void invisibleSignsStayInsideTheWordTheyStandIn() {
        assertThat(splitter.split("emb\u200bassy \u202bסגר\u202c")).hasSize(2);
    }
}
