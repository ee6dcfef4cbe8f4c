// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.encoding.Encoding;
import dev.hpo.encoding.Row;
import dev.hpo.encoding.Table;
import dev.hpo.space.Configuration;
import dev.hpo.space.Space;
import dev.hpo.trial.EarlierStudy;
import dev.hpo.trial.History;
import dev.hpo.trial.StudyFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What earlier studies are good for at one moment of the present one.
 *
 * <p>Earlier results may be shifted, stretched, of another problem or even upside down. So nothing but their order is used, and
 * only as far as it holds here: each earlier study predicts the order of the new trials, and its weight is the product of
 *
 * <ol>
 *   <li>its <em>trust</em>: Kendall's rank correlation of its predictions with the new results, shrunk towards 1/2 by three
 *       pairs' worth of good faith, less one standard error. Without new results it is 1/2; a study that is upside down is at 0
 *       after two or three trials, an unrelated one as a rule after five;
 *   <li>its <em>lead</em> on the new trials themselves, once there are six: how likely it predicts their order better than they
 *       predict each other's, leave-one-out. That takes the weight from a study whose optimum lies elsewhere even though its slopes agree;
 *   <li>a decay h / (h + n) with h = 10 + 2 d, for n new trials and d parameters: what is known here grows.
 * </ol>
 *
 * <p>The idea, to weigh models of earlier studies by how they rank the new trials against a model of these alone, is that of
 * RGPE (Feurer, Letham, Hutter and Bakshy, "Practical transfer learning for Bayesian optimization", 2018), which draws from Gaussian
 * processes. A standard error takes the place of the draws here, and neighbours that of the processes, so that every sampler
 * can use it: at most 64 new trials, evenly spread, are compared with each other and with at most 300 earlier ones of each of the
 * last {@value #STUDIES} studies, those of under {@value Memory#FEWEST} results only where there is room.
 *
 * <p>A function of the history: the same whatever was asked before.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Warmth {

    private static final Warmth COLD = new Warmth(List.of(), List.of(), false);
    private static final int STUDIES = 16;
    private static final int LOOKED_AT = 64;
    private static final int FEWEST_FOR_A_LEAD = 6;
    private static final double LEAST_WEIGHT = 0.02;

    private final List<Source> sources;
    private final List<Configuration> first;
    private final boolean couldPredict;

    private Warmth(List<Source> sources, List<Configuration> first, boolean couldPredict) {
        this.sources = List.copyOf(sources);
        this.first = List.copyOf(first);
        this.couldPredict = couldPredict;
    }

    /** Returns whether earlier studies have nothing to say, since there are none or since they are no good here. */
    public boolean isCold() {
        return sources.isEmpty() && first.isEmpty();
    }

    /** Returns whether there are earlier studies that predict the new trials, and none does so well enough to have a say. */
    public boolean isRefuted() {
        return couldPredict && isCold();
    }

    /**
     * Returns the configurations to try before anything else, in their order: the best of earlier studies, three in all at most,
     * without what was tried here, in any state, and without those of a study that has proved to be no good.
     */
    public List<Configuration> first() {
        return first;
    }

    /** Returns the earlier studies that count, the oldest first. */
    public List<Source> sources() {
        return sources;
    }

    /** Returns the sum of all weights, from 0 to 1. */
    public double weight() {
        return sources.stream().mapToDouble(Source::weight).sum();
    }

    /**
     * Returns what the earlier studies together expect at a proper point: the weighted sum of their predictions, low where good
     * results are expected, 0 where nothing is. The unit is that of normal scores: 1 is a standard deviation, times the weight.
     */
    public double score(double[] point) {
        double sum = 0;
        for (Source source : sources) {
            sum += source.weight() * source.predict(point);
        }
        return sum;
    }

    /** Prepares earlier studies once, and answers for one history after the other. Safe for use by several threads. */
    @API(status = Status.INTERNAL, since = "0.1")
    public static final class Cache {

        private final Encoding.Cache encodings = new Encoding.Cache();
        private final Table.Cache tables = new Table.Cache();
        private final AtomicReference<@Nullable Prepared> last = new AtomicReference<>();

        /** Creates an empty cache. */
        public Cache() {}

        /** Returns what the earlier studies of a study are good for. */
        public Warmth of(Space<?> space, History history, StudyFacts facts) {
            return facts.earlier().isEmpty() ? COLD : of(tables.of(encodings.of(space), facts.aim(), history), facts);
        }

        /** Returns what the earlier studies of a study are good for, given its history as a table. */
        @SuppressWarnings(
                "ReferenceEquality") // The list of a study's facts is one object as long as the study goes on.
        public Warmth of(Table table, StudyFacts facts) {
            if (facts.earlier().isEmpty()) {
                return COLD;
            }
            Prepared prepared = last.get();
            if (prepared == null || prepared.earlier != facts.earlier() || prepared.encoding != table.encoding()) {
                prepared = Prepared.of(table.encoding(), facts);
                last.set(prepared);
            }
            return prepared.at(table);
        }
    }

    private record Prepared(
            Encoding encoding, List<EarlierStudy> earlier, List<Memory> memories, List<FirstChoices.Choice> choices) {

        static Prepared of(Encoding encoding, StudyFacts facts) {
            List<EarlierStudy> used = used(facts.earlier());
            List<Memory> memories =
                    used.stream().map(study -> new Memory(study, encoding)).toList();
            return new Prepared(
                    encoding, facts.earlier(), memories, FirstChoices.of(memories, encoding, facts.trials()));
        }

        /** Returns the latest studies in their order; those from which nothing can be predicted only where there is room. */
        private static List<EarlierStudy> used(List<EarlierStudy> earlier) {
            return IntStream.range(0, earlier.size())
                    .boxed()
                    .filter(at -> !earlier.get(at).results().isEmpty())
                    .sorted(Comparator.comparing(
                                    (Integer at) -> earlier.get(at).results().size() < Memory.FEWEST)
                            .thenComparing(Comparator.reverseOrder()))
                    .limit(STUDIES)
                    .sorted()
                    .map(earlier::get)
                    .toList();
        }

        Warmth at(Table table) {
            List<Row> complete = table.of(Row.Kind.COMPLETE);
            NewTrials trials = NewTrials.of(encoding, complete, LOOKED_AT);
            double half = 10 + 2.0 * encoding.size();
            double decay = half / (half + complete.size());
            List<Source> all = new ArrayList<>();
            List<Memory> trusted = new ArrayList<>();
            for (Memory memory : memories) {
                Agreement agreement = memory.canPredict() ? trials.agreement(memory) : Agreement.NONE;
                if (agreement.trust() > 0) {
                    trusted.add(memory);
                }
                double lead = complete.size() < FEWEST_FOR_A_LEAD ? 1 : trials.lead(agreement);
                double weight = agreement.trust() * lead * decay;
                if (memory.canPredict() && weight >= LEAST_WEIGHT) {
                    all.add(new Source(memory, weight));
                }
            }
            return new Warmth(
                    normalised(all), untried(table, trusted), memories.stream().anyMatch(Memory::canPredict));
        }

        private static List<Source> normalised(List<Source> sources) {
            double sum = sources.stream().mapToDouble(Source::weight).sum();
            return sum <= 1
                    ? sources
                    : sources.stream().map(source -> source.times(1 / sum)).toList();
        }

        private List<Configuration> untried(Table table, List<Memory> trusted) {
            Set<Configuration> tried = table.rows().stream()
                    .map(row -> row.trial().configuration())
                    .collect(Collectors.toSet());
            return choices.stream()
                    .filter(choice -> trusted.contains(choice.memory()))
                    .map(FirstChoices.Choice::configuration)
                    .filter(configuration -> !tried.contains(configuration))
                    .toList();
        }
    }
}
