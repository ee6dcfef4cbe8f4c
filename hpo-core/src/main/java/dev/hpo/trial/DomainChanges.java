// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import dev.hpo.space.ChoiceDomain;
import dev.hpo.space.Domain;
import dev.hpo.space.IntegerDomain;
import dev.hpo.space.RealDomain;
import dev.hpo.space.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has become of a domain, in a few words each. */
final class DomainChanges {

    private static final int MOST_CHOICES = 5;

    private DomainChanges() {}

    static List<String> between(Domain then, Domain now) {
        if (then instanceof ChoiceDomain former && now instanceof ChoiceDomain present) {
            return choices(former, present);
        }
        Optional<Range> former = Range.of(then);
        Optional<Range> present = Range.of(now);
        if (former.isEmpty()
                || present.isEmpty()
                || !former.get().kind().equals(present.get().kind())) {
            return List.of(
                    "now " + kind(now) + " (" + describe(now) + "; was " + kind(then) + ", " + describe(then) + ")");
        }
        List<String> words = present.get().wordsSince(former.get());
        return words.isEmpty()
                ? List.of()
                : List.of(String.join(" and ", words) + " (" + now.describe() + "; was " + then.describe() + ")");
    }

    private static String kind(Domain domain) {
        return domain instanceof ChoiceDomain
                ? "a choice"
                : Range.of(domain).map(Range::kind).orElse("");
    }

    private static String describe(Domain domain) {
        return domain instanceof ChoiceDomain choices ? "one of " + few(choices.choices()) : domain.describe();
    }

    private static List<String> choices(ChoiceDomain then, ChoiceDomain now) {
        List<String> words = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        for (String choice : then.choices()) {
            String present = now.formerTexts().get(choice);
            if (now.contains(choice)) {
                kept.add(choice);
            } else if (present != null && !then.contains(present)) {
                kept.add(present);
                words.add("choice " + present + " renamed from " + choice);
            } else {
                removed.add(choice);
            }
        }
        List<String> added =
                now.choices().stream().filter(choice -> !kept.contains(choice)).toList();
        if (!added.isEmpty()) {
            words.add("new " + count(added));
        }
        if (!removed.isEmpty()) {
            words.add("removed " + count(removed));
        }
        if (then.ordered() != now.ordered()) {
            words.add(now.ordered() ? "choices now have an order" : "choices no longer have an order");
        }
        if (!kept.equals(now.choices().stream().filter(kept::contains).toList())) {
            words.add("choices in another order");
        }
        return words;
    }

    private static String count(List<String> choices) {
        return (choices.size() == 1 ? "choice (" : "choices (") + few(choices) + ")";
    }

    private static String few(List<String> choices) {
        int more = choices.size() - MOST_CHOICES;
        return String.join(", ", choices.subList(0, Math.min(MOST_CHOICES, choices.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }

    /** Numbers between two bounds, which a double holds exactly. */
    private record Range(String kind, double min, double max, Scale scale, int levels) {

        static Optional<Range> of(Domain domain) {
            if (domain instanceof RealDomain real) {
                return Optional.of(new Range("a number", real.min(), real.max(), real.scale(), real.levels()));
            }
            return domain instanceof IntegerDomain whole
                    ? Optional.of(new Range("a whole number", whole.min(), whole.max(), whole.scale(), whole.levels()))
                    : Optional.empty();
        }

        List<String> wordsSince(Range then) {
            List<String> words = new ArrayList<>();
            if (min != then.min || max != then.max) {
                words.add(
                        min <= then.min && max >= then.max
                                ? "widened"
                                : min >= then.min && max <= then.max ? "narrowed" : "moved");
            }
            if (scale != then.scale) {
                words.add("on another scale");
            }
            if (levels != then.levels) {
                words.add("with other steps");
            }
            return words;
        }
    }
}
