// SPDX-License-Identifier: Apache-2.0
package dev.hpo.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says what an importance means. */
final class ImportanceWords {

    /** How many hyperparameters are named at most in a sentence. */
    private static final int NAMED = 3;

    /** A hyperparameter that certainly explains less, together with all others, is not worth a search. */
    private static final double NEGLIGIBLE = 0.05;

    /** One that explains less alone is not named among those that matter. */
    private static final double NAMEABLE = 0.03;

    private ImportanceWords() {}

    static List<String> of(Importance importance) {
        if (importance.shortage().isPresent()) {
            return List.of(importance.shortage().get());
        }
        List<String> lines = new ArrayList<>();
        List<ParameterImportance> all = importance.parameters();
        List<ParameterImportance> leading = all.stream()
                .filter(one -> one.alone().value() >= NAMEABLE)
                .limit(NAMED)
                .toList();
        if (leading.isEmpty()) {
            lines.add("no hyperparameter explains as much as " + percent(NAMEABLE) + " of the spread alone");
        } else {
            lines.add(leading.stream()
                    .map(one -> named(one, one.equals(leading.get(0))))
                    .collect(Collectors.joining(", ")));
        }
        List<String> idle = all.stream()
                .filter(one -> one.total().high() < NEGLIGIBLE)
                .map(one -> one.name() + " (" + percent(one.total().value()) + ")")
                .toList();
        if (!idle.isEmpty()) {
            lines.add("no need to tune " + listed(idle));
        }
        return lines;
    }

    /** Says what an interaction means. */
    static String of(Interaction pair) {
        return pair.one().name() + " and " + pair.other().name() + " explain another "
                + percent(pair.share().value()) + " of the spread together (" + range(pair.share())
                + "): the best value of one depends on the other";
    }

    private static String named(ParameterImportance one, boolean isFirst) {
        Share share = one.alone();
        return one.name() + (isFirst ? " explains " : " ") + percent(share.value())
                + (isFirst ? " of the spread (" : " (") + range(share) + ")";
    }

    private static String range(Share share) {
        return whole(share.low()) + " to " + percent(share.high());
    }

    private static String listed(List<String> names) {
        int named = Math.min(NAMED, names.size());
        String more = names.size() > named ? " and " + (names.size() - named) + " more" : "";
        return String.join(", ", names.subList(0, named)) + more;
    }

    static String percent(double share) {
        return whole(share) + " %";
    }

    private static String whole(double share) {
        return String.valueOf(Math.round(100 * share));
    }
}
