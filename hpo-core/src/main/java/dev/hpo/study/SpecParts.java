// SPDX-License-Identifier: Apache-2.0
package dev.hpo.study;

import dev.hpo.pruner.NopPruner;
import dev.hpo.pruner.Pruner;
import dev.hpo.pruner.ThresholdPruner;
import dev.hpo.sampler.Sampler;
import dev.hpo.space.Configuration;
import dev.hpo.storage.Storage;
import dev.hpo.trial.Direction;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.Of;
import dev.hpo.trial.Projection;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What a {@link StudySpec} is made of. */
final class SpecParts {

    private SpecParts() {}

    static void requireText(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("StudySpec." + what + " must not be blank");
        }
    }

    static void requireAtLeast(String what, long value, int minimum) {
        if (value < minimum) {
            throw new IllegalArgumentException("StudySpec." + what + " (" + value + ") must be at least " + minimum);
        }
    }

    static <E> List<E> plus(List<E> elements, E more) {
        return Stream.concat(elements.stream(), Stream.of(more)).toList();
    }

    record Aim(String study, String metric, Direction direction, Of of) {}

    record Limits(Spending spending, Optional<Duration> timeout, OptionalInt patience, int maxRejections) {}

    /** How much may be spent: trials, or full trainings. */
    record Spending(int trials, OptionalInt trainings, OptionalLong steps) {

        static final Spending USUAL = new Spending(50, OptionalInt.empty(), OptionalLong.empty());
    }

    record Pace(Mode mode, int threads, int window) {

        /** Returns how many trials may run at once. */
        int parallelism() {
            return switch (mode) {
                case SEQUENTIAL -> 1;
                case CONCURRENT, JOINED -> threads;
                case ORDERED -> window;
            };
        }

        void requireConsistent() {
            if (mode == Mode.SEQUENTIAL && threads > 1) {
                throw new IllegalArgumentException(
                        "StudySpec.threads (" + threads
                                + ") must be 1 when trials follow one another; use Mode.ORDERED for a study that repeats, or Mode.CONCURRENT");
            }
        }
    }

    record Parts(Sampler sampler, Pruner pruner, Storage storage, Optional<Path> checkpoints, Time time) {

        /** The pruners of the library compare trainings of different configurations, or end one that its member, not its trial, has to live through. */
        void requireConsistent(Limits limits) {
            if (!sampler.forks()) {
                return;
            }
            String name = sampler.getClass().getSimpleName();
            boolean mayStop = pruner.getClass().getPackageName().equals(Pruner.class.getPackageName())
                    && !(pruner instanceof NopPruner || pruner instanceof ThresholdPruner);
            if (mayStop) {
                throw new IllegalArgumentException(
                        "StudySpec.pruner ("
                                + pruner.getClass().getSimpleName()
                                + ") must be none that compares trials with " + name
                                + ", whose trials go on from one another and are compared by it; say withPruner(new NopPruner())");
            }
            if (limits.patience().isPresent()) {
                throw new IllegalArgumentException(
                        "StudySpec.patience (" + limits.patience().getAsInt() + ") must be left out with " + name
                                + ", whose trials are parts of longer trainings; it ends by itself");
            }
        }
    }

    record Time(InstantSource clock, LongSupplier ticker) {

        static final Time SYSTEM = new Time(InstantSource.system(), System::nanoTime);
    }

    record Beginning(
            OptionalLong seed,
            List<Configuration> queued,
            List<Function<? super Projection, List<EarlierStudy>>> earlier,
            String code) {

        Beginning {
            queued = List.copyOf(queued);
            earlier = List.copyOf(earlier);
        }
    }
}
