// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.processor.model.Message;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTests {

    private static final Pattern FORM = Pattern.compile("%s: .+ \\((%s|none|\\{}|.+)\\) must .+; .+");

    /** Those that no source alone causes; other tests do. */
    private static final Set<Message> WITHOUT_SOURCE = Set.of(
            Message.INTERNAL,
            Message.LIBRARY_MISSING,
            Message.NOT_WRITTEN,
            Message.MISSING_SPACE,
            Message.PART_REFUSED,
            Message.FILE_NAME_CODE,
            Message.TYPE_LARGE);

    @Test
    void everyMessageIsShownByABadSource() {
        Set<String> shown = Cases.files("bad").stream()
                .flatMap(file -> ExpectedError.names(file).stream())
                .collect(Collectors.toSet());
        WITHOUT_SOURCE.forEach(message -> shown.add(message.name()));

        assertThat(Message.values()).extracting(Message::name).allMatch(shown::contains);
    }

    @ParameterizedTest
    @EnumSource(Message.class)
    void eachSaysWhatMustBeAndWhatToDo(Message message) {
        assertThat(message.template()).matches(FORM).doesNotEndWith(".");
    }

    @Test
    void markersNameTheMessageOfTheirText() {
        Cases.files("bad").forEach(file -> {
            for (int i = 0; i < ExpectedError.names(file).size(); i++) {
                Message message = Message.valueOf(ExpectedError.names(file).get(i));
                assertThat(ExpectedError.in(file).get(i).text()).matches(regex(message));
            }
        });
    }

    private static Pattern regex(Message message) {
        String[] parts = message.template().split("%s", -1);
        return Pattern.compile(Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
