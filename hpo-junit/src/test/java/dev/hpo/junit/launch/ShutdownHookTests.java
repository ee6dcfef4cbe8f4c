// SPDX-License-Identifier: Apache-2.0
package dev.hpo.junit.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.hpo.junit.Minimize;
import dev.hpo.junit.Point;
import dev.hpo.junit.TuningTest;
import dev.hpo.study.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;

@Timeout(60)
class ShutdownHookTests {

    private static final List<Boolean> PLANNED = new ArrayList<>();

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<Unfinished> added = new ArrayList<>();

    @AfterEach
    void forget() {
        added.forEach(ShutdownHook::remove);
        PLANNED.clear();
    }

    @Test
    void hookIsThereAsLongAsSomethingIsUnfinished() {
        assertThat(ShutdownHook.isPlanned()).as("left by other tests").isFalse();
        Unfinished first = add(new Noted("first"));
        Unfinished second = add(new Noted("second"));

        ShutdownHook.remove(first);
        ShutdownHook.remove(first);
        assertThat(ShutdownHook.isPlanned()).isTrue();
        ShutdownHook.remove(second);

        assertThat(ShutdownHook.isPlanned()).isFalse();
    }

    @Test
    void allAreLetGoBeforeAnyIsFinished() {
        add(new Noted("first"));
        add(new Noted("second"));

        ShutdownHook.run();

        assertThat(done.subList(0, 2)).containsExactlyInAnyOrder("first let go", "second let go");
        assertThat(done.subList(2, 4)).containsExactlyInAnyOrder("first finished", "second finished");
    }

    @Test
    void oneThatHangsOrThrows_keepsNoneOfTheOthers() {
        CountDownLatch never = new CountDownLatch(1);
        add(new Unfinished() {
            @Override
            public void letGo(String reason) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void finish(Consumer<String> printed) throws InterruptedException {
                never.await();
            }
        });
        add(new Unfinished() {
            @Override
            public void letGo(String reason) {
                throw new NoClassDefFoundError("closed");
            }

            @Override
            public void finish(Consumer<String> printed) {
                throw new IllegalStateException("full");
            }
        });
        add(new Noted("last"));

        ShutdownHook.run();

        assertThat(done).containsExactly("last let go", "last finished");
        never.countDown();
    }

    @Test
    void whatComesUpMeanwhile_isFinishedToo() {
        add(new Unfinished() {
            @Override
            public void letGo(String reason) {}

            @Override
            public void finish(Consumer<String> printed) {
                add(new Noted("late"));
            }
        });

        ShutdownHook.run();

        assertThat(done).containsExactly("late let go", "late finished");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trials", "x"})
    void studyThatHasEnded_leavesNoHook(String trials, @TempDir Path folder) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(TunedTestCase.class))
                .configurationParameter("hpo.directory", folder.toString())
                .configurationParameter(trials.equals("x") ? "hpo.try-first" : "hpo.trials", "2")
                .execute();

        assertThat(PLANNED).hasSize(trials.equals("x") ? 0 : 2).doesNotContain(false);
        assertThat(ShutdownHook.isPlanned()).isFalse();
    }

    @Test
    void summaryThatWaits_keepsTheHookUntilItIsPrinted(@TempDir Path folder) {
        LauncherFactory.create()
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(TunedTestCase.class), selectClass(LaterTestCase.class))
                        .configurationParameter("hpo.directory", folder.toString())
                        .build());

        assertThat(PLANNED).containsExactly(true, true, true);
        assertThat(ShutdownHook.isPlanned()).isFalse();
    }

    private Unfinished add(Unfinished unfinished) {
        ShutdownHook.add(unfinished);
        added.add(unfinished);
        return unfinished;
    }

    private final class Noted implements Unfinished {

        private final String name;

        Noted(String name) {
            this.name = name;
        }

        @Override
        public void letGo(String reason) {
            done.add(name + " let go");
        }

        @Override
        public void finish(Consumer<String> printed) {
            done.add(name + " finished");
        }
    }

    static class TunedTestCase {

        @TuningTest(trials = 2)
        @Minimize("loss")
        void tune(Point point, Trial trial) {
            PLANNED.add(ShutdownHook.isPlanned());
            trial.report(1);
        }
    }

    static class LaterTestCase {

        @Test
        void afterAllStudies() {
            PLANNED.add(ShutdownHook.isPlanned());
        }
    }
}
