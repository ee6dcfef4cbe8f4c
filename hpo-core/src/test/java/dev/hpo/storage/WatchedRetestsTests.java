// SPDX-License-Identifier: Apache-2.0
package dev.hpo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** When older runs go to files of their own, what is accepted stays with its re-tests. */
class WatchedRetestsTests extends RunsInAFile {

    /** What is accepted is run again for years after its search, and each time is compared with all before. */
    @Test
    void searchWhoseRetestsAreWatched_staysWithThem_untilOthersAre() {
        finish(1);
        retest(1);
        retest(1);
        for (int run = 2; run <= 4; run++) {
            finish(run);
        }

        assertThat(storage.archive(STUDY, 1)).isTrue();

        assertThat(storage.runs())
                .extracting(run -> run.id().toString())
                .containsExactly(STUDY + " #1", STUDY + " #4", STUDY + " #1 retest", STUDY + " #1 retest 2");
        assertThat(numbers(storage.archived())).containsExactly(2, 3);
        assertThat(storage.archive(STUDY, 1)).isFalse();

        // Another result took its place, for a while; then a third one did.
        retest(4);
        retest(1);
        finish(5);
        assertThat(storage.archive(STUDY, 1)).isFalse();
        retest(5);
        finish(6);
        finish(7);
        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(storage.runs())
                .extracting(run -> run.id().toString())
                .containsExactly(
                        STUDY + " #1",
                        STUDY + " #5",
                        STUDY + " #7",
                        STUDY + " #1 retest",
                        STUDY + " #1 retest 2",
                        STUDY + " #1 retest 3",
                        STUDY + " #5 retest");
        retest(7);
        finish(8);
        assertThat(storage.archive(STUDY, 1)).isTrue();
        assertThat(storage.archived()).extracting(run -> run.id().toString()).contains(STUDY + " #1 retest 3");
    }

    private void retest(int search) {
        RunStore run = begin(RunSeries.of(RunKind.RETEST, id(search)));
        tell(run, 0.5);
        run.end(new RunEnd(RunEnd.Kind.FINISHED, "done"));
        run.close();
    }
}
