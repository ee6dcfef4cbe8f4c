// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.AcceptedFile;
import dev.hpo.accept.Evidence;
import dev.hpo.junit.setting.TuningMode;
import dev.hpo.storage.RunId;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Running again what was accepted, and searching where that is needed. */
@Timeout(120)
class AutoModeTests extends AcceptedStudies {

    private static final String TEST = "AcceptedStudies.TunedTestCase.tune";

    @Test
    void auto_acceptsNothing_whereWhatWasAcceptedIsAsGood() throws IOException {
        acceptFirst(TunedTestCase.class);
        String before = text();

        assertGreen(run().with("hpo.seed", "1")
                .with("hpo.mode", "auto")
                .with("hpo.accept", "true")
                .of(TunedTestCase.class));

        assertThat(printed()).contains("hpo: " + TEST + ": accepts nothing, as what was accepted is as good as it was");
        assertThat(text()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("atOnce")
    void searchFollowsAtOnce(Pool pool, Class<?> testCase) {
        assertRed(
                pool.apply(run()).with("hpo.seed", "1").with("hpo.mode", "auto").of(testCase),
                "what was found must be accepted into " + ACCEPTED);
        forget();

        assertGreen(pool.apply(run())
                .with("hpo.seed", "1")
                .with("hpo.mode", "auto")
                .with("hpo.accept", "true")
                .of(testCase));

        assertThat(accepted()).exists();
    }

    @Test
    void auto_searchesWhatWasNeverAccepted_andIsRedUntilItIs() throws IOException {
        assertRed(
                run().with("hpo.seed", "1").with("hpo.mode", "auto").of(TunedTestCase.class),
                TEST + ": what was found must be accepted into " + ACCEPTED,
                " -Dhpo.accept=1 ");
        assertThat(printed())
                .contains("hpo: " + TEST + ": searches, as nothing was accepted: " + ACCEPTED + " is not there");
        assertThat(RUNS).hasSize(6);
        forget();
        assertRed(
                run().with("hpo.seed", "1").with("hpo.mode", "auto").of(TunedTestCase.class),
                TEST + ": what run 1 has found must be accepted into " + ACCEPTED,
                "; search again with -Dhpo.resume=never, or accept it:\n",
                " -Dhpo.accept=1 ");
        assertThat(RUNS).isEmpty();
        forget();

        // What is found is accepted without searching again, and run again from then on.
        assertGreen(accept(TunedTestCase.class));
        assertThat(RUNS).hasSize(10);
        forget();
        EngineExecutionResults results =
                run().with("hpo.seed", "1").with("hpo.mode", "auto").of(TunedTestCase.class);
        assertGreen(results);
        assertThat(TuningRun.names(results)).hasSize(10).allSatisfy(name -> assertThat(name)
                .startsWith("retest "));
    }

    @Test
    void auto_searchesAnotherSpace() throws IOException {
        acceptFirst(TunedTestCase.class);
        AcceptedFile file = new AcceptedFile(accepted(), ACCEPTED);
        AcceptedConfiguration there = file.read(PointSpace.SPACE);
        Evidence of = there.evidence();
        RunId search = new RunId("dev.hpo.junit.AcceptedStudies.RenamedTestCase.tune", 1);
        Evidence.Origin origin = new Evidence.Origin(
                search, of.origin().trial(), of.origin().searched(), of.origin().seed());
        Files.delete(accepted());
        file.write(
                PointSpace.SPACE,
                there.configuration(),
                new Evidence(origin, of.measure(), of.fresh(), of.date(), of.space()));

        assertRed(
                run().with("hpo.seed", "1").with("hpo.mode", "auto").of(RenamedTestCase.class),
                "what was found must be accepted into");

        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .endsWith(": searches, as the search space has changed since " + ACCEPTED + " was accepted"));
    }

    @Test
    void auto_doesNotSearchForADamagedFile() throws IOException {
        acceptFirst(TunedTestCase.class);
        Files.writeString(accepted(), text().replaceAll("x = .*", "x = 5"));

        assertRed(run().with("hpo.seed", "1").with("hpo.mode", "auto").of(TunedTestCase.class), "changed by hand");

        assertThat(RUNS).isEmpty();
    }

    @Test
    void auto_acceptsInPlaceOfADamagedFile_ifThatIsAskedFor() throws IOException {
        acceptFirst(TunedTestCase.class);
        String text = text();
        Files.writeString(accepted(), text.replaceAll("x = .*", "x = 5"));

        assertGreen(run().with("hpo.mode", "auto").with("hpo.accept", "true").of(TunedTestCase.class));

        assertThat(RUNS).isEmpty();
        assertThat(text()).isEqualTo(text);
        assertThat(printed()).anySatisfy(line -> assertThat(line)
                .startsWith("hpo: " + TEST + ": runs nothing again: " + ACCEPTED + ": check ("));
    }

    @Test
    void unknownMode_isRefused() {
        assertRed(
                run().with("hpo.mode", "retset").of(TunedTestCase.class),
                "hpo.mode (retset) must be search, retest or auto; give for instance -Dhpo.mode=retest.");
        assertThat(TuningMode.values()).hasSize(3);
    }
}
