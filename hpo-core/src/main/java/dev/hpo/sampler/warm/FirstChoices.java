// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.warm;

import dev.hpo.encoding.Encoding;
import dev.hpo.space.Configuration;
import java.util.ArrayList;
import java.util.List;

/** The configurations of earlier studies that are worth trying first: few, good and different. */
final class FirstChoices {

    private static final int MOST = 3;

    /** For each of so many trials there may be one. */
    private static final int TRIALS_EACH = 10;

    /** The mean difference of coordinates from which two points are two places. */
    private static final double APART = 0.1;

    private final Encoding encoding;
    private final List<Choice> chosen = new ArrayList<>();

    private FirstChoices(Encoding encoding) {
        this.encoding = encoding;
    }

    /**
     * A configuration.
     *
     * @param memory the study that it comes from
     */
    record Choice(Configuration configuration, Memory memory) {}

    /**
     * Chooses the best of each study, the youngest study first, then the second best, and so on, as long as they are apart; of studies
     * from which nothing can be predicted, which cannot be refuted, only when the others have none left.
     *
     * @param memories the studies, the oldest first
     * @param trials the number of trials to come
     */
    static List<Choice> of(List<Memory> memories, Encoding encoding, int trials) {
        FirstChoices choices = new FirstChoices(encoding);
        int most = Math.max(1, Math.min(MOST, trials / TRIALS_EACH));
        choices.addBestOf(memories.stream().filter(Memory::canPredict).toList(), most);
        choices.addBestOf(
                memories.stream().filter(memory -> !memory.canPredict()).toList(), most);
        return List.copyOf(choices.chosen);
    }

    private void addBestOf(List<Memory> memories, int most) {
        int longest = memories.stream()
                .mapToInt(memory -> memory.byLoss().size())
                .max()
                .orElse(0);
        for (int rank = 0; rank < Math.min(longest, MOST * MOST); rank++) {
            for (int age = memories.size() - 1; age >= 0 && chosen.size() < most; age--) {
                Memory memory = memories.get(age);
                if (rank < memory.byLoss().size()) {
                    add(memory.byLoss().get(rank).configuration(), memory);
                }
            }
        }
    }

    private void add(Configuration configuration, Memory memory) {
        double[] point = encoding.encode(configuration);
        boolean isNew =
                chosen.stream().allMatch(choice -> difference(point, encoding.encode(choice.configuration())) > APART);
        if (isNew) {
            chosen.add(new Choice(configuration, memory));
        }
    }

    private double difference(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += Neighbours.difference(encoding.dimension(at).isCategorical(), left[at], right[at]);
        }
        return sum / Math.max(1, left.length);
    }
}
