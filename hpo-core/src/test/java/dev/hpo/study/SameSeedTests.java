// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.hpo.report.CsvReport;
import dev.hpo.report.StudyRun;
import dev.hpo.report.StudyView;
import dev.hpo.sampler.Samplers;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same seed gives the same {@code trials.csv} with every sampler, times aside. */
@Timeout(120)
class SameSeedTests {

    private static final int TRIALS = 60;

    /** How often each number of threads is tried. */
    private static final int REPETITIONS = Boolean.getBoolean("dev.hpo.testkit.long") ? 5 : 2;

    static List<String> samplers() {
        return Samplers.names();
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void sequentialStudyIsRepeated(String sampler) throws Exception {
        String once = csv(spec(sampler, 7));

        assertThat(csv(spec(sampler, 7))).isEqualTo(once).contains("PRUNED", "FAILED", "COMPLETE");
        assertThat(csv(spec(sampler, 8))).isNotEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void orderedStudyIsTheSameOnAnyNumberOfThreads(String sampler) throws Exception {
        StudySpec ordered = spec(sampler, 7).withMode(Mode.ORDERED).withWindow(4);
        String alone = csv(ordered);

        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            assertThat(csv(ordered.withThreads(2))).isEqualTo(alone);
            assertThat(csv(ordered.withThreads(4))).isEqualTo(alone);
        }
        assertThat(alone).contains("PRUNED", "FAILED", "COMPLETE");
    }

    private static StudySpec spec(String sampler, long seed) {
        return StudySpec.minimize("points", "distance")
                .withSampler(Samplers.named(sampler))
                .withTrials(TRIALS)
                .withSeed(seed);
    }

    private static String csv(StudySpec spec) throws InterruptedException, IOException {
        try (Study<Point> study = Study.open(PointSpace.SPACE, spec)) {
            study.optimize(new Course());
            StudyRun run = new StudyRun(1, "distance", study.samplerDescription(), Instant.EPOCH, Optional.empty());
            StringWriter text = new StringWriter();
            CsvReport.write(new StudyView(study.facts(), run, study.space(), study.history()), text);
            return CsvReader.builder().ofCsvRecord(text.toString()).stream()
                    .map(record ->
                            record.getFields().subList(0, record.getFieldCount() - CsvReport.TIME_COLUMNS.size()))
                    .map(fields -> String.join(",", fields))
                    .collect(Collectors.joining("\n"));
        }
    }
}
