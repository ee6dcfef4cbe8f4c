// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.hpo.junit.LaunchedRun.Results;
import dev.hpo.storage.RunEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the parts of a run that went on have to do with one another. */
class ContinuedPartsTests extends ContinuedStudies {

    /** JUnit counts the invocations of each part from 1. */
    @Test
    void uniqueIdOfAnInvocation_meansTheLastPart() throws IOException {
        cut(run(whole));
        forget();
        Results second = new LaunchedRun(cut).of(selectClass(TunedTestCase.class));
        List<String> part = List.copyOf(RUNS);
        assertThat(part).hasSize(3);
        assertThat(part.get(0)).startsWith("3 ");
        assertThat(part.get(2)).startsWith("5 ");

        for (int invocation = 0; invocation < 3; invocation++) {
            forget();
            Results again = new LaunchedRun(cut).of(selectUniqueId(second.ids().get(invocation)));
            assertThat(again.failures()).isEmpty();
            assertThat(RUNS).containsExactly(part.get(invocation));
            assertThat(again.tests()).containsExactly(second.tests().get(invocation));
        }
        assertThat(numbers()).containsExactly(1);
    }

    @Test
    void invocationOfARunThatIsNotTheLast_isFoundByTheSameSetting() throws IOException {
        cut(run(whole));
        run(cut).with("hpo.resume", "never").of(TunedTestCase.class);
        forget();
        Results second = new LaunchedRun(cut).with("hpo.resume", "1").of(selectClass(TunedTestCase.class));
        List<String> part = List.copyOf(RUNS);
        assertThat(printed()).anyMatch(line -> line.matches(".* -Dhpo\\.replay=\\d -Dhpo\\.resume=1 .*"));
        forget();

        new LaunchedRun(cut)
                .with("hpo.resume", "1")
                .of(selectUniqueId(second.ids().get(0)));
        new LaunchedRun(cut).with("hpo.resume", "1").with("hpo.replay", "4").of(selectClass(TunedTestCase.class));

        assertThat(RUNS).containsExactly(part.get(0), part.get(1));
        assertThat(new LaunchedRun(cut)
                        .with("hpo.resume", "9")
                        .with("hpo.replay", "4")
                        .of(selectClass(TunedTestCase.class))
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining("(9) must be a stored run of " + TEST + "; there are 1, 2."));
    }

    @Test
    void timeOfEarlierParts_counts() throws IOException {
        cut(run(whole).with("hpo.timeout", "1h"));
        Path journal = run(cut).journal(TunedTestCase.class, "tune");
        String text = Files.readString(journal);
        int last = text.lastIndexOf("\"hpo:elapsed\"");
        Files.writeString(
                journal, text.substring(0, last) + text.substring(last).replaceFirst("\\[1, ?\\d+", "[1,3600000"));
        forget();

        run(cut).with("hpo.timeout", "1h").of(TunedTestCase.class);

        assertThat(RUNS)
                .as("it had begun within the time")
                .singleElement()
                .asString()
                .startsWith("3 ");
        assertThat(runs()).singleElement().satisfies(run -> assertThat(run.end())
                .contains(new RunEnd(RunEnd.Kind.FINISHED, "the time of 1h is over")));
        assertThat(printed()).anySatisfy(line -> assertThat(line).startsWith("  trials    4 in 1 h 0 min: 4 complete"));
    }

    @Test
    void warmRun_goesOnWithWhatItKnew_andSaysOnceThatItBeganCold() throws IOException {
        cut(run(whole).with("hpo.warm", "true"));
        forget();

        run(cut).with("hpo.warm", "true").of(TunedTestCase.class);

        assertThat(csv(cut)).isEqualTo(csv(whole));
        assertThat(numbers()).containsExactly(1);
        assertThat(printed()).containsOnlyOnce("hpo: hpo.warm found no earlier trials; this study starts cold.");
    }
}
