// SPDX-License-Identifier: Apache-2.0
package dev.hpo.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadSourceTests {

    static List<String> folders() {
        return Cases.of("bad");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void everyErrorIsShownAtItsPlace(String folder) {
        List<ExpectedError> expected = Cases.files(folder).stream()
                .flatMap(file -> ExpectedError.in(file).stream())
                .sorted()
                .toList();

        Compilation compilation = Cases.compile(Cases.sources(folder));

        List<ExpectedError> found = compilation.errors().stream()
                .filter(error -> error.getCode().equals("compiler.err.proc.messager"))
                .map(ExpectedError::of)
                .sorted()
                .toList();
        assertThat(found).containsExactlyElementsOf(expected).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void nothingButTheErrorsIsSaid(String folder) {
        Compilation compilation = Cases.compile(Cases.sources(folder));

        assertThat(compilation.errors())
                .extracting(error -> error.getCode())
                .allMatch(code ->
                        code.equals("compiler.err.proc.messager") || code.startsWith("compiler.err.cant.resolve"));
    }
}
