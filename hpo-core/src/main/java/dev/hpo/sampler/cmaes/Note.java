// SPDX-License-Identifier: Apache-2.0
package dev.hpo.sampler.cmaes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What is noted with a trial: which draw it is, and what the generation did not take in when it began.
 *
 * @param generation the generation, from 0
 * @param member its place among the trials of the generation, from 0
 * @param attempt how many draws before it were no new configurations
 * @param open the numbers of earlier trials whose results were not used yet; only with member 0
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Note(int generation, int member, int attempt, List<Integer> open) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(\\d{1,9})/(\\d{1,9})((?:,\\d{1,9})*)");

    /** Creates a note. */
    public Note {
        open = List.copyOf(open);
    }

    /** Returns the note that a text stands for, if it is one. */
    static Optional<Note> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> open = new ArrayList<>();
        for (String number : matcher.group(4).split(",", -1)) {
            if (!number.isEmpty()) {
                open.add(Integer.parseInt(number));
            }
        }
        return Optional.of(new Note(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                open));
    }

    /** Returns the text. */
    @Override
    public String toString() {
        return generation + "/" + member + "/" + attempt
                + open.stream().map(number -> "," + number).collect(Collectors.joining());
    }
}
