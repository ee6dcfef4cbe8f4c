// SPDX-License-Identifier: Apache-2.0
package dev.hpo.retest;

import dev.hpo.accept.AcceptedConfiguration;
import dev.hpo.accept.AcceptedException;
import dev.hpo.accept.Evidence;
import dev.hpo.confirm.Sample;
import dev.hpo.numeric.Purpose;
import dev.hpo.space.Space;
import dev.hpo.space.VisibleText;
import dev.hpo.storage.RunId;
import dev.hpo.storage.RunKind;
import dev.hpo.storage.RunRecord;
import dev.hpo.storage.RunSeries;
import dev.hpo.study.Repetition;
import dev.hpo.study.Study;
import dev.hpo.study.StudySpec;
import dev.hpo.trial.Aim;
import dev.hpo.trial.History;
import dev.hpo.trial.TrialRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Runs an accepted configuration again with fresh seeds, to see whether it still is as good as it was.
 *
 * <pre>{@code
 * Retest<MlpConfig> retest = Retest.of(space, spec, file.read(space), RetestPlan.usual());
 * try (Study<MlpConfig> study = retest.open()) {
 *     study.optimize(training);
 *     RetestVerdict verdict = retest.verdict(study.history());
 *     Drift drift = retest.drift(study.run(), verdict);
 * }
 * }</pre>
 *
 * @param <T> the configuration type
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Retest<T> {

    private static final String SAMPLER = "sampler";

    private final Space<T> space;
    private final StudySpec spec;
    private final RunSeries series;
    private final RetestSampler sampler;
    private final OptionalLong seed;

    private Retest(Space<T> space, StudySpec spec, RunSeries series, RetestSampler sampler, OptionalLong seed) {
        this.space = space;
        this.spec = spec;
        this.series = series;
        this.sampler = sampler;
        this.seed = seed;
    }

    /**
     * Creates a re-test.
     *
     * @param space the present space
     * @param spec what the study is; its seed is that of a search, and re-tests have fresh ones
     * @param accepted what is run again; its search need not be in the storage
     * @param plan what matters
     * @throws AcceptedException if its values are of another metric, or the other direction is better now
     * @throws IllegalArgumentException if its evidence rests on too few values
     */
    public static <T> Retest<T> of(Space<T> space, StudySpec spec, AcceptedConfiguration accepted, RetestPlan plan) {
        Evidence evidence = accepted.evidence();
        String then = measure(evidence.metric(), evidence.aim());
        String now = measure(VisibleText.of(spec.metric()), new Aim(spec.direction(), spec.of()));
        if (!then.equals(now)) {
            throw new AcceptedException(
                    AcceptedException.Fault.OTHER_METRIC,
                    spec.name() + " (" + now + ") must measure what the accepted values are of (" + then
                            + "); accept a result of the present test");
        }
        RetestSampler sampler = new RetestSampler(accepted, plan);
        RunId search = new RunId(spec.name(), evidence.origin().search().number());
        StudySpec repeating = Repetition.spec(spec, sampler, RetestPlan.most());
        return new Retest<>(space, repeating, RunSeries.of(RunKind.RETEST, search), sampler, OptionalLong.empty());
    }

    /** Returns this re-test with seeds that are made of one, so that it repeats. Without, they are made of the time: where no earlier re-test is known, its number is always 1. */
    public Retest<T> withSeed(long given) {
        return new Retest<>(space, spec, series, sampler, OptionalLong.of(given));
    }

    private static String measure(String metric, Aim aim) {
        return (aim.direction() + " " + metric.strip() + ", " + aim.of()).toLowerCase(Locale.ROOT);
    }

    /** Returns what the study of the runs is. */
    public StudySpec spec() {
        return spec;
    }

    /**
     * Begins the runs, or goes on with them if they were interrupted.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be kept
     */
    public Study<T> open() {
        boolean isKnown = seed.isEmpty() && Repetition.isLeft(space, spec, series);
        return Repetition.open(space, isKnown ? spec : spec.withSeed(seed()), series);
    }

    /** What the search and its other runs make of the same seed are other numbers. */
    private long seed() {
        if (seed.isPresent()) {
            return Purpose.REPETITION.seed(seed.getAsLong(), sampler.identity().hashCode());
        }
        Instant now = spec.clock().instant();
        return Purpose.REPETITION.seed(now.getEpochSecond(), now.getNano());
    }

    /**
     * Returns what has come of it.
     *
     * @param runs the runs so far
     */
    public RetestVerdict verdict(History runs) {
        return sampler.verdict(runs);
    }

    /**
     * Returns whether re-tests get slowly worse: those of the same accepted configuration that the storage has, and this one; at most the last {@value EarlierRetests#MOST}.
     *
     * @param run the number of this one
     * @param verdict what has come of it
     * @throws dev.hpo.storage.StorageException if the others cannot be read
     */
    public Drift drift(int run, RetestVerdict verdict) {
        RunId present = new RunId(series, run);
        List<Sample> all = new ArrayList<>();
        for (EarlierRetests.Earlier other : earlier().finished()) {
            if (!other.run().id().equals(present)) {
                other.verdict().now().ifPresent(all::add);
            }
        }
        verdict.now().ifPresent(all::add);
        return Drift.of(verdict.baseline(), EarlierRetests.last(all));
    }

    /**
     * Returns the re-tests of the same accepted configuration that the storage has, one that goes on now among them once it has ended. It is read twice: which runs there are,
     * and what these have come to.
     *
     * @throws dev.hpo.storage.StorageException if they cannot be read
     */
    public EarlierRetests earlier() {
        List<RunRecord> finished = EarlierRetests.last(spec.storage().runs(spec.name()).stream()
                .filter(run -> isOfSame(run) && run.isFinished())
                .toList());
        Map<RunId, List<TrialRecord>> trials = finished.isEmpty()
                ? Map.of()
                : spec.storage()
                        .outcomes(finished.stream().map(RunRecord::header).toList());
        return new EarlierRetests(finished.stream()
                .filter(run -> trials.containsKey(run.id()))
                .map(run -> new EarlierRetests.Earlier(run, sampler.verdict(trials.getOrDefault(run.id(), List.of()))))
                .toList());
    }

    private boolean isOfSame(RunRecord run) {
        return run.id().kind() == RunKind.RETEST && sampler.isOfSame(course(run));
    }

    private static String course(RunRecord record) {
        return record.header().basis().course().getOrDefault(SAMPLER, "");
    }
}
