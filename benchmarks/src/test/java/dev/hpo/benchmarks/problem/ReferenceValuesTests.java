// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hpo.space.Configuration;
import dev.hpo.space.Parameter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values are those of the definitions in Python with which the peers are measured, at random configurations. */
class ReferenceValuesTests {

    private static final Map<String, Problem> PROBLEMS = problems();

    static Stream<Reference> references() throws IOException {
        try (Reader text = new InputStreamReader(
                        ReferenceValuesTests.class.getResourceAsStream("reference-values.csv"),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().map(Reference::of).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("references")
    void valueIsThatOfTheReference(Reference reference) {
        Problem problem = reference.definition();
        Configuration point = reference.point(problem);

        problem.space().check(point);
        assertThat(problem.value(point)).isCloseTo(reference.value, within(1e-9 * (1 + Math.abs(reference.value))));
    }

    @Test
    void everyProblemHasReferences() throws IOException {
        List<String> named = references().map(Reference::problem).distinct().toList();
        assertThat(PROBLEMS.keySet().stream().filter(name -> !name.endsWith("_smooth")))
                .hasSize(20)
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void smoothTableIsBetweenTheExtremesOfItsRows() throws IOException {
        for (Reference reference : references().toList()) {
            Problem smooth = PROBLEMS.get(reference.problem + "_smooth");
            if (smooth != null) {
                Configuration point = reference.point(smooth);
                assertThat(smooth.value(point))
                        .isNotEqualTo(reference.definition().value(point))
                        .isGreaterThan(smooth.range().optimum());
            }
        }
    }

    private static Map<String, Problem> problems() {
        Map<String, Problem> all = new HashMap<>();
        Problems.builtIn().forEach(problem -> all.put(problem.name(), problem));
        Problems.inFolder(Path.of("tables")).forEach(problem -> all.put(problem.name(), problem));
        return all;
    }

    record Reference(String problem, Map<String, String> texts, double value) {

        static Reference of(NamedCsvRecord row) {
            Map<String, String> texts = new HashMap<>();
            for (String pair : row.getField("configuration").split(";", -1)) {
                texts.put(pair.replaceAll("=.*", ""), pair.replaceAll(".*=", ""));
            }
            return new Reference(row.getField("problem"), texts, Double.parseDouble(row.getField("value")));
        }

        Problem definition() {
            return Objects.requireNonNull(PROBLEMS.get(problem));
        }

        /** A parameter that is in several branches has one name in the reference. */
        Configuration point(Problem problem) {
            return problem.space().choose(parameter -> parameter.domain().parse(text(parameter)));
        }

        private String text(Parameter<?> parameter) {
            return texts.getOrDefault(parameter.name().replaceAll(".*\\.", ""), "");
        }

        @Override
        public String toString() {
            return problem + texts;
        }
    }
}
