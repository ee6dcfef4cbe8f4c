// SPDX-License-Identifier: Apache-2.0
package dev.hpo.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines about parameters, of which those that say the same of the elements of a list are one: {@code layers[4..7].units: added}. */
final class ElementLines {

    private static final Pattern LAST_INDEX = Pattern.compile("(.*)\\[(\\d+)](.*)", Pattern.DOTALL);
    private static final String ANY = "[*]";

    private final Map<Line, List<Integer>> indices = new LinkedHashMap<>();

    /** Adds a line, unless it says nothing. */
    void add(String name, String text) {
        if (text.isEmpty()) {
            return;
        }
        Matcher element = LAST_INDEX.matcher(name);
        if (element.matches()) {
            // What a text says of the same element, such as its former name, is the same for all.
            String same = text.replace("[" + element.group(2) + "]", ANY);
            indices.computeIfAbsent(new Line(element.group(1), ANY + element.group(3), same), line -> new ArrayList<>())
                    .add(Integer.valueOf(element.group(2)));
        } else {
            indices.put(new Line(name, "", text), List.of());
        }
    }

    List<String> all() {
        List<String> lines = new ArrayList<>();
        indices.forEach((line, found) -> {
            String index = "[" + spans(found) + "]";
            lines.add(line.before + line.after.replace(ANY, index) + ": " + line.text.replace(ANY, index));
        });
        return lines;
    }

    private static String spans(List<Integer> rising) {
        StringBuilder spans = new StringBuilder();
        int from = 0;
        for (int i = 0; i < rising.size(); i++) {
            boolean goesOn = i + 1 < rising.size() && rising.get(i + 1) == rising.get(i) + 1;
            if (!goesOn) {
                spans.append(spans.isEmpty() ? "" : ", ").append(rising.get(from));
                spans.append(i > from ? ".." + rising.get(i) : "");
                from = i + 1;
            }
        }
        return spans.toString();
    }

    private record Line(String before, String after, String text) {}
}
