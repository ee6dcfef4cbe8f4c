// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.study.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Tests of one name and one class file that are several tests all the same: a nested class that several classes inherit. */
class ContinuedPlacesTests extends ContinuedStudies {

    @Test
    void nestedTestThatIsInherited_goesOnWithTheTrialsOfItsOwn() {
        run(whole).of(FirstTestCase.class);
        forget();

        run(cut).of(SecondTestCase.class);

        assertThat(RUNS).as("it begins a run of its own").hasSize(4);
        assertThat(printed()).noneMatch(line -> line.contains("continued after"));
        assertThat(run(cut).runs(BaseTestCase.InnerTestCase.class, "tune")).hasSize(2);
        forget();

        run(cut).of(FirstTestCase.class);

        assertThat(RUNS).containsExactly("first 2", "first 3");
        assertThat(printed()).anyMatch(line -> line.contains(", run 1: continued after 2 of 4 trials ("));
    }

    abstract static class BaseTestCase {

        abstract String name();

        @Nested
        class InnerTestCase {

            @TuningTest(trials = 4)
            @Minimize("distance")
            void tune(Point point, Trial trial) throws IOException {
                RUNS.add(name() + " " + trial.number());
                Path journal = new TuningRun(whole).journal(InnerTestCase.class, "tune");
                Path copy = cut.resolve(journal.getFileName());
                if (trial.number() == 2 && !Files.exists(copy)) {
                    Files.copy(journal, copy);
                }
                trial.report(Math.abs(point.x() - 3));
            }
        }
    }

    static class FirstTestCase extends BaseTestCase {
        @Override
        String name() {
            return "first";
        }
    }

    static class SecondTestCase extends BaseTestCase {
        @Override
        String name() {
            return "second";
        }
    }
}
