// SPDX-License-Identifier: Apache-2.0
package dev.hpo.benchmarks.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FurtherTablesTests {

    private static final Path FOLDER = Path.of("further");

    static Stream<Problem> problems() {
        return Problems.inFolder(FOLDER).stream()
                .filter(problem -> !problem.name().endsWith("_smooth"));
    }

    @Test
    void thereAreSixThatTheOtherTablesDoNotHave() {
        assertThat(problems().map(Problem::name))
                .hasSize(6)
                .doesNotContainAnyElementsOf(Problems.inFolder(Path.of("tables")).stream()
                        .map(Problem::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void regretIsBetweenTheBestRowAndTheMedianOne(Problem problem) throws IOException {
        double[] values = values(FOLDER.resolve(problem.name() + ".csv"));
        int middle = values.length / 2;
        assertThat(problem.range().optimum()).isEqualTo(values[0]);
        assertThat(problem.range().randomMedian())
                .isEqualTo((values[middle - 1] + values[middle]) / 2, within(1e-4 * values[middle]));
    }

    private static double[] values(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            List<NamedCsvRecord> all = rows.stream().toList();
            assertThat(all.size()).as("an even number, for the median").isEven();
            return all.stream()
                    .mapToDouble(row -> Double.parseDouble(row.getField("value")))
                    .sorted()
                    .toArray();
        }
    }
}
