// SPDX-License-Identifier: Apache-2.0
package dev.hpo.population;

import dev.hpo.population.PopulationPlan.PandaRules;
import dev.hpo.population.PopulationPlan.Size;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link PopulationPlan#toString} writes. */
final class PlanText {

    private static final String SIZE = "(\\d{1,9}) x (\\d{1,9}) segments of (\\d{1,18}) steps, ";
    private static final String NAMES = ", adjusting \\[(.+?)\\]";
    private static final String NUMBER = "(\\d+\\.\\d+(?:E-?\\d+)?)";

    private static final Pattern SEVERAL = Pattern.compile(SIZE + "(SYNCHRONOUS|ASYNCHRONOUS), .*?" + NAMES);
    private static final Pattern PANDA =
            Pattern.compile(SIZE + "factor " + NUMBER + ", margin " + NUMBER + ", patience (\\d{1,10})" + NAMES);

    private PlanText() {}

    static Optional<PopulationPlan> read(String text) {
        Matcher several = SEVERAL.matcher(text);
        Matcher panda = PANDA.matcher(text);
        try {
            if (several.find()) {
                Pace pace = Pace.valueOf(several.group(4));
                return Optional.of(plan(several, Integer.parseInt(several.group(1)), several.group(5))
                        .withPace(pace));
            }
            return panda.find()
                    ? Optional.of(plan(panda, 1, panda.group(7)).withPanda(rules(panda)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Somebody else has written it.
            return Optional.empty();
        }
    }

    private static PopulationPlan plan(Matcher found, int members, String names) {
        Size size = new Size(members, Integer.parseInt(found.group(2)), Long.parseLong(found.group(3)));
        Set<String> adjustable = Set.copyOf(Arrays.asList(names.split(", ", -1)));
        return PopulationPlan.of(size.members(), size.generations(), size.segment(), adjustable);
    }

    private static PandaRules rules(Matcher found) {
        return new PandaRules(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(6)),
                Double.parseDouble(found.group(4)),
                Double.parseDouble(found.group(5)),
                Optional.empty());
    }
}
